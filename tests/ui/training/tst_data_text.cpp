// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "ui/training/data_text.h"

#include <QtTest/QTest>

using namespace glyphscope;
using namespace Qt::StringLiterals;

namespace {

DataSources textSources(bool mnist, int samples)
{
    DataSources result;
    result.mnist = mnist;
    result.howToGet = u"Run ./run.sh once to fetch MNIST."_s;
    result.samples = samples;
    result.images = {{u"/data/fashion-mnist"_s, 60000}, {u"/home/me/ink.inkml"_s, 50}};
    return result;
}

}  // namespace

Q_DECLARE_METATYPE(DataChoice)

class TstDataText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void summaries_data();
    void summaries();
    void imagesAreAddedUp();
    void problemsAreTold();
    void namesOfSources();
};

void TstDataText::summaries_data()
{
    QTest::addColumn<DataChoice>("choice");
    QTest::addColumn<QString>("summary");
    QTest::newRow("as at first") << DataChoice{} << u"MNIST"_s;
    QTest::newRow("a mix") << DataChoice{.samples = true, .validation = 0.1}
                           << u"MNIST + my 42 samples, 10\u00a0% held out"_s;
    QTest::newRow("a folder") << DataChoice{.mnist = false, .folders = {"/data/fashion-mnist/"}}
                              << u"fashion-mnist"_s;
    QTest::newRow("two files") << DataChoice{.ink = {"/a/x.inkml", "/b/y.inkml"}}
                               << u"MNIST + x.inkml + y.inkml"_s;
    QTest::newRow("many files") << DataChoice{.mnist = false, .ink = {"a", "b", "c"}} << u"3 ink files"_s;
    QTest::newRow("letters too") << DataChoice{.notDigits = {"/a/letters.inkml"}}
                                 << u"MNIST + what is no digit"_s;
    QTest::newRow("letters alone") << DataChoice{.mnist = false, .notDigits = {"/a/letters.inkml"}}
                                   << u"Nothing to train on is chosen"_s;
    QTest::newRow("nothing") << DataChoice{.mnist = false} << u"Nothing to train on is chosen"_s;
}

void TstDataText::summaries()
{
    QFETCH(DataChoice, choice);
    QTEST(dataSummary(choice, textSources(true, 42)), "summary");
}

void TstDataText::imagesAreAddedUp()
{
    QCOMPARE(imagesOf({}, textSources(true, 42)).value(), 60000);
    QCOMPARE(imagesOf({.ink = {"/home/me/ink.inkml"}, .samples = true}, textSources(true, 42)).value(),
             60092);
    QVERIFY(!imagesOf({.folders = {"/not/looked/at"}}, textSources(true, 42)).has_value());
}

void TstDataText::problemsAreTold()
{
    QVERIFY(dataProblem({}, textSources(true, 0)).isEmpty());
    QCOMPARE(dataProblem({}, textSources(false, 0)), u"Run ./run.sh once to fetch MNIST."_s);
    QVERIFY(
        dataProblem({.mnist = false, .folders = {"/data/fashion-mnist"}}, textSources(false, 0)).isEmpty());
    QVERIFY(dataProblem({.mnist = false}, textSources(true, 3)).contains(u"MNIST"));
    QVERIFY(dataProblem({.mnist = false, .samples = true}, textSources(true, 0)).contains(u"handwriting"));
    QVERIFY(dataProblem({.mnist = false, .samples = true}, textSources(true, 3)).isEmpty());
}

void TstDataText::namesOfSources()
{
    QCOMPARE(sourceName(u"/usr/share/datasets/fashion-mnist"_s), u"fashion-mnist"_s);
    QCOMPARE(sourceName(u"/data/letters//"_s), u"letters"_s);
    QCOMPARE(sourceName(u"/"_s), u"/"_s);
    QCOMPARE(sourceName(u"ink.inkml"_s), u"ink.inkml"_s);
}

GLYPHSCOPE_TEST(TstDataText, Core)
#include "tst_data_text.moc"
