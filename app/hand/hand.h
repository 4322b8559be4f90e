// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/drawing.h"

#include <QtCore/QMimeData>
#include <QtCore/QString>
#include <QtGui/QKeySequence>

#include <memory>
#include <vector>

class QTableView;
class QWidget;

namespace glyphscope {

class Canvas;

/// A hand that works a window with the events that a mouse makes. Used by the tour and by the journeys of the
/// tests.
namespace hand {

/// Writes every stroke: press, moves, release.
void write(Canvas& canvas, const Drawing& drawing);
/// The first `share` of a drawing's points, the pen still down if a stroke is cut.
void writePart(Canvas& canvas, const Drawing& drawing, double share);
/// A click on the middle of a widget, or on a point of it.
void click(QWidget& widget);
void click(QWidget& widget, QPointF at, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
/// A click on the middle of a cell.
void clickCell(QTableView& table, int row, int column, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
/// Clicks on the tab of a panel that lies behind others.
void openTab(QWidget& window, const QString& title);
/// Clicks on the tool bar's button of an action.
void trigger(QWidget& window, const QString& actionName);
/// A key with its modifiers, to a widget that has the focus or to the window.
void press(QWidget& widget, const QKeySequence& keys);
/// Replaces a field's text: selects all, types, presses Return.
void type(QWidget& widget, const QString& text);
/// Drags a file over a widget that takes it and lets it go.
void drop(QWidget& widget, const QString& path);

}  // namespace hand

/// One of the ten digits that come with the program, in the canvas' coordinates.
[[nodiscard]] Drawing tourDigit(int digit);

/// Several of them beside each other, smaller.
[[nodiscard]] Drawing tourNumber(const std::vector<int>& digits);

/// A K, likewise: what is no digit.
[[nodiscard]] Drawing tourLetter();

}  // namespace glyphscope
