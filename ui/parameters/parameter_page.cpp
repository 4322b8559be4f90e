// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parameters/parameter_page.h"

#include "ui/parameters/histogram_view.h"
#include "ui/parameters/network_totals.h"
#include "ui/parameters/parameter_table.h"
#include "ui/style/roles.h"
#include "ui/style/theme.h"
#include "ui/text/number_text.h"
#include "ui/text/parameter_text.h"
#include "ui/widgets/cell_delegates.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/empty_note.h"
#include "ui/widgets/number_grid.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/row_share.h"

#include <QtCore/QItemSelectionModel>
#include <QtCore/QSortFilterProxyModel>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QMenu>
#include <QtWidgets/QSplitter>
#include <QtWidgets/QStackedLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace glyphscope {

namespace {

constexpr int kBesideFrom = 640;   // width from which table and histogram stand side by side,
constexpr int kBesideBelow = 420;  // if the page is lower than this
constexpr int kDetailWidth = 380;
constexpr int kWidestHistogram = 360;

}  // namespace

ParameterPage::ParameterPage(QWidget* parent)
    : QWidget(parent), m_model(new ParameterTable(this)), m_order(new QSortFilterProxyModel(this))
{
    m_order->setSourceModel(m_model);
    m_order->setSortRole(SortRole);
    m_splitter = new QSplitter(Qt::Vertical, this);
    m_splitter->setObjectName(u"parameters.splitter"_s);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(metrics::kGap);
    buildTable();
    m_splitter->addWidget(buildDetail());
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 2);

    m_pages = new QStackedLayout(this);
    auto* note =
        new EmptyNote(u"layers"_s, tr("The network's parameters appear once LibTorch is loaded"), this);
    note->setObjectName(u"parameters.parametersEmpty"_s);
    m_pages->addWidget(note);
    m_pages->addWidget(m_splitter);
    connect(m_model, &ParameterTable::frozenChanged, this, &ParameterPage::frozenChanged);
    connect(m_model, &ParameterTable::frozenChanged, this, &ParameterPage::showTotals);
    connect(m_model, &ParameterTable::frozenChanged, this, &ParameterPage::showDetail);
    connect(m_view, &DataTable::spacePressed, this, &ParameterPage::freezeSelected);
    connect(m_view, &QWidget::customContextMenuRequested, this,
            [this](const QPoint& position) { makeMenu()->popup(m_view->viewport()->mapToGlobal(position)); });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &ParameterPage::showDetail);
    showDetail();
}

void ParameterPage::buildTable()
{
    QFrame* frame = makeCard(m_splitter);
    auto* layout = new QVBoxLayout(frame);
    layout->setContentsMargins(metrics::kUnit, metrics::kUnit, metrics::kUnit, metrics::kGap);
    layout->setSpacing(metrics::kUnit);
    m_view = new DataTable(u"parameters.table"_s, frame);
    m_view->setAccessibleName(tr("Parameters"));
    m_view->setModel(m_order);
    m_view->setSortingEnabled(true);
    m_view->horizontalHeader()->setSortIndicatorClearable(true);
    m_view->sortByColumn(-1, Qt::AscendingOrder);  // as the network names them, until a title is clicked
    m_view->setItemDelegateForColumn(ParameterTable::RequiresGrad, new CheckDelegate(m_view));
    m_view->setItemDelegateForColumn(ParameterTable::Values, new HistogramDelegate(m_view));
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    m_view->setMinimumHeight(2 * m_view->verticalHeader()->defaultSectionSize());
    new RowShare(m_view);
    m_totals = new QLabel(frame);
    m_totals->setObjectName(u"parameters.totals"_s);
    setRole(m_totals, u"muted"_s);
    m_totals->setFont(glyphscope::font(TextStyle::Caption));
    m_totals->setWordWrap(true);
    m_totals->setContentsMargins(metrics::kGap, 0, metrics::kGap, 0);
    m_totals->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_totals->setToolTip(tr("MACs: multiply-adds of one drawing's forward pass"));
    layout->addWidget(m_view, 1);
    layout->addWidget(m_totals);
    m_splitter->addWidget(frame);
    fitColumns();
}

QWidget* ParameterPage::buildDetail()
{
    QFrame* frame = makeCard(m_splitter);
    auto* layout = new QVBoxLayout(frame);
    layout->setContentsMargins(metrics::kPadding, metrics::kGap, metrics::kPadding, metrics::kGap);
    layout->setSpacing(metrics::kUnit);
    m_title = new QLabel(frame);
    m_title->setObjectName(u"parameters.chosen"_s);
    m_title->setFont(glyphscope::font(TextStyle::Heading));
    m_subtitle = new QLabel(frame);
    setRole(m_subtitle, u"muted"_s);
    m_subtitle->setFont(glyphscope::font(TextStyle::Caption));
    m_histogram = new HistogramView(frame);
    m_histogram->setObjectName(u"parameters.histogram"_s);
    m_numbers = new NumberGrid({tr("Mean"), tr("Std"), tr("Min"), tr("Max"), tr("Norm"), tr("Gradient norm"),
                                tr("Zeros"), tr("Not finite")},
                               NumberGridLook::statistics(), frame);
    m_numbers->setObjectName(u"parameters.numbers"_s);
    m_numbers->setAccessibleName(tr("Statistics of the chosen parameter"));
    m_numbers->setToolTip(tr("Std is the standard deviation, norms are Euclidean"));
    for (QWidget* part : std::initializer_list<QWidget*>{m_title, m_subtitle})
        part->setMinimumWidth(0);
    layout->addWidget(m_title);
    layout->addWidget(m_subtitle);
    layout->addWidget(m_histogram, 1);
    layout->addWidget(m_numbers);
    return frame;
}

void ParameterPage::fitColumns()
{
    const QString number = u"\u22120.000123"_s;
    m_view->fitColumn(ParameterTable::Name, u"layer1.weight"_s);
    m_view->fitColumn(ParameterTable::Shape, u"64 \u00d7 32 \u00d7 3 \u00d7 3"_s);
    m_view->fitColumn(ParameterTable::Dtype, u"float32"_s);
    m_view->fitColumn(ParameterTable::Count, u"802,816"_s);
    m_view->fitColumn(ParameterTable::MultiplyAdds, u"3,612,672"_s);
    m_view->fitColumn(ParameterTable::Bytes, u"3.06 MiB"_s);
    m_view->fitColumn(ParameterTable::RequiresGrad, u"[xxx] frozen"_s);
    m_view->fitColumn(ParameterTable::Device, u"cuda:0"_s);
    for (int column = ParameterTable::Mean; column <= ParameterTable::GradientNorm; ++column)
        m_view->fitColumn(column, number);
    m_view->setColumnWidth(ParameterTable::Values, 104);
    m_view->setElastic(ParameterTable::Values, kWidestHistogram);
    // What is looked at first is in sight first in a narrow dock; what never changes comes last.
    QHeaderView* header = m_view->horizontalHeader();
    header->moveSection(header->visualIndex(ParameterTable::RequiresGrad), 1);
    header->moveSection(header->visualIndex(ParameterTable::Values), 2);
    for (const int last : {ParameterTable::Dtype, ParameterTable::Device})
        header->moveSection(header->visualIndex(last), header->count() - 1);
}

void ParameterPage::setDescription(const NetworkDescription& description)
{
    m_description = description;
    m_model->setParameters(description.parameters);
    m_pages->setCurrentIndex(description.parameters.empty() ? 0 : 1);
    if (m_order->rowCount() > 0 && !m_view->currentIndex().isValid())
        m_view->setCurrentIndex(m_order->index(0, 0));
    showTotals();
    showDetail();
}

void ParameterPage::setStatistics(const std::vector<ParameterStatistics>& statistics)
{
    if (!isVisible()) {
        m_waiting = statistics;
        return;
    }
    m_waiting.clear();
    m_model->setStatistics(statistics);
    showDetail();
}

void ParameterPage::setFrozen(const QStringList& names)
{
    m_model->setFrozen(names);
    showTotals();
    showDetail();
}

QByteArray ParameterPage::columnState() const
{
    return m_view->horizontalHeader()->saveState();
}

void ParameterPage::restoreColumnState(const QByteArray& state)
{
    m_view->horizontalHeader()->restoreState(state);
}

void ParameterPage::showTotals()
{
    m_totals->setText(parameterTotalsText(totalsOf(m_description, m_model->frozen())));
}

int ParameterPage::currentRow() const
{
    const QModelIndex current = m_order->mapToSource(m_view->currentIndex());
    return current.isValid() ? current.row() : -1;
}

QStringList ParameterPage::selectedNames() const
{
    QStringList names;
    for (const QModelIndex& index : m_view->selectionModel()->selectedRows())
        if (const int row = m_order->mapToSource(index).row(); !m_model->isBuffer(row))
            names << m_model->name(row);
    return names;
}

void ParameterPage::showDetail()
{
    const int row = currentRow();
    if (row < 0) {
        m_title->setText(tr("Choose a parameter"));
        m_subtitle->clear();
        m_histogram->setStatistics({});
        m_numbers->setValues({});
        return;
    }
    const ParameterInfo& info = m_model->parameter(row);
    m_title->setText(m_model->name(row));
    m_subtitle->setText((info.buffer ? tr("Buffer, %1, %2 on %3") : tr("%1, %2 on %3"))
                            .arg(tensorShapeText(info.shape), QString::fromStdString(info.dtype),
                                 QString::fromStdString(info.device)));
    const std::optional<ParameterStatistics>& known = m_model->statistics(row);
    m_histogram->setStatistics(known);
    if (!known) {
        m_numbers->setValues({});
        return;
    }
    QStringList texts;
    for (const int column : {ParameterTable::Mean, ParameterTable::Deviation, ParameterTable::Low,
                             ParameterTable::High, ParameterTable::Norm, ParameterTable::GradientNorm})
        texts << m_model->index(row, column).data().toString();
    texts << countText(known->values.zeros) << countText(known->values.notFinite);
    m_numbers->setValues(texts);
}

void ParameterPage::freezeSelected()
{
    const QStringList names = selectedNames();
    const QStringList frozen = m_model->frozen();
    const bool all = std::ranges::all_of(names, [&](const QString& name) { return frozen.contains(name); });
    m_model->freeze(names, !all);
}

QMenu* ParameterPage::makeMenu()
{
    auto* menu = new QMenu(this);
    menu->setObjectName(u"parameters.menu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (const int row = currentRow(); row >= 0)
        addFreezeActions(*menu, row);
    m_view->addCopyActions(*menu);
    return menu;
}

void ParameterPage::addFreezeActions(QMenu& menu, int row)
{
    const auto add = [&](const QString& name, const QString& text, const QStringList& names, bool freeze) {
        QAction* action =
            menu.addAction(text, this, [this, names, freeze] { m_model->freeze(names, freeze); });
        action->setObjectName(u"parameters."_s + name);
        return action;
    };
    const QStringList frozen = m_model->frozen();
    const auto frozenAll = [&](const QStringList& names) {
        return std::ranges::all_of(names, [&](const QString& name) { return frozen.contains(name); });
    };
    const QStringList chosen = selectedNames();
    const auto count = static_cast<int>(chosen.size());
    const QString one = chosen.value(0, m_model->name(row));
    const bool rests = !chosen.isEmpty() && frozenAll(chosen);
    const QString words = count > 1 ? (rests ? tr("Unfreeze %n parameter(s)", nullptr, count)
                                             : tr("Freeze %n parameter(s)", nullptr, count))
                                    : (rests ? tr("Unfreeze %1") : tr("Freeze %1")).arg(one);
    add(u"freezeChosen"_s, words, chosen, !rests)->setEnabled(!chosen.isEmpty());
    const QString module = m_model->moduleOf(row);
    const QStringList siblings = m_model->namesOfModule(module);
    if (!module.isEmpty() && !siblings.isEmpty()) {
        const bool whole = frozenAll(siblings);
        add(u"freezeModule"_s, (whole ? tr("Unfreeze all of %1") : tr("Freeze all of %1")).arg(module),
            siblings, !whole);
        QStringList others;
        for (int each = 0; each < m_model->rowCount(); ++each)
            if (m_model->moduleOf(each) != module && !m_model->isBuffer(each))
                others << m_model->name(each);
        add(u"freezeOthers"_s, tr("Freeze all but %1").arg(module), others, true)
            ->setEnabled(!frozenAll(others));
    }
    add(u"unfreezeAll"_s, tr("Unfreeze everything"), frozen, false)->setEnabled(!frozen.isEmpty());
    menu.addSeparator();
}

void ParameterPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (!m_waiting.empty())
        setStatistics(std::exchange(m_waiting, {}));
}

void ParameterPage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    const bool beside = width() >= kBesideFrom && height() < kBesideBelow;
    const Qt::Orientation wanted = beside ? Qt::Horizontal : Qt::Vertical;
    if (m_splitter->orientation() == wanted)
        return;
    m_splitter->setOrientation(wanted);
    const int all = beside ? width() : height();
    const int detail = beside ? std::min(kDetailWidth, all / 2) : all * 2 / 5;
    m_splitter->setSizes({all - detail, detail});
}

}  // namespace glyphscope
