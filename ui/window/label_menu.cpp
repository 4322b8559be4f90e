// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/label_menu.h"

#include "ui/style/class_name.h"
#include "ui/widgets/name_menu.h"

#include <QtGui/QAction>

using namespace Qt::StringLiterals;

namespace glyphscope {

LabelMenu::LabelMenu(QWidget* parent) : QMenu(tr("It &was a"), parent)
{
    setObjectName(u"menu.labels"_s);
    setClasses(ClassSet::digits());
}

void LabelMenu::setClasses(const ClassSet& classes)
{
    if (classes == m_classes)
        return;
    m_classes = classes;
    const QString tip = classes.isDigits() ? tr("Keep the drawing among my handwriting as a %1")
                                           : tr("Keep the drawing among my handwriting as: %1");
    const QStringList names = classNames(classes);
    fillNameMenu(*this, names, [this, &tip, &names](QAction& action, int label) {
        const QString& name = names[label];
        action.setObjectName(u"action.label%1"_s.arg(label));
        action.setStatusTip(tip.arg(name));
        if (ClassSet::digits().indexOf(name.toStdString()) >= 0)
            action.setShortcut(QKeySequence(u"Alt+"_s + name));
        connect(&action, &QAction::triggered, this, [this, label] { Q_EMIT labelGiven(label); });
    });
}

}  // namespace glyphscope
