// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "tests/ui/samples/sample_story.h"
#include "ui/samples/sample_model.h"

#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QSignalSpy>

using namespace glyphscope;
using namespace Qt::StringLiterals;

namespace {

QStringList idsOf(const SampleModel& model)
{
    QStringList ids;
    for (int row = 0; row < model.rowCount(); ++row)
        ids << model.index(row).data(SampleModel::IdRole).toString();
    return ids;
}

}  // namespace

class TstSampleModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnQtWarnings(); }

    void isAModelInOrder()
    {
        SampleModel model;
        const QAbstractItemModelTester tester(&model);
        model.setSamples(test::samplesOf(30));
        model.setFilter("3");
        model.setAnswers(std::vector<std::string>(30, "3"));
        model.setSamples({});
        QCOMPARE(model.rowCount(), 0);
    }

    void digitsComeInOrderTheNewestFirst()
    {
        SampleModel model;
        model.setSamples(test::samplesOf(12));
        QCOMPARE(idsOf(model).mid(0, 5), (QStringList{u"s10"_s, u"s0"_s, u"s11"_s, u"s1"_s, u"s2"_s}));
        const std::vector<LabelCount> counts = model.counts();
        QCOMPARE(counts.size(), std::size_t(10));
        QVERIFY(counts[1] == (LabelCount{"1", 2}));
        QVERIFY(counts[9] == (LabelCount{"9", 1}));
    }

    void aFilterShowsOneDigit()
    {
        SampleModel model;
        model.setSamples(test::samplesOf(30));
        model.setFilter("7");
        QCOMPARE(idsOf(model), (QStringList{u"s27"_s, u"s17"_s, u"s7"_s}));
        QCOMPARE(model.total(), 30);
        QCOMPARE(model.indexOf(u"s17"_s).row(), 1);
        QVERIFY(!model.indexOf(u"s18"_s).isValid());
        QCOMPARE(model.glyphAt(model.index(2)), test::samplesOf(8)[7].glyph);
        model.setFilter(std::nullopt);
        QCOMPARE(model.rowCount(), 30);
    }

    void answersFollowTheirSamples()
    {
        SampleModel model;
        std::vector<Sample> samples = test::samplesOf(3);
        model.setSamples(samples);
        QVERIFY(!model.misread());
        model.setAnswers({"0", "7", "2"});
        QCOMPARE(model.misread(), 1);
        samples.erase(samples.begin());
        model.setSamples(samples);
        QCOMPARE(model.indexOf(u"s1"_s).data(SampleModel::AnswerRole).toString(), u"7"_s);
        samples.push_back(test::samplesOf(5)[4]);
        model.setSamples(samples);
        QCOMPARE(model.indexOf(u"s4"_s).data(SampleModel::AnswerRole).toString(), QString());
        QVERIFY(!model.misread());
    }

    void answersOfOtherSamplesAreIgnored()
    {
        SampleModel model;
        model.setSamples(test::samplesOf(3));
        const QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
        model.setAnswers({"1", "2"});
        QCOMPARE(changes.size(), 0);
        QVERIFY(!model.misread());
        model.setAnswers({"0", "1", "2"});
        QCOMPARE(changes.size(), 1);
        QCOMPARE(model.misread(), 0);
    }

    void samplesOfOtherClassesAreNotJudged()
    {
        SampleModel model;
        std::vector<Sample> samples = test::samplesOf(3);
        samples[0].label = "Bag";
        samples[1].label = "Shirt";
        model.setSamples(samples);
        model.setClasses(ClassSet({"Shirt", "Bag"}));
        QCOMPARE(idsOf(model), (QStringList{u"s1"_s, u"s0"_s, u"s2"_s}));  // in the order of the classes
        QCOMPARE(model.ofOtherClasses(), 1);
        QVERIFY(model.counts() == (std::vector<LabelCount>{{"Shirt", 1}, {"Bag", 1}, {"2", 1}}));
        model.setAnswers({"Bag", "Bag", ""});
        QCOMPARE(model.misread(), 1);
        const QString words = model.index(2).data(Qt::AccessibleTextRole).toString();
        QVERIFY2(words.contains(u"do not know this class"_s), qPrintable(words));
        model.setClasses(ClassSet::digits());
        QCOMPARE(model.ofOtherClasses(), 2);
        QVERIFY(!model.misread());  // what other weights said is forgotten
    }

    void aSampleIsReadAloud()
    {
        SampleModel model;
        model.setSamples(test::samplesOf(2));
        model.setAnswers({"0", "7"});
        const QString right = model.index(0).data(Qt::AccessibleTextRole).toString();
        const QString wrong = model.index(1).data(Qt::AccessibleTextRole).toString();
        QVERIFY2(right.startsWith(u"Meant to be 0. The network reads it so."_s), qPrintable(right));
        QVERIFY2(wrong.startsWith(u"Meant to be 1. The network reads 7."_s), qPrintable(wrong));
    }
};

GLYPHSCOPE_TEST(TstSampleModel, Core)
#include "tst_sample_model.moc"
