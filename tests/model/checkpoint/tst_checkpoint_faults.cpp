// SPDX-License-Identifier: GPL-3.0-or-later
// Every call to the system that a save makes fails in turn.
#include "model/checkpoint/atomic_file.h"
#include "model/checkpoint/npz.h"
#include "model/checkpoint/safetensors.h"
#include "tests/model/checkpoint/run_values.h"
#include "tests/support/save_faults.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

#include <QtCore/QFileInfo>

#include <fcntl.h>
#include <span>
#include <sys/stat.h>
#include <unistd.h>

using namespace glyphscope;
using namespace glyphscope::test;
using namespace Qt::StringLiterals;

namespace {

std::filesystem::path in(const QString& folder, const char* name)
{
    return std::filesystem::path(folder.toStdString()) / name;
}

void writeBytes(const std::filesystem::path& file, const std::string& text)
{
    writeAtomically(file, std::as_bytes(std::span(text)));
}

QString asState(float value)
{
    return value == 1 ? u"old"_s : value == 2 ? u"new"_s : QString::number(value);
}

/// Of longRun().
const std::string kRun = "20260501-142233-standard-7";

/// What is wrong with the run of longRun() after it was meddled with; empty: it can be resumed.
QString wrongWithTheRun(const QString& folder)
{
    std::vector<Message> notices;
    RunStore store(folder.toStdString());
    const std::vector<RunInfo> runs = store.list(&notices);
    if (runs.size() != 1 || !notices.empty())
        return u"%1 runs, %2"_s.arg(runs.size())
            .arg(QString::fromStdString(notices.empty() ? std::string() : notices[0].text()));
    try {
        const std::string id = runs[0].id;
        const RunCurves curves = store.curves(id);
        if (curves.steps.size() < 20)
            return u"steps are missing"_s;
        for (const RunCheckpoint& kept : store.checkpoints(id))
            if (valueOf(store.weights(id, kept.step)) != static_cast<float>(kept.step))
                return u"the weights of step %1 are others"_s.arg(kept.step);
        const float at = valueOf(store.resumePoint(id));
        return at == 20 || at == 40 ? QString() : u"resume point %1"_s.arg(at);
    } catch (const Error& error) {
        return QString::fromUtf8(error.what());
    }
}

/// longRun(), interrupted.
void prepareRun(const QString& folder)
{
    RunStore store(folder.toStdString());
    (void)longRun(store, RunState::Running);
}

}  // namespace

class TstCheckpointFaults : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnQtWarnings(); }
    void bytes();
    void safetensors();
    void arrays();
    void inAFolderThatIsNotThereYet();
    void aRunIsBegun();
    void aRunIsGoneOnWith();
    void aResumePointIsKept();
    void theBestIsKept();
    void aCheckpointIsKept();
    void aRunIsRenamed();
    void aRunGoesToTheTrashAndBack();
    void whatAKilledProgramLeftIsSwept();
    void aLinkStaysALink();
    void permissionsStay();
    void aDeviceIsNotReplaced();
    void withoutLocksNothingIsSwept();
    void withoutLocksAFreshRunIsLeftAlone();
};

void TstCheckpointFaults::bytes()
{
    saveThroughAllFaults(
        {[](const QString& folder) { writeBytes(in(folder, "a"), "old"); },
         [](const QString& folder) { writeBytes(in(folder, "a"), "new"); },
         [](const QString& folder) { return QString::fromStdString(textOf(in(folder, "a"))); }});
}

void TstCheckpointFaults::safetensors()
{
    const auto file = [](const QString& folder) { return in(folder, "weights.safetensors"); };
    saveThroughAllFaults(
        {[&](const QString& folder) { writeSafetensors(weightsAt(1), file(folder)); },
         [&](const QString& folder) { writeSafetensors(weightsAt(2), file(folder)); },
         [&](const QString& folder) { return asState(valueOf(readSafetensors(file(folder)))); }});
}

void TstCheckpointFaults::arrays()
{
    const auto save = [](const QString& folder, float value) {
        const std::vector<NamedTensor> arrays{{"x", {1}, {value}}};
        writeNpz(in(folder, "a.npz"), arrays);
    };
    const QTemporaryDir other;
    save(other.path(), 2);
    const std::string fresh = textOf(in(other.path(), "a.npz"));
    save(other.path(), 1);
    const std::string stale = textOf(in(other.path(), "a.npz"));
    saveThroughAllFaults({[&](const QString& folder) { save(folder, 1); },
                          [&](const QString& folder) { save(folder, 2); },
                          [&](const QString& folder) {
                              const std::string text = textOf(in(folder, "a.npz"));
                              return text == stale ? u"old"_s : text == fresh ? u"new"_s : u"a mixture"_s;
                          }});
}

void TstCheckpointFaults::inAFolderThatIsNotThereYet()
{
    saveThroughAllFaults({[](const QString&) {},
                          [](const QString& folder) { writeBytes(in(folder, "b/c/a"), "new"); },
                          [](const QString& folder) {
                              return QFileInfo::exists(folder + u"/b/c/a"_s)
                                         ? QString::fromStdString(textOf(in(folder, "b/c/a")))
                                         : u"old"_s;
                          }});
}

void TstCheckpointFaults::aRunIsBegun()
{
    saveThroughAllFaults({[](const QString&) {},
                          [](const QString& folder) { (void)RunStore(folder.toStdString()).begin(infoOf()); },
                          [](const QString& folder) {
                              std::vector<Message> notices;
                              const auto runs = RunStore(folder.toStdString()).list(&notices);
                              if (!notices.empty())
                                  return QString::fromStdString(notices[0].text());
                              return runs.empty() ? u"old"_s : u"new"_s;
                          }});
}

void TstCheckpointFaults::aRunIsGoneOnWith()
{
    saveThroughAllFaults({prepareRun,
                          [](const QString& folder) { (void)RunStore(folder.toStdString()).resume(kRun); },
                          [](const QString& folder) {
                              if (const QString wrong = wrongWithTheRun(folder); !wrong.isEmpty())
                                  return wrong;
                              const RunStore store(folder.toStdString());
                              const std::string id = kRun;
                              if (store.curves(id).steps.size() > 20 || store.info(id).step > 20)
                                  return u"old"_s;
                              const float best = valueOf(store.best(id));
                              return best == 10 ? u"new"_s : u"cut back, but the best is %1"_s.arg(best);
                          },
                          true});
}

void TstCheckpointFaults::aResumePointIsKept()
{
    saveThroughAllFaults({prepareRun,
                          [](const QString& folder) {
                              const auto writer = RunStore(folder.toStdString()).resume(kRun);
                              writer->addSteps(stepsFrom(21, 40));
                              writer->keepResumePoint(weightsAt(40));
                          },
                          [](const QString& folder) {
                              if (const QString wrong = wrongWithTheRun(folder); !wrong.isEmpty())
                                  return wrong;
                              const RunStore store(folder.toStdString());
                              const std::string& id = kRun;
                              return valueOf(store.resumePoint(id)) == 40 ? u"new"_s : u"old"_s;
                          }});
}

void TstCheckpointFaults::theBestIsKept()
{
    saveThroughAllFaults(
        {prepareRun,
         [](const QString& folder) {
             RunStore store(folder.toStdString());
             const auto writer = store.resume(kRun);
             writer->addSteps(stepsFrom(21, 30));
             writer->keepBest(weightsAt(30));
             writer->keepResumePoint(weightsAt(20));
         },
         [](const QString& folder) {
             if (const QString wrong = wrongWithTheRun(folder); !wrong.isEmpty())
                 return wrong;
             const float best = valueOf(RunStore(folder.toStdString()).best(kRun));
             return best == 30 ? u"new"_s : best == 10 || best == 40 ? u"old"_s : QString::number(best);
         }});
}

void TstCheckpointFaults::aCheckpointIsKept()
{
    saveThroughAllFaults({prepareRun,
                          [](const QString& folder) {
                              const auto writer = RunStore(folder.toStdString()).resume(kRun);
                              writer->keepCheckpoint(weightsAt(20), 2.0);
                              writer->addSteps(stepsFrom(21, 30));
                              writer->keepCheckpoint(weightsAt(30), 3.0);
                          },
                          [](const QString& folder) {
                              if (const QString wrong = wrongWithTheRun(folder); !wrong.isEmpty())
                                  return wrong;
                              const auto steps = stepsOf(RunStore(folder.toStdString()).checkpoints(kRun));
                              return std::ranges::count(steps, 30) == 1 ? u"new"_s : u"old"_s;
                          }});
}

void TstCheckpointFaults::aRunIsRenamed()
{
    saveThroughAllFaults({prepareRun,
                          [](const QString& folder) { RunStore(folder.toStdString()).rename(kRun, "new"); },
                          [](const QString& folder) {
                              if (const QString wrong = wrongWithTheRun(folder); !wrong.isEmpty())
                                  return wrong;
                              const std::string name = RunStore(folder.toStdString()).list().at(0).name;
                              return name == "new" ? u"new"_s : u"old"_s;
                          }});
}

void TstCheckpointFaults::aRunGoesToTheTrashAndBack()
{
    saveThroughAllFaults({prepareRun,
                          [](const QString& folder) {
                              RunStore store(folder.toStdString());
                              store.trash(kRun);
                          },
                          [](const QString& folder) {
                              const RunStore store(folder.toStdString());
                              const std::size_t there = store.list().size();
                              if (there + store.trashed().size() != 1)
                                  return u"the run is lost"_s;
                              return there == 1 ? u"old"_s : u"new"_s;
                          }});
    saveThroughAllFaults({[](const QString& folder) {
                              prepareRun(folder);
                              RunStore(folder.toStdString()).trash(kRun);
                          },
                          [](const QString& folder) { RunStore(folder.toStdString()).restore(kRun); },
                          [](const QString& folder) {
                              const RunStore store(folder.toStdString());
                              const std::size_t there = store.list().size();
                              if (there + store.trashed().size() != 1)
                                  return u"the run is lost"_s;
                              return there == 1 ? u"new"_s : u"old"_s;
                          },
                          true});
}

void TstCheckpointFaults::whatAKilledProgramLeftIsSwept()
{
    const QTemporaryDir folder;
    const QString held = folder.filePath(u".glyphscope-1-1"_s);
    writeText(in(folder.path(), ".glyphscope-1-0"), "left by a program that was killed");
    const int fd = ::open(held.toLocal8Bit().constData(), O_WRONLY | O_CREAT | O_CLOEXEC, 0666);
    struct flock lock = {};
    lock.l_type = F_WRLCK;
    QCOMPARE(::fcntl(fd, F_OFD_SETLK, &lock), 0);
    writeBytes(in(folder.path(), "a"), "new");
    QCOMPARE(filesBelow(folder.path()), QStringList({u".glyphscope-1-1"_s, u"a"_s}));
    ::close(fd);
    writeBytes(in(folder.path(), "a"), "newer");
    QCOMPARE(filesBelow(folder.path()), QStringList{u"a"_s});
}

void TstCheckpointFaults::aLinkStaysALink()
{
    const QTemporaryDir folder;
    writeBytes(in(folder.path(), "real/a"), "old");
    std::filesystem::create_symlink("real/a", in(folder.path(), "link"));
    writeBytes(in(folder.path(), "link"), "new");
    QVERIFY(std::filesystem::is_symlink(in(folder.path(), "link")));
    QCOMPARE(textOf(in(folder.path(), "real/a")), "new");
}

void TstCheckpointFaults::permissionsStay()
{
    const QTemporaryDir folder;
    const std::filesystem::path file = in(folder.path(), "a");
    writeBytes(file, "old");
    std::filesystem::permissions(file, std::filesystem::perms(0600));
    writeBytes(file, "new");
    QCOMPARE(static_cast<int>(std::filesystem::status(file).permissions()), 0600);
}

void TstCheckpointFaults::aDeviceIsNotReplaced()
{
    const QTemporaryDir folder;
    const std::filesystem::path pipe = in(folder.path(), "pipe");
    QCOMPARE(::mkfifo(pipe.c_str(), 0600), 0);
    const std::string message = errorOf([&] { writeBytes(pipe, "x"); });
    QVERIFY2(message.find("no file") != std::string::npos, message.c_str());
    QVERIFY(std::filesystem::is_fifo(pipe));
}

void TstCheckpointFaults::withoutLocksNothingIsSwept()
{
    const RunsFolder folder;
    const std::filesystem::path unborn = folder.path / "20260501-142233-standard-9";
    std::filesystem::create_directories(unborn);
    writeBytes(unborn / "lock", "");
    faults::arm({folder.path.string(), 1, ENOLCK, true, faults::Calls::Locks});
    RunStore store(folder.path);
    (void)store.begin(infoOf());  // another program may be about to begin the one that has no run.json
    QVERIFY(faults::disarm() > 0);
    QVERIFY(std::filesystem::exists(unborn));
    (void)store.begin(infoOf());
    QVERIFY(!std::filesystem::exists(unborn));
}

void TstCheckpointFaults::withoutLocksAFreshRunIsLeftAlone()
{
    const RunsFolder folder;
    RunStore store(folder.path);
    faults::arm({folder.path.string(), 1, ENOLCK, true, faults::Calls::Locks});
    const std::string id = longRun(store, RunState::Running);
    for (const std::string& message :
         {errorOf([&] { (void)store.resume(id); }), errorOf([&] { store.trash(id); })})
        QVERIFY2(message.find("less than a minute ago") != std::string::npos, message.c_str());
    for (const auto& file : std::filesystem::directory_iterator(folder.path / id))
        std::filesystem::last_write_time(file, file.last_write_time() - std::chrono::minutes(2));
    QCOMPARE(store.resume(id)->info().step, std::int64_t(20));
    QVERIFY(faults::disarm() > 0);
    const std::string ended = longRun(store, RunState::Stopped);
    QCOMPARE(store.resume(ended)->info().step, std::int64_t(20));
}

GLYPHSCOPE_TEST(TstCheckpointFaults, Core)
#include "tst_checkpoint_faults.moc"
