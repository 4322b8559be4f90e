// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QObject>
#include <QtCore/QStringList>

class QMenu;
class QToolButton;

namespace glyphscope {

/// The choice of the device that the network runs on: a menu for the menu bar, and a button for the status
/// bar that opens it and names the device in use.
class DeviceMenu : public QObject {
    Q_OBJECT

public:
    explicit DeviceMenu(QWidget* parent);

    [[nodiscard]] QMenu* menu() const { return m_menu; }
    [[nodiscard]] QToolButton* button() const { return m_button; }

    /// The devices that there are, by PyTorch's names, and the one in use; none: nothing to choose.
    void setDevices(const QStringList& devices, const QString& current);

Q_SIGNALS:
    void deviceRequested(const QString& device);

private:
    QMenu* m_menu;
    QToolButton* m_button;
};

}  // namespace glyphscope
