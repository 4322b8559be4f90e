// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGui/QColor>
#include <QtGui/QFont>

class QApplication;

namespace glyphscope {

/// The one colour set of the program. Every widget paints with these and nothing else.
struct Theme {
    bool dark = false;
    QColor window;      ///< behind everything
    QColor surface;     ///< panels and cards
    QColor raised;      ///< controls and hovered cards on a surface
    QColor border;      ///< hairlines
    QColor text;        ///< body and headings
    QColor mutedText;   ///< captions and second-rank values; 4.5:1 on surface
    QColor accent;      ///< the answer, the active tool, focus
    QColor accentText;  ///< text on accent
    QColor accentSoft;  ///< accent as a background
    QColor good;        ///< done
    QColor caution;     ///< not sure
    QColor bad;         ///< failed
    QColor paper;       ///< the canvas
    QColor ink;         ///< strokes on the canvas
    QColor guide;       ///< faint guides on the canvas
    QColor second;      ///< the second curve, colour-blind safe beside accent
};

/// Spacing, in device-independent pixels: multiples of one unit.
namespace metrics {
inline constexpr int kUnit = 4;
inline constexpr int kGap = 2 * kUnit;      ///< between related things
inline constexpr int kPadding = 3 * kUnit;  ///< inside a card
inline constexpr int kMargin = 4 * kUnit;   ///< between cards
inline constexpr int kRadius = 8;           ///< corners of cards
inline constexpr int kControlHeight = 32;
}  // namespace metrics

/// The type scale. Sizes follow the application font, so the desktop's setting is respected.
enum class TextStyle { Display, Title, Heading, Body, Caption, Number };

/// The theme in force. GUI thread only.
[[nodiscard]] const Theme& theme();
/// Either of the two, in force or not: a picture to be printed is light.
[[nodiscard]] Theme themeOf(bool dark);
[[nodiscard]] QFont font(TextStyle style);
/// Of a line of text in the tallest of its families, in whole pixels.
[[nodiscard]] double lineHeight(const QFont& used);
[[nodiscard]] double lineHeight(TextStyle style);

/// Sets style, palette and style sheet of the whole application; every widget gets a PaletteChange event.
void applyTheme(QApplication& application, bool dark);

}  // namespace glyphscope
