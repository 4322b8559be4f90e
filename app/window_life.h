// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/carried.h"

#include <QtCore/QObject>
#include <QtCore/QString>

#include <filesystem>
#include <memory>

namespace glyphscope {

class MainWindow;
class Wiring;

/// The window and what stands behind it, from the start of the program to its end. Widgets take their texts
/// when they are made, so another language rebuilds both: what is kept from one start to the next comes
/// back from disk, and Carried holds the rest. Lives on the GUI thread.
class WindowLife : public QObject {
    Q_OBJECT

public:
    WindowLife(QString settingsPath, std::filesystem::path engine);
    ~WindowLife() override;

    void open();

    [[nodiscard]] MainWindow& window() { return *m_window; }
    [[nodiscard]] Wiring& wiring() { return *m_wiring; }

private:
    void wire();
    void show();
    void changeLanguage(const QString& choice);

    const QString m_settingsPath;
    const std::filesystem::path m_engine;
    QString m_language;          // code of the one that is spoken
    bool m_canBeWritten = true;  // by a font that is installed
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<Wiring> m_wiring;  // goes before the window
};

}  // namespace glyphscope
