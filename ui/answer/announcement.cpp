// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/answer/announcement.h"

#include <QtGui/QAccessible>
#include <QtWidgets/QWidget>

namespace glyphscope {

void announce(QWidget* widget, const QString& text)
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    QAccessibleAnnouncementEvent event(widget, text);
#else
    Q_UNUSED(text)
    QAccessibleEvent event(widget, QAccessible::NameChanged);
#endif
    QAccessible::updateAccessibility(&event);
}

}  // namespace glyphscope
