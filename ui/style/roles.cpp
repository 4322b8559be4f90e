// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/roles.h"

#include <QtCore/QVariant>
#include <QtWidgets/QStyle>
#include <QtWidgets/QWidget>

namespace glyphscope {

void setRole(QWidget* widget, const QString& role)
{
    if (widget->property("role").toString() == role)
        return;
    widget->setProperty("role", role);
    widget->style()->unpolish(widget);  // the style sheet looks at properties only when it polishes
    widget->style()->polish(widget);
}

}  // namespace glyphscope
