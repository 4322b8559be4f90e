// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/drawing_area.h"

#include "ui/style/theme.h"

#include <QtGui/QResizeEvent>
#include <QtWidgets/QBoxLayout>

#include <algorithm>

namespace glyphscope {
namespace {

constexpr int kStripHeight = 176;  // under the canvas: the room is the canvas's
constexpr int kBesideWidth = 320;  // beside the canvas, where that leaves it larger
constexpr int kLeastCanvas = 220;  // the strip goes where the canvas would be smaller

}  // namespace

DrawingArea::DrawingArea(QWidget* canvas, QWidget* stages, QWidget* parent)
    : QWidget(parent), m_stages(stages), m_layout(new QBoxLayout(QBoxLayout::TopToBottom, this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(metrics::kGap);
    m_layout->setSizeConstraint(QLayout::SetNoConstraint);  // the least size must not depend on the direction
    m_layout->addWidget(canvas, 1);
    m_layout->addWidget(stages, 0);
    m_stages->setMaximumHeight(kStripHeight);
}

bool DrawingArea::sideBySide() const
{
    return m_layout->direction() == QBoxLayout::LeftToRight;
}

int DrawingArea::stripHeight(int width) const
{
    return std::min(kStripHeight, m_stages->heightForWidth(width)) + metrics::kGap;
}

void DrawingArea::resizeEvent(QResizeEvent* event)
{
    const QSize size = event->size();
    const int below = std::min(size.width(), size.height() - stripHeight(size.width()));
    const int atSide = std::min(size.width() - kBesideWidth, size.height());
    m_stages->setHidden(std::max(below, atSide) < kLeastCanvas);
    const bool beside = atSide > below;
    // Beside a square canvas it has what is left.
    m_stages->setMaximumWidth(beside ? std::max(kBesideWidth, size.width() - size.height()) - metrics::kGap
                                     : QWIDGETSIZE_MAX);
    if (beside != sideBySide()) {
        m_layout->setDirection(beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
        m_layout->setStretch(1, beside ? 1 : 0);
        m_layout->activate();  // it has laid out for this size already, in the other direction
    }
    QWidget::resizeEvent(event);
}

}  // namespace glyphscope
