// SPDX-License-Identifier: GPL-3.0-or-later
// The real program, as scripts see it: pages of numbers and sheets of samples.
#include "app/files/idx_export.h"
#include "tests/app/cli/program.h"
#include "tests/support/plain_digits.h"
#include "tests/support/sample_sheets.h"
#include "tests/support/test_program.h"

#include <QtCore/QJsonArray>
#include <QtCore/QTemporaryDir>
#include <QtGui/QImage>
#include <QtTest/QTest>

#include <algorithm>
#include <memory>

using namespace glyphscope;
using namespace glyphscope::test;
using namespace Qt::StringLiterals;

namespace {

DigitInk writtenInk()
{
    DigitInk ink;
    for (std::size_t digit = 0; digit < ink.size(); ++digit)
        ink[digit] = {plainDigits()[digit]};
    return ink;
}

}  // namespace

class TstCliSheets : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void cleanup() { m_folder.reset(); }
    void aPageIsReadLineByLine();
    void aSheetBecomesADataSet();
    void labelsCanBeThoseOfReading();
    void whatIsNoSheetIsRefused();
    void blankSheetsAreWritten();
    void wrongUsageIsTold_data();
    void wrongUsageIsTold();

private:
    [[nodiscard]] QString path(const QString& name) const { return m_folder->filePath(name); }
    void save(const Rgba& image, const QString& name) const
    {
        QVERIFY(
            QImage(image.pixels.data(), image.width, image.height, 4 * image.width, QImage::Format_RGBA8888)
                .convertToFormat(QImage::Format_RGB32)
                .save(path(name)));
    }
    [[nodiscard]] Outcome program(const QStringList& arguments) const
    {
        return run(m_folder->path(), arguments);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TstCliSheets::aPageIsReadLineByLine()
{
    std::mt19937 random(11);
    const NumberPage page = numberPage(writtenInk(), {.turned = true}, random);
    save(page.image, u"page.png"_s);
    const QJsonObject answer = program({u"predict"_s, u"--json"_s, u"page.png"_s}).json().value(0);
    QStringList truth;
    qsizetype digits = 0;
    for (const std::string& line : page.lines) {
        truth << QString::fromStdString(line);
        digits += std::ssize(line);
    }
    QVERIFY(truth.size() > 1);
    QCOMPARE(answer[u"number"_s].toString(), truth.join(u'\n'));
    QCOMPARE(answer[u"verdict"_s].toString(), u"number"_s);
    QCOMPARE(answer[u"parts"_s].toArray().size(), digits);
    const QJsonArray lines = answer[u"lines"_s].toArray();
    QCOMPARE(lines.size(), truth.size());
    qsizetype first = 0;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        QCOMPARE(lines[i][u"number"_s].toString(), truth[i]);
        QCOMPARE(lines[i][u"box"_s].toArray().size(), 4);
        QCOMPARE(lines[i][u"first"_s].toInt(-1), first);
        QCOMPARE(lines[i][u"count"_s].toInt(), truth[i].size());
        first += truth[i].size();
    }
    const QByteArray text = program({u"predict"_s, u"page.png"_s}).out;
    QCOMPARE(text.count('\n'), truth.size());
    QVERIFY2(text.startsWith("page.png: " + truth[0].toUtf8() + "  "), text.constData());
}

void TstCliSheets::aSheetBecomesADataSet()
{
    std::mt19937 random(12);
    save(printedSheet(writtenInk(), {.turn = 0.05, .tilt = 0.1, .table = true, .perRow = 6}, random),
         u"sheet.jpg"_s);
    const Outcome outcome = program({u"convert"_s, u"--sheet"_s, u"sheet.jpg"_s, u"mine.idx"_s, u"--json"_s});
    QVERIFY2(outcome.status == 0, outcome.err.constData());
    const QJsonObject answer = outcome.json().value(0);
    QCOMPARE(answer[u"items"_s].toInt(), 60);
    QCOMPARE(answer[u"rows"_s].toInt(), 10);
    QCOMPARE(answer[u"labels"_s].toString(), u"rows"_s);
    QVERIFY(answer[u"printed"_s].toBool());
    QCOMPARE(answer[u"out"_s].toArray().size(), 2);
    const Dataset data = readIdx(path(u"mine-images-idx3-ubyte"_s));
    QCOMPARE(data.labels.size(), std::size_t{60});
    for (std::size_t i = 0; i < data.labels.size(); ++i)
        QCOMPARE(static_cast<std::size_t>(data.labels[i]), i / 6);
}

void TstCliSheets::labelsCanBeThoseOfReading()
{
    std::mt19937 random(13);
    save(plainSheet(writtenInk(), {.first = 1, .perRow = 4}, random), u"plain.png"_s);
    const Outcome read = program(
        {u"convert"_s, u"--sheet"_s, u"plain.png"_s, u"r.idx"_s, u"--labels"_s, u"read"_s, u"--json"_s});
    QCOMPARE(read.json().value(0)[u"labels"_s].toString(), u"read"_s);
    QVERIFY(!read.json().value(0)[u"printed"_s].toBool());
    QCOMPARE(program({u"convert"_s, u"--sheet"_s, u"plain.png"_s, u"a.idx"_s}).status, 0);
    const Dataset data = readIdx(path(u"a-images-idx3-ubyte"_s));
    QCOMPARE(data.labels.size(), std::size_t{40});
    QCOMPARE(data.labels.front(), std::uint8_t{1});
    QCOMPARE(data.labels.back(), std::uint8_t{0});
}

void TstCliSheets::whatIsNoSheetIsRefused()
{
    QImage blank(300, 400, QImage::Format_RGB32);
    blank.fill(QColor(230, 230, 225));
    QVERIFY(blank.save(path(u"blank.png"_s)));
    QFile text(path(u"notes.txt"_s));
    QVERIFY(text.open(QIODevice::WriteOnly) && text.write("buy milk") > 0);
    text.close();
    for (const QString& name : {u"blank.png"_s, u"notes.txt"_s, u"gone.jpg"_s}) {
        const Outcome outcome = program({u"convert"_s, u"--sheet"_s, name, u"out.idx"_s});
        QCOMPARE(outcome.status, 1);
        QVERIFY2(outcome.err.contains(name.toUtf8()), outcome.err.constData());
        QVERIFY(!QFile::exists(path(u"out-images-idx3-ubyte"_s)));
    }
}

void TstCliSheets::blankSheetsAreWritten()
{
    for (const QString& paper : {u"a4"_s, u"letter"_s}) {
        const QString name = paper + u".pdf"_s;
        const Outcome outcome = program({u"convert"_s, u"--blank-sheet"_s, paper, name});
        QVERIFY2(outcome.status == 0, outcome.err.constData());
        QFile pdf(path(name));
        QVERIFY(pdf.open(QIODevice::ReadOnly));
        const QByteArray content = pdf.readAll();
        QVERIFY(content.startsWith("%PDF-"));
        QVERIFY(content.contains("/MediaBox"));
    }
}

void TstCliSheets::wrongUsageIsTold_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("no paper") << QStringList{u"--blank-sheet"_s, u"a5"_s, u"x.pdf"_s};
    QTest::newRow("no PDF") << QStringList{u"--blank-sheet"_s, u"a4"_s, u"x.png"_s};
    QTest::newRow("no name") << QStringList{u"--blank-sheet"_s, u"a4"_s};
    QTest::newRow("no IDX") << QStringList{u"--sheet"_s, u"s.jpg"_s, u"x.png"_s};
    QTest::newRow("no labels") << QStringList{u"--sheet"_s, u"s.jpg"_s, u"x.idx"_s, u"--labels"_s,
                                              u"columns"_s};
    QTest::newRow("an item") << QStringList{u"--sheet"_s, u"s.jpg"_s, u"x.idx"_s, u"--item"_s, u"1"_s};
    QTest::newRow("no sheet") << QStringList{u"a.png"_s, u"x.idx"_s, u"--labels"_s, u"rows"_s};
}

void TstCliSheets::wrongUsageIsTold()
{
    QFETCH(const QStringList, arguments);
    const Outcome outcome = program(QStringList{u"convert"_s} + arguments);
    QCOMPARE(outcome.status, 2);
    QVERIFY(!outcome.err.isEmpty());
}

GLYPHSCOPE_TEST(TstCliSheets, Core)
#include "tst_cli_sheets.moc"
