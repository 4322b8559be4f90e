// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/hooks/hook_actions.h"

#include <QtWidgets/QWidget>

class QDoubleSpinBox;
class QLabel;
class QSlider;

namespace glyphscope {

/// A number with its name, a slider to drag it and a field to type it. Dragging and typing signal at once.
class AmountSlider : public QWidget {
    Q_OBJECT

public:
    /// `name` is the object name; the slider's and the field's are derived from it.
    AmountSlider(const QString& name, QWidget* parent);

    void setNumber(const HookNumber& number);
    void setValue(double value);  ///< quiet
    [[nodiscard]] double value() const;

Q_SIGNALS:
    void valueChanged(double value);
    void grabbed();  ///< the slider was taken or let go: what comes is another gesture

private:
    void showOnSlider(double value);

    HookNumber m_number;
    QLabel* m_caption = nullptr;
    QSlider* m_slider = nullptr;
    QDoubleSpinBox* m_field = nullptr;
};

/// Where a value stands on a slider of `steps` between the ends of `number`, and back, on round numbers.
[[nodiscard]] int sliderStep(const HookNumber& number, double value, int steps);
[[nodiscard]] double sliderValue(const HookNumber& number, int step, int steps);

}  // namespace glyphscope
