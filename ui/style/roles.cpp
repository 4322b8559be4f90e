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
    const QFont words = widget->font();  // polishing may take back what setFont() gave
    widget->setProperty("role", role);
    widget->style()->polish(widget);  // the style sheet looks at properties only then
    widget->setFont(words);
}

}  // namespace glyphscope
