// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/class_set.h"

#include <QtWidgets/QMenu>

namespace glyphscope {

/// "It was a ..." as a menu: what the drawing was, by name, and by Alt and a digit where a class is named so.
class LabelMenu : public QMenu {
    Q_OBJECT

public:
    explicit LabelMenu(QWidget* parent = nullptr);

    void setClasses(const ClassSet& classes);

Q_SIGNALS:
    void labelGiven(int label);  ///< of the classes

private:
    ClassSet m_classes;
};

}  // namespace glyphscope
