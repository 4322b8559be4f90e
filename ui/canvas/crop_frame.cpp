// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/crop_frame.h"

#include "ui/canvas/canvas_geometry.h"
#include "ui/style/theme.h"
#include "ui/widgets/parts.h"

#include <QtGui/QKeyEvent>
#include <QtGui/QMouseEvent>
#include <QtGui/QPainter>
#include <QtGui/QPainterPath>

namespace glyphscope {
namespace {

constexpr double kReach = 9;  // device-independent pixels from an edge
constexpr double kKeyStep = 0.02;

}  // namespace

CropFrame::CropFrame(QWidget* canvas) : QWidget(canvas)
{
    setObjectName(QStringLiteral("cropFrame"));
    setAccessibleName(tr("Part of the picture that is read"));
    setAccessibleDescription(
        tr("Drag its edges. Arrow keys move it, with Shift its lower right corner; Escape leaves it."));
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    hide();
    canvas->installEventFilter(this);
}

void CropFrame::setPicture(const std::optional<Picture>& picture)
{
    m_picture = picture ? QRectF(picture->x, picture->y, picture->width, picture->height) : QRectF();
    if (!picture)
        hide();
    update();
}

void CropFrame::setCrop(const PictureCrop& crop)
{
    if (m_grip.any())
        return;
    m_crop = crop;
    update();
}

QRectF CropFrame::pictureRect() const
{
    return CanvasGeometry::of(size()).transform().mapRect(m_picture);
}

bool CropFrame::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == parent() && event->type() == QEvent::Resize)
        setGeometry(parentWidget()->rect());
    return QWidget::eventFilter(watched, event);
}

bool CropFrame::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (isArrow(key) || key == Qt::Key_Escape)
            event->accept();
    }
    return QWidget::event(event);
}

void CropFrame::showEvent(QShowEvent*)
{
    setGeometry(parentWidget()->rect());
    raise();
    setFocus(Qt::OtherFocusReason);
}

void CropFrame::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF whole = pictureRect();
    const QRectF crop = cropRect(m_crop, whole);
    QPainterPath beside;
    beside.addRect(whole);
    QPainterPath inside;
    inside.addRect(crop);
    QColor shade = theme().ink;
    shade.setAlphaF(0.35F);
    painter.fillPath(beside.subtracted(inside), shade);
    painter.setBrush(Qt::NoBrush);
    for (const QPen& pen : {QPen(theme().paper, 4), QPen(theme().accent, 2)}) {
        painter.setPen(pen);
        painter.drawRect(crop);
    }
    painter.setPen(QPen(theme().paper, 1));
    painter.setBrush(theme().accent);
    for (const QPointF corner : {crop.topLeft(), crop.topRight(), crop.bottomLeft(), crop.bottomRight()})
        painter.drawEllipse(corner, 5, 5);
}

void CropFrame::showCursor(const CropGrip& grip)
{
    const bool across = grip.left || grip.right;
    const bool down = grip.top || grip.bottom;
    if (across && down)
        setCursor(grip.left == grip.top ? Qt::SizeFDiagCursor : Qt::SizeBDiagCursor);
    else if (across || down)
        setCursor(across ? Qt::SizeHorCursor : Qt::SizeVerCursor);
    else
        setCursor(grip.whole ? Qt::SizeAllCursor : Qt::ArrowCursor);
}

void CropFrame::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_grip = gripAt(cropRect(m_crop, pictureRect()), event->position(), kReach);
    m_before = m_crop;
    m_from = event->position();
}

void CropFrame::mouseMoveEvent(QMouseEvent* event)
{
    const QRectF whole = pictureRect();
    if (!m_grip.any()) {
        showCursor(gripAt(cropRect(m_crop, whole), event->position(), kReach));
        return;
    }
    const QPointF by = event->position() - m_from;
    m_crop = movedCrop(m_before, m_grip, by.x() / whole.width(), by.y() / whole.height());
    update();
}

void CropFrame::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || !m_grip.any())
        return;
    m_grip = {};
    if (m_crop != m_before)
        Q_EMIT cropChanged(m_crop);
}

void CropFrame::keyPressEvent(QKeyEvent* event)
{
    const int key = event->key();
    if (key == Qt::Key_Escape) {
        hide();
        Q_EMIT left();
        return;
    }
    if (!isArrow(key))
        return QWidget::keyPressEvent(event);
    const auto step = [key](int less, int more) { return kKeyStep * ((key == more) - (key == less)); };
    CropGrip grip;
    grip.right = grip.bottom = event->modifiers().testFlag(Qt::ShiftModifier);
    grip.whole = !grip.right;
    const PictureCrop moved =
        movedCrop(m_crop, grip, step(Qt::Key_Left, Qt::Key_Right), step(Qt::Key_Up, Qt::Key_Down));
    if (moved == m_crop)
        return;
    m_crop = moved;
    update();
    Q_EMIT cropChanged(m_crop);
}

}  // namespace glyphscope
