// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/device_menu.h"

#include "ui/style/theme.h"

#include <QtWidgets/QMenu>
#include <QtWidgets/QToolButton>

using namespace Qt::StringLiterals;

namespace glyphscope {

DeviceMenu::DeviceMenu(QWidget* parent)
    : QObject(parent), m_menu(new QMenu(tr("&Device"), parent)), m_button(new QToolButton(parent))
{
    m_menu->setObjectName(u"menu.device"_s);
    m_menu->setToolTipsVisible(true);
    m_button->setObjectName(u"status.device"_s);
    m_button->setFont(glyphscope::font(TextStyle::Caption));
    m_button->setStyleSheet(u"QToolButton { padding: 0 14px 0 4px; border: none; }"_s);
    m_button->setFixedHeight(m_button->fontMetrics().height() + 2);  // as the labels beside it
    m_button->setMenu(m_menu);
    m_button->setPopupMode(QToolButton::InstantPopup);
    m_button->setToolTip(tr("Where model, optimizer and data are"));
}

void DeviceMenu::setDevices(const QStringList& devices, const QString& current)
{
    const auto nameOf = [](const QString& device) { return device.toUpper().replace(u':', u' '); };
    m_menu->clear();
    for (const QString& device : devices) {
        QAction* action = m_menu->addAction(nameOf(device));
        action->setObjectName(u"device."_s + device);
        action->setCheckable(true);
        action->setChecked(device == current);
        action->setToolTip(
            tr("Move model, optimizer state and data there, also in the middle of a training"));
        connect(action, &QAction::triggered, this, [this, device] { Q_EMIT deviceRequested(device); });
    }
    if (!devices.isEmpty() && devices.filter(u"cuda"_s).isEmpty())
        m_menu->addAction(tr("CUDA: this LibTorch or machine has none"))->setEnabled(false);
    m_button->setText(nameOf(current));
    m_button->setAccessibleName(tr("Device: %1").arg(nameOf(current)));
    m_button->setVisible(!devices.isEmpty());
    m_menu->setEnabled(!devices.isEmpty());
}

}  // namespace glyphscope
