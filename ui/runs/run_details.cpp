// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/run_details.h"

#include "ui/runs/fact_sheet.h"
#include "ui/runs/note_edit.h"
#include "ui/runs/run_text.h"
#include "ui/runs/scrubber.h"
#include "ui/style/roles.h"
#include "ui/style/theme.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/wrapping_row.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QFrame>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

using namespace Qt::StringLiterals;

namespace glyphscope {

namespace {

constexpr int kFactsBesideFrom = 600;

QString fateRole(RunState state)
{
    return state == RunState::Failed ? u"bad"_s : u"caution"_s;
}

}  // namespace

QLabel* makeHeading(const QString& text, QWidget* parent)
{
    auto* heading = new QLabel(text, parent);
    heading->setFont(glyphscope::font(TextStyle::Heading));
    heading->setWordWrap(true);
    heading->setTextFormat(Qt::PlainText);
    return heading;
}

RunDetails::RunDetails(QWidget* parent) : QWidget(parent)
{
    setObjectName(u"runs.details"_s);
    auto* column = new QVBoxLayout;
    column->setSpacing(metrics::kPadding);
    for (QWidget* part : {makeHead(), makeButtons(), makeScrubCard(), makeNote()})
        column->addWidget(part);
    column->addStretch(1);
    m_columns = new QBoxLayout(QBoxLayout::TopToBottom, this);
    m_columns->setContentsMargins(metrics::kPadding, metrics::kGap, metrics::kPadding, metrics::kPadding);
    m_columns->setSpacing(metrics::kPadding);
    m_columns->addLayout(column, 1);
    m_columns->addWidget(makeFacts(), 1);
    connectParts();
    refresh();
}

QWidget* RunDetails::makeHead()
{
    auto* box = new QWidget(this);
    m_title = makeHeading({}, box);
    m_title->setObjectName(u"runs.title"_s);
    m_title->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_summary = makeWords(u"runs.summary"_s, {}, box);
    setRole(m_summary, u"muted"_s);
    m_fate = makeWords(u"runs.fate"_s, {}, box);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::kUnit);
    for (QWidget* part : {m_title, m_summary, m_fate})
        column->addWidget(part);
    return box;
}

QWidget* RunDetails::makeButtons()
{
    auto* box = new QWidget(this);
    m_resume = makeButton<QPushButton>(u"runs.resume"_s, tr("Resume"), u"play"_s, box);
    m_use = makeButton<QPushButton>(u"runs.use"_s, tr("Use the best"), u"check"_s, box);
    m_folder = makeButton<QPushButton>(u"runs.folder"_s, tr("Folder"), u"open"_s, box);
    m_trash = makeButton<QPushButton>(u"runs.trash"_s, tr("Move to trash"), u"clear"_s, box);
    m_folder->setToolTip(tr("Show its files"));
    auto* row = new WrappingRow(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::kGap);
    for (QPushButton* button : {m_resume, m_use, m_folder, m_trash})
        row->addWidget(button);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    box->setSizePolicy(policy);
    return box;
}

QWidget* RunDetails::makeScrubCard()
{
    QFrame* card = makeCard(this);
    m_scrubber = new Scrubber(card);
    auto* column = new QVBoxLayout(card);
    column->setContentsMargins(metrics::kPadding, metrics::kGap, metrics::kPadding, metrics::kGap);
    column->setSpacing(metrics::kUnit);
    column->addWidget(makeHeading(tr("Checkpoints"), card));
    column->addWidget(m_scrubber);
    return card;
}

QWidget* RunDetails::makeNote()
{
    QFrame* card = makeCard(this);
    m_note = new NoteEdit(card);
    auto* column = new QVBoxLayout(card);
    column->setContentsMargins(metrics::kUnit, metrics::kUnit, metrics::kUnit, metrics::kUnit);
    column->addWidget(m_note);
    return card;
}

QWidget* RunDetails::makeFacts()
{
    auto* box = new QWidget(this);
    m_figures = new FactSheet(box);
    m_figures->setObjectName(u"runs.figures"_s);
    m_figures->setAccessibleName(tr("Results"));
    m_settings = new FactSheet(box);
    m_settings->setObjectName(u"runs.settings"_s);
    m_settings->setAccessibleName(tr("Settings"));
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::kUnit);
    column->addWidget(makeHeading(tr("Results"), box));
    column->addWidget(m_figures);
    column->addSpacing(metrics::kGap);
    column->addWidget(makeHeading(tr("Settings"), box));
    column->addWidget(m_settings);
    column->addStretch(1);
    return box;
}

void RunDetails::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_columns->setDirection(width() >= kFactsBesideFrom ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

void RunDetails::connectParts()
{
    connect(m_resume, &QPushButton::clicked, this, [this] { Q_EMIT resumeWanted(id()); });
    connect(m_use, &QPushButton::clicked, this, &RunDetails::use);
    connect(m_folder, &QPushButton::clicked, this, [this] { Q_EMIT folderWanted(id()); });
    connect(m_trash, &QPushButton::clicked, this, [this] { Q_EMIT trashWanted(id()); });
    connect(m_note, &NoteEdit::edited, this, [this](const QString& note) {
        m_run.note = note.toStdString();
        Q_EMIT noteEdited(id(), note);
    });
    connect(m_scrubber, &Scrubber::scrubbed, this, [this](std::int64_t step) {
        refresh();
        Q_EMIT scrubbed(id(), step);
    });
    connect(m_scrubber, &Scrubber::ended, this, [this] {
        refresh();
        Q_EMIT scrubEnded();
    });
}

void RunDetails::setRun(const RunInfo& run, const QString& active)
{
    const bool another = run.id != m_run.id;
    if (another)
        leave();
    m_run = run;
    m_active = active;
    if (another)
        m_scrubber->setCheckpoints({});
    refresh();
}

void RunDetails::setCheckpoints(const std::vector<RunCheckpoint>& checkpoints)
{
    m_scrubber->setCheckpoints(checkpoints);
    refresh();
}

void RunDetails::setEngineReady(bool ready)
{
    m_ready = ready;
    m_scrubber->setReady(ready);
    refresh();
}

void RunDetails::setPaused(bool paused)
{
    m_paused = paused;
    refresh();
}

void RunDetails::leave()
{
    m_note->save();
    m_scrubber->end();
}

void RunDetails::clear()
{
    setRun({}, {});
}

bool RunDetails::isScrubbing() const
{
    return m_scrubber->step().has_value();
}

void RunDetails::endScrubbing()
{
    m_scrubber->end();
}

void RunDetails::use()
{
    const std::int64_t step = m_scrubber->step().value_or(-1);
    m_scrubber->end();  // first: what is looked at must not hide what is put in place
    Q_EMIT useWanted(id(), step);
}

void RunDetails::refresh()
{
    m_title->setText(QString::fromStdString(m_run.name));
    m_summary->setText(summaryText(m_run));
    const QString fate = fateText(m_run);
    m_fate->setText(fate);
    m_fate->setVisible(!fate.isEmpty());
    setRole(m_fate, fateRole(m_run.state));
    const auto offer = [](QPushButton* button, const QString& problem, const QString& tip) {
        button->setEnabled(problem.isEmpty());
        button->setToolTip(problem.isEmpty() ? tip : problem);
    };
    const auto withEngine = [this](const QString& problem) {
        return problem.isEmpty() && !m_ready ? tr("The engine is still being loaded.") : problem;
    };
    const auto step = m_scrubber->step();
    offer(m_resume, withEngine(resumeProblem(m_run, m_active)),
          tr("Resume it at its last step, as if it had never been stopped"));
    offer(m_use, withEngine(useProblem(m_run, m_scrubber->hasCheckpoints())),
          step ? tr("Read and train with the weights of step %1").arg(*step)
               : tr("Read and train with its best weights"));
    m_use->setText(step ? tr("Use these") : tr("Use the best"));
    offer(m_trash, trashProblem(m_run, m_active), tr("Throw it away; that can be undone (Delete)"));
    m_note->setNote(QString::fromStdString(m_run.note));
    m_figures->setFacts(figuresOf(m_run, m_paused && id() == m_active));
    m_settings->setFacts(settingsOf(m_run));
}

}  // namespace glyphscope
