// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/runs/run_difference.h"

#include <QtWidgets/QWidget>

#include <array>

namespace glyphscope {

/// The names of two runs beside the lines of their curves, one below the other.
class RunLines : public QWidget {
    Q_OBJECT

public:
    explicit RunLines(QWidget* parent = nullptr);

    void setRuns(const std::array<QString, 2>& names, StylePair styles);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {120, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] int line() const;

    std::array<QString, 2> m_names;
    StylePair m_styles;
};

}  // namespace glyphscope
