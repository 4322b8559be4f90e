// SPDX-License-Identifier: GPL-3.0-or-later
// The real program writes its files while the system refuses one call after the other.
#include "model/checkpoint/run_store.h"
#include "model/checkpoint/run_writer.h"
#include "model/checkpoint/safetensors.h"
#include "model/types/error.h"
#include "tests/app/cli/program.h"
#include "tests/support/save_faults.h"
#include "tests/support/test_program.h"

#include <QtCore/QDir>

using namespace glyphscope;
using namespace glyphscope::test;
using namespace Qt::StringLiterals;

class TstCliFaults : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void exports_data();
    void exports();
    void inspects();
    void trains_data();
    void trains();
    void diskFullInTheMidstOfTraining();
    void folderThatCanBeReadOnly();

private:
    /// With the calls in `folder` below the data folder failing as `plan` says.
    [[nodiscard]] Outcome runWith(const QString& plan, const QString& folder,
                                  const QStringList& arguments) const;
    [[nodiscard]] QString at(const QString& name) const { return QDir(m_folder->path()).filePath(name); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

QByteArray savedContentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

constexpr int kFailed = 1;

}  // namespace

void TstCliFaults::initTestCase()
{
    qunsetenv("GLYPHSCOPE_FAULTS");
}

void TstCliFaults::init()
{
    m_folder = std::make_unique<QTemporaryDir>(scratchTemplate());
    QVERIFY(m_folder->isValid());
    QVERIFY(QDir(m_folder->path()).mkpath(u"out"_s));
    QVERIFY(QDir(m_folder->path()).mkpath(u"data"_s));
}

Outcome TstCliFaults::runWith(const QString& plan, const QString& folder, const QStringList& arguments) const
{
    QProcess process;
    prepare(process, m_folder->path());
    QProcessEnvironment environment = process.processEnvironment();
    environment.insert(u"LD_PRELOAD"_s, QStringLiteral(GLYPHSCOPE_FAULTS_LIBRARY));
    environment.insert(u"GLYPHSCOPE_FAULTS"_s, QDir(at(folder)).canonicalPath() + u':' + plan);
    process.setProcessEnvironment(environment);
    process.setArguments(arguments);
    process.start();
    return outcomeOf(process);
}

void TstCliFaults::exports_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("often");
    for (const char* name : {"curves.csv", "curves.tfevents"})
        for (const char* often : {"once", "always"})
            QTest::addRow("%s %s", name, often) << QString::fromLatin1(name) << QString::fromLatin1(often);
}

void TstCliFaults::exports()
{
    QFETCH(QString, name);
    QFETCH(QString, often);
    {
        const auto writer = RunStore(at(u"runs"_s).toStdString()).begin({});
        StepStats step;
        step.step = 1;
        step.totalSteps = 1;
        writer->addSteps(std::vector{step});
        writer->end(RunState::Done, {});
    }
    const QString id = QString::fromStdString(RunStore(at(u"runs"_s).toStdString()).list().at(0).id);
    const QStringList arguments{u"runs"_s, u"export"_s, id, u"--out"_s, at(u"out/"_s + name)};
    QCOMPARE(run(m_folder->path(), arguments).status, 0);
    const QByteArray fresh = savedContentOf(at(u"out/"_s + name));
    int refusals = 0;
    for (int nth = 1; nth < 40; ++nth) {
        write(at(u"out/"_s + name), "old");
        const Outcome outcome =
            runWith(u"%1:%2:%3:all"_s.arg(nth).arg(ENOSPC).arg(often), u"out"_s, arguments);
        QVERIFY2(outcome.status == 0 || outcome.status == kFailed,
                 qPrintable(QString::number(outcome.status)));
        QCOMPARE(savedContentOf(at(u"out/"_s + name)), outcome.status == 0 ? fresh : QByteArray("old"));
        if (outcome.status == kFailed)
            QVERIFY2(outcome.err.contains(name.toUtf8()) && outcome.err.contains("check"),
                     outcome.err.constData());
        refusals += outcome.status == kFailed ? 1 : 0;
        if (often == u"once"_s)
            QVERIFY2(leftoversIn(at(u"out"_s)).isEmpty(), qPrintable(QString::number(nth)));
    }
    QVERIFY(refusals >= 3);
    QCOMPARE(run(m_folder->path(), arguments).status, 0);
    QCOMPARE(filesBelow(at(u"out"_s)), QStringList{name});
}

void TstCliFaults::inspects()
{
    write(at(u"one.inkml"_s), "<ink><trace>50 0, 52 100</trace></ink>");
    const QStringList arguments{u"inspect"_s, at(u"one.inkml"_s), u"--out"_s, at(u"out"_s)};
    QCOMPARE(run(m_folder->path(), arguments).status, 0);
    const QStringList all = filesBelow(at(u"out"_s));
    QHash<QString, QByteArray> whole;
    for (const QString& name : all)
        whole[name] = savedContentOf(at(u"out/"_s + name));
    int refusals = 0;
    for (const int nth : {1, 2, 3, 4, 5, 7, 11, 17, 31, 61}) {
        const Outcome outcome = runWith(u"%1:%2:always:all"_s.arg(nth).arg(EIO), u"out"_s, arguments);
        QVERIFY(outcome.status == 0 || outcome.status == kFailed);
        if (outcome.status == kFailed)
            QVERIFY2(outcome.err.contains(at(u"out"_s).toUtf8()), outcome.err.constData());
        refusals += outcome.status == kFailed ? 1 : 0;
        for (const QString& name : all)
            QCOMPARE(savedContentOf(at(u"out/"_s + name)), whole[name]);
    }
    QVERIFY(refusals > 6);
    QCOMPARE(run(m_folder->path(), arguments).status, 0);
    QCOMPARE(filesBelow(at(u"out"_s)), all);
}

void TstCliFaults::trains_data()
{
    QTest::addColumn<int>("nth");
    for (const int nth : {1, 3, 5})
        QTest::addRow("call %d", nth) << nth;
}

/// The weights of a training that cannot be written: told, and nothing is left behind.
void TstCliFaults::trains()
{
    QFETCH(int, nth);
    writeBars(at(u"data"_s), 256, 50);
    const QString out = at(u"out/weights.safetensors"_s);
    const QStringList arguments{u"train"_s,    u"--data"_s, at(u"data"_s),
                                u"--epochs"_s, u"1"_s,      u"--batch"_s,
                                u"64"_s,       u"--out"_s,  out};
    const Outcome outcome = runWith(u"%1:%2:once:writes"_s.arg(nth).arg(ENOSPC), u"out"_s, arguments);
    QVERIFY2(outcome.status == 0 || outcome.status == kFailed, outcome.err.constData());
    if (outcome.status == 0)
        (void)readSafetensors(out.toStdString());
    else
        QVERIFY2(outcome.err.contains("weights.safetensors"), outcome.err.constData());
    QVERIFY(leftoversIn(at(u"out"_s)).isEmpty());
    // the run has them all the same
    const RunStore runs(at(u"runs"_s).toStdString());
    QVERIFY(runs.best(runs.list().at(0).id).find("conv1.weight") != nullptr);
}

void TstCliFaults::diskFullInTheMidstOfTraining()
{
    writeBars(at(u"data"_s), 512, 50);
    const QString out = at(u"out/weights.safetensors"_s);
    QVERIFY(QDir(m_folder->path()).mkpath(u"runs"_s));
    const Outcome outcome = runWith(u"60:%1:always:writes"_s.arg(ENOSPC), u"runs"_s,
                                    {u"train"_s, u"--data"_s, at(u"data"_s), u"--epochs"_s, u"2"_s,
                                     u"--batch"_s, u"64"_s, u"--out"_s, out});
    QVERIFY2(outcome.status == 0, outcome.err.constData());
    QCOMPARE(outcome.err.count("No space left on device"), 1);
    (void)readSafetensors(out.toStdString());
    std::vector<Message> notices;
    const RunStore runs(at(u"runs"_s).toStdString());
    for (const RunInfo& info : runs.list(&notices))
        (void)runs.curves(info.id);
    QVERIFY(notices.empty());
}

void TstCliFaults::folderThatCanBeReadOnly()
{
    writeBars(at(u"data"_s), 256, 50);
    const QString out = at(u"out/weights.safetensors"_s);
    QVERIFY(QDir(m_folder->path()).mkpath(u"runs"_s));
    // the run cannot be kept, the weights can
    const Outcome outcome = runWith(u"1:%1:always:writes"_s.arg(EROFS), u"runs"_s,
                                    {u"train"_s, u"--data"_s, at(u"data"_s), u"--epochs"_s, u"1"_s,
                                     u"--batch"_s, u"64"_s, u"--out"_s, out});
    QVERIFY2(outcome.status == 0, outcome.err.constData());
    QVERIFY2(outcome.err.contains("Read-only file system"), outcome.err.constData());
    (void)readSafetensors(out.toStdString());
}

GLYPHSCOPE_TEST(TstCliFaults, Core)
#include "tst_cli_faults.moc"
