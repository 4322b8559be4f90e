// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/colour_scale.h"

#include <QtWidgets/QWidget>

namespace glyphscope {

/// What the colours of a sheet stand for: a strip of them with its numbers, and whose scale it is.
class ColourLegend : public QWidget {
    Q_OBJECT

public:
    explicit ColourLegend(QWidget* parent = nullptr);

    /// `whose` is said beside the strip. A limit of 0 has no numbers: every map has its own.
    void setScale(const ColourScale& scale, const QString& whose);
    [[nodiscard]] QString lowText() const;
    [[nodiscard]] QString highText() const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    ColourScale m_scale;
    QString m_whose;
};

}  // namespace glyphscope
