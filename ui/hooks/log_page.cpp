// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/hooks/log_page.h"

#include "ui/hooks/hook_log_model.h"
#include "ui/hooks/hook_words.h"
#include "ui/style/icons.h"
#include "ui/style/roles.h"
#include "ui/style/theme.h"
#include "ui/text/joined_text.h"
#include "ui/text/number_text.h"
#include "ui/widgets/parts.h"

#include <QtCore/QSignalBlocker>
#include <QtCore/QTimer>
#include <QtGui/QClipboard>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QApplication>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QTableView>
#include <QtWidgets/QToolButton>

using namespace Qt::StringLiterals;

namespace glyphscope {

namespace {

constexpr int kFrame = 50;  // milliseconds between two looks at what came
constexpr int kOneRowOfTools = 560;
constexpr int kRoomForTime = 320;
constexpr int kRoomForKind = 430;
constexpr int kRoomForFullLog = 640;
constexpr HookKind kLoggedKinds[] = {HookKind::ForwardPre, HookKind::Forward, HookKind::FullBackwardPre,
                                     HookKind::FullBackward};

template <typename Widget>
Widget* namedInLog(Widget* widget, const QString& name, const QString& words, const QString& tip)
{
    widget->setObjectName(u"hooks."_s + name);
    widget->setAccessibleName(words);
    widget->setToolTip(tip);
    return widget;
}

}  // namespace

HookLogPage::HookLogPage(QWidget* parent)
    : QWidget(parent), m_model(new HookLogModel(this)), m_clock(new QTimer(this))
{
    setObjectName(u"hooks.logPage"_s);
    m_clock->setSingleShot(true);
    m_clock->setInterval(kFrame);
    connect(m_clock, &QTimer::timeout, this, &HookLogPage::flush);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::kUnit);
    layout->setSizeConstraint(QLayout::SetNoConstraint);  // the arrangement follows the size
    m_tools = new QGridLayout;
    m_tools->setSpacing(metrics::kUnit);
    layout->addLayout(m_tools);
    QFrame* card = makeCard(this);
    auto* inside = new QVBoxLayout(card);
    inside->setContentsMargins(metrics::kUnit, metrics::kUnit, metrics::kUnit, metrics::kUnit);
    m_stack = new QStackedWidget(card);
    m_empty = new QLabel(m_stack);
    m_empty->setObjectName(u"hooks.logEmpty"_s);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setMargin(metrics::kPadding);
    setRole(m_empty, u"muted"_s);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(buildTable());
    inside->addWidget(m_stack);
    layout->addWidget(card, 1);
    auto* end = new QHBoxLayout;
    end->setContentsMargins(metrics::kGap, 0, 0, 0);
    m_state = new QLabel(this);
    m_state->setObjectName(u"hooks.logState"_s);
    m_state->setFont(glyphscope::font(TextStyle::Caption));
    setRole(m_state, u"muted"_s);
    m_end = namedInLog(new QPushButton(tr("To the end"), this), u"logEnd"_s, tr("To the end"),
                       tr("Show the newest line and follow the log again"));
    end->addWidget(m_state, 1);
    end->addWidget(m_end);
    layout->addLayout(end);
    buildTools();
    connect(m_end, &QPushButton::clicked, this, [this] {
        m_table->scrollToBottom();
        showState();
    });
    connect(m_table->verticalScrollBar(), &QScrollBar::valueChanged, this, &HookLogPage::showState);
    arrange();
    showState();
}

void HookLogPage::buildTools()
{
    m_text = namedInLog(new QLineEdit(this), u"logFilter"_s, tr("Filter"),
                        tr("Only lines that hold every one of these words"));
    m_text->setPlaceholderText(tr("Filter"));
    m_text->setClearButtonEnabled(true);
    m_kind =
        namedInLog(new QComboBox(this), u"logKind"_s, tr("Kind"), tr("Only calls of hooks of this kind"));
    m_kind->addItem(tr("All kinds"), -1);
    for (const HookKind kind : kLoggedKinds)
        m_kind->addItem(hookwords::kind(kind), static_cast<int>(kind));
    m_module = namedInLog(new QComboBox(this), u"logModule"_s, tr("Module"), tr("Only calls at this module"));
    m_module->addItem(tr("All modules"), QString());
    for (QComboBox* box : {m_kind, m_module}) {
        // as wide as what it shows while nothing is chosen; the modules of a large network may be cut
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(static_cast<int>(box->itemText(0).size()));
        connect(box, &QComboBox::currentIndexChanged, this, &HookLogPage::filter);
    }
    m_pause = namedInLog(new QPushButton(tr("Pause"), this), u"logPause"_s, tr("Pause"),
                         tr("Paused, the log stands still and hooks call for less work"));
    m_pause->setCheckable(true);
    m_clear = namedInLog(new QToolButton(this), u"logClear"_s, tr("Clear"), tr("Forget all lines"));
    m_clear->setIcon(icon(u"clear"_s));
    m_save = namedInLog(new QToolButton(this), u"logSave"_s, tr("Save"), tr("Save the lines shown as CSV"));
    m_save->setIcon(icon(u"save"_s));
    for (QToolButton* button : {m_clear, m_save})
        button->setIconSize({16, 16});
    connect(m_text, &QLineEdit::textChanged, this, &HookLogPage::filter);
    connect(m_pause, &QPushButton::toggled, this, [this](bool paused) {
        m_pause->setText(paused ? tr("Resume") : tr("Pause"));
        if (paused)
            flush();
        tellWanted();
        showState();
    });
    connect(m_clear, &QToolButton::clicked, this, &HookLogPage::clear);
    connect(m_save, &QToolButton::clicked, this, [this] {
        flush();
        Q_EMIT saveRequested(m_model->csv());
    });
}

QTableView* HookLogPage::buildTable()
{
    m_table = namedInLog(new QTableView(m_stack), u"log"_s, tr("Log"), {});
    m_table->setModel(m_model);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setEditTriggers(QTableView::NoEditTriggers);
    m_table->setSelectionBehavior(QTableView::SelectRows);
    m_table->setTabKeyNavigation(false);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->setFont(glyphscope::font(TextStyle::Caption));
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setMinimumSectionSize(12);
    m_table->verticalHeader()->setDefaultSectionSize(m_table->fontMetrics().height() + 5);
    QHeaderView* header = m_table->horizontalHeader();
    header->setFont(m_table->font());
    header->setHighlightSections(false);
    header->setSectionsClickable(false);
    header->setMinimumSectionSize(30);
    header->setSectionResizeMode(QHeaderView::Fixed);
    header->setStyleSheet(u"QHeaderView::section { padding: 4px 3px; }"_s);
    m_table->setMinimumHeight(60);
    return m_table;
}

QSize HookLogPage::minimumSizeHint() const
{
    return {264, 160};
}

void HookLogPage::arrange()
{
    const bool oneRow = width() >= kOneRowOfTools;
    QWidget* const parts[] = {m_text, m_kind, m_module, m_pause, m_clear, m_save};
    for (QWidget* part : parts)
        m_tools->removeWidget(part);
    for (int column = 0; column < 6; ++column)
        m_tools->setColumnStretch(column, 0);
    if (oneRow) {
        for (int column = 0; column < 6; ++column)
            m_tools->addWidget(parts[column], 0, column);
        m_tools->setColumnStretch(0, 1);
    } else {
        m_tools->addWidget(m_text, 0, 0, 1, 2);
        m_tools->addWidget(m_pause, 0, 2, 1, 2);
        m_tools->addWidget(m_kind, 1, 0);
        m_tools->addWidget(m_module, 1, 1);
        m_tools->addWidget(m_clear, 1, 2);
        m_tools->addWidget(m_save, 1, 3);
        m_tools->setColumnStretch(0, 1);
        m_tools->setColumnStretch(1, 1);
    }
    arrangeColumns();
}

void HookLogPage::arrangeColumns()
{
    m_table->setColumnHidden(HookLogModel::Time, width() < kRoomForTime);
    m_table->setColumnHidden(HookLogModel::Kind, width() < kRoomForKind);
    m_table->setColumnHidden(HookLogModel::Range, width() < kRoomForFullLog);
    m_table->setColumnHidden(HookLogModel::Shape, width() < kRoomForFullLog);
    const QFontMetrics measure(m_table->font());
    const QStringList widest{u"step 12345"_s,
                             hookwords::kind(HookKind::FullBackwardPre),
                             u"flatten1"_s,
                             u"\u22120.123 \u00B1 0.1234"_s,
                             u"\u221210.1 to 10.12"_s,
                             u"32 \u00D7 28 \u00D7 28"_s,
                             u"1,234.5 \u00B5s"_s};
    int room = width() - 2 * metrics::kUnit - m_table->verticalScrollBar()->sizeHint().width() - 4;
    int columns = 0;
    for (int column = 0; column < HookLogModel::ColumnCount; ++column)
        if (!m_table->isColumnHidden(column)) {
            room -= measure.horizontalAdvance(widest[column]) + metrics::kGap;
            ++columns;
        }
    const int extra = std::max(0, room) / std::max(1, columns);  // shared out evenly
    for (int column = 0; column < HookLogModel::ColumnCount; ++column)
        m_table->setColumnWidth(column, measure.horizontalAdvance(widest[column]) + metrics::kGap + extra);
}

void HookLogPage::setPlaces(const std::vector<HookPlace>& places)
{
    const QString before = m_module->currentData().toString();
    const QSignalBlocker quiet(m_module);
    while (m_module->count() > 1)
        m_module->removeItem(1);
    for (const HookPlace& place : places)
        m_module->addItem(QString::fromStdString(place.name), QString::fromStdString(place.name));
    m_module->setCurrentIndex(std::max(0, m_module->findData(before)));
    filter();
}

void HookLogPage::append(const std::vector<HookEvent>& events)
{
    if (m_pause->isChecked() || events.empty())
        return;
    m_pending.insert(m_pending.end(), events.begin(), events.end());
    if (m_pending.size() > 2 * HookLogModel::kMostLines)  // nobody looks: the newest are enough
        m_pending.erase(m_pending.begin(), m_pending.end() - HookLogModel::kMostLines);
    if (isVisible() && !m_clock->isActive())
        m_clock->start();
}

bool HookLogPage::follows() const
{
    const QScrollBar* bar = m_table->verticalScrollBar();
    return bar->value() >= bar->maximum();
}

void HookLogPage::flush()
{
    m_clock->stop();
    if (m_pending.empty())
        return;
    const bool follow = follows();
    QScrollBar* bar = m_table->verticalScrollBar();
    int gone = 0;  // lines that went at the top: those in sight stay where they are
    const auto counting =
        connect(m_model, &HookLogModel::rowsRemoved, this,
                [&gone](const QModelIndex&, int first, int last) { gone += last - first + 1; });
    const int before = bar->value();
    m_model->append(std::exchange(m_pending, {}));
    disconnect(counting);
    if (follow)
        m_table->scrollToBottom();
    else if (gone > 0)
        bar->setValue(std::max(0, before - gone));
    showState();
}

void HookLogPage::filter()
{
    HookLogFilter wanted;
    wanted.text = m_text->text();
    if (const int kind = m_kind->currentData().toInt(); kind >= 0)
        wanted.kind = static_cast<HookKind>(kind);
    wanted.module = m_module->currentData().toString().toStdString();
    m_model->setFilter(wanted);
    m_table->scrollToBottom();
    showState();
}

void HookLogPage::clear()
{
    m_pending.clear();
    m_model->clear();
    showState();
}

void HookLogPage::showState()
{
    const int shown = m_model->rowCount();
    const int lines = m_model->lineCount();
    m_stack->setCurrentIndex(shown > 0 ? 1 : 0);
    if (lines > 0)
        m_empty->setText(tr("No line passes the filter."));
    else if (m_pause->isChecked())
        m_empty->setText(tr("Paused. Resume to see the calls of the hooks."));
    else
        m_empty->setText(tr("Every call of a hook is a line here. Add a hook, then write a digit or train."));
    QStringList state;
    if (static_cast<std::size_t>(lines) == HookLogModel::kMostLines)
        state << tr("The newest %1 lines").arg(countText(lines));
    else if (lines > 0)
        state << tr("%Ln line(s)", nullptr, lines);
    if (!m_model->filter().all() && lines > 0)
        state << tr("%1 shown").arg(countText(shown));
    if (m_pause->isChecked() && lines > 0)
        state << tr("paused");
    m_state->setText(listText(state));
    m_end->setVisible(shown > 0 && !follows());
    m_clear->setEnabled(lines > 0);
    m_save->setEnabled(shown > 0);
}

bool HookLogPage::wanted() const
{
    return isVisible() && !m_pause->isChecked();
}

void HookLogPage::tellWanted()
{
    if (m_told == wanted())
        return;
    m_told = !m_told;
    Q_EMIT wantedChanged(m_told);
}

void HookLogPage::copySelected()
{
    QModelIndexList rows = m_table->selectionModel()->selectedRows();
    std::ranges::sort(rows, {}, &QModelIndex::row);
    QStringList lines;
    for (const QModelIndex& index : rows)
        lines << logWords(m_model->lineAt(index.row()).event).join(u'\t');
    if (!lines.isEmpty())
        QApplication::clipboard()->setText(lines.join(u'\n'));
}

bool HookLogPage::event(QEvent* event)
{
    // The window copies the drawing with the same key; here it is the lines that are meant.
    if (event->type() == QEvent::ShortcutOverride &&
        static_cast<QKeyEvent*>(event)->matches(QKeySequence::Copy) && m_table->hasFocus()) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void HookLogPage::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy) && m_table->hasFocus())
        copySelected();
    else
        QWidget::keyPressEvent(event);
}

void HookLogPage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void HookLogPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    flush();
    tellWanted();
}

void HookLogPage::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    m_clock->stop();
    tellWanted();
}

}  // namespace glyphscope
