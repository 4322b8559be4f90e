// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/report.h"
#include "tests/support/test_program.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QTranslator>
#include <QtTest/QTest>

using namespace glyphscope;
using namespace Qt::StringLiterals;

namespace {

Prediction sevenPrediction(Verdict verdict = Verdict::Digit)
{
    Prediction p;
    p.verdict = verdict;
    p.probabilities = {0, 0.125F, 0, 0, 0, 0, 0, 0.75F, 0, 0.125F};
    p.logits.resize(10);
    p.best = 7;
    p.second = 1;
    return p;
}

/// Two classes: 3 of 4 zeros right, no ones.
Evaluation threeOfFour()
{
    return {4, 3, 2, 0.5, {3, 1, 0, 0}};
}

QString compact(const QJsonValue& value)
{
    return QString::fromUtf8(QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact));
}

/// A language that puts every text in brackets.
class Brackets : public QTranslator {
public:
    [[nodiscard]] bool isEmpty() const override { return false; }
    [[nodiscard]] QString translate(const char*, const char* text, const char*, int) const override
    {
        return u'[' + QString::fromUtf8(text) + u']';
    }
};

QStringList sortedKeys(QStringList keys)
{
    keys.sort();
    return keys;
}

}  // namespace

class TstReport : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void verdictNames();
    void percents();
    void predictionFields();
    void namedClassesAreCalledByTheirNames();
    void truthAndIdOnlyWhereThereAre();
    void emptyPredictionFields();
    void predictionTexts_data();
    void predictionTexts();
    void textIsTranslatedAndJsonIsNot();
    void evaluationFields();
    void evaluationTable();
    void countsAreGrouped();
    void epochFields();
    void epochLine();
    void validationIsTold();
    void doneFields();
};

void TstReport::verdictNames()
{
    QCOMPARE(verdictName(Verdict::Digit), u"digit"_s);
    QCOMPARE(verdictName(Verdict::Unsure), u"unsure"_s);
    QCOMPARE(verdictName(Verdict::NotADigit), u"not-a-digit"_s);
    QCOMPARE(verdictName(Verdict::Empty), u"empty"_s);
}

void TstReport::percents()
{
    QCOMPARE(percent(0.98234), u"98.23 %"_s);
    QCOMPARE(percent(1, 1), u"100.0 %"_s);
    QCOMPARE(percent(0, 0), u"0 %"_s);
}

void TstReport::predictionFields()
{
    const QJsonObject object = predictionJson(u"a.png"_s, 3, {}, sevenPrediction());
    QCOMPARE(sortedKeys(object.keys()),
             (QStringList{u"file"_s, u"item"_s, u"prediction"_s, u"probabilities"_s, u"verdict"_s}));
    QCOMPARE(object[u"file"_s].toString(), u"a.png"_s);
    QCOMPARE(object[u"item"_s].toInt(-1), 3);
    QCOMPARE(object[u"prediction"_s].toInt(-1), 7);
    QCOMPARE(object[u"verdict"_s].toString(), u"digit"_s);
    QCOMPARE(compact(object[u"probabilities"_s]), u"[0,0.125,0,0,0,0,0,0.75,0,0.125]"_s);
}

void TstReport::namedClassesAreCalledByTheirNames()
{
    Prediction prediction = sevenPrediction();
    prediction.classes = ClassSet({"T-shirt", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt",
                                   "Sneaker", "Bag", "Ankle boot"});
    const QJsonObject object = predictionJson(u"a.png"_s, 3, {}, prediction);
    QCOMPARE(object[u"prediction"_s].toInt(-1), 7);
    QCOMPARE(object[u"class"_s].toString(), u"Sneaker"_s);
    QCOMPARE(predictionText(u"a.png"_s, -1, prediction, 2), u"a.png: Sneaker (75.0 %), Trouser (12.5 %)"_s);
    QCOMPARE(object[u"verdict"_s].toString(), u"class"_s);
    prediction.verdict = Verdict::NotADigit;
    QCOMPARE(verdictName(prediction), u"not-a-class"_s);
    prediction.classes = ClassSet::digits();
    QCOMPARE(verdictName(prediction), u"not-a-digit"_s);
    QVERIFY(!predictionJson(u"a.png"_s, 3, {}, prediction).contains(u"class"_s));
}

void TstReport::truthAndIdOnlyWhereThereAre()
{
    LabelledDrawing drawing;
    drawing.truth = "7";
    drawing.id = "writer 3";
    const QJsonObject object = predictionJson(u"a.inkml"_s, 0, drawing, sevenPrediction());
    QCOMPARE(object[u"truth"_s].toString(), u"7"_s);
    QCOMPARE(object[u"id"_s].toString(), u"writer 3"_s);
}

void TstReport::emptyPredictionFields()
{
    const QJsonObject object = predictionJson(u"a.png"_s, 0, {}, {});
    QVERIFY(object[u"prediction"_s].isNull());
    QCOMPARE(object[u"verdict"_s].toString(), u"empty"_s);
    QCOMPARE(compact(object[u"probabilities"_s]), u"[]"_s);
}

void TstReport::predictionTexts_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<int>("item");
    QTest::addColumn<int>("top");
    QTest::addColumn<int>("verdict");
    QTest::addColumn<QString>("text");
    const int digit = static_cast<int>(Verdict::Digit);
    const int unsure = static_cast<int>(Verdict::Unsure);
    const int notADigit = static_cast<int>(Verdict::NotADigit);
    QTest::newRow("picture") << u"a.png"_s << -1 << 1 << digit << u"a.png: 7 (75.0 %)"_s;
    QTest::newRow("item") << u"a.inkml"_s << 3 << 1 << digit << u"a.inkml[3]: 7 (75.0 %)"_s;
    QTest::newRow("top 3") << u"a.png"_s << -1 << 3 << digit
                           << u"a.png: 7 (75.0 %), 1 (12.5 %), 9 (12.5 %)"_s;
    QTest::newRow("unsure") << u"a.png"_s << -1 << 1 << unsure << u"a.png: 7 (75.0 %)  unsure"_s;
    QTest::newRow("no digit") << u"a.png"_s << -1 << 1 << notADigit << u"a.png: 7 (75.0 %)  not-a-digit"_s;
    QTest::newRow("name that looks like a placeholder")
        << u"50%2.inkml"_s << 3 << 1 << digit << u"50%2.inkml[3]: 7 (75.0 %)"_s;
}

void TstReport::predictionTexts()
{
    QFETCH(QString, file);
    QFETCH(int, item);
    QFETCH(int, top);
    QFETCH(int, verdict);
    QFETCH(QString, text);
    QCOMPARE(predictionText(file, item, sevenPrediction(static_cast<Verdict>(verdict)), top), text);
    QVERIFY(predictionText(file, item, {}, top).endsWith(u": empty"_s));
}

void TstReport::textIsTranslatedAndJsonIsNot()
{
    Brackets language;
    QVERIFY(QCoreApplication::installTranslator(&language));
    const Prediction prediction = sevenPrediction(Verdict::NotADigit);
    QCOMPARE(predictionText(u"a.png"_s, -1, prediction, 1), u"[a.png: 7 (75.0 %)  [not-a-digit]]"_s);
    QCOMPARE(predictionJson(u"a.png"_s, -1, {}, prediction)[u"verdict"_s].toString(), u"not-a-digit"_s);
    const QString table = evaluationText(threeOfFour(), {});
    QVERIFY2(table.startsWith(u"[3 of 4 right: 75.00 %]"_s), qPrintable(table));
    QVERIFY2(table.contains(u"[truth]"_s), qPrintable(table));
}

void TstReport::evaluationFields()
{
    const QJsonObject object = evaluationJson(threeOfFour());
    QCOMPARE(object[u"n"_s].toInt(), 4);
    QCOMPARE(object[u"correct"_s].toInt(), 3);
    QCOMPARE(object[u"accuracy"_s].toDouble(), 0.75);
    QCOMPARE(object[u"loss"_s].toDouble(), 0.5);
    QCOMPARE(compact(object[u"per_class"_s]), u"[0.75,0]"_s);
    QCOMPARE(compact(object[u"confusion"_s]), u"[[3,1],[0,0]]"_s);  // rows: truth
}

void TstReport::evaluationTable()
{
    const QStringList lines = evaluationText(threeOfFour(), ClassSet({"T-shirt", "Trouser"})).split(u'\n');
    QCOMPARE(lines.size(), 5);
    QCOMPARE(lines[0], u"3 of 4 right: 75.00 %"_s);
    QCOMPARE(lines[3].simplified(), u"0 4 75.00 % 3 1 T-shirt"_s);
    QCOMPARE(lines[4].simplified(), u"1 0 0.00 % 0 0 Trouser"_s);
    QVERIFY(!evaluationText(threeOfFour(), {}).contains(u"Trouser"_s));
}

void TstReport::countsAreGrouped()
{
    const QString text = evaluationText({60000, 58800, 2, 0.5, {30000, 0, 1200, 28800}}, {});
    QVERIFY2(text.startsWith(u"58,800 of 60,000 right: 98.00 %\n"_s), qPrintable(text));
}

void TstReport::epochFields()
{
    const QJsonObject object = epochJson({2, 938, 0.25, 0.9, 0.125, 0.985, false, 0, 0, 12.5});
    QCOMPARE(object[u"event"_s].toString(), u"epoch"_s);
    QCOMPARE(object[u"epoch"_s].toInt(), 2);
    QCOMPARE(object[u"step"_s].toInt(), 938);
    QCOMPARE(object[u"train_loss"_s].toDouble(), 0.25);
    QCOMPARE(object[u"test_loss"_s].toDouble(), 0.125);
    QCOMPARE(object[u"test_accuracy"_s].toDouble(), 0.985);
    QCOMPARE(object[u"seconds"_s].toDouble(), 12.5);
}

void TstReport::epochLine()
{
    QCOMPARE(epochText({2, 938, 0.25, 0.9, 0.125, 0.985, false, 0, 0, 12.5}, 5),
             u"epoch 2/5  step 938  train loss 0.2500  test loss 0.1250  test accuracy 98.50 %  12.5 s"_s);
}

void TstReport::validationIsTold()
{
    const EpochStats stats{2, 938, 0.25, 0.9, 0.125, 0.985, true, 0.25, 0.75, 12.5};
    const QJsonObject object = epochJson(stats);
    QCOMPARE(object[u"test_accuracy"_s].toDouble(), 0.985);
    QCOMPARE(object[u"validation_loss"_s].toDouble(), 0.25);
    QCOMPARE(object[u"validation_accuracy"_s].toDouble(), 0.75);
    QVERIFY(epochText(stats, 5).endsWith(u"test accuracy 98.50 %  validation accuracy 75.00 %  12.5 s"_s));
    QVERIFY(
        !epochJson({2, 938, 0.25, 0.9, 0.125, 0.985, false, 0, 0, 12.5}).contains(u"validation_accuracy"_s));
}

void TstReport::doneFields()
{
    TrainResult result;
    result.test = threeOfFour();
    result.steps = 12;
    result.seconds = 2.5;
    result.imagesPerSecond = 4000;
    const QJsonObject object = doneJson(result, u"out.safetensors"_s, u"20260501-142233-standard-7"_s);
    QCOMPARE(object[u"event"_s].toString(), u"done"_s);
    QCOMPARE(object[u"seconds"_s].toDouble(), 2.5);
    QCOMPARE(object[u"images_per_second"_s].toDouble(), 4000.0);
    QCOMPARE(object[u"test_accuracy"_s].toDouble(), 0.75);
    QCOMPARE(object[u"steps"_s].toInt(), 12);
    QCOMPARE(object[u"interrupted"_s], QJsonValue(false));
    QCOMPARE(object[u"out"_s].toString(), u"out.safetensors"_s);
    QCOMPARE(object[u"run"_s].toString(), u"20260501-142233-standard-7"_s);
    QVERIFY(!doneJson(result, u"out.safetensors"_s, {}).contains(u"run"_s));
}

GLYPHSCOPE_TEST(TstReport, Core)
#include "tst_report.moc"
