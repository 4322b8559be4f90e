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
    m_titles = {tr("Epoch"),
                tr("Train loss"),
                tr("Train accuracy"),
                tr("Validation loss"),
                tr("Validation accuracy"),
                tr("Test loss"),
                tr("Test accuracy"),
                tr("Time")};
    setHorizontalHeaderLabels(m_titles);
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
    std::vector<int> widths = widthsFor(m_titles);
    QStringList titles = m_titles;
    if (std::accumulate(widths.begin(), widths.end(), 0) > viewport()->width()) {
        titles.replaceInStrings(u" "_s, u"\n"_s);
        widths = widthsFor(titles);
    }
    for (int i = 0; i < kColumns; ++i)
        horizontalHeaderItem(i)->setText(titles[i]);
    const auto shown = std::count_if(widths.begin(), widths.end(), [](int wide) { return wide > 0; });
    const int room = viewport()->width() - std::accumulate(widths.begin(), widths.end(), 0);
    const int more = std::max(0, room / static_cast<int>(shown));
    for (int i = 0; i < kColumns; ++i)
        if (!isColumnHidden(i))
            setColumnWidth(i, widths[static_cast<std::size_t>(i)] + more);
}

/// What each column needs under those titles; nothing for one that is hidden.
std::vector<int> EpochTable::widthsFor(const QStringList& titles) const
{
    const QFontMetrics captions(glyphscope::font(TextStyle::Caption));
    const QFontMetrics numbers(QTableWidget::font());
    std::vector<int> widths(kColumns, 0);
    for (int i = 0; i < kColumns; ++i) {
        if (isColumnHidden(i))
            continue;
        int wide = captions.size(0, titles[i]).width();
        if (rowCount() > 0)
            wide = std::max(wide, numbers.horizontalAdvance(item(rowCount() - 1, i)->text()));
        widths[static_cast<std::size_t>(i)] = wide + kCellMargins;
    }
    return widths;
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
    QString text = line([this](int column) { return m_titles[column]; });
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
