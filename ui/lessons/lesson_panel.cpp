// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lessons/lesson_panel.h"

#include "ui/lessons/code_view.h"
#include "ui/style/roles.h"

#include <QtCore/QSignalBlocker>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QFrame>
#include <QtWidgets/QLabel>
#include <QtWidgets/QProgressBar>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QToolButton>

using namespace Qt::StringLiterals;

namespace glyphscope {

LessonPanel::LessonPanel(QWidget* parent) : Panel(u"lessons.panel"_s, tr("Lessons"), parent)
{
    buildLayout();
    connect(m_chapters, &QComboBox::activated, this, &LessonPanel::chapterChosen);
    connect(m_open, &QToolButton::clicked, this, &LessonPanel::openRequested);
    connect(m_back, &QToolButton::clicked, this, &LessonPanel::backRequested);
    connect(m_show, &QPushButton::clicked, this, &LessonPanel::showRequested);
    connect(m_skip, &QToolButton::clicked, this, &LessonPanel::skipRequested);
    connect(m_takeBack, &QToolButton::clicked, this, &LessonPanel::takeBackRequested);
    connect(m_startOver, &QToolButton::clicked, this, &LessonPanel::startOverRequested);
    connect(m_run, &QToolButton::clicked, this, &LessonPanel::runRequested);
    for (QToolButton* tab : {m_pythonTab, m_cppTab})
        connect(tab, &QToolButton::clicked, this, [this, tab] {
            m_cpp = tab == m_cppTab;
            showCode();
        });
    showStep();
}

void LessonPanel::setChapters(const QList<ChapterView>& chapters, int open)
{
    const QSignalBlocker quiet(m_chapters);
    m_chapters->clear();
    for (const ChapterView& chapter : chapters)
        m_chapters->addItem(chapter.done == 0 ? chapter.title
                                              : tr("%1 (%2 of %3)", "chapter, steps done, all steps")
                                                    .arg(chapter.title)
                                                    .arg(chapter.done)
                                                    .arg(chapter.steps));
    m_chapters->setCurrentIndex(open);
}

void LessonPanel::setStep(const StepView& step)
{
    const bool another = m_finished || step.text != m_step.text;
    m_finished = false;
    m_step = step;
    showStep();
    if (another)
        m_scroll->verticalScrollBar()->setValue(0);
}

void LessonPanel::setFinished(const QString& words)
{
    m_finished = true;
    m_step = {};
    m_step.text = words;
    showStep();
}

void LessonPanel::setShowing(bool showing)
{
    m_showing = showing;
    showStep();
}

void LessonPanel::setChanged(bool changed)
{
    m_takeBack->setEnabled(changed);
}

void LessonPanel::setPrinted(const QString& text)
{
    m_printed->setCode(text);
    m_printed->setVisible(!text.isEmpty());
}

void LessonPanel::showStep()
{
    m_text->setText(m_step.text);
    m_where->setText(m_finished ? tr("Done") : tr("Step %1 of %2").arg(m_step.number).arg(m_step.steps));
    m_progress->setRange(0, std::max(1, m_step.steps));
    m_progress->setValue(m_finished ? m_step.steps : m_step.number - 1);
    m_termCard->setVisible(!m_step.term.isEmpty());
    m_term->setText(m_step.term);
    m_term->setToolTip(m_step.meaning);
    m_meaning->setText(m_step.meaning);
    m_back->setEnabled(m_finished || m_step.number > 1);
    m_show->setVisible(!m_finished);
    m_show->setText(m_showing ? tr("Stop showing") : tr("Show me"));
    m_skip->setVisible(!m_finished);
    m_skip->setText(m_step.reached || m_step.done ? tr("Next") : tr("Skip"));
    m_startOver->setVisible(m_finished);
    if (!m_step.note.isEmpty())
        m_state->setText(m_step.note);
    else if (m_step.reached)
        m_state->setText(tr("Done."));
    else if (m_step.done)
        m_state->setText(tr("You have done this step before."));
    else
        m_state->setText(QString());
    setRole(m_state, !m_step.note.isEmpty() ? u"caution"_s : m_step.reached ? u"good"_s : u"muted"_s);
    m_state->setVisible(!m_state->text().isEmpty());
    showCode();
}

void LessonPanel::showCode()
{
    const bool both = !m_step.python.isEmpty() && !m_step.cpp.isEmpty();
    const bool cpp = both ? m_cpp : m_step.python.isEmpty();
    m_codeCard->setVisible(!m_step.python.isEmpty() || !m_step.cpp.isEmpty());
    m_pythonTab->setVisible(!m_step.python.isEmpty());
    m_cppTab->setVisible(!m_step.cpp.isEmpty());
    m_pythonTab->setChecked(!cpp);
    m_cppTab->setChecked(cpp);
    m_run->setVisible(m_step.runs);
    m_code->setCode(cpp ? m_step.cpp : m_step.python);
}

}  // namespace glyphscope
