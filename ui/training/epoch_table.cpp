// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/epoch_table.h"

#include "ui/style/icons.h"
#include "ui/style/theme.h"
#include "ui/text/number_text.h"

#include <QtCore/QEvent>
#include <QtGui/QClipboard>
#include <QtGui/QContextMenuEvent>
#include <QtGui/QGuiApplication>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QMenu>
#include <QtWidgets/QScrollBar>

#include <algorithm>
#include <array>
#include <numeric>

namespace glyphscope {
namespace {

using namespace Qt::StringLiterals;

constexpr int kCellMargins = 12;

QString starred(const QString& text, bool best)
{
    return best ? u"\u2605 "_s + text : text;
}

}  // namespace

EpochTable::EpochTable(QWidget* parent) : QTableWidget(0, kColumns, parent)
{
    setObjectName(u"training.epochsTable"_s);
    setAccessibleName(tr("Epochs"));
    buildHeader();
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + metrics::kGap);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setAlternatingRowColors(true);
    setEditTriggers(NoEditTriggers);
    setSelectionBehavior(SelectRows);
    setHorizontalScrollMode(ScrollPerPixel);
    setTabKeyNavigation(false);
    for (const int column : {ValidationLoss, ValidationAccuracy})
        setColumnHidden(column, true);
}

void EpochTable::buildHeader()
{
    setHorizontalHeaderLabels({tr("Epoch"), tr("Train loss"), tr("Train acc."), tr("Val. loss"),
                               tr("Val. acc."), tr("Test loss"), tr("Test acc."), tr("Time")});
    const QStringList tips{tr("Passes over the training set; the best one has a star"),
                           tr("Mean loss over the batches since the row above"),
                           tr("Share of the batches' images read correctly, before each step"),
                           tr("Mean cross-entropy on the images held out"),
                           tr("Share of the images held out that is read correctly"),
                           tr("Mean cross-entropy on the test set"),
                           tr("Share of the test set read correctly"),
                           tr("Time of training since the run began")};
    QHeaderView* header = horizontalHeader();
    header->setFont(glyphscope::font(TextStyle::Caption));
    header->setStyleSheet(u"QHeaderView::section { padding: 4px; }"_s);
    header->setSectionResizeMode(QHeaderView::Fixed);
    header->setHighlightSections(false);
    header->setSectionsClickable(false);
    header->setMinimumSectionSize(36);
    for (int i = 0; i < columnCount(); ++i) {
        horizontalHeaderItem(i)->setToolTip(tips[i]);
        horizontalHeaderItem(i)->setFont(header->font());
        horizontalHeaderItem(i)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    }
}

void EpochTable::add(const EpochStats& epoch)
{
    const QScrollBar* bar = verticalScrollBar();
    const bool atEnd = bar->value() == bar->maximum();
    if (epoch.validated && !m_validated) {
        m_validated = true;
        for (const int column : {ValidationLoss, ValidationAccuracy})
            setColumnHidden(column, false);
    }
    const int row = rowCount();
    insertRow(row);
    const std::array<QString, kColumns> texts{QString::number(epoch.epoch),
                                              lossText(epoch.trainLoss),
                                              percentText(epoch.trainAccuracy),
                                              epoch.validated ? lossText(epoch.validationLoss) : QString(),
                                              epoch.validated ? percentText(epoch.validationAccuracy)
                                                              : QString(),
                                              lossText(epoch.testLoss),
                                              percentText(epoch.testAccuracy),
                                              durationText(epoch.seconds)};
    for (int i = 0; i < kColumns; ++i) {
        auto* cell = new QTableWidgetItem(texts[static_cast<std::size_t>(i)]);
        cell->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        cell->setToolTip(tr("After step %1").arg(countText(static_cast<double>(epoch.step))));
        setItem(row, i, cell);
    }
    item(row, Epoch)->setData(Qt::UserRole, texts[Epoch]);
    if (m_best < 0 || epoch.judgedAccuracy() > m_bestAccuracy) {
        mark(m_best, false);
        m_best = row;
        m_bestAccuracy = epoch.judgedAccuracy();
        mark(m_best, true);
    }
    fitColumns();
    if (atEnd)
        scrollToBottom();
}

void EpochTable::clearRows()
{
    setRowCount(0);
    m_best = -1;
    m_validated = false;
    for (const int column : {ValidationLoss, ValidationAccuracy})
        setColumnHidden(column, true);
    fitColumns();
}

void EpochTable::mark(int row, bool best)
{
    if (row < 0)
        return;
    QFont weight = QTableWidget::font();
    weight.setWeight(best ? QFont::DemiBold : QFont::Normal);
    for (const int column : {int(Epoch), int(m_validated ? ValidationAccuracy : TestAccuracy)}) {
        item(row, column)->setFont(weight);
        item(row, column)->setForeground(best ? theme().accent : theme().text);
    }
    item(row, Epoch)->setText(starred(item(row, Epoch)->data(Qt::UserRole).toString(), best));
}

/// Every column as wide as it needs; what is left is shared among all, what is lacking scrolls.
void EpochTable::fitColumns()
{
    std::vector<int> shown;
    std::vector<int> widths;
    const QFontMetrics captions(glyphscope::font(TextStyle::Caption));
    const QFontMetrics numbers(QTableWidget::font());
    for (int i = 0; i < kColumns; ++i) {
        if (isColumnHidden(i))
            continue;
        shown.push_back(i);
        int wide = captions.horizontalAdvance(horizontalHeaderItem(i)->text());
        if (rowCount() > 0)
            wide = std::max(wide, numbers.horizontalAdvance(item(rowCount() - 1, i)->text()));
        widths.push_back(wide + kCellMargins);
    }
    const int room = viewport()->width() - std::accumulate(widths.begin(), widths.end(), 0);
    const int more = std::max(0, room / static_cast<int>(shown.size()));
    for (std::size_t i = 0; i < shown.size(); ++i)
        setColumnWidth(shown[i], widths[i] + more);
}

QString EpochTable::copied() const
{
    std::vector<int> rows;
    for (int row = 0; row < rowCount(); ++row)
        if (selectedItems().isEmpty() || item(row, Epoch)->isSelected())
            rows.push_back(row);
    const auto line = [this](auto&& textOf) {
        QStringList cells;
        for (int column = 0; column < kColumns; ++column)
            if (!isColumnHidden(column))
                cells += QString(textOf(column)).replace(u'\u00a0', u' ');
        return cells.join(u'\t') + u'\n';
    };
    QString text = line([this](int column) { return horizontalHeaderItem(column)->text(); });
    for (const int row : rows)
        text += line([this, row](int column) {
            return column == Epoch ? item(row, Epoch)->data(Qt::UserRole).toString()
                                   : item(row, column)->text();
        });
    return text;
}

void EpochTable::copy() const
{
    QGuiApplication::clipboard()->setText(copied());
}

void EpochTable::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy))
        copy();
    else
        QTableWidget::keyPressEvent(event);
}

void EpochTable::contextMenuEvent(QContextMenuEvent* event)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction* action =
        menu->addAction(icon(u"copy"_s), selectedItems().isEmpty() ? tr("&Copy all rows") : tr("&Copy"));
    action->setShortcut(QKeySequence::Copy);
    connect(action, &QAction::triggered, this, &EpochTable::copy);
    menu->popup(event->globalPos());
}

void EpochTable::resizeEvent(QResizeEvent* event)
{
    QTableWidget::resizeEvent(event);
    fitColumns();
}

void EpochTable::changeEvent(QEvent* event)
{
    QTableWidget::changeEvent(event);
    if (event->type() != QEvent::PaletteChange)
        return;
    for (int row = 0; row < rowCount(); ++row)
        mark(row, row == m_best);
}

}  // namespace glyphscope
