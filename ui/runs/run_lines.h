// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/runs/run_difference.h"

#include <QtWidgets/QWidget>

#include <array>

namespace glyphscope {

/// The names of two runs over the columns of a FactSheet, and when they began, underlined as their curves are
/// drawn.
class RunLines : public QWidget {
    Q_OBJECT

public:
    explicit RunLines(QWidget* parent = nullptr);

    /// `nameWidth` as the sheet below has it; 0: there is none.
    void setRuns(const std::array<RunInfo, 2>& runs, StylePair styles, double nameWidth);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {120, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] static double nameHeight();
    [[nodiscard]] static double startHeight();

    std::array<QString, 2> m_names;
    std::array<QString, 2> m_starts;
    StylePair m_styles;
    double m_nameWidth = 0;
};

}  // namespace glyphscope
