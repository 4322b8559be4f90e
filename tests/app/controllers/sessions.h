// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/controllers/file_dialogs.h"
#include "app/controllers/weights_controller.h"
#include "app/session/engine_session.h"
#include "app/session/task_session.h"
#include "tests/support/fake_engine.h"
#include "ui/widgets/notice_bar.h"

#include <QtCore/QTemporaryDir>
#include <QtWidgets/QWidget>

#include <filesystem>
#include <memory>
#include <semaphore>

namespace glyphscope::test {

/// Weights that know ten classes, with `value` everywhere.
inline WeightsController::Weights tenClasses(float value)
{
    StateDict weights = weightsOf(value);
    weights.tensors.push_back({"fc2.bias", {10}, std::vector<float>(10, value)});
    return std::make_shared<const StateDict>(std::move(weights));
}

/// What controllers share, with a fake engine, a folder of their own, and an empty widget for a window.
/// Declared before the controllers of a test, it goes after them.
struct Sessions {
    explicit Sessions(std::shared_ptr<Engine> engineToUse = std::make_shared<FakeEngine>())
    {
        qputenv("GLYPHSCOPE_DATA", folder.path().toLocal8Bit());
        engine.use(std::move(engineToUse));
        weights.apply(std::make_shared<const StateDict>(weightsOf(0)), QStringLiteral("Before"));
    }
    ~Sessions() { qunsetenv("GLYPHSCOPE_DATA"); }

    [[nodiscard]] QString file(const QString& name) const { return folder.filePath(name); }
    [[nodiscard]] std::filesystem::path path(const char* name) const
    {
        return std::filesystem::path(folder.path().toStdString()) / name;
    }

    QTemporaryDir folder;
    QWidget window;
    NoticeBar notices;
    FileDialogs dialogs{window};
    EngineSession engine;
    TaskSession disk;
    TaskSession compute;
    WeightsController weights{disk, path("weights")};
};

/// Keeps a session from its tasks for as long as this lives.
class Blocked {
public:
    explicit Blocked(TaskSession& tasks)
    {
        tasks.run([gate = m_gate]() -> std::function<void()> {
            gate->acquire();
            return {};
        });
    }
    ~Blocked() { m_gate->release(); }

private:
    std::shared_ptr<std::binary_semaphore> m_gate = std::make_shared<std::binary_semaphore>(0);
};

}  // namespace glyphscope::test
