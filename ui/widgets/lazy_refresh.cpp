// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/lazy_refresh.h"

#include <QtCore/QEvent>
#include <QtWidgets/QWidget>

#include <utility>

namespace glyphscope {

LazyRefresh::LazyRefresh(QWidget* widget, std::function<void()> refresh)
    : m_refresh(std::move(refresh)), m_seen(widget->isVisible())
{
    widget->installEventFilter(this);
}

void LazyRefresh::request()
{
    m_stale = true;
    if (m_seen)
        refreshStale();
}

bool LazyRefresh::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Hide)
        m_seen = false;
    if (event->type() == QEvent::Show) {
        m_seen = true;
        refreshStale();
    }
    return QObject::eventFilter(watched, event);
}

void LazyRefresh::refreshStale()
{
    if (std::exchange(m_stale, false))
        m_refresh();
}

}  // namespace glyphscope
