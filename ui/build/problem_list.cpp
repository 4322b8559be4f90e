// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/build/problem_list.h"

#include "ui/style/icons.h"
#include "ui/style/roles.h"
#include "ui/style/theme.h"
#include "ui/text/joined_text.h"
#include "ui/text/message_text.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/wrapping_row.h"

#include <QtGui/QFontDatabase>
#include <QtWidgets/QFrame>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace glyphscope {
namespace {

QStringList stepsOf(const Repair& repair)
{
    QStringList steps;
    for (const Message& step : repair.steps)
        steps << messageText(step);
    return steps;
}

/// Equal where the cards would be.
QString keyOfProblems(const std::vector<NetworkProblem>& problems)
{
    QString key;
    for (const NetworkProblem& problem : problems) {
        key += messageText(problem.text) + u'|' + QString::fromStdString(problem.torch) + u'|';
        for (const Repair& repair : problem.repairs)
            key += stepsOf(repair).join(u',') + u';';
        key += u'\n';
    }
    return key;
}

QLabel* iconLabel(bool isWarning, QWidget* parent)
{
    auto* label = new QLabel(parent);
    const int side = 16;
    label->setPixmap(iconPixmap(isWarning ? u"warning"_s : u"error"_s,
                                isWarning ? theme().caution : theme().bad, side,
                                parent->devicePixelRatioF()));
    label->setFixedWidth(side);
    label->setAlignment(Qt::AlignTop);
    return label;
}

QString detailOf(const NetworkProblem& problem)
{
    const QString came = messageText(problem.got);
    const QString wanted = messageText(problem.expected);
    if (!came.isEmpty() && !wanted.isEmpty())
        return ProblemList::tr("Got %1, wanted %2.").arg(came, wanted);
    return came.isEmpty() ? QString() : ProblemList::tr("Got %1.").arg(came);
}

}  // namespace

ProblemList::ProblemList(QWidget* parent) : QScrollArea(parent), m_inside(new QWidget)
{
    setObjectName(u"build.problems"_s);
    setAccessibleName(tr("What does not fit"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    m_column = new QVBoxLayout(m_inside);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(metrics::kUnit);
    m_column->addStretch(1);
    setWidget(m_inside);
    hide();
}

QSize ProblemList::sizeHint() const
{
    const int inside = m_inside->layout()->hasHeightForWidth()
                           ? m_inside->layout()->totalHeightForWidth(std::max(200, viewport()->width()))
                           : m_inside->sizeHint().height();
    return {300, std::clamp(inside, 40, 220)};
}

QSize ProblemList::minimumSizeHint() const
{
    return {200, std::min(sizeHint().height(), 84)};
}

void ProblemList::clear()
{
    while (m_column->count() > 1) {
        QLayoutItem* item = m_column->takeAt(0);
        item->widget()->hide();
        item->widget()->deleteLater();  // one of its buttons may have been pressed
        delete item;
    }
}

void ProblemList::setProblems(const std::vector<NetworkProblem>& problems,
                              const std::vector<NetworkProblem>& warnings)
{
    const QString key = keyOfProblems(problems) + u'#' + keyOfProblems(warnings);
    m_problems = problems;
    m_problems.insert(m_problems.end(), warnings.begin(), warnings.end());
    if (key == m_shown)
        return;  // what the repairs make of the network may differ all the same
    m_shown = key;
    clear();
    const std::size_t cards = m_problems.size();
    for (std::size_t i = 0; i < std::min(cards, kMostCards); ++i)
        add(i, i >= problems.size());
    if (cards > kMostCards) {
        QLabel* more = makeWords(u"build.moreProblems"_s, u"muted"_s, this);
        more->setText(tr("And %n more.", nullptr, static_cast<int>(cards - kMostCards)));
        m_column->insertWidget(m_column->count() - 1, more);
    }
    setVisible(cards > 0);
    updateGeometry();
    verticalScrollBar()->setValue(0);
}

void ProblemList::add(std::size_t index, bool isWarning)
{
    const NetworkProblem& problem = m_problems[index];
    QFrame* card = makeCard(m_inside);
    card->setObjectName(isWarning ? u"build.warning"_s : u"build.problem"_s);
    auto* row = new QHBoxLayout(card);
    row->setContentsMargins(metrics::kGap, metrics::kUnit, metrics::kGap, metrics::kUnit);
    row->setSpacing(metrics::kGap);
    row->addWidget(iconLabel(isWarning, card), 0, Qt::AlignTop);
    auto* column = new QVBoxLayout;
    column->setSpacing(2);
    QLabel* words = makeWords(u"build.problemText"_s, isWarning ? u"muted"_s : QString(), card);
    words->setText(messageText(problem.text));
    column->addWidget(words);
    if (const QString detail = detailOf(problem); !detail.isEmpty()) {
        QLabel* label = makeWords(u"build.problemDetail"_s, u"muted"_s, TextStyle::Caption, card);
        label->setText(detail);
        column->addWidget(label);
    }
    if (!problem.torch.empty()) {
        QLabel* torch = makeWords(u"build.torchText"_s, u"muted"_s, TextStyle::Caption, card);
        QFont mono = QFontDatabase::systemFont(QFontDatabase::FixedFont);
        mono.setPointSizeF(glyphscope::font(TextStyle::Caption).pointSizeF());
        torch->setFont(mono);
        torch->setText(tr("PyTorch: %1").arg(QString::fromStdString(problem.torch)));
        torch->setToolTip(tr("What PyTorch says of it"));
        column->addWidget(torch);
    }
    if (QWidget* repairs = repairsOf(index, card))
        column->addWidget(repairs);
    row->addLayout(column, 1);
    m_column->insertWidget(m_column->count() - 1, card);
    card->show();
}

QWidget* ProblemList::repairsOf(std::size_t index, QWidget* card)
{
    const NetworkProblem& problem = m_problems[index];
    auto* box = new QWidget(card);
    auto* row = new WrappingRow(box);
    row->setContentsMargins(0, metrics::kUnit / 2, 0, metrics::kUnit / 2);
    row->setSpacing(metrics::kUnit);
    const auto addButton = [&](const QString& name, const QString& text, const QString& tip) {
        auto* button = new QToolButton(box);
        button->setObjectName(name);
        button->setText(text);
        button->setToolTip(tip);
        button->setProperty("outlined", true);
        button->setFocusPolicy(Qt::StrongFocus);
        // The style sheet's padding is not in QToolButton's size hint.
        button->setMinimumWidth(button->fontMetrics().horizontalAdvance(text) + metrics::kMargin + 2);
        row->addWidget(button);
        return button;
    };
    for (std::size_t i = 0; i < problem.repairs.size(); ++i) {
        const QStringList steps = stepsOf(problem.repairs[i]);
        if (steps.isEmpty())
            continue;
        QToolButton* button = addButton(u"build.repair"_s, steps.first(), {});
        if (steps.size() > 1)
            button->setToolTip(tr("And then:\n%1").arg(steps.mid(1).join(u'\n')));
        connect(button, &QToolButton::clicked, this, [this, index, i, step = steps.first()] {
            const NetworkSpec repaired = m_problems[index].repairs[i].network;
            Q_EMIT repairWanted(repaired, step);
        });
    }
    if (!problem.place.empty()) {
        QToolButton* show = addButton(u"build.showModule"_s, tr("Show"), tr("Choose the module in the list"));
        connect(show, &QToolButton::clicked, this,
                [this, index] { Q_EMIT placeChosen(SpecPlace(m_problems[index].place)); });
    }
    if (row->count() == 0) {
        delete box;
        return nullptr;
    }
    return box;
}

}  // namespace glyphscope
