// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/journeys/fit_check.h"

#include "tests/support/painted_texts.h"
#include "ui/text/mnemonic.h"

#include <QtGui/QTextDocument>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QAbstractSpinBox>
#include <QtWidgets/QApplication>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QDockWidget>
#include <QtWidgets/QGroupBox>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLayout>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QStyleOptionComboBox>
#include <QtWidgets/QTabBar>
#include <QtWidgets/QTableView>
#include <QtWidgets/QToolButton>

using namespace Qt::StringLiterals;

namespace glyphscope::test {
namespace {

QString placeOf(const QWidget& widget)
{
    QString place = widget.objectName().isEmpty() ? QString::fromLatin1(widget.metaObject()->className())
                                                  : widget.objectName();
    int named = 0;
    for (const QWidget* parent = widget.parentWidget(); parent != nullptr && named < 2;
         parent = parent->parentWidget())
        if (!parent->objectName().isEmpty() && !parent->objectName().startsWith(u"qt_")) {
            place = parent->objectName() + u" > "_s + place;
            ++named;
        }
    return place;
}

/// In a panel behind a tab, which has no size of its own until it comes to the front.
bool isBehind(const QWidget& widget)
{
    for (const QWidget* parent = &widget; parent != nullptr; parent = parent->parentWidget())
        if (const auto* dock = qobject_cast<const QDockWidget*>(parent))
            return dock->visibleRegion().isEmpty();
    return false;
}

int widthOf(const QWidget& widget, const QString& text)
{
    int width = 0;
    for (const QString& line : text.split(u'\n'))
        width = std::max(width, widget.fontMetrics().horizontalAdvance(line));
    return width;
}

}  // namespace

void FitCheck::look(QWidget& window, const QString& state)
{
    m_state = state;
    ++m_looks;
    for (QWidget* widget : window.findChildren<QWidget*>()) {
        if (!widget->isVisible() || widget->size().isEmpty() || isBehind(*widget))
            continue;
        lookAt(*widget);
        if (m_language == Language::Accents)
            lookAtPaint(*widget);
    }
}

QStringList FitCheck::misfits() const
{
    QStringList all;
    for (auto misfit = m_misfits.begin(); misfit != m_misfits.end(); ++misfit)
        all += misfit.key() + u" ["_s + misfit.value().join(u", "_s) + u']';
    return all;
}

void FitCheck::lookAt(const QWidget& widget)
{
    if (const QLayout* layout = widget.layout()) {
        const QSize least = layout->totalMinimumSize();
        need(widget, "least width", {}, least.width(), widget.width());
        need(widget, "least height", {}, least.height(), widget.height());
    }
    if (const auto* label = qobject_cast<const QLabel*>(&widget))
        lookAtLabel(*label);
    if (const auto* button = qobject_cast<const QAbstractButton*>(&widget))
        lookAtButton(*button);
    if (const auto* box = qobject_cast<const QComboBox*>(&widget))
        lookAtBox(*box);
    if (const auto* tabs = qobject_cast<const QTabBar*>(&widget))
        lookAtTabs(*tabs);
    if (const auto* header = qobject_cast<const QHeaderView*>(&widget))
        lookAtHeader(*header);
    if (const auto* view = qobject_cast<const QTableView*>(&widget))
        lookAtCells(*view);
    if (const auto* area = qobject_cast<const QAbstractScrollArea*>(&widget))
        lookAtBars(*area);
    if (const auto* group = qobject_cast<const QGroupBox*>(&widget))
        need(widget, "title", group->title(), widthOf(widget, group->title()), widget.width());
    if (const auto* edit = qobject_cast<const QLineEdit*>(&widget); edit != nullptr && edit->text().isEmpty())
        need(widget, "placeholder", edit->placeholderText(), widthOf(widget, edit->placeholderText()),
             widget.contentsRect().width());
    if (const auto* spin = qobject_cast<const QAbstractSpinBox*>(&widget))
        if (const auto* edit = spin->findChild<QLineEdit*>())
            need(widget, "number", edit->text(), widthOf(*edit, edit->text()), edit->contentsRect().width());
}

void FitCheck::lookAtLabel(const QLabel& label)
{
    if (label.text().isEmpty())
        return;
    if (label.wordWrap())
        need(label, "text's height", label.text(), label.heightForWidth(label.width()), label.height());
    else
        need(label, "text's height", label.text(), label.minimumSizeHint().height(), label.height());
    need(label, "text", label.text(), label.minimumSizeHint().width(), label.width());
}

void FitCheck::lookAtButton(const QAbstractButton& button)
{
    const auto* tool = qobject_cast<const QToolButton*>(&button);
    if (tool != nullptr && tool->toolButtonStyle() == Qt::ToolButtonIconOnly && !tool->icon().isNull())
        return;
    const QString text = withoutMnemonic(button.text());
    const int icon = button.icon().isNull() ? 0 : button.iconSize().width();
    if (!text.isEmpty() && !button.sizeHint().isNull())
        need(button, "text", text, widthOf(button, text) + icon, button.width());
}

void FitCheck::lookAtBox(const QComboBox& box)
{
    QStyleOptionComboBox option;
    option.initFrom(&box);
    option.editable = box.isEditable();
    option.frame = box.hasFrame();
    const QRect edit =
        box.style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, &box);
    need(box, "choice", box.currentText(), widthOf(box, box.currentText()), edit.width());
}

void FitCheck::lookAtTabs(const QTabBar& tabs)
{
    for (int i = 0; i < tabs.count(); ++i)
        if (tabs.isTabVisible(i))
            need(tabs, "tab", tabs.tabText(i), widthOf(tabs, withoutMnemonic(tabs.tabText(i))),
                 tabs.tabRect(i).width());
}

void FitCheck::lookAtHeader(const QHeaderView& header)
{
    for (int i = 0; i < header.count() && header.orientation() == Qt::Horizontal; ++i)
        if (!header.isSectionHidden(i)) {
            const QString text = header.model()->headerData(i, Qt::Horizontal).toString();
            need(header, "header", text, widthOf(header, text), header.sectionSize(i));
        }
}

void FitCheck::lookAtCells(const QAbstractItemView& view)
{
    const QAbstractItemModel* model = view.model();
    if (model == nullptr)
        return;
    for (int row = 0; row < std::min(model->rowCount(), 30); ++row)
        for (int column = 0; column < model->columnCount(); ++column) {
            const QModelIndex index = model->index(row, column);
            const QString text = index.data().toString();
            if (view.visualRect(index).isEmpty() || text.isEmpty())
                continue;
            need(view, "cell", text, widthOf(view, text), view.visualRect(index).width());
        }
}

/// To be scrolled in two places at once is a trap for the wheel.
void FitCheck::lookAtBars(const QAbstractScrollArea& area)
{
    // A table may: its first column stays.
    if (area.horizontalScrollBar()->isVisible() && qobject_cast<const QTableView*>(&area) == nullptr)
        add(area, u"is scrolled sideways"_s,
            u"%1 of %2"_s.arg(area.viewport()->width())
                .arg(area.viewport()->width() + area.horizontalScrollBar()->maximum()));
    if (!area.verticalScrollBar()->isVisible())
        return;
    for (const QWidget* parent = area.parentWidget(); parent != nullptr; parent = parent->parentWidget())
        if (const auto* outer = qobject_cast<const QAbstractScrollArea*>(parent);
            outer != nullptr && outer->verticalScrollBar()->isVisible())
            add(area, u"is scrolled inside "_s + placeOf(*outer));
}

/// A widget that paints its texts shortens them with three dots. A translated text may end with them, too: in
/// the language of accents more follows there.
void FitCheck::lookAtPaint(QWidget& widget)
{
    const bool isChecked =
        qobject_cast<QLabel*>(&widget) != nullptr || qobject_cast<QAbstractButton*>(&widget) != nullptr;
    if (isChecked)
        return;
    for (const QString& text : PaintedTexts::of(widget))
        if (text.endsWith(u'…'))
            add(widget, u"paints \""_s + text + u'"');
}

void FitCheck::need(const QWidget& widget, const char* what, const QString& text, int needed, int has)
{
    if (needed <= has)
        return;
    const QString kind = QString::fromLatin1(what);
    add(widget, text.isEmpty() ? kind : u"%1 \"%2\""_s.arg(kind, text.left(80)),
        u"%1 of %2"_s.arg(has).arg(needed));
}

void FitCheck::add(const QWidget& widget, const QString& what, const QString& room)
{
    QStringList& states = m_misfits[placeOf(widget) + u": "_s + what];
    const QString state = room.isEmpty() ? m_state : m_state + u": "_s + room;
    if (!states.contains(state))
        states += state;
}

}  // namespace glyphscope::test
