// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/engine/engine.h"

#include <QtCore/QObject>

#include <filesystem>
#include <memory>
#include <thread>

namespace glyphscope {

/// Loads the engine off the GUI thread, once, after the window is there. Lives on the GUI thread and signals
/// there.
class EngineSession : public QObject {
    Q_OBJECT
public:
    explicit EngineSession(QObject* parent = nullptr);
    ~EngineSession() override;  // waits for a load that has begun

    void load(std::filesystem::path module);
    /// Takes one that is there already, as tests do.
    void use(std::shared_ptr<Engine> engine);
    [[nodiscard]] std::shared_ptr<Engine> engine() const { return m_engine; }

Q_SIGNALS:
    void ready();
    void failed(const QString& message);

private:
    std::shared_ptr<Engine> m_engine;  // GUI thread only
    std::jthread m_worker;
};

}  // namespace glyphscope
