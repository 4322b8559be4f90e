// SPDX-License-Identifier: GPL-3.0-or-later
// The real program: how far its answers can be relied on, and calibrate.
#include "model/checkpoint/safetensors.h"
#include "model/types/answer_rule.h"
#include "tests/app/cli/program.h"
#include "tests/support/test_program.h"

#include <QtCore/QJsonArray>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <memory>

using namespace glyphscope;
using namespace glyphscope::test;
using namespace Qt::StringLiterals;

namespace {

QByteArray traceGroup(const QByteArray& truth, const QByteArray& id, const QByteArray& trace)
{
    return "<traceGroup><annotation type=\"truth\">" + truth + "</annotation><annotation type=\"id\">" + id +
           "</annotation><trace>" + trace + "</trace></traceGroup>";
}

/// Sevens of one contributor and ones of another, each a little other than the one before.
QByteArray twoContributors(int count)
{
    QByteArray ink = "<ink>";
    for (int i = 0; i < count; ++i) {
        ink += traceGroup("7", "ann/a:1", "0 0, 60 0, " + QByteArray::number(10 + 3 * i) + " 100");
        ink += traceGroup("1", "bob/b/c:2", QByteArray::number(44 + i) + " 0, 50 100");
    }
    return ink + "</ink>";
}

/// Sevens that say they are ones: a quarter of what is asked is answered wrongly, and surely so.
QByteArray wrongLabels(int count)
{
    QByteArray ink = "<ink>";
    for (int i = 0; i < count; ++i)
        ink += traceGroup("1", "eve/d:3", "0 0, 60 0, " + QByteArray::number(10 + 3 * i) + " 100");
    return ink + "</ink>";
}

QByteArray letters()
{
    return "<ink>" + traceGroup("K", "ann/a:1", "0 0, 0 100") +
           traceGroup("", "", "0 0, 80 100, 80 0, 0 100, 40 30") + "</ink>";
}

}  // namespace

class TstCliCalibrate : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_folder.reset(); }
    void evaluationTellsHowSureItWas();
    void evaluationTellsWhatIsNoDigit();
    void calibratesTheTemperature();
    void calibratesWhatIsRefused();
    void aRuleOfOldIsKeptAndToldOf();
    void wrongUsage_data();
    void wrongUsage();
    void aBrokenRuleIsNamed();
    void weightsWithoutProbabilitiesAreNamed();

private:
    [[nodiscard]] QString path(const QString& name) const { return m_folder->filePath(name); }
    [[nodiscard]] Outcome program(const QStringList& arguments) const
    {
        return run(m_folder->path(), arguments);
    }
    [[nodiscard]] QJsonObject result(const QStringList& arguments) const
    {
        const Outcome outcome = program(arguments + QStringList{u"--json"_s});
        if (outcome.status != 0)
            qWarning("%s", outcome.err.constData());
        return outcome.status == 0 && outcome.json().size() == 1 ? outcome.json().front() : QJsonObject();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TstCliCalibrate::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    write(path(u"good.inkml"_s), twoContributors(9));
    write(path(u"wrong.inkml"_s), wrongLabels(6));
    write(path(u"letters.inkml"_s), letters());
}

void TstCliCalibrate::evaluationTellsHowSureItWas()
{
    const QJsonObject object = result({u"evaluate"_s, u"--ink"_s, u"good.inkml"_s, u"wrong.inkml"_s});
    QCOMPARE(object[u"n"_s].toInt(), 24);
    QCOMPARE(object[u"correct"_s].toInt(), 18);
    const QJsonArray bins = object[u"reliability"_s].toArray();
    QCOMPARE(bins.size(), 15);
    int count = 0;
    double gaps = 0;
    for (const QJsonValue& bin : bins) {
        count += bin[u"count"_s].toInt();
        gaps += bin[u"count"_s].toInt() *
                std::abs(bin[u"accuracy"_s].toDouble() - bin[u"confidence"_s].toDouble());
    }
    QCOMPARE(count, 24);
    QVERIFY(std::abs(object[u"ece"_s].toDouble() - gaps / 24) < 1e-9);
    QVERIFY(object[u"ece"_s].toDouble() > 0.1);
    const QJsonObject by = object[u"by_contributor"_s].toObject();
    QCOMPARE(by.keys(), (QStringList{u"ann"_s, u"bob"_s, u"eve"_s}));
    QCOMPARE(by[u"bob"_s].toObject()[u"n"_s].toInt(), 9);
    QCOMPARE(by[u"bob"_s].toObject()[u"accuracy"_s].toDouble(), 1.0);
    QCOMPARE(by[u"eve"_s].toObject()[u"correct"_s].toInt(-1), 0);
    const Outcome text = program({u"evaluate"_s, u"--ink"_s, u"good.inkml"_s});
    QVERIFY(text.out.contains("\nbob              9 100.00 %\n"));
    QVERIFY(text.out.contains("\nExpected calibration error "));
}

void TstCliCalibrate::evaluationTellsWhatIsNoDigit()
{
    const QJsonObject object = result({u"evaluate"_s, u"--not-digits"_s, u"letters.inkml"_s,
                                       u"letters.inkml"_s, u"--ink"_s, u"good.inkml"_s});
    QCOMPARE(object[u"n"_s].toInt(), 18);
    for (const QString& share : {u"auroc"_s, u"digits_refused"_s, u"not_digits_refused"_s})
        QVERIFY(object[share].isDouble() && object[share].toDouble() >= 0 && object[share].toDouble() <= 1);
}

void TstCliCalibrate::calibratesTheTemperature()
{
    const QStringList ink{u"--ink"_s, u"good.inkml"_s, u"wrong.inkml"_s};
    const QJsonObject object = result(QStringList{u"calibrate"_s, u"--out"_s, u"new.safetensors"_s} + ink);
    QCOMPARE(object[u"n"_s].toInt(), 24);
    QVERIFY(object[u"temperature"_s].toDouble() > 1.2);  // 75 % right, and surer than that
    QVERIFY(object[u"nll_after"_s].toDouble() < object[u"nll_before"_s].toDouble() - 0.1);
    QVERIFY(object[u"ece_after"_s].toDouble() < object[u"ece_before"_s].toDouble());
    QCOMPARE(object[u"out"_s].toString(), u"new.safetensors"_s);
    const StateDict weights = readSafetensors(path(u"new.safetensors"_s).toStdString());
    QCOMPARE(answerRuleOf(weights).temperature, object[u"temperature"_s].toDouble());

    const QStringList model{u"--model"_s, u"new.safetensors"_s};
    const QJsonObject after = result(QStringList{u"evaluate"_s} + ink + model);
    QVERIFY(std::abs(after[u"ece"_s].toDouble() - object[u"ece_after"_s].toDouble()) < 1e-3);
    const QJsonObject before = result(QStringList{u"evaluate"_s} + ink);
    QCOMPARE(after[u"loss"_s].toDouble(), before[u"loss"_s].toDouble());  // the plain cross-entropy
    QCOMPARE(after[u"confusion"_s], before[u"confusion"_s]);
    // calibrated once more, nothing changes
    const QJsonObject again =
        result(QStringList{u"calibrate"_s, u"--out"_s, u"again.safetensors"_s} + ink + model);
    QCOMPARE(again[u"temperature"_s].toDouble(), object[u"temperature"_s].toDouble());
    QCOMPARE(again[u"nll_before"_s].toDouble(), object[u"nll_after"_s].toDouble());
}

void TstCliCalibrate::calibratesWhatIsRefused()
{
    const QJsonObject object =
        result({u"calibrate"_s, u"--ink"_s, u"good.inkml"_s, u"wrong.inkml"_s, u"--not-digits"_s,
                u"letters.inkml"_s, u"--refuse"_s, u"0.5"_s, u"--out"_s, u"new.safetensors"_s});
    QVERIFY(object[u"least_evidence"_s].isDouble());
    const double share = object[u"digits_refused"_s].toDouble();
    QVERIFY(share > 0.2 && share <= 0.5);
    QVERIFY(object[u"auroc"_s].isDouble());
    const Outcome outcome = program(
        {u"predict"_s, u"good.inkml"_s, u"wrong.inkml"_s, u"--json"_s, u"--model"_s, u"new.safetensors"_s});
    QCOMPARE(outcome.status, 0);
    int refused = 0;
    for (const QJsonObject& line : outcome.json())
        if (line[u"verdict"_s].toString() == u"not-a-digit"_s) {
            ++refused;
            QVERIFY(line[u"prediction"_s].isDouble());  // what it would have been
        }
    QCOMPARE(refused, qRound(24 * share));
}

void TstCliCalibrate::aRuleOfOldIsKeptAndToldOf()
{
    QVERIFY(result({u"calibrate"_s, u"--ink"_s, u"good.inkml"_s, u"wrong.inkml"_s, u"--not-digits"_s,
                    u"letters.inkml"_s, u"--refuse"_s, u"0.25"_s, u"--out"_s, u"old.safetensors"_s})
                .contains(u"temperature"_s));
    const Outcome outcome = program({u"calibrate"_s, u"--ink"_s, u"good.inkml"_s, u"wrong.inkml"_s,
                                     u"--out"_s, u"new.safetensors"_s, u"--model"_s, u"old.safetensors"_s});
    QVERIFY2(outcome.status == 0, outcome.err.constData());
    QVERIFY(outcome.out.contains("Refused as not a digit"));
    QVERIFY(outcome.out.endsWith("Weights: new.safetensors\n"));
    QCOMPARE(answerRuleOf(readSafetensors(path(u"new.safetensors"_s).toStdString())),
             answerRuleOf(readSafetensors(path(u"old.safetensors"_s).toStdString())));
}

void TstCliCalibrate::wrongUsage_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::newRow("no drawings") << u"--out a"_s;
    QTest::newRow("nowhere to write") << u"--ink good.inkml"_s;
    QTest::newRow("refuse what") << u"--ink good.inkml --refuse 0.1 --out a"_s;
    QTest::newRow("refuse most") << u"--ink good.inkml --not-digits letters.inkml --refuse 0.6 --out a"_s;
    QTest::newRow("files of nothing") << u"good.inkml --out a"_s;
}

void TstCliCalibrate::wrongUsage()
{
    QFETCH(QString, arguments);
    const Outcome outcome = program(QStringList{u"calibrate"_s} + arguments.split(u' '));
    QCOMPARE(outcome.status, 2);
    QVERIFY2(outcome.err.startsWith("glyphscope: "), outcome.err.constData());
    QVERIFY(!QFile::exists(path(u"a"_s)));
}

void TstCliCalibrate::aBrokenRuleIsNamed()
{
    QVERIFY(result({u"calibrate"_s, u"--ink"_s, u"good.inkml"_s, u"wrong.inkml"_s, u"--out"_s,
                    u"new.safetensors"_s})
                .contains(u"temperature"_s));
    StateDict weights = readSafetensors(path(u"new.safetensors"_s).toStdString());
    weights.metadata[kTemperatureKey] = "-1";
    writeSafetensors(weights, path(u"new.safetensors"_s).toStdString());
    for (const QStringList& command : {QStringList{u"predict"_s, u"good.inkml"_s},
                                       QStringList{u"evaluate"_s, u"--ink"_s, u"good.inkml"_s}}) {
        const Outcome outcome =
            program(command + QStringList{u"--model"_s, u"new.safetensors"_s, u"--json"_s});
        QCOMPARE(outcome.status, 1);
        QCOMPARE(outcome.out, QByteArray());
        QVERIFY2(outcome.err.contains("new.safetensors: "), outcome.err.constData());
        QVERIFY2(outcome.err.contains("answer.temperature = \"-1\""), outcome.err.constData());
    }
}

void TstCliCalibrate::weightsWithoutProbabilitiesAreNamed()
{
    const QStringList ink{u"--ink"_s, u"good.inkml"_s, u"wrong.inkml"_s};
    QVERIFY(result(QStringList{u"calibrate"_s, u"--out"_s, u"new.safetensors"_s} + ink)
                .contains(u"temperature"_s));
    StateDict weights = readSafetensors(path(u"new.safetensors"_s).toStdString());
    const auto evaluate = [&](float value, const QString& file) {
        for (NamedTensor& tensor : weights.tensors)
            if (tensor.name == "fc2.weight")
                std::ranges::fill(tensor.values, value);
        writeSafetensors(weights, path(file).toStdString());
        return program(QStringList{u"evaluate"_s, u"--model"_s, file} + ink);
    };
    const Outcome huge = evaluate(std::numeric_limits<float>::max(), u"huge.safetensors"_s);
    QCOMPARE(huge.status, 1);
    QCOMPARE(huge.out, QByteArray());
    QVERIFY2(huge.err.startsWith("glyphscope: huge.safetensors: "), huge.err.constData());
    QVERIFY2(huge.err.contains("take others"), huge.err.constData());
    const Outcome none = evaluate(std::numeric_limits<float>::quiet_NaN(), u"nan.safetensors"_s);
    QCOMPARE(none.status, 1);
    QCOMPARE(none.out, QByteArray());
    QVERIFY2(none.err.startsWith("glyphscope: nan.safetensors: tensor \"fc2.weight\""), none.err.constData());
}

GLYPHSCOPE_TEST(TstCliCalibrate, Core)
#include "tst_cli_calibrate.moc"
