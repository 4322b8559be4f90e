// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parameters/forward_page.h"

#include "ui/parameters/forward_table.h"
#include "ui/style/roles.h"
#include "ui/style/theme.h"
#include "ui/text/number_text.h"
#include "ui/widgets/cell_delegates.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/empty_note.h"
#include "ui/widgets/parts.h"

#include <QtCore/QItemSelectionModel>
#include <QtCore/QTimer>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QMenu>
#include <QtWidgets/QStackedLayout>

using namespace Qt::StringLiterals;

namespace glyphscope {

namespace {

constexpr int kInterval = 100;  // milliseconds between two changes of what is written
constexpr int kWidestTime = 480;

}  // namespace

ForwardPage::ForwardPage(QWidget* parent)
    : QWidget(parent), m_model(new ForwardTable(this)), m_clock(new QTimer(this))
{
    m_clock->setSingleShot(true);
    m_clock->setInterval(kInterval);
    connect(m_clock, &QTimer::timeout, this, [this] {
        if (m_stale)
            refresh();
    });
    QFrame* frame = makeCard(this);
    auto* layout = new QVBoxLayout(frame);
    layout->setContentsMargins(metrics::kUnit, metrics::kUnit, metrics::kUnit, metrics::kGap);
    layout->setSpacing(metrics::kUnit);
    m_view = new DataTable(u"parameters.forward"_s, frame);
    m_view->setAccessibleName(tr("Forward"));
    m_view->setModel(m_model);
    m_view->setItemDelegateForColumn(ForwardTable::Time, new ShareDelegate(m_view));
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    m_view->fitColumn(ForwardTable::Step, u"softmax"_s);
    m_view->fitColumn(ForwardTable::Shape, u"32 \u00d7 28 \u00d7 28 \u2192 64 \u00d7 14 \u00d7 14"_s);
    m_view->fitColumn(ForwardTable::Time, u"0.00 ms  100 %"_s + QString(8, u'0'));
    m_view->fitColumn(ForwardTable::Memory, u"98.0 KiB"_s);
    m_view->fitColumn(ForwardTable::Range, u"\u221210.2 to 10.2"_s);
    m_view->setElastic(ForwardTable::Time, kWidestTime);
    m_view->horizontalHeader()->moveSection(ForwardTable::Time, 1);  // in sight in a narrow dock too
    m_totals = new QLabel(frame);
    m_totals->setObjectName(u"parameters.forwardTotals"_s);
    setRole(m_totals, u"muted"_s);
    m_totals->setFont(glyphscope::font(TextStyle::Caption));
    m_totals->setWordWrap(true);
    m_totals->setContentsMargins(metrics::kGap, 0, metrics::kGap, 0);
    m_totals->setToolTip(tr("Times are means of the last %1 readings").arg(RunningMean::kKept));
    layout->addWidget(m_view, 1);
    layout->addWidget(m_totals);

    m_pages = new QStackedLayout(this);
    auto* note = new EmptyNote(u"pen"_s, tr("Write a digit to see the way through the network"), this);
    note->setObjectName(u"parameters.forwardEmpty"_s);
    m_pages->addWidget(note);
    m_pages->addWidget(frame);
    // Not the current row: a table makes one up when it gets the focus.
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        const QModelIndexList rows = m_view->selectionModel()->selectedRows();
        if (!rows.isEmpty())
            Q_EMIT moduleChosen(m_model->steps()[static_cast<std::size_t>(rows.first().row())].name);
    });
    connect(m_view, &QWidget::customContextMenuRequested, this, [this](const QPoint& position) {
        auto* menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        m_view->addCopyActions(*menu);
        menu->popup(m_view->viewport()->mapToGlobal(position));
    });
}

void ForwardPage::setReading(const std::shared_ptr<const Reading>& reading)
{
    m_newest = reading;
    m_stale = true;
    if (!isVisible())
        return;
    m_times.add(*m_newest);
    if (!m_clock->isActive())
        refresh();
}

void ForwardPage::refresh()
{
    m_stale = false;
    m_model->setSteps(traceOf(*m_newest, m_times));
    m_pages->setCurrentIndex(m_model->steps().empty() ? 0 : 1);
    showTotals();
    m_clock->start();
}

void ForwardPage::showTotals()
{
    double modules = 0;
    std::int64_t bytes = 0;
    for (const TraceStep& step : m_model->steps()) {
        modules += step.microseconds;
        bytes += step.bytes;
    }
    m_totals->setText(tr("%1 in all, %2 in the modules, %3 of outputs.")
                          .arg(passTimeText(m_times.whole()), passTimeText(modules), memoryText(bytes)));
}

void ForwardPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (!m_stale)
        return;
    m_times.add(*m_newest);
    refresh();
}

void ForwardPage::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    m_clock->stop();
}

}  // namespace glyphscope
