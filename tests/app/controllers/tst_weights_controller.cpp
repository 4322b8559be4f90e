// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/controllers/weights_controller.h"
#include "app/session/task_session.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include <filesystem>
#include <map>
#include <semaphore>

using namespace glyphscope;
using namespace Qt::StringLiterals;

namespace {

WeightsController::Weights weightsOf(float value)
{
    return std::make_shared<const StateDict>(StateDict{{{"a", {1}, {value}}}, {}});
}

/// Until all that was asked for is done, without an event on this thread.
void waitFor(TaskSession& disk)
{
    std::binary_semaphore done(0);
    disk.run([&done]() -> std::function<void()> {
        done.release();
        return {};
    });
    done.acquire();
}

/// "training 2" sets a source to weights that are described so, "training -" clears it, "apply 3" applies.
void act(WeightsController& weights, const QString& action)
{
    static const std::map<QString, WeightsSource> sources{{u"training"_s, WeightsSource::Training},
                                                          {u"fine-tune"_s, WeightsSource::FineTune},
                                                          {u"scrub"_s, WeightsSource::Scrub}};
    const QString what = action.section(u' ', 0, 0);
    const QString which = action.section(u' ', 1);
    if (what == u"apply")
        weights.apply(weightsOf(which.toFloat()), which);
    else if (which == u"-")
        weights.clear(sources.at(what));
    else
        weights.set(sources.at(what), weightsOf(which.toFloat()), which);
}

}  // namespace

class TstWeightsController : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void highestSourceIsShown_data();
    void highestSourceIsShown();
    void othersHearOfWhatIsAppliedBeforeItIsShown();
    void shippedAndEarlierWeightsAreApplied();
    void stepsAreToldAsTheyWereThen();

private:
    [[nodiscard]] std::filesystem::path folder() const { return m_folder->path().toStdString(); }
    /// Of each change what undo() would have taken back.
    [[nodiscard]] static std::shared_ptr<QStringList> undoOf(WeightsController& weights);

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TstWeightsController::init()
{
    test::failOnQtWarnings();
    m_folder = std::make_unique<QTemporaryDir>();
}

std::shared_ptr<QStringList> TstWeightsController::undoOf(WeightsController& weights)
{
    auto told = std::make_shared<QStringList>();
    connect(&weights, &WeightsController::historyChanged, &weights,
            [told](const QString& undo, const QString&) { told->append(undo); });
    return told;
}

void TstWeightsController::highestSourceIsShown_data()
{
    QTest::addColumn<QStringList>("actions");
    QTest::addColumn<QStringList>("shown");

    QTest::newRow("nothing is there") << QStringList{u"training -"_s} << QStringList{};
    QTest::newRow("applied") << QStringList{u"apply 1"_s} << QStringList{u"1"_s};
    QTest::newRow("training before anything is applied")
        << QStringList{u"training 2"_s} << QStringList{u"2"_s};
    QTest::newRow("snapshots of a training")
        << QStringList{u"apply 1"_s, u"training 2"_s, u"training 3"_s} << QStringList{u"1"_s, u"2"_s, u"3"_s};
    QTest::newRow("a training that leaves nothing")
        << QStringList{u"apply 1"_s, u"training 2"_s, u"training -"_s} << QStringList{u"1"_s, u"2"_s, u"1"_s};
    QTest::newRow("snapshots do not end scrubbing")
        << QStringList{u"apply 1"_s, u"training 2"_s, u"scrub 3"_s, u"training 4"_s, u"scrub 5"_s}
        << QStringList{u"1"_s, u"2"_s, u"3"_s, u"5"_s};
    QTest::newRow("after scrubbing the newest snapshot")
        << QStringList{u"apply 1"_s, u"training 2"_s, u"scrub 3"_s, u"training 4"_s, u"scrub -"_s}
        << QStringList{u"1"_s, u"2"_s, u"3"_s, u"4"_s};
    QTest::newRow("nor do those of a fine-tune")
        << QStringList{u"apply 1"_s, u"scrub 2"_s, u"fine-tune 3"_s, u"fine-tune 4"_s, u"scrub -"_s}
        << QStringList{u"1"_s, u"2"_s, u"4"_s};
    QTest::newRow("a fine-tune that is stopped while scrubbing")
        << QStringList{u"apply 1"_s, u"fine-tune 2"_s, u"scrub 3"_s, u"fine-tune -"_s, u"scrub -"_s}
        << QStringList{u"1"_s, u"2"_s, u"3"_s, u"1"_s};
    QTest::newRow("a fine-tune over what a training left")
        << QStringList{u"apply 1"_s, u"training 2"_s, u"fine-tune 3"_s, u"training 4"_s, u"fine-tune -"_s}
        << QStringList{u"1"_s, u"2"_s, u"3"_s, u"4"_s};
    QTest::newRow("what is applied is shown")
        << QStringList{u"apply 1"_s, u"training 2"_s, u"fine-tune 3"_s, u"scrub 4"_s, u"apply 5"_s}
        << QStringList{u"1"_s, u"2"_s, u"3"_s, u"4"_s, u"5"_s};
    QTest::newRow("and stays when the others end")
        << QStringList{u"training 2"_s, u"scrub 3"_s,     u"apply 4"_s,
                       u"scrub -"_s,    u"fine-tune -"_s, u"training -"_s}
        << QStringList{u"2"_s, u"3"_s, u"4"_s};
}

void TstWeightsController::highestSourceIsShown()
{
    QFETCH(QStringList, actions);
    QFETCH(QStringList, shown);
    TaskSession disk;
    WeightsController weights(disk, folder());
    QStringList told;
    connect(&weights, &WeightsController::changed, this,
            [&](const std::shared_ptr<const StateDict>& now, const QString& description) {
                told << description;
                QCOMPARE(now->tensors, weightsOf(description.toFloat())->tensors);
                QCOMPARE(weights.shown(), now);
            });
    for (const QString& action : actions)
        act(weights, action);
    QCOMPARE(told, shown);
}

/// So that they let go of it, and nothing is shown in between.
void TstWeightsController::othersHearOfWhatIsAppliedBeforeItIsShown()
{
    TaskSession disk;
    WeightsController weights(disk, folder());
    act(weights, u"apply 1"_s);
    act(weights, u"scrub 2"_s);
    QStringList told;
    connect(&weights, &WeightsController::applied, this, [&] {
        told << u"applied"_s;
        weights.clear(WeightsSource::Scrub);
    });
    connect(&weights, &WeightsController::changed, this,
            [&](const auto&, const QString& description) { told << description; });
    act(weights, u"apply 3"_s);
    QCOMPARE(told, (QStringList{u"applied"_s, u"3"_s}));
}

void TstWeightsController::shippedAndEarlierWeightsAreApplied()
{
    TaskSession disk;
    WeightsController weights(disk, folder());
    QSignalSpy applied(&weights, &WeightsController::applied);
    weights.begin();
    QTRY_COMPARE(applied.size(), 1);
    const WeightsController::Weights shipped = weights.inUse();
    act(weights, u"apply 1"_s);
    act(weights, u"scrub 2"_s);
    weights.undo();
    QTRY_COMPARE(applied.size(), 3);
    QCOMPARE(weights.shown()->tensors, shipped->tensors);
    weights.redo();
    QTRY_COMPARE(applied.size(), 4);
    QCOMPARE(weights.shown()->tensors, weightsOf(1)->tensors);
    act(weights, u"training 3"_s);
    weights.applyShipped();
    QTRY_COMPARE(applied.size(), 5);
    QCOMPARE(weights.shown()->tensors, shipped->tensors);
}

/// So they were read on the worker: this thread never waits for the history, nor for another window's disk.
void TstWeightsController::stepsAreToldAsTheyWereThen()
{
    TaskSession disk;
    WeightsController weights(disk, folder());
    const auto told = undoOf(weights);
    weights.apply(weightsOf(1), u"First"_s);
    weights.apply(weightsOf(2), u"Second"_s);
    waitFor(disk);  // both are on disk before this thread hears of the first
    QTRY_COMPARE(*told, (QStringList{u"First"_s, u"Second"_s}));
    weights.undo();
    QTRY_COMPARE(told->last(), u"First"_s);
    QCOMPARE(weights.inUse()->tensors, weightsOf(1)->tensors);
}

GLYPHSCOPE_TEST(TstWeightsController, Core)
#include "tst_weights_controller.moc"
