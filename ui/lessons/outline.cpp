// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lessons/outline.h"

#include "ui/style/theme.h"

#include <QtCore/QEvent>
#include <QtGui/QPainter>

using namespace Qt::StringLiterals;

namespace glyphscope {
namespace {

constexpr int kWidth = 3;
constexpr int kDistance = 2;  // from the target

}  // namespace

Outline::Outline(QWidget* window) : QWidget(window)
{
    setObjectName(u"lessons.outline"_s);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAttribute(Qt::WA_NoSystemBackground);
    setFocusPolicy(Qt::NoFocus);
    hide();
}

void Outline::setTarget(QWidget* target)
{
    if (target == m_target)
        return;
    if (m_target)
        m_target->removeEventFilter(this);
    m_target = target;
    if (m_target)
        m_target->installEventFilter(this);
    follow();
}

/// In its window: a panel that was made a window of its own has its frame there.
QRect Outline::place() const
{
    if (!m_target || !m_target->isVisible() || m_target->visibleRegion().isEmpty())
        return {};
    const QRect seen = m_target->visibleRegion().boundingRect();
    const QRect there(m_target->mapTo(m_target->window(), seen.topLeft()), seen.size());
    const int around = kWidth + kDistance;
    return there.adjusted(-around, -around, around, around).intersected(m_target->window()->rect());
}

void Outline::follow()
{
    const QRect where = place();
    if (where.isEmpty()) {
        hide();
        return;
    }
    if (parentWidget() != m_target->window())
        setParent(m_target->window());
    if (geometry() != where || mask().isEmpty()) {
        setGeometry(where);
        setMask(QRegion(rect()) - QRegion(rect().adjusted(kWidth, kWidth, -kWidth, -kWidth)));
    }
    show();
    raise();
}

bool Outline::eventFilter(QObject* watched, QEvent* event)
{
    const QEvent::Type type = event->type();
    if (type == QEvent::Move || type == QEvent::Resize || type == QEvent::Show || type == QEvent::Hide)
        QMetaObject::invokeMethod(this, &Outline::follow, Qt::QueuedConnection);
    return QWidget::eventFilter(watched, event);
}

void Outline::paintEvent(QPaintEvent*)
{
    QPainter(this).fillRect(rect(), theme().accent);
}

}  // namespace glyphscope
