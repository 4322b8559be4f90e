// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/shared.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "tests/ui/hooks/hook_story.h"
#include "ui/hooks/effect_strip.h"
#include "ui/hooks/hook_panel.h"
#include "ui/style/theme.h"

#include <QtTest/QSignalSpy>
#include <QtWidgets/QApplication>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTableView>
#include <QtWidgets/QToolButton>

using namespace glyphscope;
using namespace Qt::StringLiterals;

class TstHookPanel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        test::failOnQtWarnings();
        applyTheme(*qApp, false);
        m_panel = std::make_unique<HookPanel>();
        m_panel->resize(340, 480);
    }
    void cleanup() { m_panel.reset(); }

    void tabsShowTheirPages()
    {
        m_panel->show();
        QCOMPARE(m_panel->page(), HookPanel::Page::Hooks);
        press(u"tabLog"_s);
        QCOMPARE(m_panel->page(), HookPanel::Page::Log);
        press(u"tabWhatIf"_s);
        QVERIFY(child<QWidget>(u"whatIfPage"_s)->isVisible());
        QVERIFY(!child<QWidget>(u"page"_s)->isVisible());
        m_panel->showPage(HookPanel::Page::Hooks);
        QVERIFY(child<QToolButton>(u"tabHooks"_s)->isChecked());
    }

    void itSaysWhenItIsSeen()
    {
        QSignalSpy shown(m_panel.get(), &HookPanel::shown);
        m_panel->show();
        m_panel->hide();
        QCOMPARE(shown.count(), 2);
        QCOMPARE(shown[0][0].toBool(), true);
        QCOMPARE(shown[1][0].toBool(), false);
    }

    void whatHooksCostATrainingIsSaidUntilTheyChange()
    {
        m_panel->show();
        const HookCost cost{6000, 10000};
        m_panel->setTrainingCost(cost);
        const auto* words = child<QLabel>(u"trainingCost"_s);
        QVERIFY(!words->isVisible());  // no hook is in a training
        HookSpec spec;
        spec.id = 1;
        spec.module = "conv1";
        spec.training = true;
        m_panel->setHooks({spec});
        m_panel->setTrainingCost(cost);
        QVERIFY(words->isVisible());
        const QLocale numbers = m_panel->locale();
        QVERIFY2(words->text().contains(numbers.toString(6000)), qPrintable(words->text()));
        QVERIFY2(words->text().contains(numbers.toString(10000)), qPrintable(words->text()));
        spec.channel = 2;
        m_panel->setHooks({spec});
        QVERIFY(!words->isVisible());
    }

    void theLogIsWantedOnlyWhileItsPageIsSeen()
    {
        QSignalSpy wanted(m_panel.get(), &HookPanel::logWanted);
        m_panel->show();
        QCOMPARE(wanted.count(), 0);
        press(u"tabLog"_s);
        press(u"logPause"_s);
        press(u"logPause"_s);
        m_panel->hide();
        m_panel->show();
        press(u"tabHooks"_s);
        QList<bool> said;
        for (const QList<QVariant>& each : wanted)
            said << each[0].toBool();
        QCOMPARE(said, (QList<bool>{true, false, true, false, true, false}));
    }

    void theNewestReadingIsShownWhenSeen()
    {
        m_panel->setReading(test::shared(test::reading(3, 0.9F)));
        m_panel->setReading(test::shared(test::reading(8, 0.9F)));
        const auto* effect = child<EffectStrip>(u"effect"_s);
        QVERIFY(effect->words().startsWith(u"Write a digit"));
        m_panel->show();
        QVERIFY(effect->words().startsWith(u"8 at 90"));
    }

    void modulesComeFromAReadingUntilTheyAreTold()
    {
        m_panel->show();
        auto* module = child<QComboBox>(u"sweepModule"_s);
        QCOMPARE(module->count(), 0);
        Reading reading = test::reading(3, 0.9F);
        reading.modules.pop_back();
        m_panel->setReading(test::shared(reading));
        QCOMPARE(module->count(), 4);
        m_panel->setModules(test::network());
        QCOMPARE(module->count(), 5);
        m_panel->setReading(test::shared(reading));
        QCOMPARE(module->count(), 5);
        QCOMPARE(child<QComboBox>(u"logModule"_s)->count(), 6);
        QCOMPARE(child<QComboBox>(u"module"_s)->count(), 6);
    }

    void recordsReachTheList()
    {
        m_panel->show();
        m_panel->setHooks(test::numbered({test::spec(HookKind::Forward, "conv1", HookAction::Zero, 5)}));
        Reading reading = test::reading(3, 0.9F);
        HookRecord record;
        record.id = 1;
        record.calls = 7;
        reading.hooks = {record};
        m_panel->setReading(test::shared(reading));
        m_panel->setRecords({record}, HookSource::Training);
        const QAbstractItemModel* model = child<QTableView>(u"list"_s)->model();
        QCOMPARE(model->index(0, HookTableModel::Calls).data().toString(), u"14"_s);
    }

    void aSweptFilterBecomesAHook()
    {
        std::vector<HookSpec> asked;
        connect(m_panel.get(), &HookPanel::hooksChanged, this,
                [&](const std::vector<HookSpec>& specs) { asked = specs; });
        m_panel->setModules(test::network());
        m_panel->show();
        m_panel->setReading(test::shared(test::reading(3, 0.9F)));
        m_panel->showPage(HookPanel::Page::WhatIf);
        ChannelSweep sweep{
            .module = "conv2", .before = test::prediction(3, 0.9F).probabilities, .best = 3, .effects = {}};
        sweep.effects.push_back({12, test::prediction(8, 0.7F).probabilities, 8, 0.6});
        m_panel->setSweep(sweep);
        press(u"sweepAdd"_s);
        QCOMPARE(asked.size(), 1U);
        QCOMPARE(asked[0].channel, 12);
        QCOMPARE(m_panel->page(), HookPanel::Page::Hooks);
        QCOMPARE(m_panel->hooks().size(), 1U);
        QCOMPARE(child<QLabel>(u"formTitle"_s)->text(), u"Zero channel 12 of conv2's output."_s);
    }

    void lowAndWideTheTabsStandAside()
    {
        m_panel->show();
        const auto* page = child<QWidget>(u"pages"_s);
        m_panel->resize(900, 224);
        QTRY_VERIFY(page->x() > 40);
        QCOMPARE(page->height(), 224);
        m_panel->resize(340, 480);
        QTRY_COMPARE(page->x(), 0);
        QVERIFY(page->y() > 20);
    }

    void fitsASmallDock()
    {
        m_panel->setReading(test::shared(test::reading(3, 0.9F)));
        m_panel->show();
        for (const auto page : {HookPanel::Page::Hooks, HookPanel::Page::Log, HookPanel::Page::WhatIf}) {
            m_panel->showPage(page);
            const QSize least = m_panel->minimumSizeHint();
            QVERIFY2(least.width() <= 290 && least.height() <= 260,
                     qPrintable(u"%1 x %2"_s.arg(least.width()).arg(least.height())));
        }
    }

    void bothThemesArePainted()
    {
        m_panel->setHooks(test::numbered({test::spec(HookKind::Forward, "conv1", HookAction::Zero, 5)}));
        m_panel->show();
        const auto ground = [this] {
            auto* list = child<QTableView>(u"list"_s);
            return list->grab().toImage().pixelColor(list->width() / 2, list->height() - 4);
        };
        QCOMPARE(ground(), theme().surface);
        applyTheme(*qApp, true);
        QTRY_COMPARE(ground(), theme().surface);
    }

private:
    template <typename Widget>
    Widget* child(const QString& name) const
    {
        return m_panel->findChild<Widget*>(u"hooks."_s + name);
    }
    void press(const QString& name) const { QTest::mouseClick(child<QWidget>(name), Qt::LeftButton); }

    std::unique_ptr<HookPanel> m_panel;
};

GLYPHSCOPE_TEST(TstHookPanel, Widgets)
#include "tst_hook_panel.moc"
