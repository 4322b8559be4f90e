// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/truth_report.h"
#include "tests/support/test_program.h"

#include <QtCore/QJsonArray>
#include <QtTest/QTest>

using namespace glyphscope;
using namespace Qt::StringLiterals;

namespace {

TruthReport report()
{
    TruthReport result;
    result.reliability = {{0, 0, 0}, {4, 0.75, 0.5}};
    result.calibrationError = 0.25;
    return result;
}

}  // namespace

class TstTruthReport : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void contributorsStandBeforeTheFirstSlash();
    void anInterruptedEvaluationCountsWhatWasRead();
    void refusalsByTheRule();
    void withoutAThresholdNothingIsRefused();
    void fieldsAreThereWhereTheyMeanSomething();
    void textSaysTheSame();
};

void TstTruthReport::contributorsStandBeforeTheFirstSlash()
{
    Evaluation evaluation;
    evaluation.answers = {1, 2, 3, 4, 5};
    const std::vector<std::string> ids{"ibm/a/b:1", "aga/c:2", "ibm/d", "no contributor", "/nobody"};
    const auto contributors = contributorsOf(ids, evaluation, {1, 2, 7, 4, 5});
    QCOMPARE(contributors, (std::vector<Contributor>{{"aga", 1, 1}, {"ibm", 2, 1}}));
    QCOMPARE(contributors[1].accuracy(), 0.5);
    QVERIFY(contributorsOf({}, evaluation, {1, 2, 7, 4, 5}).empty());
}

void TstTruthReport::anInterruptedEvaluationCountsWhatWasRead()
{
    Evaluation evaluation;
    evaluation.answers = {1};
    QCOMPARE(contributorsOf({"a/1", "a/2"}, evaluation, {1, 1}).at(0).count, 1);
}

void TstTruthReport::refusalsByTheRule()
{
    const Refusals refusals = refusalsOf({.temperature = 1, .leastEvidence = 2}, {1, 2, 3, 4}, {0, 2.5F});
    QCOMPARE(refusals.leastEvidence, std::optional(2.0));
    QCOMPARE(refusals.digits, 0.25);
    QCOMPARE(refusals.others, 0.5);
    QCOMPARE(refusals.othersCount, std::size_t{2});
    QCOMPARE(refusals.auroc, std::optional(0.75));  // of 8 pairs, 1 and 2 lose to 2.5
}

void TstTruthReport::withoutAThresholdNothingIsRefused()
{
    const Refusals refusals = refusalsOf({}, {1, 2}, {0});
    QCOMPARE(refusals.digits, 0.0);
    QCOMPARE(refusals.others, 0.0);
    QCOMPARE(refusals.auroc, std::optional(1.0));
    QVERIFY(refusalsText(refusals).startsWith(u"These weights were never taught to refuse"_s));
    QVERIFY(!refusalsOf({}, {1, 2}, {}).auroc);
}

void TstTruthReport::fieldsAreThereWhereTheyMeanSomething()
{
    QJsonObject object{{u"n"_s, 4}};
    addTruth(report(), object);
    QCOMPARE(object.keys(), (QStringList{u"ece"_s, u"n"_s, u"reliability"_s}));
    QCOMPARE(object[u"ece"_s].toDouble(), 0.25);
    const QJsonArray bins = object[u"reliability"_s].toArray();
    QCOMPARE(bins.size(), 2);
    QCOMPARE(bins[1].toObject(),
             (QJsonObject{{u"accuracy"_s, 0.5}, {u"confidence"_s, 0.75}, {u"count"_s, 4}}));

    TruthReport full = report();
    full.contributors = {{"aga", 4, 3}};
    full.refusals = refusalsOf({.temperature = 1, .leastEvidence = 2}, {1, 2, 3, 4}, {});
    addTruth(full, object);
    QCOMPARE(object[u"digits_refused"_s].toDouble(), 0.25);
    QVERIFY(!object.contains(u"auroc"_s));
    QVERIFY(!object.contains(u"not_digits_refused"_s));
    QCOMPARE(object[u"by_contributor"_s].toObject()[u"aga"_s].toObject(),
             (QJsonObject{{u"accuracy"_s, 0.75}, {u"correct"_s, 3}, {u"n"_s, 4}}));
    full.refusals = refusalsOf({.temperature = 1, .leastEvidence = 2}, {1, 2, 3, 4}, {0});
    addTruth(full, object);
    QCOMPARE(object[u"auroc"_s].toDouble(), 1.0);
    QCOMPARE(object[u"not_digits_refused"_s].toDouble(), 1.0);
}

void TstTruthReport::textSaysTheSame()
{
    TruthReport full = report();
    full.contributors = {{"aga", 4, 3}};
    full.refusals = refusalsOf({.temperature = 1, .leastEvidence = 2}, {1, 2, 3, 4}, {0});
    const QString text = truthText(full);
    QVERIFY(text.contains(u"aga              4  75.00 %"_s));
    QVERIFY(text.contains(u"Expected calibration error 25.00 %"_s));
    QVERIFY(text.contains(u"50-100 %         4      75.00 %  50.00 %"_s));
    QVERIFY(!text.contains(u"0-50 %"_s));  // nothing in it
    QVERIFY(text.endsWith(u"Refused as not a digit, for evidence below 2: 25.00 % of the digits, 100.00 % of "
                          "1 that are none. The evidence tells them apart with an AUROC of 1.0000."_s));
    QVERIFY(!truthText(report()).contains(u"Refused"_s));
}

GLYPHSCOPE_TEST(TstTruthReport, Core)
#include "tst_truth_report.moc"
