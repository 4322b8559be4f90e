// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/hooks/amount_slider.h"

#include "ui/style/roles.h"
#include "ui/style/theme.h"

#include <QtCore/QSignalBlocker>
#include <QtWidgets/QDoubleSpinBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QSlider>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace glyphscope {

namespace {

constexpr int kSteps = 200;
constexpr double kMost = 99999;  // that may be typed

/// "0.5", not "0.500".
class NumberField : public QDoubleSpinBox {
public:
    using QDoubleSpinBox::QDoubleSpinBox;
    [[nodiscard]] QString textFromValue(double value) const override
    {
        QString text = QDoubleSpinBox::textFromValue(value);
        const QString point = locale().decimalPoint();
        if (!text.contains(point))
            return text;
        while (text.endsWith(locale().zeroDigit()))
            text.chop(1);
        if (text.endsWith(point))
            text.chop(point.size());
        return text;
    }
};

}  // namespace

int sliderStep(const HookNumber& number, double value, int steps)
{
    const double share =
        (std::clamp(value, number.low, number.high) - number.low) / (number.high - number.low);
    return static_cast<int>(std::lround(share * steps));
}

double sliderValue(const HookNumber& number, int step, int steps)
{
    const double value = number.low + (number.high - number.low) * step / steps;
    return std::round(value * 1000) / 1000;
}

AmountSlider::AmountSlider(const QString& name, QWidget* parent)
    : QWidget(parent)
    , m_caption(new QLabel(this))
    , m_slider(new QSlider(Qt::Horizontal, this))
    , m_field(new NumberField(this))
{
    setObjectName(name);
    m_slider->setObjectName(name + u"Slider"_s);
    m_slider->setRange(0, kSteps);
    m_slider->setPageStep(kSteps / 20);
    m_slider->setMinimumWidth(60);
    m_field->setObjectName(name + u"Field"_s);
    m_field->setDecimals(3);
    m_field->setSingleStep(0.1);
    m_field->setFixedWidth(92);
    m_caption->setFont(glyphscope::font(TextStyle::Caption));
    m_caption->setBuddy(m_field);
    setRole(m_caption, u"muted"_s);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::kGap);
    row->addWidget(m_caption);
    row->addWidget(m_slider, 1);
    row->addWidget(m_field);
    setFocusProxy(m_slider);
    connect(m_slider, &QSlider::sliderPressed, this, &AmountSlider::grabbed);
    connect(m_slider, &QSlider::sliderReleased, this, &AmountSlider::grabbed);
    connect(m_field, &QDoubleSpinBox::editingFinished, this, &AmountSlider::grabbed);
    connect(m_slider, &QSlider::valueChanged, this, [this](int step) {
        const double value = sliderValue(m_number, step, kSteps);
        const QSignalBlocker quiet(m_field);
        m_field->setValue(value);
        Q_EMIT valueChanged(value);
    });
    connect(m_field, &QDoubleSpinBox::valueChanged, this, [this](double value) {
        showOnSlider(value);
        Q_EMIT valueChanged(value);
    });
}

void AmountSlider::setNumber(const HookNumber& number)
{
    m_number = number;
    m_caption->setText(number.name);
    m_caption->setFixedWidth(m_caption->fontMetrics().horizontalAdvance(u"Deviation"_s) + 2);
    for (QWidget* part : std::initializer_list<QWidget*>{m_slider, m_field}) {
        part->setToolTip(number.tip);
        part->setAccessibleName(number.name);
    }
    const QSignalBlocker quiet(m_field);
    m_field->setRange(std::max(number.least, -kMost), kMost);
}

void AmountSlider::setValue(double value)
{
    if (value == m_field->value())  // a number being typed keeps its cursor
        return;
    const QSignalBlocker quiet(m_field);
    m_field->setValue(value);
    showOnSlider(value);
}

double AmountSlider::value() const
{
    return m_field->value();
}

void AmountSlider::showOnSlider(double value)
{
    const QSignalBlocker quiet(m_slider);
    m_slider->setValue(sliderStep(m_number, value, kSteps));
}

}  // namespace glyphscope
