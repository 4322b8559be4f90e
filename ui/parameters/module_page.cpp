// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parameters/module_page.h"

#include "ui/parameters/module_tree.h"
#include "ui/parameters/network_totals.h"
#include "ui/style/roles.h"
#include "ui/style/theme.h"
#include "ui/widgets/cell_delegates.h"
#include "ui/widgets/empty_note.h"
#include "ui/widgets/parts.h"

#include <QtCore/QEvent>
#include <QtCore/QItemSelectionModel>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QStackedLayout>
#include <QtWidgets/QTreeView>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace glyphscope {

ModulePage::ModulePage(QWidget* parent) : QWidget(parent), m_model(new QStandardItemModel(this))
{
    QFrame* frame = makeCard(this);
    auto* layout = new QVBoxLayout(frame);
    layout->setContentsMargins(metrics::kUnit, metrics::kUnit, metrics::kUnit, metrics::kGap);
    layout->setSpacing(metrics::kUnit);
    m_view = new QTreeView(frame);
    m_view->setObjectName(u"parameters.modules"_s);
    m_view->setAccessibleName(tr("Modules"));
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setAlternatingRowColors(true);
    m_view->setUniformRowHeights(true);
    m_view->setItemDelegate(new RowDelegate(m_view));
    m_view->setCornerWidget(new QWidget(m_view));  // the style paints a frame there
    m_view->setModel(m_model);
    m_view->header()->setFont(glyphscope::font(TextStyle::Caption));
    m_view->header()->setStretchLastSection(false);
    m_view->viewport()->installEventFilter(this);
    m_totals = new QLabel(frame);
    m_totals->setObjectName(u"parameters.moduleTotals"_s);
    setRole(m_totals, u"muted"_s);
    m_totals->setFont(glyphscope::font(TextStyle::Caption));
    m_totals->setWordWrap(true);
    m_totals->setContentsMargins(metrics::kGap, 0, metrics::kGap, 0);
    m_totals->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_totals->setToolTip(tr("MACs: multiply-adds of one drawing's forward pass"));
    layout->addWidget(m_view, 1);
    layout->addWidget(m_totals);

    m_pages = new QStackedLayout(this);
    auto* note =
        new EmptyNote(u"layers"_s, tr("The network's parameters appear once LibTorch is loaded"), this);
    note->setObjectName(u"parameters.modulesEmpty"_s);
    m_pages->addWidget(note);
    m_pages->addWidget(frame);
    // Not the current row: a tree makes one up when it gets the focus.
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ModulePage::choose);
}

void ModulePage::setDescription(const NetworkDescription& description)
{
    fillModuleTree(*m_model, description);
    m_view->expandAll();
    fitColumns();
    const ModelTotals totals = totalsOf(description);
    const auto named = std::ranges::count_if(description.modules,
                                             [](const ModuleInfo& module) { return !module.name.empty(); });
    m_totals->setText(moduleTotalsText(totals, static_cast<int>(named)));
    m_pages->setCurrentIndex(description.modules.empty() ? 0 : 1);
}

void ModulePage::fitColumns()
{
    for (int column = 0; column < m_model->columnCount(); ++column)
        m_view->resizeColumnToContents(column);
    const int spare = m_view->viewport()->width() - m_view->header()->length();
    if (spare > 0 && m_model->columnCount() > kModuleKind)
        m_view->setColumnWidth(kModuleKind, m_view->columnWidth(kModuleKind) + spare);
}

bool ModulePage::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize)
        fitColumns();
    return QWidget::eventFilter(watched, event);
}

void ModulePage::choose()
{
    const QModelIndexList rows = m_view->selectionModel()->selectedRows();
    const QString name = rows.isEmpty() ? QString() : rows.first().data(kModuleNameRole).toString();
    if (!name.isEmpty())
        Q_EMIT moduleChosen(name);
}

}  // namespace glyphscope
