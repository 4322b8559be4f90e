// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/canvas_drop.h"

#include "ui/canvas/local_files.h"

#include <QtGui/QDropEvent>
#include <QtGui/QImage>
#include <QtWidgets/QWidget>

namespace glyphscope {

CanvasDrop::CanvasDrop(QWidget* canvas) : QObject(canvas)
{
    canvas->setAcceptDrops(true);
    canvas->installEventFilter(this);
}

bool CanvasDrop::eventFilter(QObject* watched, QEvent* event)
{
    switch (event->type()) {
    case QEvent::DragEnter: {
        auto* enter = static_cast<QDragEnterEvent*>(event);
        if (enter->mimeData()->hasImage() || !localFiles(*enter->mimeData()).isEmpty()) {
            enter->acceptProposedAction();
            setActive(true);
        }
        return true;
    }
    case QEvent::DragLeave:
        setActive(false);
        return true;
    case QEvent::Drop: {
        auto* drop = static_cast<QDropEvent*>(event);
        setActive(false);
        if (take(*drop->mimeData()))
            drop->acceptProposedAction();
        return true;
    }
    default:
        return QObject::eventFilter(watched, event);
    }
}

bool CanvasDrop::take(const QMimeData& data)
{
    const QStringList paths = localFiles(data);
    if (!paths.isEmpty()) {
        Q_EMIT filesDropped(paths);
        return true;
    }
    const auto image = qvariant_cast<QImage>(data.imageData());
    if (!image.isNull())
        Q_EMIT imageDropped(image);
    return !image.isNull();
}

void CanvasDrop::setActive(bool active)
{
    m_active = active;
    Q_EMIT activeChanged();
}

}  // namespace glyphscope
