// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/recipes.h"
#include "model/types/error.h"
#include "model/types/live_options.h"
#include "tests/support/test_program.h"
#include "ui/text/number_range.h"
#include "ui/text/option_list.h"

#include <QtTest/QTest>

#include <set>

using namespace glyphscope;
using namespace Qt::StringLiterals;

class TstOptionList : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatCanBeGivenMakesSense_data();
    void whatCanBeGivenMakesSense();
    void liveOnesAreThoseARunTakes();
    void everyRecipeLiesInRange();
    void onlyWhatActsIsShown();
    void namesAreUnique();
};

void TstOptionList::whatCanBeGivenMakesSense_data()
{
    QTest::addColumn<int>("index");
    for (std::size_t i = 0; i < numberOptions().size(); ++i)
        QTest::newRow(numberOptions()[i].name) << static_cast<int>(i);
}

void TstOptionList::whatCanBeGivenMakesSense()
{
    QFETCH(int, index);
    const NumberOption& option = numberOptions()[static_cast<std::size_t>(index)];
    std::vector<double> values{option.row->range.least, option.row->range.most};
    for (int step = 0; step <= sliderSteps(option.row->range); ++step)
        values.push_back(std::clamp(sliderValue(option.row->range, step), option.row->range.least,
                                    option.row->range.most));
    for (const double value : values) {
        TrainOptions options;
        setOptionValue(*option.row, options, value);
        QCOMPARE(option.value(options), value);
        checkOptions(options);  // throws where it makes no sense
    }
}

void TstOptionList::liveOnesAreThoseARunTakes()
{
    for (const NumberOption& option : numberOptions()) {
        TrainOptions changed;
        const NumberRange& range = option.row->range;
        setOptionValue(*option.row, changed, option.value(changed) == range.high ? range.most : range.high);
        const bool taken = !(liveValuesOf(changed) == liveValuesOf(TrainOptions{}));
        QVERIFY2(taken == option.row->live, option.name);
    }
}

void TstOptionList::everyRecipeLiesInRange()
{
    for (const TrainOptions& recipe : recipes())
        for (const NumberOption& option : numberOptions()) {
            const double value = option.value(recipe);
            QVERIFY2(value >= option.row->range.least && value <= option.row->range.most, option.name);
        }
}

void TstOptionList::onlyWhatActsIsShown()
{
    const auto shown = [](const TrainOptions& options) {
        QSet<QString> names;
        for (const NumberOption& option : numberOptions())
            if (option.applies(options))
                names += QLatin1StringView(option.name);
        return names;
    };
    TrainOptions options;
    options.optimizer = OptimizerKind::Nesterov;
    options.schedule = ScheduleKind::Step;
    QVERIFY(shown(options).contains(u"momentum"_s));
    QVERIFY(shown(options).contains(u"decayEvery"_s));
    for (const QString& idle : {u"beta1"_s, u"beta2"_s, u"warmup"_s, u"elasticSigma"_s})
        QVERIFY2(!shown(options).contains(idle), qPrintable(idle));
    options = {};
    options.augmentation.elasticAlpha = 1;
    for (const QString& acting : {u"beta1"_s, u"beta2"_s, u"warmup"_s, u"elasticSigma"_s})
        QVERIFY2(shown(options).contains(acting), qPrintable(acting));
    QVERIFY(!shown(options).contains(u"momentum"_s));
    QVERIFY(!shown(options).contains(u"decayFactor"_s));
    const QStringList ofTheSprint{u"matrixRate"_s, u"matrixMomentum"_s, u"hardShare"_s};
    for (const QString& idle : ofTheSprint)
        QVERIFY2(!shown(options).contains(idle), qPrintable(idle));
    for (const QString& acting : ofTheSprint + QStringList{u"beta1"_s, u"warmup"_s, u"selectImages"_s})
        QVERIFY2(shown(recipe("sprint")).contains(acting), qPrintable(acting));
}

void TstOptionList::namesAreUnique()
{
    std::set<std::string> names;
    for (const NumberOption& option : numberOptions()) {
        QVERIFY2(names.insert(option.name).second, option.name);
        QVERIFY(!option.title().isEmpty());
        QVERIFY(!option.explanation().isEmpty());
    }
}

GLYPHSCOPE_TEST(TstOptionList, Core)
#include "tst_option_list.moc"
