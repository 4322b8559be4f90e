// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/weights_history.h"
#include "model/types/error.h"
#include "tests/support/test_program.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace glyphscope;
using namespace Qt::StringLiterals;

class TstWeightsHistory : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void beginsWithTheShippedWeights();
    void stepsBackAndForthExactly();
    void forgetsWhatWasUndone();
    void comesBackAfterANewStart();
    void keepsSoManyVersions();
    void namesItsFilesBesideOthers();
    void setsADamagedListAside_data();
    void setsADamagedListAside();
    void staysWhereAFileIsDamaged();
    void staysWhereTheDiskRefuses();
    void outlivesAKillBetweenTheTwoWrites();

private:
    [[nodiscard]] std::filesystem::path folder() const
    {
        return m_folder->filePath(u"weights"_s).toStdString();
    }
    [[nodiscard]] QStringList files() const
    {
        return QDir(m_folder->filePath(u"weights"_s))
            .entryList({u"*.safetensors"_s}, QDir::Files, QDir::Name);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

StateDict weightsOf(float value)
{
    return {{{"a", {2}, {value, -value}}}, {{"step", std::to_string(value)}}};
}

/// The value that weightsOf() put into them.
float valueOf(const std::optional<StateDict>& weights)
{
    return weights ? weights->tensors.at(0).values.at(0) : 0.0F;
}

}  // namespace

void TstWeightsHistory::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void TstWeightsHistory::beginsWithTheShippedWeights()
{
    WeightsHistory history(folder());
    QVERIFY(!history.current());
    QCOMPARE(history.title(), std::string("Shipped weights"));
    QVERIFY(history.undoTitle().empty());
    QVERIFY(history.redoTitle().empty());
    QVERIFY_THROWS_EXCEPTION(Error, (void)history.undo());
    QVERIFY_THROWS_EXCEPTION(Error, (void)history.redo());
}

void TstWeightsHistory::stepsBackAndForthExactly()
{
    WeightsHistory history(folder());
    const float odd = 0.1F + 1e-8F;
    history.push(weightsOf(odd), "First");
    history.push(weightsOf(2), "Second");
    QCOMPARE(history.undoTitle(), std::string("Second"));
    const auto first = history.undo();
    QVERIFY(first.has_value());
    QCOMPARE(first->tensors, weightsOf(odd).tensors);
    QCOMPARE(history.title(), std::string("First"));
    QCOMPARE(history.redoTitle(), std::string("Second"));
    QVERIFY(!history.undo());
    QCOMPARE(history.title(), std::string("Shipped weights"));
    QCOMPARE(valueOf(history.redo()), odd);
    QCOMPARE(valueOf(history.redo()), 2.0F);
    QVERIFY(history.redoTitle().empty());
}

void TstWeightsHistory::forgetsWhatWasUndone()
{
    WeightsHistory history(folder());
    history.push(weightsOf(1), "First");
    history.push(weightsOf(2), "Second");
    (void)history.undo();
    history.pushShipped("Back to the shipped weights");
    QVERIFY(history.redoTitle().empty());
    QVERIFY(!history.current());
    QCOMPARE(files(), QStringList{u"0001.safetensors"_s});
    QCOMPARE(valueOf(history.undo()), 1.0F);
}

void TstWeightsHistory::comesBackAfterANewStart()
{
    {
        WeightsHistory history(folder());
        history.push(weightsOf(1), "First");
        history.push(weightsOf(2), "Second");
        (void)history.undo();
    }
    Message notice;
    WeightsHistory again(folder(), &notice);
    QVERIFY2(notice.empty(), notice.text().c_str());
    QCOMPARE(valueOf(again.current()), 1.0F);
    QCOMPARE(again.redoTitle(), std::string("Second"));
    QCOMPARE(valueOf(again.redo()), 2.0F);
}

void TstWeightsHistory::namesItsFilesBesideOthers()
{
    WeightsHistory history(folder());
    history.push(weightsOf(1), "First");
    QFile foreign(m_folder->filePath(u"weights/999999999.safetensors"_s));
    QVERIFY(foreign.open(QIODevice::WriteOnly));
    foreign.close();
    history.push(weightsOf(2), "Second");
    history.push(weightsOf(3), "Third");
    const WeightsHistory again(folder());  // it can read what it wrote
    QCOMPARE(again.title(), std::string("Third"));
    QCOMPARE(valueOf(history.undo()), 2.0F);
    QCOMPARE(valueOf(history.undo()), 1.0F);
}

void TstWeightsHistory::keepsSoManyVersions()
{
    WeightsHistory history(folder());
    for (int i = 1; i <= 30; ++i)
        history.push(weightsOf(static_cast<float>(i)), "Version " + std::to_string(i));
    QCOMPARE(static_cast<std::size_t>(files().size()), WeightsHistory::kVersions);
    std::size_t steps = 0;
    while (!history.undoTitle().empty() && ++steps < 100)
        (void)history.undo();
    QCOMPARE(steps, WeightsHistory::kVersions - 1);
    QCOMPARE(valueOf(history.current()), 11.0F);
}

void TstWeightsHistory::setsADamagedListAside_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("no json") << QByteArray("\x89PNG");
    QTest::newRow("no versions") << QByteArray(R"({"position":0,"versions":[]})");
    QTest::newRow("position beyond") << QByteArray(
        R"({"position":1,"versions":[{"file":"","title":"Shipped weights"}]})");
    QTest::newRow("no position") << QByteArray(R"({"versions":[{"file":"","title":"Shipped weights"}]})");
    QTest::newRow("a way out of the folder")
        << QByteArray(R"({"position":0,"versions":[{"file":"../0001.safetensors","title":"x"}]})");
    QTest::newRow("no title") << QByteArray(R"({"position":0,"versions":[{"file":""}]})");
}

void TstWeightsHistory::setsADamagedListAside()
{
    QFETCH(QByteArray, content);
    QDir().mkpath(m_folder->filePath(u"weights"_s));
    QFile file(m_folder->filePath(u"weights/history.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
    file.close();
    Message notice;
    const WeightsHistory history(folder(), &notice);
    QVERIFY2(notice.text().find("history.json.bad") != std::string::npos, notice.text().c_str());
    QVERIFY(QFile::exists(file.fileName() + u".bad"_s));
    QVERIFY(!history.current());
}

void TstWeightsHistory::staysWhereAFileIsDamaged()
{
    WeightsHistory history(folder());
    history.push(weightsOf(1), "First");
    history.push(weightsOf(2), "Second");
    QFile file(m_folder->filePath(u"weights/0001.safetensors"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("damaged");
    file.close();
    QVERIFY_THROWS_EXCEPTION(Error, (void)history.undo());
    QCOMPARE(history.title(), std::string("Second"));
    QCOMPARE(valueOf(history.current()), 2.0F);
}

void TstWeightsHistory::staysWhereTheDiskRefuses()
{
    WeightsHistory history(folder());
    history.push(weightsOf(1), "First");
    // a folder in the file's place refuses to be replaced, whoever the user is
    QVERIFY(QDir().mkpath(m_folder->filePath(u"weights/0002.safetensors/x"_s)));
    QVERIFY_THROWS_EXCEPTION(Error, history.push(weightsOf(2), "Second"));
    QCOMPARE(history.title(), std::string("First"));
    QCOMPARE(valueOf(history.current()), 1.0F);
    QVERIFY(QDir(m_folder->filePath(u"weights/0002.safetensors"_s)).removeRecursively());
    history.push(weightsOf(3), "Third");
    QCOMPARE(valueOf(history.current()), 3.0F);
}

void TstWeightsHistory::outlivesAKillBetweenTheTwoWrites()
{
    {
        WeightsHistory history(folder());
        history.push(weightsOf(1), "First");
    }
    // as if killed after the weights were written and before the list was
    QVERIFY(QFile::copy(m_folder->filePath(u"weights/0001.safetensors"_s),
                        m_folder->filePath(u"weights/0002.safetensors"_s)));
    Message notice;
    WeightsHistory again(folder(), &notice);
    QVERIFY(notice.empty());
    QCOMPARE(valueOf(again.current()), 1.0F);
    again.push(weightsOf(2), "Second");
    QCOMPARE(valueOf(again.current()), 2.0F);
    QCOMPARE(files().size(), 2);
}

GLYPHSCOPE_TEST(TstWeightsHistory, Core)
#include "tst_weights_history.moc"
