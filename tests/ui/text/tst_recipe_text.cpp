// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/ui/curves/run_story.h"
#include "ui/text/recipe_text.h"

#include <QtTest/QTest>

using namespace glyphscope;
using namespace Qt::StringLiterals;

class TstRecipeText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void titles();
    void aChangedRecipeKeepsItsOrigin();
    void whatMakesARecipe();
    void aSummaryNamesWhatItDoes();
};

void TstRecipeText::titles()
{
    TrainOptions options;
    QCOMPARE(recipeTitle(options), u"Standard"_s);
    options.recipe = customRecipe("standard");
    QCOMPARE(recipeTitle(options), u"Custom (from Standard)"_s);
    options.recipe.clear();
    QVERIFY(recipeTitle(options).isEmpty());
}

void TstRecipeText::aChangedRecipeKeepsItsOrigin()
{
    QCOMPARE(customRecipe("quality"), "custom (from quality)");
    QCOMPARE(baseRecipe("custom (from quality)"), "quality");
    QCOMPARE(baseRecipe("quality"), "quality");
    QCOMPARE(baseRecipe("custom (from "), "custom (from ");
    QCOMPARE(baseRecipe(""), "");
}

void TstRecipeText::whatMakesARecipe()
{
    const TrainOptions standard;
    TrainOptions other = standard;
    other.recipe = customRecipe("standard");
    other.seed = 7;
    other.device = "cuda";
    other.frozen = {"conv1.weight"};
    other.untilAccuracy = 0.99;
    QVERIFY(sameRecipe(other, standard));
    other.epochs += 1;
    QVERIFY(!sameRecipe(other, standard));
    other = standard;
    other.augmentation.shear = 0.1;
    QVERIFY(!sameRecipe(other, standard));
}

void TstRecipeText::aSummaryNamesWhatItDoes()
{
    const std::vector<TrainOptions> all = test::recipes();
    QCOMPARE(recipeSummary(all[0]), u"1 epoch, batch 128, AdamW at 0.004, one cycle, no augmentation"_s);
    QCOMPARE(recipeSummary(all[2]),
             u"20 epochs, batch 128, AdamW at 0.004, one cycle, augmented, averaged weights"_s);
    TrainOptions choosing = all[0];
    choosing.optimizer = OptimizerKind::Muon;
    choosing.schedule = ScheduleKind::Linear;
    choosing.selectImages = 6144;
    QCOMPARE(recipeSummary(choosing),
             u"1 epoch of 6,144 chosen images, batch 128, Muon at 0.004, linear, no augmentation"_s);
}

GLYPHSCOPE_TEST(TstRecipeText, Core)
#include "tst_recipe_text.moc"
