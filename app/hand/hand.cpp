// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/hand/hand.h"

#include "app/files/inkml.h"
#include "model/types/error.h"
#include "ui/canvas/canvas.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QFile>
#include <QtCore/QUrl>
#include <QtGui/QAction>
#include <QtGui/QDragEnterEvent>
#include <QtGui/QKeyEvent>
#include <QtGui/QMouseEvent>
#include <QtWidgets/QTabBar>
#include <QtWidgets/QTableView>
#include <QtWidgets/QToolButton>

static void initTourResource()
{
    Q_INIT_RESOURCE(glyphscope_tour);
}

namespace glyphscope {
namespace {

void send(QWidget& widget, QEvent::Type type, QPointF at, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
{
    const Qt::MouseButton button = type == QEvent::MouseMove ? Qt::NoButton : Qt::LeftButton;
    const Qt::MouseButtons held = type == QEvent::MouseButtonRelease ? Qt::NoButton : Qt::LeftButton;
    QMouseEvent event(type, at, widget.mapToGlobal(at), button, held, modifiers);
    QCoreApplication::sendEvent(&widget, &event);
}

std::size_t pointCount(const Drawing& drawing)
{
    std::size_t count = 0;
    for (const Stroke& stroke : drawing.strokes)
        count += stroke.points.size();
    return count;
}

/// Events that are sent do not come by the shortcuts of a window.
bool triggerShortcut(const QWidget& window, const QKeySequence& keys)
{
    for (QAction* action : window.actions())
        if (action->isEnabled() && action->shortcuts().contains(keys)) {
            action->trigger();
            return true;
        }
    return false;
}

}  // namespace

namespace hand {

void writePart(Canvas& canvas, const Drawing& drawing, double share)
{
    const CanvasGeometry geometry = CanvasGeometry::of(canvas.size());
    auto left = static_cast<std::size_t>(share * static_cast<double>(pointCount(drawing)) + 0.5);
    for (const Stroke& stroke : drawing.strokes) {
        for (std::size_t i = 0; i < stroke.points.size(); ++i) {
            if (left-- == 0)
                return;
            send(canvas, i == 0 ? QEvent::MouseButtonPress : QEvent::MouseMove,
                 geometry.toWidget(stroke.points[i]));
        }
        send(canvas, QEvent::MouseButtonRelease, geometry.toWidget(stroke.points.back()));
    }
}

void write(Canvas& canvas, const Drawing& drawing)
{
    writePart(canvas, drawing, 1);
}

void click(QWidget& widget)
{
    click(widget, QRectF(widget.rect()).center());
}

void click(QWidget& widget, QPointF at, Qt::KeyboardModifiers modifiers)
{
    send(widget, QEvent::MouseButtonPress, at, modifiers);
    send(widget, QEvent::MouseButtonRelease, at, modifiers);
}

void clickCell(QTableView& table, int row, int column, Qt::KeyboardModifiers modifiers)
{
    const QRect cell = table.visualRect(table.model()->index(row, column));
    click(*table.viewport(), cell.center(), modifiers);
}

void openTab(QWidget& window, const QString& title)
{
    for (QTabBar* bar : window.findChildren<QTabBar*>())
        for (int k = 0; bar->isVisible() && k < bar->count(); ++k)
            if (bar->tabText(k) == title) {
                click(*bar, QRectF(bar->tabRect(k)).center());
                return;
            }
    throw Error(GLYPHSCOPE_TEXT("Tour", "There is no tab \"%1\" in the window."), title.toStdString());
}

void trigger(QWidget& window, const QString& actionName)
{
    for (QToolButton* button : window.findChildren<QToolButton*>())
        if (button->isVisible() && button->defaultAction() != nullptr &&
            button->defaultAction()->objectName() == actionName) {
            click(*button);
            return;
        }
    throw Error(GLYPHSCOPE_TEXT("Tour", "There is no button for %1 in the window."),
                actionName.toStdString());
}

void press(QWidget& widget, const QKeySequence& keys)
{
    for (int i = 0; i < keys.count(); ++i) {
        const QKeyCombination key = keys[static_cast<uint>(i)];
        QKeyEvent asked(QEvent::ShortcutOverride, key.key(), key.keyboardModifiers());
        asked.ignore();
        QCoreApplication::sendEvent(&widget, &asked);
        if (!asked.isAccepted() && triggerShortcut(*widget.window(), QKeySequence(key)))
            continue;
        for (const QEvent::Type type : {QEvent::KeyPress, QEvent::KeyRelease}) {
            QKeyEvent event(type, key.key(), key.keyboardModifiers());
            QCoreApplication::sendEvent(&widget, &event);
        }
    }
}

void type(QWidget& widget, const QString& text)
{
    press(widget, QKeySequence(Qt::CTRL | Qt::Key_A));
    for (const QChar& letter : text)
        for (const QEvent::Type type : {QEvent::KeyPress, QEvent::KeyRelease}) {
            QKeyEvent event(type, letter.toUpper().unicode(), Qt::NoModifier, QString(letter));
            QCoreApplication::sendEvent(&widget, &event);
        }
    press(widget, QKeySequence(Qt::Key_Return));
}

void drop(QWidget& widget, const QString& path)
{
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(path)});
    const QPoint middle = widget.rect().center();
    QDragEnterEvent enter(middle, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&widget, &enter);
    QDropEvent let(middle, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&widget, &let);
}

}  // namespace hand

Drawing tourDigit(int digit)
{
    initTourResource();
    QFile file(QStringLiteral(":/tour/digits.inkml"));
    if (!file.open(QIODevice::ReadOnly))
        throw Error(GLYPHSCOPE_TEXT(
            "Tour",
            "The program was built without the digits of its tour. Build it again with ./run.sh build."));
    return readInkml(file.readAll(), file.fileName()).at(static_cast<std::size_t>(digit)).drawing;
}

Drawing tourNumber(const std::vector<int>& digits)
{
    constexpr double kSide = 280;
    const double each = kSide / static_cast<double>(digits.size());
    Drawing drawing;
    for (std::size_t i = 0; i < digits.size(); ++i)
        for (Stroke stroke : tourDigit(digits[i]).strokes) {
            for (Point& point : stroke.points)
                point = {static_cast<double>(i) * each + point.x * each / kSide,
                         (kSide - each) / 2 + point.y * each / kSide};
            drawing.strokes.push_back(stroke);
        }
    return drawing;
}

Drawing tourLetter()
{
    Drawing drawing;
    drawing.strokes = {{{{88, 56}, {86, 138}, {84, 226}}},
                       {{{188, 60}, {140, 104}, {88, 146}}},
                       {{{112, 126}, {150, 176}, {196, 224}}}};
    return drawing;
}

}  // namespace glyphscope
