// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/epoch_table.h"

#include "ui/style/theme.h"
#include "ui/training/training_numbers.h"

#include <QtCore/QEvent>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QScrollBar>

#include <algorithm>

namespace glyphscope {

using namespace Qt::StringLiterals;

EpochTable::EpochTable(QWidget* parent) : QTableWidget(0, 5, parent)
{
    setObjectName(u"training.epochsTable"_s);
    setAccessibleName(tr("Epochs"));
    setHorizontalHeaderLabels({tr("Epoch"), tr("Train loss"), tr("Test loss"), tr("Test acc."), tr("Time")});
    const QStringList tips{tr("Passes over the training set"),
                           tr("Mean loss over the batches since the row above"),
                           tr("Mean cross-entropy on the test set"),
                           tr("Share of the test set read correctly; the best row is marked"),
                           tr("Wall-clock time since the run began")};
    for (int i = 0; i < columnCount(); ++i) {
        horizontalHeaderItem(i)->setToolTip(tips[i]);
        horizontalHeaderItem(i)->setFont(glyphscope::font(TextStyle::Caption));
        horizontalHeaderItem(i)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    }
    horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    horizontalHeader()->setStyleSheet(u"QHeaderView::section { padding: 4px; }"_s);
    for (const int narrow : {0, 4})
        horizontalHeader()->setSectionResizeMode(narrow, QHeaderView::Interactive);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionsClickable(false);
    horizontalHeader()->setMinimumSectionSize(40);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + metrics::kGap);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setAlternatingRowColors(true);
    setEditTriggers(NoEditTriggers);
    setSelectionBehavior(SelectRows);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTabKeyNavigation(false);
}

void EpochTable::add(const EpochStats& epoch)
{
    const QScrollBar* bar = verticalScrollBar();
    const bool atEnd = bar->value() == bar->maximum();
    const int row = rowCount();
    insertRow(row);
    const QStringList texts{QString::number(epoch.epoch), lossText(epoch.trainLoss), lossText(epoch.testLoss),
                            percentText(epoch.testAccuracy), durationText(epoch.seconds)};
    for (int i = 0; i < columnCount(); ++i) {
        auto* item = new QTableWidgetItem(texts[i]);
        item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        item->setToolTip(tr("After step %1").arg(epoch.step));
        setItem(row, i, item);
    }
    if (m_best < 0 || epoch.testAccuracy > m_bestAccuracy) {
        mark(m_best, false);
        m_best = row;
        m_bestAccuracy = epoch.testAccuracy;
        mark(m_best, true);
    }
    if (atEnd)
        scrollToBottom();
}

void EpochTable::clearRows()
{
    setRowCount(0);
    m_best = -1;
}

void EpochTable::mark(int row, bool best)
{
    if (row < 0)
        return;
    QTableWidgetItem* accuracy = item(row, 3);
    QFont weight = QTableWidget::font();
    weight.setWeight(best ? QFont::DemiBold : QFont::Normal);
    accuracy->setFont(weight);
    accuracy->setForeground(best ? theme().accent : theme().text);
}

void EpochTable::resizeEvent(QResizeEvent* event)
{
    // The two short columns leave room to the others' titles in a narrow dock.
    for (const int narrow : {0, 4})
        setColumnWidth(narrow, std::max(52, width() / 6));
    QTableWidget::resizeEvent(event);
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
