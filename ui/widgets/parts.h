// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/style/theme.h"

#include <QtCore/QString>

class QFrame;
class QLabel;
class QToolButton;
class QVBoxLayout;
class QWidget;

namespace glyphscope {

/// Small parts that pages are put together from, so that they look alike everywhere.
[[nodiscard]] QVBoxLayout* columnIn(QFrame* card);
[[nodiscard]] QFrame* makeCard(QWidget* parent);
[[nodiscard]] QLabel* makeWords(const QString& name, const QString& role, QWidget* parent);  ///< wrapped
[[nodiscard]] QLabel* makeWords(const QString& name, const QString& role, TextStyle style, QWidget* parent);
[[nodiscard]] QLabel* makeCaption(const QString& text, QWidget* buddy, QWidget* parent);
[[nodiscard]] QToolButton* makeSegment(const QString& text, const QString& name, QWidget* parent);
/// An icon with words beside it; a `Button` is a QPushButton or a QToolButton.
template <class Button>
[[nodiscard]] Button* makeButton(const QString& name, const QString& text, const QString& iconName,
                                 QWidget* parent);

/// One of the four arrow keys.
[[nodiscard]] bool isArrow(int key);

}  // namespace glyphscope
