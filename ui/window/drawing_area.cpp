// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/drawing_area.h"

#include "ui/style/theme.h"

#include <QtGui/QResizeEvent>
#include <QtWidgets/QBoxLayout>

namespace glyphscope {
namespace {

constexpr int kStripHeight = 176;  // under the canvas: the room is the canvas's
constexpr int kLowDesk = 400;      // below this height the strip goes beside the canvas ...
constexpr int kNarrowDesk = 480;   // ... if there is this much width

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

void DrawingArea::resizeEvent(QResizeEvent* event)
{
    const bool beside = event->size().height() < kLowDesk && event->size().width() >= kNarrowDesk;
    if (beside != sideBySide()) {
        m_layout->setDirection(beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
        m_layout->setStretch(1, beside ? 1 : 0);
        m_layout->activate();  // it has laid out for this size already, in the other direction
    }
    QWidget::resizeEvent(event);
}

}  // namespace glyphscope
