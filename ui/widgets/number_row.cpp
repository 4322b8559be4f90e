// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/number_row.h"

#include "ui/style/roles.h"
#include "ui/style/theme.h"
#include "ui/text/joined_text.h"
#include "ui/widgets/number_field.h"
#include "ui/widgets/wheel_guard.h"

#include <QtCore/QSignalBlocker>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QSlider>

#include <algorithm>

namespace glyphscope {

using namespace Qt::StringLiterals;

NumberRow::NumberRow(const QString& name, const NumberRange& range, QWidget* parent)
    : QWidget(parent)
    , m_range(range)
    , m_caption(new QLabel(this))
    , m_slider(new QSlider(Qt::Horizontal, this))
    , m_field(new NumberField(range, this))
{
    m_caption->setFont(glyphscope::font(TextStyle::Caption));
    setRole(m_caption, u"muted"_s);
    m_caption->setBuddy(m_field);
    m_slider->setObjectName(name + u"Slider"_s);
    m_slider->setMinimumWidth(40);
    guardWheel(m_slider);
    m_field->setObjectName(name);
    m_field->setFixedWidth(76);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::kGap);
    row->addWidget(m_caption);
    row->addWidget(m_slider, 1);
    row->addWidget(m_field);
    setFocusProxy(m_field);
    setRange(range);
    connect(m_slider, &QSlider::valueChanged, this, &NumberRow::slide);
    connect(m_slider, &QSlider::sliderPressed, this, &NumberRow::grabbed);
    connect(m_slider, &QSlider::sliderReleased, this, &NumberRow::settled);
    connect(m_field, &NumberField::editingFinished, this, &NumberRow::settled);
    connect(m_field, &NumberField::valueChanged, this, [this](double value) {
        showOnSlider(value);
        Q_EMIT valueChanged(value);
    });
}

void NumberRow::setRange(const NumberRange& range)
{
    const QSignalBlocker quietField(m_field);
    const QSignalBlocker quietSlider(m_slider);
    m_range = range;
    m_field->use(range);
    m_slider->setRange(0, sliderSteps(range));
    m_slider->setPageStep(std::max(1, sliderSteps(range) / 10));
    showOnSlider(m_field->value());
}

void NumberRow::showOnSlider(double value)
{
    const QSignalBlocker quiet(m_slider);
    m_slider->setValue(sliderStep(m_range, value));
}

void NumberRow::slide(int step)
{
    const double value = sliderValue(m_range, step);
    const QSignalBlocker quiet(m_field);
    m_field->setValue(value);
    Q_EMIT valueChanged(value);
}

void NumberRow::setCaption(const QString& caption, const QString& tip)
{
    m_caption->setText(caption);
    m_tip = tip;
    m_slider->setAccessibleName(caption);
    m_field->setAccessibleName(caption);
    showTip();
}

void NumberRow::setCaptionWidth(int width)
{
    m_caption->setFixedWidth(width);
}

void NumberRow::setFieldWidth(int width)
{
    m_field->setFixedWidth(width);
}

void NumberRow::setLeastText(const QString& text)
{
    m_field->setSpecialValueText(text);
}

void NumberRow::setValue(double value)
{
    if (m_field->value() == value)
        return;
    const QSignalBlocker quiet(m_field);
    m_field->setValue(value);
    showOnSlider(value);
}

double NumberRow::value() const
{
    return m_field->value();
}

void NumberRow::setLocked(const QString& reason)
{
    m_reason = reason;
    m_slider->setEnabled(reason.isEmpty());
    m_field->setEnabled(reason.isEmpty());
    showTip();
}

void NumberRow::showTip()
{
    const QString tip = withReason(m_tip, m_reason);
    for (QWidget* part : std::initializer_list<QWidget*>{m_caption, m_slider, m_field})
        part->setToolTip(tip);
}

}  // namespace glyphscope
