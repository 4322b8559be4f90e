// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/runs/run_difference.h"

#include <QtWidgets/QWidget>

#include <array>

namespace glyphscope {

/// The names of two runs over the columns of a FactSheet, underlined as their curves are drawn.
class RunLines : public QWidget {
    Q_OBJECT

public:
    explicit RunLines(QWidget* parent = nullptr);

    /// `nameWidth` as the sheet below has it.
    void setRuns(const std::array<QString, 2>& names, StylePair styles, double nameWidth);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {120, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] int line() const;

    std::array<QString, 2> m_names;
    StylePair m_styles;
    double m_nameWidth = 0;
};

}  // namespace glyphscope
