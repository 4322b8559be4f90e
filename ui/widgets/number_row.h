// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/text/number_range.h"

#include <QtWidgets/QWidget>

class QLabel;
class QSlider;

namespace glyphscope {

class NumberField;

/// A number with its name, a slider to drag it and a field to type it.
class NumberRow : public QWidget {
    Q_OBJECT

public:
    /// `name` is the field's object name; the slider's ends in "Slider".
    NumberRow(const QString& name, const NumberRange& range, QWidget* parent);

    void setCaption(const QString& caption, const QString& tip);
    void setCaptionWidth(int width);
    void setFieldWidth(int width);
    void setLeastText(const QString& text);   ///< in place of the least number; empty: none
    void setRange(const NumberRange& range);  ///< quiet
    void setValue(double value);              ///< quiet; what is being typed keeps its cursor
    [[nodiscard]] double value() const;

    /// Disabled, with a tooltip that says why; nothing: enabled.
    void setLocked(const QString& reason);

Q_SIGNALS:
    void valueChanged(double value);  ///< by the user
    void grabbed();                   ///< the slider was taken
    void settled();                   ///< the slider was let go, the field was left

private:
    void showOnSlider(double value);
    void showTip();
    void slide(int step);

    NumberRange m_range;
    QString m_tip;
    QString m_reason;
    QLabel* m_caption;
    QSlider* m_slider;
    NumberField* m_field;
};

}  // namespace glyphscope
