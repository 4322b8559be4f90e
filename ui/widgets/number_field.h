// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/text/number_range.h"

#include <QtWidgets/QDoubleSpinBox>

namespace glyphscope {

/// A field for a number as engineers write it: shows 0.004 and not 0.00400000, takes 4e-3, and steps along
/// 1, 2, 5 where its range is logarithmic.
class NumberField : public QDoubleSpinBox {
    Q_OBJECT

public:
    explicit NumberField(const NumberRange& range, QWidget* parent = nullptr);

    void use(const NumberRange& range);  ///< quiet, unless the value lies outside

    [[nodiscard]] QString textFromValue(double value) const override;
    [[nodiscard]] double valueFromText(const QString& text) const override;
    QValidator::State validate(QString& text, int& at) const override;
    void stepBy(int steps) override;

private:
    NumberRange m_range;
};

}  // namespace glyphscope
