// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/panel.h"

namespace glyphscope {

Panel::Panel(const QString& objectName, const QString& title, QWidget* parent)
    : QWidget(parent), m_lazy(this, [this] { refresh(); })
{
    setObjectName(objectName);
    setWindowTitle(title);
    setAccessibleName(title);
}

void Panel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    Q_EMIT shown(true);
}

void Panel::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    Q_EMIT shown(false);
}

}  // namespace glyphscope
