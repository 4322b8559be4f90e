// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/types/live_options.h"
#include "model/types/option_table.h"
#include "tests/support/test_program.h"

#include <QtTest/QTest>

#include <cmath>
#include <set>
#include <string>

using namespace glyphscope;

class TstOptionTable : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keysAndWordsAreUnique();
    void rangesMakeSense();
    void everyRowHasANumberOfItsOwn();
    void liveRowsAreThoseARunTakes();
    void unknownKeysHaveNoRow();
    void needs_data();
    void needs();
};

namespace {

/// In range, and neither the default nor another row's.
double otherValue(const OptionRow& row)
{
    const double preset = optionValue(row, TrainOptions{});
    return preset == row.range.most ? row.range.least : row.range.most;
}

}  // namespace

void TstOptionTable::keysAndWordsAreUnique()
{
    std::set<std::string> keys;
    std::set<std::string> words;
    for (const OptionRow& row : kOptionTable) {
        QVERIFY2(keys.insert(row.key).second, row.key);
        QVERIFY2(words.insert(row.words.text).second, row.words.text);
        QCOMPARE(findOption(row.key), &row);
    }
}

void TstOptionTable::rangesMakeSense()
{
    for (const OptionRow& row : kOptionTable) {
        QVERIFY2(row.range.least < row.range.most && row.range.low < row.range.high, row.key);
        QVERIFY2(row.range.holds(optionValue(row, TrainOptions{})), row.key);
        QVERIFY2(!row.range.holds(std::nan("")), row.key);
        QCOMPARE(row.range.whole, std::holds_alternative<int TrainOptions::*>(row.member));
    }
}

void TstOptionTable::everyRowHasANumberOfItsOwn()
{
    for (const OptionRow& row : kOptionTable) {
        TrainOptions options;
        setOptionValue(row, options, otherValue(row));
        QVERIFY2(options != TrainOptions{}, row.key);
        for (const OptionRow& other : kOptionTable)
            QCOMPARE(optionValue(other, options),
                     &other == &row ? otherValue(row) : optionValue(other, TrainOptions{}));
    }
}

void TstOptionTable::liveRowsAreThoseARunTakes()
{
    for (const OptionRow& row : kOptionTable) {
        TrainOptions options;
        setOptionValue(row, options, otherValue(row));
        QVERIFY2((liveValuesOf(options) != liveValuesOf(TrainOptions{})) == row.live, row.key);
        TrainOptions taken;
        setLiveValues(taken, liveValuesOf(options));
        QVERIFY2((taken == options) == row.live, row.key);
    }
}

void TstOptionTable::unknownKeysHaveNoRow()
{
    QVERIFY(findOption("learning_rate") == nullptr);
    QVERIFY(findOption("") == nullptr);
}

void TstOptionTable::needs_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<OptimizerKind>("optimizer");
    QTest::addColumn<ScheduleKind>("schedule");
    QTest::addColumn<bool>("met");
    using Kind = OptimizerKind;
    using Way = ScheduleKind;
    const auto row = [](const char* name, const char* key, Kind optimizer, Way schedule, bool met) {
        QTest::newRow(name) << QString::fromUtf8(key) << optimizer << schedule << met;
    };
    row("rate of SGD", "peak_learning_rate", Kind::Sgd, Way::Constant, true);
    row("first moment of SGD", "beta1", Kind::Sgd, Way::Constant, true);
    row("second moment of SGD", "beta2", Kind::Sgd, Way::Constant, false);
    row("second moment of Nesterov", "beta2", Kind::Nesterov, Way::Constant, false);
    row("second moment of Muon", "beta2", Kind::Muon, Way::Constant, true);
    row("matrices of AdamW", "matrix_rate", Kind::AdamW, Way::Constant, false);
    row("matrices of Muon", "matrix_rate", Kind::Muon, Way::Constant, true);
    row("warm-up of a constant", "warmup", Kind::Adam, Way::Constant, false);
    row("warm-up of a line", "warmup", Kind::Adam, Way::Linear, true);
    row("decay of one cycle", "decay_factor", Kind::Adam, Way::OneCycle, false);
    row("decay of steps", "decay_every", Kind::Adam, Way::Step, true);
    row("hard ones of all images", "hard_share", Kind::Adam, Way::Step, false);
    row("smoothness of no displacement", "elastic_sigma", Kind::Adam, Way::Step, false);
}

void TstOptionTable::needs()
{
    QFETCH(QString, key);
    QFETCH(OptimizerKind, optimizer);
    QFETCH(ScheduleKind, schedule);
    QFETCH(bool, met);
    TrainOptions options;
    options.optimizer = optimizer;
    options.schedule = schedule;
    const OptionNeeds needs = findOption(key.toStdString())->needs;
    QCOMPARE(isMet(needs, options), met);
    options.selectImages = 1;
    options.augmentation.elasticAlpha = 0.1;
    QCOMPARE(isMet(needs, options), met || needs == OptionNeeds::Selection || needs == OptionNeeds::Elastic);
}

GLYPHSCOPE_TEST(TstOptionTable, Core)
#include "tst_option_table.moc"
