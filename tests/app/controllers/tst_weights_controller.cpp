// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/controllers/weights_controller.h"
#include "app/session/task_session.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include <filesystem>
#include <semaphore>

using namespace glyphscope;
using namespace Qt::StringLiterals;

namespace {

WeightsController::Weights weightsOf(float value)
{
    return std::make_shared<const StateDict>(StateDict{{{"a", {1}, {value}}}, {}});
}

/// Until all that was asked for is done, without an event on this thread.
void waitFor(TaskSession& tasks)
{
    std::binary_semaphore done(0);
    tasks.run([&done]() -> std::function<void()> {
        done.release();
        return {};
    });
    done.acquire();
}

}  // namespace

class TstWeightsController : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void stepsAreToldAsTheyWereThen();

private:
    [[nodiscard]] std::filesystem::path folder() const { return m_folder->path().toStdString(); }
    /// Of each change what undo() would have taken back.
    [[nodiscard]] static std::shared_ptr<QStringList> undoOf(WeightsController& desk);

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TstWeightsController::init()
{
    test::failOnQtWarnings();
    m_folder = std::make_unique<QTemporaryDir>();
}

std::shared_ptr<QStringList> TstWeightsController::undoOf(WeightsController& desk)
{
    auto told = std::make_shared<QStringList>();
    connect(&desk, &WeightsController::historyChanged, &desk,
            [told](const QString& undo, const QString&) { told->append(undo); });
    return told;
}

/// So they were read on the worker: this thread never waits for the history, nor for another window's disk.
void TstWeightsController::stepsAreToldAsTheyWereThen()
{
    TaskSession tasks;
    WeightsController desk(tasks, folder());
    const auto told = undoOf(desk);
    desk.put(weightsOf(1), u"First"_s);
    desk.put(weightsOf(2), u"Second"_s);
    waitFor(tasks);  // both are on disk before this thread hears of the first
    QTRY_COMPARE(*told, (QStringList{u"First"_s, u"Second"_s}));
    desk.undo();
    QTRY_COMPARE(told->last(), u"First"_s);
    QCOMPARE(desk.inPlace()->tensors, weightsOf(1)->tensors);
}

GLYPHSCOPE_TEST(TstWeightsController, Core)
#include "tst_weights_controller.moc"
