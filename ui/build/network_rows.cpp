// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/build/network_rows.h"

#include "ui/build/module_row_delegate.h"
#include "ui/build/option_editor.h"
#include "ui/style/theme.h"
#include "ui/widgets/empty_hint.h"

#include <QtGui/QContextMenuEvent>
#include <QtGui/QGuiApplication>
#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QHeaderView>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace glyphscope {
namespace {

constexpr int kIndentation = 18;

// Keys that the rows answer themselves though the window has shortcuts on some of them.
bool isRowKey(const QKeyEvent& event)
{
    const bool moves =
        event.modifiers() == Qt::AltModifier && event.key() >= Qt::Key_Left && event.key() <= Qt::Key_Down;
    return moves || event.key() == Qt::Key_Delete || event.matches(QKeySequence::Copy) ||
           event.matches(QKeySequence::Cut) || event.matches(QKeySequence::Paste) ||
           (event.key() == Qt::Key_F2 && event.modifiers() == Qt::NoModifier);
}

QString keyOfRow(const std::vector<NetworkRow>& rows, const NetworkRow& row)
{
    const QString name = QString::fromStdString(row.layer.name);
    return row.parent < 0 ? name : keyOfRow(rows, rows[static_cast<std::size_t>(row.parent)]) + u'.' + name;
}

/// The titles of the numbers, over the rows.
class RowTitles : public QWidget {
public:
    RowTitles(const ModuleRowDelegate* delegate, QWidget* parent) : QWidget(parent), m_delegate(delegate)
    {
        setObjectName(u"build.titles"_s);
        setFixedHeight(QFontMetrics(glyphscope::font(TextStyle::Caption)).height() + 2 * metrics::kUnit);
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setFont(glyphscope::font(TextStyle::Caption));
        painter.setPen(theme().mutedText);
        const int inset = metrics::kUnit;
        painter.drawText(rect().adjusted(metrics::kGap, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                         NetworkRows::tr("Module"));
        for (const RowNumber number :
             {RowNumber::Shape, RowNumber::Parameters, RowNumber::MultiplyAdds, RowNumber::Memory}) {
            const RowColumns::Span span = m_delegate->columns().of(number);
            if (span.width > 0)
                painter.drawText(QRect(inset + span.left, 0, span.width, height()),
                                 Qt::AlignRight | Qt::AlignVCenter, titleOf(number));
        }
        painter.setPen(theme().border);
        painter.drawLine(0, height() - 1, width(), height() - 1);
    }

private:
    const ModuleRowDelegate* m_delegate;
};

}  // namespace

NetworkRows::NetworkRows(QWidget* parent)
    : QTreeView(parent)
    , m_model(new NetworkRowModel(this))
    , m_delegate(new ModuleRowDelegate(this))
    , m_titles(new RowTitles(m_delegate, parent))
{
    setObjectName(u"build.rows"_s);
    setAccessibleName(tr("Modules of the network that is edited"));
    setModel(m_model);
    setItemDelegate(m_delegate);
    setFrameShape(QFrame::NoFrame);
    setHeaderHidden(true);
    setIndentation(kIndentation);
    setUniformRowHeights(false);
    setExpandsOnDoubleClick(false);
    setEditTriggers(DoubleClicked);
    setSelectionMode(ExtendedSelection);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    setDragEnabled(true);
    setAcceptDrops(true);
    setDragDropMode(DragDrop);
    setDefaultDropAction(Qt::MoveAction);
    setDragDropOverwriteMode(false);
    setDropIndicatorShown(true);
    setTabKeyNavigation(false);
    setMinimumSize(220, 96);
    const auto noteFold = [this](bool open) {
        return [this, open](const QModelIndex& index) {
            const NetworkRow* row = m_model->rowOf(index);
            if (row == nullptr || m_restoring)
                return;
            const QString key = keyOfRow(m_model->rows(), *row);
            open ? (void)m_folded.remove(key) : (void)m_folded.insert(key);
        };
    };
    connect(this, &QTreeView::collapsed, this, noteFold(false));
    connect(this, &QTreeView::expanded, this, noteFold(true));
}

void NetworkRows::setRows(std::vector<NetworkRow> rows)
{
    m_delegate->fit(rows);
    bool wasReset = false;
    const auto noted =
        connect(m_model, &QAbstractItemModel::modelReset, this, [&wasReset] { wasReset = true; });
    m_model->setRows(std::move(rows));
    disconnect(noted);
    if (wasReset) {
        restoreFolds();
        openOptions();
    } else if (m_options) {
        const NetworkRow* row = m_model->rowOf(m_optionsOf);
        if (row != nullptr)
            m_options->setLayer(row->layer);
    }
    fit();
    viewport()->update();
}

void NetworkRows::restoreFolds()
{
    m_restoring = true;
    expandAll();
    for (std::size_t i = 0; i < m_model->rows().size(); ++i)
        if (m_folded.contains(keyOfRow(m_model->rows(), m_model->rows()[i])))
            collapse(m_model->indexOfRow(static_cast<int>(i)));
    m_restoring = false;
}

std::vector<SpecPlace> NetworkRows::selectedPlaces() const
{
    std::vector<SpecPlace> places;
    for (const QModelIndex& index : selectionModel()->selectedIndexes())
        if (const NetworkRow* row = m_model->rowOf(index))
            places.push_back(row->place);
    return outermost(std::move(places));
}

std::optional<SpecPlace> NetworkRows::currentPlace() const
{
    const NetworkRow* row = m_model->rowOf(currentIndex());
    return row == nullptr ? std::nullopt : std::optional(row->place);
}

void NetworkRows::select(const LayerRange& rows)
{
    QItemSelection selection;
    QModelIndex first;
    for (const SpecPlace& place : rows.places()) {
        const QModelIndex index = m_model->indexOf(place);
        if (!index.isValid())
            continue;
        selection.select(index, index);
        first = first.isValid() ? first : index;
    }
    if (!first.isValid())
        return;
    selectionModel()->setCurrentIndex(first, QItemSelectionModel::NoUpdate);
    selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
    scrollTo(first);
}

void NetworkRows::rename()
{
    if (currentIndex().isValid())
        edit(currentIndex());
}

void NetworkRows::editOptions()
{
    if (m_optionsOf != currentIndex())
        openOptions();
    if (m_options)
        m_options->focusFirst();
}

void NetworkRows::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QTreeView::currentChanged(current, previous);
    openOptionsLater();
}

void NetworkRows::selectionChanged(const QItemSelection& selected, const QItemSelection& deselected)
{
    QTreeView::selectionChanged(selected, deselected);
    Q_EMIT chosen();
}

/// Rows that move under a pressed mouse would be taken for others.
void NetworkRows::openOptionsLater()
{
    const auto open = [this] {
        if (QGuiApplication::mouseButtons() == Qt::NoButton && m_optionsOf != currentIndex())
            openOptions();
    };
    QMetaObject::invokeMethod(this, open, Qt::QueuedConnection);
}

void NetworkRows::mouseReleaseEvent(QMouseEvent* event)
{
    QTreeView::mouseReleaseEvent(event);
    openOptionsLater();
}

/// The options of the current row, beneath its name.
void NetworkRows::openOptions()
{
    const QModelIndex index = currentIndex();
    m_optionsOf = index;
    const NetworkRow* row = m_model->rowOf(index);
    if (m_options) {
        m_options->hide();
        m_options->deleteLater();
    }
    m_options = nullptr;
    const KindInfo* kind = row == nullptr ? nullptr : kindNamed(row->layer.kind);
    if (kind != nullptr && !kind->options.empty()) {
        m_options = new OptionEditor(row->layer, viewport());
        connect(m_options, &OptionEditor::changed, this,
                [this, place = row->place](const QString& option, const OptionValue& value) {
                    Q_EMIT optionWanted(place, option, value);
                });
        connect(m_options, &OptionEditor::left, this, [this] { setFocus(Qt::OtherFocusReason); });
        m_options->show();
    }
    fitOptions();
}

/// Where it stands, and how much room its row leaves it.
void NetworkRows::fitOptions()
{
    const QModelIndex index = m_optionsOf;
    int height = 0;
    if (m_options) {
        int depth = 1;
        for (QModelIndex parent = index.parent(); parent.isValid(); parent = parent.parent())
            ++depth;
        const int left = depth * kIndentation + metrics::kUnit;
        const int width = std::max(120, viewport()->width() - left);
        height = m_options->layout()->heightForWidth(width);
        m_options->resize(width, height);
    }
    m_delegate->setOpen(index, height);
    scheduleDelayedItemsLayout();
    viewport()->update();
}

void NetworkRows::placeOptions()
{
    if (!m_options)
        return;
    const QRect row = visualRect(m_optionsOf);
    m_options->setVisible(!row.isEmpty());
    m_options->move(row.left(), row.top() + m_delegate->rowHeight());
}

void NetworkRows::updateGeometries()
{
    QTreeView::updateGeometries();
    placeOptions();
}

void NetworkRows::scrollContentsBy(int dx, int dy)
{
    QTreeView::scrollContentsBy(dx, dy);
    placeOptions();
}

void NetworkRows::fit()
{
    m_delegate->setWidth(viewport()->width());
    m_titles->update();
    fitOptions();
}

void NetworkRows::resizeEvent(QResizeEvent* event)
{
    QTreeView::resizeEvent(event);
    fit();
}

void NetworkRows::changeEvent(QEvent* event)
{
    QTreeView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange) {
        m_delegate->fit(m_model->rows());
        fit();
    }
}

void NetworkRows::paintEvent(QPaintEvent* event)
{
    QTreeView::paintEvent(event);
    if (m_model->rows().empty()) {
        QPainter painter(viewport());
        paintEmptyHint(painter, viewport()->rect(), u"layers"_s,
                       tr("No modules yet. Choose one on the left, or a preset above."));
    }
}

bool NetworkRows::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride && isRowKey(*static_cast<QKeyEvent*>(event))) {
        event->accept();
        return true;
    }
    return QTreeView::event(event);
}

void NetworkRows::keyPressEvent(QKeyEvent* event)
{
    if (state() == EditingState)
        return QTreeView::keyPressEvent(event);
    const bool alt = event->modifiers() == Qt::AltModifier;
    const bool plain = event->modifiers() == Qt::NoModifier || event->modifiers() == Qt::KeypadModifier;
    if (alt && (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down))
        Q_EMIT moveByWanted(event->key() == Qt::Key_Up ? -1 : 1);
    else if (alt && event->key() == Qt::Key_Left)
        Q_EMIT moveOutWanted();
    else if (alt && event->key() == Qt::Key_Right)
        Q_EMIT moveInWanted();
    else if (event->key() == Qt::Key_Delete)
        Q_EMIT removeWanted();
    else if (event->matches(QKeySequence::Copy))
        Q_EMIT copyWanted();
    else if (event->matches(QKeySequence::Cut))
        Q_EMIT cutWanted();
    else if (event->matches(QKeySequence::Paste))
        Q_EMIT pasteWanted();
    else if (plain && event->key() == Qt::Key_F2)
        rename();
    else if (plain && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter))
        editOptions();
    else
        QTreeView::keyPressEvent(event);
}

void NetworkRows::contextMenuEvent(QContextMenuEvent* event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const QPoint at =
        byKey ? viewport()->mapToGlobal(visualRect(currentIndex()).center()) : event->globalPos();
    Q_EMIT menuWanted(at);
}

}  // namespace glyphscope
