// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QSize>

#include <optional>

class QGridLayout;
class QWidget;

namespace glyphscope {

/// How the list of hooks, the form and the effect share a page, by its size.
class HooksGrid {
public:
    enum class Shape {
        OneColumn,
        TwoColumns,       ///< the form beside list and effect
        EffectUnderForm,  ///< both beside the list
        ThreeColumns
    };

    struct Parts {
        QWidget* list;
        QWidget* form;
        QWidget* effect;
    };

    HooksGrid(QWidget* page, const Parts& parts);

    [[nodiscard]] static Shape shapeFor(QSize size);
    [[nodiscard]] static bool stacks(Shape shape);  ///< form and effect, above each other
    [[nodiscard]] std::optional<Shape> shape() const { return m_shape; }  ///< none before arrange()

    /// Lays the parts out for a page of that size; false where they lie so already.
    bool arrange(QSize size);
    /// In one column the effect shares what the form leaves with the list, or only takes what it needs.
    void letEffectGrow(bool grow);

private:
    QGridLayout* m_layout;  // of the page, which owns it
    const Parts m_parts;
    std::optional<Shape> m_shape;
};

}  // namespace glyphscope
