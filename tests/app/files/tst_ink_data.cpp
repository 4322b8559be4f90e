// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/ink_data.h"
#include "model/types/error.h"
#include "tests/support/test_program.h"

#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include <algorithm>
#include <tuple>

using namespace glyphscope;
using namespace Qt::StringLiterals;

class TstInkData : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsLabelledDrawings();
    void refuses_data();
    void refuses();
    void leavesOutWhatHasNoLabel();
    void takesOtherCaseAndTells();
    void variations();
    void leavesOutVariations();
    void notDigits();
    void refusesNotDigitsWithoutInk();
    void appends();

private:
    QString inkml(const QByteArray& groups) const
    {
        QFile file(m_folder.filePath(u"a.inkml"_s));
        if (!file.open(QIODevice::WriteOnly))
            qFatal("cannot write");
        file.write("<ink>" + groups + "</ink>");
        return file.fileName();
    }

    const QTemporaryDir m_folder;
};

namespace {

QByteArray group(const QByteArray& truth, const QByteArray& trace = "50 0, 50 100")
{
    return "<traceGroup><annotation type=\"truth\">" + truth + "</annotation><trace>" + trace +
           "</trace></traceGroup>";
}

}  // namespace

void TstInkData::readsLabelledDrawings()
{
    const QString file = inkml(group("1") + group("7", "0 0, 60 0, 20 100"));
    const Dataset data = readInkDataset({file, file}, ClassSet::digits());
    QCOMPARE(data.labels, (std::vector<std::uint8_t>{1, 7, 1, 7}));
    QCOMPARE(data.images.size(), std::size_t(4 * kGlyphPixels));
    QVERIFY(data.classes == ClassSet::digits());
    QCOMPARE(*std::max_element(data.images.begin(), data.images.begin() + kGlyphPixels), 255);
}

void TstInkData::refuses_data()
{
    QTest::addColumn<QByteArray>("second");
    QTest::addColumn<QString>("reason");
    QTest::newRow("no label") << QByteArray("<traceGroup><trace>0 0, 1 1</trace></traceGroup>")
                              << u"labelled \"\""_s;
    QTest::newRow("letter") << group("K") << u"labelled \"K\""_s;
    QTest::newRow("beyond the classes") << group("10") << u"labelled \"10\""_s;
    QTest::newRow("negative") << group("-1") << u"labelled \"-1\""_s;
    QTest::newRow("more than a number") << group("7a") << u"labelled \"7a\""_s;
    QTest::newRow("no ink") << group("7", "") << u"no ink"_s;
}

void TstInkData::refuses()
{
    QFETCH(QByteArray, second);
    QFETCH(QString, reason);
    const QString file = inkml(group("1") + second);
    try {
        (void)readInkDataset({file}, ClassSet::digits());
        QFAIL("took it");
    } catch (const Error& error) {
        const QString message = QString::fromUtf8(error.what());
        QVERIFY2(message.contains(reason), error.what());
        QVERIFY2(message.startsWith(file + u": drawing 2"_s), error.what());
    }
}

void TstInkData::leavesOutWhatHasNoLabel()
{
    const QString file = inkml(group("") + group("1") + group("7", "0 0, 60 0, 20 100"));
    std::vector<std::string> ids;
    std::vector<Message> notes;
    const Dataset data =
        readInkDataset({file, file}, ClassSet::digits(), &ids, &notes, {.skipMissing = true});
    QCOMPARE(data.labels, (std::vector<std::uint8_t>{1, 7, 1, 7}));
    QCOMPARE(ids.size(), std::size_t(4));
    QCOMPARE(notes.size(), std::size_t(1));
    QCOMPARE(notes[0].text(), std::string("Drawings without a label are left out: 2 of 6."));
    const Dataset some =
        readInkVariations({file}, ClassSet::digits(),
                          {.each = 2, .seed = 4, .without = {true}, .labels = {.skipMissing = true}});
    QCOMPARE(some.labels, (std::vector<std::uint8_t>{7, 7}));
    QVERIFY_EXCEPTION_THROWN(std::ignore = readInkDataset({inkml(group(""))}, ClassSet::digits(), nullptr,
                                                          nullptr, {.skipMissing = true}),
                             Error);
}

void TstInkData::takesOtherCaseAndTells()
{
    const QString file = inkml(group("A") + group("b"));
    const ClassSet classes({"a", "b"});
    QVERIFY_EXCEPTION_THROWN(std::ignore = readInkDataset({file}, classes), Error);
    std::vector<Message> notes;
    const Dataset data = readInkDataset({file}, classes, nullptr, &notes, {.foldCase = true});
    QCOMPARE(data.labels, (std::vector<std::uint8_t>{0, 1}));
    QCOMPARE(notes.size(), std::size_t(1));
    QVERIFY2(notes[0].text().find("\"A\" for \"a\": 1 of 2.") != std::string::npos, notes[0].text().c_str());
}

void TstInkData::variations()
{
    const QString file = inkml(group("1") + group("7", "0 0, 60 0, 20 100"));
    const Dataset data = readInkVariations({file}, ClassSet::digits(), {.each = 3, .seed = 4});
    QCOMPARE(data.labels, (std::vector<std::uint8_t>{1, 1, 1, 7, 7, 7}));
    QCOMPARE(data.images.size(), std::size_t(6 * kGlyphPixels));
    const auto glyph = [&](int i) {
        const auto begin = data.images.begin() + i * kGlyphPixels;
        return std::vector<std::uint8_t>(begin, begin + kGlyphPixels);
    };
    QVERIFY(glyph(3) != glyph(4));
    QCOMPARE(readInkVariations({file}, ClassSet::digits(), {.each = 3, .seed = 4}).images, data.images);
    QVERIFY(readInkVariations({file}, ClassSet::digits(), {.each = 3, .seed = 5}).images != data.images);
    QVERIFY(readInkVariations({file}, ClassSet::digits(), {}).labels.empty());
}

void TstInkData::leavesOutVariations()
{
    const QString file = inkml(group("1") + group("7", "0 0, 60 0, 20 100"));
    const Dataset all = readInkVariations({file, file}, ClassSet::digits(), {.each = 2, .seed = 4});
    const Dataset some = readInkVariations({file, file}, ClassSet::digits(),
                                           {.each = 2, .seed = 4, .without = {true, false, false, true}});
    QCOMPARE(some.labels, (std::vector<std::uint8_t>{7, 7, 1, 1}));
    // those that stay are what they were
    QVERIFY(std::equal(some.images.begin(), some.images.end(), all.images.begin() + 2 * kGlyphPixels));
}

void TstInkData::notDigits()
{
    const QString file = inkml(group("K") + "<traceGroup><trace>0 0, 9 9</trace></traceGroup>" + group("7"));
    const Dataset plain = readNotDigits({file}, ClassSet::digits());
    QCOMPARE(plain.labels, std::vector<std::uint8_t>(3, kNoClass));
    QCOMPARE(plain.images.size(), std::size_t(3 * kGlyphPixels));
    QVERIFY(plain.classes == ClassSet::digits());
    const Dataset more = readNotDigits({file}, ClassSet::digits(), {.each = 2, .seed = 1});
    QCOMPARE(more.labels,
             std::vector<std::uint8_t>(3 * (1 + 2 + 1), kNoClass));  // itself, variations, a scribble
    QCOMPARE(more.images.size(), more.labels.size() * kGlyphPixels);
}

void TstInkData::refusesNotDigitsWithoutInk()
{
    const QString file = inkml(group("K") + group("L", ""));
    try {
        (void)readNotDigits({file}, ClassSet::digits());
        QFAIL("took it");
    } catch (const Error& error) {
        QVERIFY2(QString::fromUtf8(error.what()).startsWith(file + u": drawing 2 holds no ink"_s),
                 error.what());
    }
}

void TstInkData::appends()
{
    Dataset data = readInkDataset({inkml(group("1"))}, ClassSet::digits());
    append(data, readInkDataset({inkml(group("7"))}, ClassSet::numbered(12)));
    QCOMPARE(data.labels, (std::vector<std::uint8_t>{1, 7}));
    QCOMPARE(data.images.size(), std::size_t(2 * kGlyphPixels));
    QVERIFY(data.classes == ClassSet::numbered(12));
}

GLYPHSCOPE_TEST(TstInkData, Core)
#include "tst_ink_data.moc"
