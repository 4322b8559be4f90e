// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

class QFrame;
class QLabel;
class QToolButton;
class QWidget;

namespace glyphscope {

/// Small parts that the pages of this room share.
[[nodiscard]] QFrame* makeCard(QWidget* parent);
[[nodiscard]] QLabel* makeWords(const QString& name, const QString& role, QWidget* parent);  ///< wrapped
[[nodiscard]] QLabel* makeCaption(const QString& text, QWidget* buddy, QWidget* parent);
[[nodiscard]] QToolButton* makeSegment(const QString& text, const QString& name, QWidget* parent);

}  // namespace glyphscope
