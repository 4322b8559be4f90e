// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "tests/ui/curves/run_story.h"
#include "ui/style/theme.h"
#include "ui/training/recipe_bar.h"
#include "ui/training/training_settings_card.h"

#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QSpinBox>

using namespace glyphscope;
using namespace Qt::StringLiterals;

class TstTrainingSettingsCard : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        test::failOnQtWarnings();
        applyTheme(*qApp, false);
        m_window = std::make_unique<QWidget>();
        auto* layout = new QVBoxLayout(m_window.get());
        m_recipe = new RecipeBar(m_window.get());
        m_settings = new TrainingSettingsCard(m_recipe, m_window.get());
        layout->addWidget(m_recipe);
        layout->addWidget(m_settings);
        m_changes.clear();
        connect(m_settings, &TrainingSettingsCard::optionsChanged, m_settings,
                [this](const TrainOptions& options) { m_changes.push_back(options); });
        m_window->show();
    }

    void recipesAreFollowedOrTheFirstOneIsChosen()
    {
        m_settings->setRecipes(test::recipes());
        QVERIFY(m_changes.empty());
        QCOMPARE(m_settings->options().recipe, "standard");
        TrainOptions sprint;
        sprint.recipe = "sprint";
        sprint.epochs = 1;
        TrainOptions unknown;
        unknown.recipe = "of a later version";
        unknown.seed = 42;
        m_settings->setOptions(unknown);
        m_settings->setRecipes({sprint});
        QCOMPARE(m_changes.size(), std::size_t{1});
        QCOMPARE(m_changes[0].recipe, "sprint");
        QCOMPARE(m_changes[0].seed, 42U);
    }

    void optionsFromOutsideAreNoChangeOfTheUsers()
    {
        m_settings->setRecipes(test::recipes());
        TrainOptions options;
        options.epochs = 7;
        m_settings->setOptions(options);
        QVERIFY(m_changes.empty());
        QCOMPARE(m_settings->options().recipe, "custom (from standard)");
        QCOMPARE(field("epochs")->value(), 7);
        options.epochs = TrainOptions{}.epochs;
        m_settings->setOptions(options);
        QCOMPARE(m_settings->options().recipe, "standard");
    }

    void aChangeIsNamedAfterItsRecipe()
    {
        m_settings->setRecipes(test::recipes());
        field("epochs")->setValue(9);
        QCOMPARE(m_changes.size(), std::size_t{1});
        QCOMPARE(m_changes[0].epochs, 9);
        QCOMPARE(m_changes[0].recipe, "custom (from standard)");
        auto* box = m_window->findChild<QComboBox*>(u"training.recipe"_s);
        box->setCurrentIndex(box->findText(u"Quality"_s));
        QCOMPARE(m_changes.size(), std::size_t{2});
        QCOMPARE(m_settings->options().recipe, "quality");
    }

    void aNewSeedIsNoOtherRecipe()
    {
        m_settings->setRecipes(test::recipes());
        m_settings->takeNewSeed();
        QCOMPARE(m_changes.size(), std::size_t{1});
        QVERIFY(m_settings->options().seed != 0U);
        QCOMPARE(m_settings->options().recipe, "standard");
    }

    void moreShowsThem()
    {
        QVERIFY(!m_settings->isVisible());
        m_settings->openData();
        QVERIFY(m_settings->isVisible());
        QCOMPARE(m_settings->openSections(), (QStringList{u"more"_s, u"data"_s}));
        m_settings->setOpenSections({u"optimizer"_s});
        QVERIFY(!m_settings->isVisible());
        QCOMPARE(m_settings->openSections(), QStringList{u"optimizer"_s});
    }

    void missingDataIsAProblem()
    {
        QVERIFY(!m_settings->dataProblem().isEmpty());
        DataSources sources;
        sources.mnist = true;
        sources.samples = 42;
        m_settings->setDataSources(sources);
        QVERIFY(m_settings->dataProblem().isEmpty());
        QCOMPARE(m_settings->dataSummary(), u"MNIST"_s);
        m_settings->setData({.samples = true});
        QCOMPARE(m_settings->dataSummary(), u"MNIST + my 42 samples"_s);
        QVERIFY(m_settings->data().samples);
    }

private:
    QSpinBox* field(const char* name) const
    {
        return m_window->findChild<QSpinBox*>(u"training."_s + QString::fromLatin1(name));
    }

    std::unique_ptr<QWidget> m_window;
    RecipeBar* m_recipe = nullptr;
    TrainingSettingsCard* m_settings = nullptr;
    std::vector<TrainOptions> m_changes;
};

GLYPHSCOPE_TEST(TstTrainingSettingsCard, Widgets)
#include "tst_training_settings_card.moc"
