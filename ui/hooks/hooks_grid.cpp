// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/hooks/hooks_grid.h"

#include "ui/style/theme.h"

#include <QtWidgets/QGridLayout>
#include <QtWidgets/QWidget>

namespace glyphscope {

namespace {

constexpr int kThreeHookColumns = 1070;  // width from which list, form and effect stand beside each other
constexpr int kThreeLowColumns = 800;    // and in a low page
constexpr int kTwoHookColumns = 590;     // from which the form stands beside list and effect, in a low page
constexpr int kLowHooks = 420;
constexpr int kFormWidth = 290;
constexpr int kEffectWidth = 206;
constexpr int kListShare = 3;  // of the height, in one column
constexpr int kEffectShare = 2;

}  // namespace

HooksGrid::HooksGrid(QWidget* page, const Parts& parts) : m_layout(new QGridLayout(page)), m_parts(parts)
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(metrics::kGap);
    m_layout->setSizeConstraint(QLayout::SetNoConstraint);  // the arrangement follows the size
    m_layout->setColumnStretch(0, 1);
    m_layout->setRowStretch(0, 1);
}

HooksGrid::Shape HooksGrid::shapeFor(QSize size)
{
    const bool low = size.height() < kLowHooks;
    if (size.width() >= (low ? kThreeLowColumns : kThreeHookColumns))
        return Shape::ThreeColumns;
    if (size.width() >= kThreeLowColumns)
        return Shape::EffectUnderForm;
    return size.width() >= kTwoHookColumns && low ? Shape::TwoColumns : Shape::OneColumn;
}

bool HooksGrid::stacks(Shape shape)
{
    return shape == Shape::OneColumn || shape == Shape::EffectUnderForm;
}

bool HooksGrid::arrange(QSize size)
{
    const Shape now = shapeFor(size);
    if (m_shape == now)
        return false;
    m_shape = now;
    const auto& [list, form, effect] = m_parts;
    for (QWidget* part : {list, form, effect})
        m_layout->removeWidget(part);
    const bool under = now == Shape::EffectUnderForm;
    m_layout->addWidget(list, 0, 0, under ? 2 : 1, 1);
    if (under) {
        m_layout->addWidget(form, 0, 1);
        m_layout->addWidget(effect, 1, 1);
    } else if (now == Shape::ThreeColumns) {
        m_layout->addWidget(form, 0, 1);
        m_layout->addWidget(effect, 0, 2);
    } else if (now == Shape::TwoColumns) {
        m_layout->addWidget(form, 0, 1, 2, 1);
        m_layout->addWidget(effect, 1, 0);
    } else {
        m_layout->addWidget(form, 1, 0);
        m_layout->addWidget(effect, 2, 0);
    }
    const bool beside = now != Shape::OneColumn;
    const bool aside = now == Shape::ThreeColumns;
    m_layout->setRowStretch(0, under ? 0 : 1);
    m_layout->setRowStretch(1, under ? 1 : 0);
    m_layout->setRowStretch(2, 0);
    form->setMinimumWidth(beside ? kFormWidth : 0);
    form->setMaximumWidth(beside ? kFormWidth : QWIDGETSIZE_MAX);
    form->setSizePolicy(QSizePolicy::Preferred,
                        beside && !under ? QSizePolicy::Ignored : QSizePolicy::Maximum);
    const int effectWidth = under ? kFormWidth : kEffectWidth;
    effect->setMinimumWidth(aside || under ? effectWidth : 0);
    effect->setMaximumWidth(aside || under ? effectWidth : QWIDGETSIZE_MAX);
    effect->setSizePolicy(QSizePolicy::Preferred, aside || under ? QSizePolicy::Ignored : QSizePolicy::Fixed);
    return true;
}

void HooksGrid::letEffectGrow(bool grow)
{
    if (m_shape != Shape::OneColumn)
        return;
    m_layout->setRowStretch(0, grow ? kListShare : 1);
    m_layout->setRowStretch(2, grow ? kEffectShare : 0);
    m_parts.effect->setSizePolicy(QSizePolicy::Preferred, grow ? QSizePolicy::Preferred : QSizePolicy::Fixed);
}

}  // namespace glyphscope
