// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

class QFrame;
class QLabel;
class QToolButton;
class QVBoxLayout;
class QWidget;

namespace glyphscope {

/// From this width on a page has two columns.
inline constexpr int kTwoColumns = 620;

/// Small parts that the pages of this room share.
[[nodiscard]] QVBoxLayout* columnIn(QFrame* card);
[[nodiscard]] QFrame* makeCard(QWidget* parent);
[[nodiscard]] QLabel* makeWords(const QString& name, const QString& role, QWidget* parent);  ///< wrapped
[[nodiscard]] QLabel* makeCaption(const QString& text, QWidget* buddy, QWidget* parent);
[[nodiscard]] QToolButton* makeSegment(const QString& text, const QString& name, QWidget* parent);

/// Height of a line of caption text, in whole pixels.
[[nodiscard]] double lineHeight();

/// One of the four arrow keys.
[[nodiscard]] bool isArrow(int key);

}  // namespace glyphscope
