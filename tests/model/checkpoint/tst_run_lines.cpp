// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checkpoint/detail/run_lines.h"
#include "tests/support/test_program.h"

#include "tests/model/checkpoint/run_values.h"
#include "tests/support/warnings.h"

#include <QtTest/QTest>

using namespace glyphscope;
using namespace glyphscope::test;

class TstRunLines : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnQtWarnings(); }
    void readsWhatItWrote();
    void everyPrefixIsAPrefix();
    void linesUpToAStep();
    void damageIsNamed_data();
    void damageIsNamed();
    void tooLongALineIsNotWritten();

private:
    RunsFolder m_folder;
    std::filesystem::path m_file = m_folder.temporary.filePath(QStringLiteral("epochs.jsonl")).toStdString();
};

void TstRunLines::readsWhatItWrote()
{
    EpochStats stats = epochAt(20, 0.1 + 0.2);
    stats.validated = true;
    stats.validationLoss = 1.0 / 3;
    stats.validationAccuracy = 0.75;
    writeText(m_file, epochLine(epochAt(10, 0.9), {}) + epochLine(stats, evaluationOf(30)));
    const RunLines<EpochLine> lines = readEpochs(m_file);
    QCOMPARE(lines.entries.size(), std::size_t(2));
    QVERIFY(!lines.entries[0].stats.validated);
    QCOMPARE(lines.entries[1].stats.epoch, 2);
    QVERIFY(lines.entries[1].stats.testAccuracy == stats.testAccuracy);
    QVERIFY(lines.entries[1].stats.validationLoss == stats.validationLoss);
    QCOMPARE(lines.entries[1].test.confusion, evaluationOf(30).confusion);
    QCOMPARE(lines.bytes, std::uint64_t(std::filesystem::file_size(m_file)));

    const RunMark mark{3, "a line\nend, \"quotes\" and \xE4\xB8\x83"};
    writeText(m_file, markLine(mark));
    QVERIFY(readMarks(m_file).entries.at(0) == mark);
}

void TstRunLines::everyPrefixIsAPrefix()
{
    const std::string text = markLine({1, "one"}) + markLine({1, "two"}) + markLine({7, "three"});
    for (std::size_t size = 0; size <= text.size(); ++size) {
        const std::string prefix = text.substr(0, size);
        writeText(m_file, prefix);
        const auto whole = static_cast<std::size_t>(std::ranges::count(prefix, '\n'));
        QCOMPARE(readMarks(m_file).entries.size(), whole);
        QCOMPARE(readMarks(m_file).bytes, std::uint64_t(prefix.rfind('\n') + 1));
    }
}

void TstRunLines::linesUpToAStep()
{
    const std::string before = markLine({1, "one"}) + markLine({5, "two"}) + markLine({5, "three"});
    writeText(m_file, before + markLine({6, "four"}) + "torn");
    QCOMPARE(readMarks(m_file, 5).entries.size(), std::size_t(3));
    QCOMPARE(readMarks(m_file, 5).bytes, std::uint64_t(before.size()));
    QCOMPARE(readMarks(m_file, 0).bytes, std::uint64_t(0));
}

void TstRunLines::damageIsNamed_data()
{
    QTest::addColumn<std::string>("text");
    QTest::addColumn<QString>("reason");
    const std::string first = markLine({5, "one"});
    QTest::newRow("no JSON") << first + "?\n" << QStringLiteral("line 2: is not a JSON object");
    QTest::newRow("empty line") << first + "\n" << QStringLiteral("line 2: is not a JSON object");
    QTest::newRow("two in a line") << std::string("{\"step\":1}{\"step\":2}\n")
                                   << QStringLiteral("line 1: is not a JSON object");
    QTest::newRow("no step") << std::string("{\"text\":\"\"}\n")
                             << QStringLiteral("line 1: \"step\" is missing");
    QTest::newRow("descending") << first + markLine({4, "two"})
                                << QStringLiteral("line 2: \"step\" is below");
    QTest::newRow("no text") << std::string("{\"step\":1,\"text\":1}\n")
                             << QStringLiteral("line 1: \"text\" is not text");
    QTest::newRow("long") << "{" + std::string(std::size_t{1} << 20, ' ') + "}\n"
                          << QStringLiteral("line 1: is longer than 1 MiB");
}

void TstRunLines::damageIsNamed()
{
    QFETCH(std::string, text);
    QFETCH(QString, reason);
    writeText(m_file, text);
    const QString error = QString::fromStdString(errorOf([&] { (void)readMarks(m_file); }));
    QVERIFY2(error.contains(QStringLiteral("epochs.jsonl ")) && error.contains(reason), qPrintable(error));
}

void TstRunLines::tooLongALineIsNotWritten()
{
    QVERIFY(!errorOf([] { (void)markLine({1, std::string(std::size_t{1} << 20, 'x')}); }).empty());
}

GLYPHSCOPE_TEST(TstRunLines, Core)
#include "tst_run_lines.moc"
