// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/data/label_rules.h"
#include "model/types/error.h"
#include "tests/support/test_program.h"

#include <QtTest/QTest>

using namespace glyphscope;
using namespace Qt::StringLiterals;

namespace {

using Labels = std::vector<std::uint8_t>;

/// `count` labels that go round from `first` to `last`.
Labels around(int count, int first, int last)
{
    Labels labels;
    for (int i = 0; i < count; ++i)
        labels.push_back(static_cast<std::uint8_t>(first + i % (last - first + 1)));
    return labels;
}

Labels with(Labels labels, std::size_t at, int label)
{
    labels[at] = static_cast<std::uint8_t>(label);
    return labels;
}

struct Read {
    QString text;  ///< "26 classes from A to Z", or the refusal
    Labels train;
    bool told = false;
};

Read read(Labels train, Labels test, const std::optional<FolderClasses>& named = {},
          const std::string& name = "train-labels-idx1-ubyte")
{
    const LabelFile files[] = {{"train", train}, {"test", test}};
    try {
        const LabelMeaning meaning = meaningOf(files, name, named);
        const ClassSet& classes = meaning.classes;
        const QString text = u"%1 classes from %2 to %3"_s.arg(
            QString::number(classes.size()), QString::fromStdString(classes.name(0)),
            QString::fromStdString(classes.name(classes.size() - 1)));
        return {text, train, meaning.note.has_value()};
    } catch (const Error& error) {
        return {QString::fromUtf8(error.what()), train, false};
    }
}

FolderClasses names(int count, bool namesZero = true)
{
    std::vector<std::string> list;
    for (int k = 0; k < count; ++k)
        list.push_back("n" + std::to_string(k));
    return {ClassSet(list), "class-names.txt", namesZero};
}

}  // namespace

class TstLabelRules : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void countsTheClasses_data();
    void countsTheClasses();
    void refusesStrayLabels_data();
    void refusesStrayLabels();
    void labelsFromOneAreMoved_data();
    void labelsFromOneAreMoved();
    void namesDecide();
};

void TstLabelRules::countsTheClasses_data()
{
    QTest::addColumn<int>("first");
    QTest::addColumn<int>("last");
    QTest::addColumn<QString>("classes");
    QTest::newRow("digits") << 0 << 9 << u"10 classes from 0 to 9"_s;
    QTest::newRow("digits without a zero") << 1 << 9 << u"10 classes from 0 to 9"_s;
    QTest::newRow("two digits") << 7 << 8 << u"9 classes from 0 to 8"_s;
    QTest::newRow("zeros only") << 0 << 0 << u"2 classes from 0 to 1"_s;
    QTest::newRow("as EMNIST's by class") << 0 << 61 << u"62 classes from 0 to 61"_s;
    QTest::newRow("the most") << 0 << 254 << u"255 classes from 0 to 254"_s;
}

void TstLabelRules::countsTheClasses()
{
    QFETCH(int, first);
    QFETCH(int, last);
    QFETCH(QString, classes);
    const Read result = read(around(2000, first, last), around(300, first, last));
    QCOMPARE(result.text, classes);
    QCOMPARE(result.train, around(2000, first, last));
    QVERIFY(!result.told);
}

void TstLabelRules::refusesStrayLabels_data()
{
    QTest::addColumn<QList<int>>("train");
    QTest::addColumn<QList<int>>("test");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char* name, const Labels& train, const Labels& test, const char* reason) {
        QTest::newRow(name) << QList<int>(train.begin(), train.end()) << QList<int>(test.begin(), test.end())
                            << QString::fromLatin1(reason);
    };
    const Labels train = around(60'000, 0, 9);
    const Labels test = around(10'000, 0, 9);
    row("255 in 60,000", with(train, 4711, 255), test, "train: image 4,711 (from 0) has the label 255, ");
    row("in the test set", train, with(test, 12, 200), "test: image 12 (from 0) has the label 200, ");
    row("17", with(train, 0, 17), test, "train: image 0 (from 0) has the label 17, ");
    row("one more than the digits", with(train, 5, 10), test, "train: image 5 (from 0) has the label 10, ");
    row("in a set of 300", with(around(300, 0, 9), 7, 100), around(30, 0, 9), "train: image 7 (from 0)");
    row("beyond letters", with(around(26'000, 0, 25), 9, 90), around(2600, 0, 25),
        "train: image 9 (from 0) has the label 90");
    row("characters", around(1000, '0', '9'), around(100, '0', '9'), "most labels below occur nowhere");
    row("none of the classes", around(25'600, 0, 255), around(256, 0, 255),
        "has the label 255, and labels go up");
}

void TstLabelRules::refusesStrayLabels()
{
    QFETCH(QList<int>, train);
    QFETCH(QList<int>, test);
    QFETCH(QString, reason);
    const Read result = read(Labels(train.begin(), train.end()), Labels(test.begin(), test.end()));
    QVERIFY2(result.text.contains(reason), qPrintable(result.text));
}

void TstLabelRules::labelsFromOneAreMoved_data()
{
    QTest::addColumn<int>("last");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("classes");
    QTest::newRow("EMNIST's letters")
        << 26 << u"emnist-letters-train-labels-idx1-ubyte"_s << u"26 classes from A to Z"_s;
    QTest::newRow("others") << 26 << u"train-labels-idx1-ubyte"_s << u"26 classes from 1 to 26"_s;
    QTest::newRow("ten") << 10 << u"train-labels-idx1-ubyte"_s << u"10 classes from 1 to 10"_s;
}

void TstLabelRules::labelsFromOneAreMoved()
{
    QFETCH(int, last);
    QFETCH(QString, name);
    QFETCH(QString, classes);
    const Read result = read(around(2600, 1, last), around(260, 1, last), {}, name.toStdString());
    QCOMPARE(result.text, classes);
    QCOMPARE(result.train, around(2600, 0, last - 1));
    QVERIFY(result.told);
}

void TstLabelRules::namesDecide()
{
    QCOMPARE(read(with(around(1000, 0, 9), 3, 11), around(100, 0, 9), names(12)).text,
             u"12 classes from n0 to n11"_s);
    const Read unnamed = read(with(around(1000, 0, 9), 3, 12), around(100, 0, 9), names(12));
    QVERIFY2(unnamed.text.contains(u"train: image 3 (from 0) has the label 12, and class-names.txt names no"),
             qPrintable(unnamed.text));
    // as many names as labels from 1 on, and one that no label has
    const Read moved = read(around(1000, 1, 12), around(100, 1, 12), names(12));
    QCOMPARE(moved.text, u"12 classes from n0 to n11"_s);
    QVERIFY(moved.told);
    const Read kept = read(around(1000, 1, 12), around(100, 1, 12), names(13));
    QCOMPARE(kept.text, u"13 classes from n0 to n12"_s);
    QVERIFY(!kept.told);
    // a mapping without a name for 0
    QCOMPARE(read(around(1000, 1, 12), around(100, 1, 12), names(13, false)).text,
             u"12 classes from n1 to n12"_s);
}

GLYPHSCOPE_TEST(TstLabelRules, Core)
#include "tst_label_rules.moc"
