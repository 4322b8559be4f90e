// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/samples/fine_tune_card.h"

#include "ui/samples/report_text.h"
#include "ui/samples/report_view.h"
#include "ui/style/roles.h"
#include "ui/style/theme.h"
#include "ui/text/joined_text.h"
#include "ui/text/number_text.h"
#include "ui/widgets/number_row.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/section.h"
#include "ui/widgets/wheel_guard.h"

#include <QtWidgets/QComboBox>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QProgressBar>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QToolButton>

#include <algorithm>
#include <array>
#include <cmath>
#include <initializer_list>

using namespace Qt::StringLiterals;

namespace glyphscope {

namespace {

constexpr NumberRange kSteps{.least = 1,
                             .most = 100'000,
                             .low = 10,
                             .high = 1000,
                             .scale = NumberRange::Scale::Logarithmic,
                             .whole = true};
constexpr NumberRange kRate{
    .least = 1e-7, .most = 1, .low = 1e-5, .high = 1e-2, .scale = NumberRange::Scale::Logarithmic};
constexpr NumberRange kReplay{.least = 0, .most = 0.99, .low = 0, .high = 0.95};

/// One minus a share, without the dust of binary fractions.
double rest(double share)
{
    return std::round((1 - share) * 1e6) / 1e6;
}

/// What may be chosen, from the most that learns to the least.
constexpr std::array kFreezings{Freezing::Nothing, Freezing::Convolutions, Freezing::AllButLast};

}  // namespace

FineTuneCard::FineTuneCard(QWidget* parent)
    : QFrame(parent)
    , m_sentence(new QLabel(this))
    , m_teach(new QPushButton(tr("Teach it my hand"), this))
    , m_stop(new QPushButton(tr("Stop"), this))
    , m_bar(new QProgressBar(this))
    , m_problem(new QLabel(this))
    , m_report(new ReportView(this))
{
    setObjectName(u"fineTuneCard"_s);
    setProperty("card", true);
    m_teach->setObjectName(u"fineTuneTeach"_s);
    m_teach->setProperty("primary", true);
    m_teach->setMinimumHeight(metrics::kControlHeight + 2 * metrics::kUnit);
    m_stop->setObjectName(u"fineTuneStop"_s);
    m_stop->setMinimumHeight(m_teach->minimumHeight());
    m_sentence->setObjectName(u"fineTuneSentence"_s);
    m_sentence->setWordWrap(true);
    setRole(m_sentence, u"muted"_s);
    m_bar->setObjectName(u"fineTuneProgress"_s);
    m_bar->setRange(0, 1000);
    m_bar->setTextVisible(false);
    m_problem->setObjectName(u"fineTuneProblem"_s);
    m_problem->setWordWrap(true);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->hide();
    setRole(m_problem, u"bad"_s);

    m_more = makeMore();
    auto* more = new Section(u"fineTune"_s, tr("More"), this);
    more->add(m_more);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::kPadding, metrics::kPadding, metrics::kPadding, metrics::kPadding);
    column->setSpacing(metrics::kGap);
    for (QWidget* part : std::initializer_list<QWidget*>{m_teach, m_stop, m_bar, m_sentence, m_problem,
                                                         m_report, makeHistory(), more})
        column->addWidget(part);
    column->addStretch(1);
    connect(m_teach, &QPushButton::clicked, this, [this] { Q_EMIT teachRequested(options()); });
    connect(m_stop, &QPushButton::clicked, this, &FineTuneCard::stopRequested);
    refresh();
}

QWidget* FineTuneCard::makeMore()
{
    const FineTuneOptions usual;
    auto* box = new QWidget(this);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::kUnit);
    m_steps = new NumberRow(u"fineTuneSteps"_s, kSteps, box);
    m_steps->setCaption(tr("Steps"), tr("Batches that are learnt from"));
    m_rate = new NumberRow(u"fineTuneRate"_s, kRate, box);
    m_rate->setCaption(tr("Learning rate"), tr("Of AdamW, at its highest"));
    m_replay = new NumberRow(u"fineTuneReplay"_s, kReplay, box);
    m_replay->setCaption(tr("Replay"),
                         tr("Share of each batch that comes from the training set, so that what "
                            "the network knows is not forgotten"));
    m_steps->setValue(usual.steps);
    m_rate->setValue(usual.learningRate);
    m_replay->setValue(rest(usual.sampleShare));

    auto* caption = new QLabel(tr("Learns"), box);
    setRole(caption, u"muted"_s);
    caption->setFont(glyphscope::font(TextStyle::Caption));
    m_frozen = new QComboBox(box);
    m_frozen->setObjectName(u"fineTuneFreeze"_s);
    m_frozen->setAccessibleName(tr("What learns"));
    m_frozen->addItems({tr("All layers"), tr("All but the convolutions"), tr("The last layer only")});
    m_frozen->setToolTip(tr("The other layers keep their weights"));
    m_frozen->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_frozen->setMinimumContentsLength(12);
    guardWheel(m_frozen);
    const auto chosen = std::ranges::find(kFreezings, usual.freezing);
    m_frozen->setCurrentIndex(static_cast<int>(chosen - kFreezings.begin()));
    caption->setBuddy(m_frozen);

    const int wide = QFontMetrics(caption->font()).horizontalAdvance(tr("Learning rate")) + 2;
    caption->setFixedWidth(wide);
    for (NumberRow* row : {m_steps, m_rate, m_replay}) {
        row->setCaptionWidth(wide);
        column->addWidget(row);
        connect(row, &NumberRow::valueChanged, this, &FineTuneCard::refresh);
    }
    auto* row = new QHBoxLayout;
    row->setSpacing(metrics::kGap);
    row->addWidget(caption);
    row->addWidget(m_frozen, 1);
    column->addLayout(row);
    return box;
}

QWidget* FineTuneCard::makeHistory()
{
    auto* box = new QWidget(this);
    m_undo = makeButton<QToolButton>(u"fineTuneUndo"_s, tr("Undo"), u"undo"_s, box);
    m_redo = makeButton<QToolButton>(u"fineTuneRedo"_s, tr("Redo"), u"redo"_s, box);
    m_shipped =
        makeButton<QToolButton>(u"fineTuneShipped"_s, tr("Back to the shipped weights"), u"reset"_s, box);
    m_shipped->setToolTip(tr("This can be undone, too"));
    auto* grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(metrics::kUnit);
    grid->addWidget(m_undo, 0, 0);
    grid->addWidget(m_redo, 0, 1);
    grid->addWidget(m_shipped, 1, 0, 1, 3, Qt::AlignLeft);
    grid->setColumnStretch(2, 1);
    connect(m_undo, &QToolButton::clicked, this, &FineTuneCard::undoRequested);
    connect(m_redo, &QToolButton::clicked, this, &FineTuneCard::redoRequested);
    connect(m_shipped, &QToolButton::clicked, this, &FineTuneCard::shippedRequested);
    return box;
}

FineTuneOptions FineTuneCard::options() const
{
    FineTuneOptions options;
    options.steps = static_cast<int>(std::lround(m_steps->value()));
    options.learningRate = m_rate->value();
    options.sampleShare = rest(m_replay->value());
    options.freezing = kFreezings[static_cast<std::size_t>(std::max(0, m_frozen->currentIndex()))];
    return options;
}

QWidget* FineTuneCard::report() const
{
    return m_report;
}

void FineTuneCard::setClasses(const ClassSet& classes)
{
    m_report->setClasses(classes);
}

void FineTuneCard::setSampleCount(int count, int ofOtherClasses)
{
    m_samples = count;
    m_others = ofOtherClasses;
    refresh();
}

void FineTuneCard::setProgress(std::optional<double> share)
{
    m_progress = share;
    refresh();
}

void FineTuneCard::setReport(const std::shared_ptr<const FineTuneReport>& report)
{
    m_report->setReport(report);
}

void FineTuneCard::setReportInPlace(bool inPlace)
{
    m_report->setInPlace(inPlace);
}

void FineTuneCard::setHistory(const QString& undo, const QString& redo)
{
    m_undoText = undo;
    m_redoText = redo;
    refresh();
}

void FineTuneCard::setEngineReady(bool ready)
{
    m_ready = ready;
    refresh();
}

void FineTuneCard::setProblem(const QString& problem)
{
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
}

QString FineTuneCard::sentence() const
{
    if (m_progress)
        return tr("Learning: %1 %. The answer follows it. Stop, and all is as it was before.")
            .arg(std::lround(100 * *m_progress));
    const QString leftOut =
        m_others == 0
            ? QString()
            : tr("Left out, since the weights do not know their classes: %1.").arg(samplesText(m_others));
    if (m_samples == 0 && m_others > 0)
        return sentences({tr("It learns from samples of its own classes. There are none yet."), leftOut});
    if (m_samples == 0)
        return tr("It learns from samples of yours. There are none yet.");
    const FineTuneOptions wanted = options();
    const int replay = static_cast<int>(std::lround(100 * rest(wanted.sampleShare)));
    const QString words =
        replay > 0 ? tr("Trains %Ln step(s) on your %1, with %2 % of each batch replayed from the training "
                        "set so that nothing is forgotten.",
                        nullptr, wanted.steps)
                         .arg(samplesText(m_samples), countText(replay))
                   : tr("Trains %Ln step(s) on your %1.", nullptr, wanted.steps).arg(samplesText(m_samples));
    return sentences({words,
                      tr("Of three samples of a class or more, a fifth is kept back to see what it gains. It "
                         "can be undone "
                         "exactly."),
                      leftOut});
}

void FineTuneCard::refresh()
{
    const bool running = m_progress.has_value();
    m_teach->setVisible(!running);
    m_teach->setEnabled(m_ready && m_samples > 0);
    m_stop->setVisible(running);
    m_bar->setVisible(running);
    m_bar->setValue(static_cast<int>(std::lround(1000 * std::clamp(m_progress.value_or(0), 0.0, 1.0))));
    m_sentence->setText(sentence());
    m_more->setEnabled(!running);
    m_undo->setEnabled(!running && !m_undoText.isEmpty());
    m_undo->setToolTip(m_undoText.isEmpty() ? tr("Nothing to undo") : tr("Undo: %1").arg(m_undoText));
    m_redo->setEnabled(!running && !m_redoText.isEmpty());
    m_redo->setToolTip(m_redoText.isEmpty() ? tr("Nothing to redo") : tr("Redo: %1").arg(m_redoText));
    m_shipped->setEnabled(!running && m_ready);
}

}  // namespace glyphscope
