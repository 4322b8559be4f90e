// SPDX-License-Identifier: GPL-3.0-or-later
// How a LessonPanel is put together.
#include "ui/lessons/lesson_panel.h"

#include "ui/lessons/code_view.h"
#include "ui/style/icons.h"
#include "ui/style/roles.h"
#include "ui/style/theme.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/wrapping_row.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QFrame>
#include <QtWidgets/QLabel>
#include <QtWidgets/QProgressBar>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QToolButton>

using namespace Qt::StringLiterals;

namespace glyphscope {
namespace {

QToolButton* textButton(const QString& name, const QString& text, const QString& tip, QWidget* parent)
{
    auto* button = new QToolButton(parent);
    button->setObjectName(name);
    button->setText(text);
    button->setToolTip(tip);
    button->setProperty("outlined", true);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

}  // namespace

void LessonPanel::buildLayout()
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::kGap);
    column->addWidget(buildHead());
    m_scroll = new QScrollArea(this);
    m_scroll->setObjectName(u"lessons.scroll"_s);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setWidget(buildPage());
    m_scroll->viewport()->setAutoFillBackground(false);  // it lies on a card
    m_scroll->widget()->setAutoFillBackground(false);
    column->addWidget(m_scroll, 1);
    column->addWidget(buildButtons());
}

QWidget* LessonPanel::buildHead()
{
    auto* head = new QWidget(this);
    auto* column = new QVBoxLayout(head);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::kUnit);
    auto* row = new QHBoxLayout;
    row->setSpacing(metrics::kUnit);
    m_chapters = new QComboBox(head);
    m_chapters->setObjectName(u"lessons.chapters"_s);
    m_chapters->setAccessibleName(tr("Chapters"));
    m_chapters->setToolTip(tr("Choose a chapter; your progress in each is kept"));
    m_chapters->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_chapters->setMinimumContentsLength(12);
    m_open = new QToolButton(head);
    m_open->setObjectName(u"lessons.open"_s);
    m_open->setIcon(icon(u"open"_s));
    m_open->setIconSize({16, 16});
    m_open->setAccessibleName(tr("Open lesson"));
    m_open->setToolTip(tr("Open a lesson of your own, a file (.json)"));
    row->addWidget(m_chapters, 1);
    row->addWidget(m_open);
    column->addLayout(row);
    auto* line = new QHBoxLayout;
    m_where = new QLabel(head);
    m_where->setObjectName(u"lessons.where"_s);
    m_where->setFont(glyphscope::font(TextStyle::Caption));
    setRole(m_where, u"muted"_s);
    m_progress = new QProgressBar(head);
    m_progress->setObjectName(u"lessons.progress"_s);
    m_progress->setAccessibleName(tr("Progress in this chapter"));
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(metrics::kUnit);
    line->addWidget(m_where);
    line->addWidget(m_progress, 1);
    column->addLayout(line);
    return head;
}

QWidget* LessonPanel::buildPage()
{
    auto* page = new QWidget(this);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::kGap);
    m_text = makeWords(u"lessons.text"_s, {}, page);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column->addWidget(m_text);
    m_termCard = makeCard(page);
    auto* term = columnIn(m_termCard);
    m_term = makeWords(u"lessons.term"_s, {}, TextStyle::Heading, m_termCard);
    m_meaning = makeWords(u"lessons.meaning"_s, u"muted"_s, m_termCard);
    term->addWidget(m_term);
    term->addWidget(m_meaning);
    column->addWidget(m_termCard);
    m_codeCard = makeCard(page);
    auto* code = columnIn(m_codeCard);
    auto* tabs = new QHBoxLayout;
    tabs->setSpacing(metrics::kUnit);
    m_pythonTab = makeSegment(u"Python"_s, u"lessons.python"_s, m_codeCard);
    m_cppTab = makeSegment(u"C++"_s, u"lessons.cpp"_s, m_codeCard);
    tabs->addWidget(m_pythonTab);
    tabs->addWidget(m_cppTab);
    tabs->addStretch(1);
    m_run = textButton(u"lessons.run"_s, tr("Run"), tr("Run this code and show what it prints"), m_codeCard);
    tabs->addWidget(m_run);
    m_code = new CodeView(u"lessons.code"_s, tr("The code of this step"), m_codeCard);
    code->addLayout(tabs);
    code->addWidget(m_code);
    column->addWidget(m_codeCard);
    m_printed = new CodeView(u"lessons.printed"_s, tr("What the code prints"), page);
    m_printed->hide();
    column->addWidget(m_printed);
    m_state = makeWords(u"lessons.state"_s, u"muted"_s, page);
    column->addWidget(m_state);
    column->addStretch(1);
    return page;
}

QWidget* LessonPanel::buildButtons()
{
    auto* buttons = new QWidget(this);
    auto* column = new QVBoxLayout(buttons);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::kUnit);
    auto* row = new QHBoxLayout;
    row->setSpacing(metrics::kUnit);
    m_back = textButton(u"lessons.back"_s, tr("Back"), tr("The step before this one"), buttons);
    m_show = new QPushButton(buttons);
    m_show->setObjectName(u"lessons.show"_s);
    m_show->setToolTip(tr("Let the program do this step before your eyes"));
    m_show->setAutoDefault(false);
    m_skip = textButton(u"lessons.skip"_s, tr("Skip"), tr("Go to the next step"), buttons);
    row->addWidget(m_back);
    row->addWidget(m_show, 1);
    row->addWidget(m_skip);
    column->addLayout(row);
    m_startOver = textButton(u"lessons.startOver"_s, tr("Start over"),
                             tr("Do the steps of this chapter again"), buttons);
    m_takeBack =
        textButton(u"lessons.takeBack"_s, tr("Take back what this lesson changed"),
                   tr("Drawing, weights, hooks, frozen parameters and the edited network become what "
                      "they were when the chapter was opened"),
                   buttons);
    m_takeBack->setEnabled(false);
    for (QToolButton* button : {m_startOver, m_takeBack}) {
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        column->addWidget(button);
    }
    return buttons;
}

}  // namespace glyphscope
