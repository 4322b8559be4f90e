// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/evaluation/confusion_view.h"

#include "ui/evaluation/class_header.h"
#include "ui/evaluation/confusion_delegate.h"
#include "ui/evaluation/confusion_model.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"

#include <QtCore/QScopedValueRollback>
#include <QtGui/QClipboard>
#include <QtGui/QContextMenuEvent>
#include <QtGui/QGuiApplication>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QMenu>
#include <QtWidgets/QScrollBar>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace glyphscope {

ConfusionView::ConfusionView(ConfusionModel* model, QWidget* parent)
    : QTableView(parent), m_matrix(model), m_names(new ClassHeader(Qt::Horizontal, this))
{
    setObjectName(u"evaluation.matrix"_s);
    setAccessibleName(tr("Confusion matrix: rows are the truth, columns the answer"));
    setHorizontalHeader(m_names);
    auto* rows = new ClassHeader(Qt::Vertical, this);
    setVerticalHeader(rows);
    setCornerButtonEnabled(false);
    setStyleSheet(u"QTableCornerButton::section { background: transparent; border: none; }"_s);
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setEditTriggers(NoEditTriggers);
    setSelectionMode(SingleSelection);
    setSelectionBehavior(SelectItems);
    setTabKeyNavigation(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    setItemDelegate(new ConfusionDelegate(this));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setModel(model);
    connect(model, &QAbstractItemModel::modelReset, this, &ConfusionView::fit);
    connect(m_names, &ClassHeader::chosen, this, [this](int section) {
        if (section < m_matrix->classes())
            Q_EMIT answerChosen(section);
    });
    connect(rows, &ClassHeader::chosen, this, [this](int section) {
        if (section < m_matrix->classes())
            Q_EMIT truthChosen(section);
    });
}

std::optional<ConfusionView::Cell> ConfusionView::cell() const
{
    const QModelIndexList selected = selectionModel()->selectedIndexes();
    if (selected.isEmpty())
        return std::nullopt;
    return Cell{selected.front().row(), selected.front().column()};
}

void ConfusionView::setCell(std::optional<Cell> cell)
{
    const QScopedValueRollback quiet(m_quiet, true);
    if (cell)
        setCurrentIndex(m_matrix->index(cell->truth, cell->answer));
    else
        clearSelection();
}

void ConfusionView::selectionChanged(const QItemSelection& selected, const QItemSelection& deselected)
{
    QTableView::selectionChanged(selected, deselected);
    m_names->viewport()->update();
    verticalHeader()->viewport()->update();
    if (!m_quiet)
        Q_EMIT cellChosen(cell());
}

ConfusionMeasures ConfusionView::measures() const
{
    QFont marked = glyphscope::font(TextStyle::Caption);
    marked.setWeight(QFont::DemiBold);
    const QFontMetrics names(marked);
    const QFontMetrics numbers(glyphscope::font(TextStyle::Caption));
    ConfusionMeasures measures;
    measures.classes = m_matrix->classes();
    measures.lineHeight = numbers.height();
    for (int i = 0; i <= m_matrix->classes(); ++i)
        measures.widestName = std::max(
            measures.widestName,
            names.horizontalAdvance(m_matrix->headerData(i, Qt::Vertical, Qt::DisplayRole).toString()));
    // Fixed samples, or the matrix would jump while it is watched. A longer number is a little smaller.
    measures.widestCount = numbers.horizontalAdvance(u"888"_s);
    measures.widestTotal = numbers.horizontalAdvance(u"88,888"_s);
    return measures;
}

void ConfusionView::fit()
{
    const int classes = m_matrix->classes();
    if (classes == 0)
        return;
    const ConfusionMeasures needed = measures();
    m_fit = fitConfusion(width(), needed);
    m_wantedHeight = m_fit.height(classes);
    ConfusionFit highest = m_fit;
    highest.row = highestRow(m_fit);
    setMaximumHeight(highest.height(classes) + 2 * frameWidth());
    const int room = height() - 2 * frameWidth();
    m_fit = fittedTo(room, m_fit, needed);
    const bool scrolls = m_fit.height(classes) > room;
    setVerticalScrollBarPolicy(scrolls ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    if (scrolls)
        m_fit = fitConfusion(width() - verticalScrollBar()->sizeHint().width(), needed);
    m_names->setTurned(m_fit.turned);
    m_names->setFixedHeight(m_fit.header);
    verticalHeader()->setFixedWidth(m_fit.label);
    m_names->setDefaultSectionSize(m_fit.cell);
    verticalHeader()->setDefaultSectionSize(m_fit.row);
    for (int i = 0; i < classes; ++i)
        setColumnWidth(i, m_fit.cell);
    setColumnHidden(classes, m_fit.total == 0);
    setRowHidden(classes, m_fit.total == 0);
    if (m_fit.total > 0)
        setColumnWidth(classes, m_fit.total);
    updateGeometries();
    updateGeometry();
}

QSize ConfusionView::sizeHint() const
{
    return {360, m_wantedHeight};
}

QSize ConfusionView::minimumSizeHint() const
{
    return {200, std::min(sizeHint().height(), m_fit.header + 3 * m_fit.row)};
}

void ConfusionView::copy() const
{
    QGuiApplication::clipboard()->setText(m_matrix->asTsv());
}

bool ConfusionView::event(QEvent* event)
{
    // The window may use the same keys for the drawing: while the matrix has the focus they are its own.
    if (event->type() == QEvent::ShortcutOverride) {
        auto* key = static_cast<QKeyEvent*>(event);
        if (key->matches(QKeySequence::Copy) || (key->key() == Qt::Key_Escape && cell())) {
            key->accept();
            return true;
        }
    }
    return QTableView::event(event);
}

void ConfusionView::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy))
        copy();
    else if (event->key() == Qt::Key_Escape && cell())
        clearSelection();
    else
        QTableView::keyPressEvent(event);
}

void ConfusionView::contextMenuEvent(QContextMenuEvent* event)
{
    auto* menu = new QMenu(this);
    menu->setObjectName(u"evaluation.matrixMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction* all = menu->addAction(icon(u"copy"_s), tr("Copy the matrix"), this, &ConfusionView::copy);
    all->setShortcut(QKeySequence::Copy);
    all->setShortcutContext(Qt::WidgetShortcut);  // only shown here: the matrix itself hears the keys
    menu->popup(event->globalPos());
}

void ConfusionView::resizeEvent(QResizeEvent* event)
{
    fit();
    QTableView::resizeEvent(event);
}

void ConfusionView::changeEvent(QEvent* event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fit();
}

}  // namespace glyphscope
