// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/habit_switches.h"

#include "ui/style/roles.h"
#include "ui/style/theme.h"
#include "ui/text/joined_text.h"
#include "ui/widgets/wrapping_row.h"

#include <QtCore/QEvent>
#include <QtCore/QSignalBlocker>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QLabel>

#include <array>

namespace glyphscope {
namespace {

using namespace Qt::StringLiterals;

struct HabitWords {
    const char* title;
    const char* tip;
};

/// In the order of kPenHabits.
constexpr auto kWords = std::to_array<HabitWords>(
    {{QT_TRANSLATE_NOOP("glyphscope::HabitSwitches", "Other forms"),
      QT_TRANSLATE_NOOP("glyphscope::HabitSwitches",
                        "Slashed zeros, ones with a flag and a foot, sevens with a bar")},
     {QT_TRANSLATE_NOOP("glyphscope::HabitSwitches", "Ticks"),
      QT_TRANSLATE_NOOP("glyphscope::HabitSwitches",
                        "A straight tick where the pen comes down or lifts off")},
     {QT_TRANSLATE_NOOP("glyphscope::HabitSwitches", "Hooks"),
      QT_TRANSLATE_NOOP("glyphscope::HabitSwitches", "A bent tick where the pen comes down or lifts off")},
     {QT_TRANSLATE_NOOP("glyphscope::HabitSwitches", "Lifts"),
      QT_TRANSLATE_NOOP("glyphscope::HabitSwitches", "The pen lifted amid a stroke, and parts detached")},
     {QT_TRANSLATE_NOOP("glyphscope::HabitSwitches", "Loops"),
      QT_TRANSLATE_NOOP("glyphscope::HabitSwitches", "Loops flattened or left open")},
     {QT_TRANSLATE_NOOP("glyphscope::HabitSwitches", "Reach"),
      QT_TRANSLATE_NOOP("glyphscope::HabitSwitches", "Strokes that end too late or too early")},
     {QT_TRANSLATE_NOOP("glyphscope::HabitSwitches", "Dots"),
      QT_TRANSLATE_NOOP("glyphscope::HabitSwitches", "A stray dot beside the character")},
     {QT_TRANSLATE_NOOP("glyphscope::HabitSwitches", "Double strokes"),
      QT_TRANSLATE_NOOP("glyphscope::HabitSwitches", "A part of a stroke drawn twice")},
     {QT_TRANSLATE_NOOP("glyphscope::HabitSwitches", "Few points"),
      QT_TRANSLATE_NOOP("glyphscope::HabitSwitches", "Few points, joined by straight lines")},
     {QT_TRANSLATE_NOOP("glyphscope::HabitSwitches", "Trembling"),
      QT_TRANSLATE_NOOP("glyphscope::HabitSwitches", "A line that trembles")},
     {QT_TRANSLATE_NOOP("glyphscope::HabitSwitches", "Blobs"),
      QT_TRANSLATE_NOOP("glyphscope::HabitSwitches", "Ink that spreads where the pen is slow")}});
static_assert(kWords.size() == kPenHabits.size());

bool hasVariations(const DataChoice& choice)
{
    return choice.inkVariations > 0 && !(choice.ink.empty() && choice.notDigits.empty());
}

}  // namespace

HabitSwitches::HabitSwitches(QWidget* parent) : QWidget(parent), m_words(new QLabel(this))
{
    setObjectName(u"training.habits"_s);
    m_words->setObjectName(u"training.habitsText"_s);
    m_words->setFont(glyphscope::font(TextStyle::Caption));
    m_words->setWordWrap(true);
    setRole(m_words, u"muted"_s);
    auto* row = new WrappingRow;
    row->setSpacing(metrics::kGap);
    for (std::size_t i = 0; i < kPenHabits.size(); ++i) {
        auto* box = new QCheckBox(tr(kWords[i].title), this);
        box->setObjectName(u"training.habit."_s + QLatin1StringView(kPenHabits[i].name));
        box->installEventFilter(this);
        connect(box, &QCheckBox::toggled, this, &HabitSwitches::change);
        row->addWidget(box);
        m_switches.push_back(box);
    }
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::kUnit);
    layout->addWidget(m_words);
    layout->addLayout(row);
    setChoice({});
}

void HabitSwitches::setChoice(const DataChoice& choice)
{
    m_choice = choice;
    for (std::size_t i = 0; i < m_switches.size(); ++i) {
        const QSignalBlocker quiet(m_switches[i]);
        m_switches[i]->setChecked(choice.inkHabits.*kPenHabits[i].habit);
    }
    updateEnabled();
}

void HabitSwitches::setRunning(bool running)
{
    m_running = running;
    updateEnabled();
}

bool HabitSwitches::eventFilter(QObject* watched, QEvent* event)
{
    const QEvent::Type type = event->type();
    if (type == QEvent::Enter || type == QEvent::FocusIn)
        for (std::size_t i = 0; i < m_switches.size(); ++i)
            if (watched == m_switches[i] && m_switches[i]->isEnabled())
                Q_EMIT lookedAt(QLatin1StringView(kPenHabits[i].name));
    if (type == QEvent::Leave || type == QEvent::FocusOut)
        Q_EMIT lookedAt({});
    return QWidget::eventFilter(watched, event);
}

void HabitSwitches::change()
{
    for (std::size_t i = 0; i < m_switches.size(); ++i)
        m_choice.inkHabits.*kPenHabits[i].habit = m_switches[i]->isChecked();
    Q_EMIT changed(m_choice.inkHabits);
}

void HabitSwitches::updateEnabled()
{
    const bool varied = hasVariations(m_choice);
    m_words->setText(varied
                         ? tr("Pens' habits that variations of ink are given. Point at one to see it alone.")
                         : tr("Pens' habits are given to variations of ink. Add files of ink under Data, "
                              "with at least one variation each."));
    const QString reason =
        m_running ? tr("It cannot be changed during a run: stop the run first.") : QString();
    for (std::size_t i = 0; i < m_switches.size(); ++i) {
        m_switches[i]->setEnabled(varied && !m_running);
        m_switches[i]->setToolTip(withReason(tr(kWords[i].tip), reason));
    }
}

}  // namespace glyphscope
