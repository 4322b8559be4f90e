// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/wheel_guard.h"

#include <QtCore/QEvent>
#include <QtWidgets/QAbstractSpinBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QSlider>

namespace glyphscope {
namespace {

class WheelGuard : public QObject {
public:
    explicit WheelGuard(QWidget* control) : QObject(control) { control->installEventFilter(this); }

    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() != QEvent::Wheel || static_cast<QWidget*>(watched)->hasFocus())
            return false;
        event->ignore();  // so that it goes to the scroll area around
        return true;
    }
};

}  // namespace

void guardWheel(QWidget* control)
{
    control->setFocusPolicy(Qt::StrongFocus);
    new WheelGuard(control);
}

void guardWheels(const QWidget& window)
{
    for (QWidget* field : window.findChildren<QWidget*>())
        if (qobject_cast<QAbstractSpinBox*>(field) != nullptr || qobject_cast<QComboBox*>(field) != nullptr ||
            qobject_cast<QSlider*>(field) != nullptr)
            guardWheel(field);
}

}  // namespace glyphscope
