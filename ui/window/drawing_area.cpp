// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/drawing_area.h"

#include "ui/style/theme.h"

#include <QtCore/QEvent>

#include <algorithm>

namespace glyphscope {
namespace {

constexpr int kStripHeight = 176;      // under the canvas, at most: the room is the canvas's
constexpr double kStripShare = 0.2;    // or that of the height
constexpr int kLeastBeside = 260;      // width beside the canvas
constexpr int kLeastCanvas = 220;      // the strip goes where the canvas would be smaller
constexpr double kWorthMoving = 1.25;  // as much larger the canvas has to be with the strip beside it
constexpr int kHintLines = 3;          // whatever it says

}  // namespace

DrawingArea::DrawingArea(QWidget* canvas, QWidget* bar, QWidget* stages, QWidget* hint, QWidget* parent)
    : QWidget(parent), m_canvas(canvas), m_bar(bar), m_stages(stages), m_hint(hint)
{
    for (QWidget* part : {canvas, bar, stages, hint})
        if (part != nullptr)
            part->setParent(this);
}

DrawingArea::Places DrawingArea::places(QSize area, int strip, int hint)
{
    constexpr int kGap = metrics::kGap;
    const int hintRoom = hint > 0 ? hint + kGap : 0;
    const int high = area.height() - hintRoom;
    const int most = std::max(kStripHeight, qRound(kStripShare * high));
    const int stripHeight = std::min(most, strip);
    const int below = std::min(area.width(), high - stripHeight - kGap);
    const int atSide = std::min(area.width() - kLeastBeside - kGap, area.height());
    Places places;
    if (std::max(below, atSide) < kLeastCanvas) {
        places.canvas = QRect(0, 0, area.width(), high);
        places.hint = QRect(0, high + kGap, area.width(), hint);
        return places;
    }
    places.beside = atSide > (below < kLeastCanvas ? below : kWorthMoving * below);
    if (places.beside) {
        const int left = atSide + kGap;
        places.canvas = QRect(0, 0, atSide, area.height());
        places.stages = QRect(left, 0, area.width() - left, high);
        places.hint = QRect(left, high + kGap, area.width() - left, hint);
    } else {
        const int canvas = high - stripHeight - kGap;
        places.canvas = QRect(0, 0, area.width(), canvas);
        places.stages = QRect(0, canvas + kGap, area.width(), stripHeight);
        places.hint = QRect(0, high + kGap, area.width(), hint);
    }
    return places;
}

int DrawingArea::hintHeight() const
{
    if (m_hint == nullptr || (m_hint->isHidden() && !m_hint->sizePolicy().retainSizeWhenHidden()))
        return 0;
    return qRound(kHintLines * lineHeight(TextStyle::Caption));
}

void DrawingArea::place()
{
    const int strip = m_stages->heightForWidth(width());
    const Places places = DrawingArea::places(size(), strip, hintHeight());
    m_beside = places.beside;
    QRect canvas = places.canvas;
    if (m_bar != nullptr && !m_bar->isHidden()) {  // of the canvas' own room
        const int high = m_bar->sizeHint().height();
        canvas.setHeight(std::max(0, canvas.height() - high - metrics::kGap));
        m_bar->setGeometry(canvas.left(), canvas.bottom() + 1 + metrics::kGap, canvas.width(), high);
    }
    m_canvas->setGeometry(canvas);
    m_stages->setHidden(places.stages.isNull());
    if (!places.stages.isNull())
        m_stages->setGeometry(places.stages);
    if (m_hint != nullptr)
        m_hint->setGeometry(places.hint);
}

bool DrawingArea::event(QEvent* event)
{
    if (event->type() == QEvent::LayoutRequest)
        place();
    return QWidget::event(event);
}

void DrawingArea::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    place();
}

}  // namespace glyphscope
