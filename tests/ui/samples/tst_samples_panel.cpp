// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "tests/ui/samples/sample_story.h"
#include "ui/samples/fine_tune_card.h"
#include "ui/samples/sample_gallery.h"
#include "ui/samples/samples_panel.h"
#include "ui/style/theme.h"
#include "ui/widgets/name_picker.h"

#include <QtTest/QSignalSpy>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLabel>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QToolButton>

using namespace glyphscope;
using namespace Qt::StringLiterals;

class TstSamplesPanel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, false); }
    void init() { test::failOnQtWarnings(); }

    void anEmptyPanelSaysWhatToDo()
    {
        SamplesPanel panel;
        panel.show();
        QVERIFY(label(panel, u"samplesEmpty"_s)->isVisible());
        QVERIFY(!gallery(panel)->isVisible());
        QVERIFY(!button(panel, u"samplesExport"_s)->isEnabled());
        panel.setSamples(test::samplesOf(3));
        QVERIFY(!label(panel, u"samplesEmpty"_s)->isVisible());
        QVERIFY(gallery(panel)->isVisible());
    }

    void theHeadCountsSamplesAndMistakes()
    {
        SamplesPanel panel;
        panel.setSamples(test::samplesOf(3));
        QCOMPARE(label(panel, u"samplesSummary"_s)->text(), u"3 samples"_s);
        panel.setAnswers({"0", "1", "2"});
        QCOMPARE(label(panel, u"samplesSummary"_s)->text(), u"3 samples, all read right"_s);
        panel.setAnswers({"0", "7", "2"});
        QCOMPARE(label(panel, u"samplesSummary"_s)->text(), u"3 samples, 1 misread"_s);
    }

    void theHeadCountsSamplesOfOtherClasses()
    {
        SamplesPanel panel;
        std::vector<Sample> samples = test::samplesOf(4);
        samples[0].label = "Bag";
        panel.setSamples(samples);
        panel.setClasses(ClassSet({"Shirt", "Bag"}));
        QCOMPARE(label(panel, u"samplesSummary"_s)->text(), u"4 samples, 3 of other classes"_s);
        panel.setAnswers({"Shirt", "", "", ""});
        QCOMPARE(label(panel, u"samplesSummary"_s)->text(), u"4 samples, 1 misread, 3 of other classes"_s);
        const QString sentence = label(panel, u"fineTuneSentence"_s)->text();
        QVERIFY2(
            sentence.contains(u"on your 1 sample"_s) &&
                sentence.endsWith(u"Left out, since the weights do not know their classes: 3 samples."_s),
            qPrintable(sentence));
    }

    void manyClassesAreAListToChooseFrom_data()
    {
        QTest::addColumn<int>("count");
        QTest::newRow("EMNIST") << 47;
        QTest::newRow("a hundred") << 100;
    }

    void manyClassesAreAListToChooseFrom()
    {
        QFETCH(int, count);
        SamplesPanel panel;
        panel.setSamples(test::samplesOf(30));
        panel.setClasses(ClassSet::numbered(count));
        auto* picker = panel.findChild<NamePicker*>(u"samplePicker"_s);
        QVERIFY(picker != nullptr && button(panel, u"sampleChip4"_s) == nullptr);
        QCOMPARE(picker->count(), count + 1);
        QCOMPARE(picker->itemText(5), u"4 (3)"_s);
        Q_EMIT picker->picked(5);
        QCOMPARE(gallery(panel)->model()->rowCount(), 3);
        QCOMPARE(picker->currentIndex(), 5);
        button(panel, u"samplesAll"_s)->click();
        QCOMPARE(picker->currentIndex(), 0);
        panel.show();
        QVERIFY(panel.minimumSizeHint().width() <= 280);
    }

    void aChipShowsOneDigitAlone()
    {
        SamplesPanel panel;
        panel.setSamples(test::samplesOf(30));
        QTest::mouseClick(button(panel, u"sampleChip4"_s), Qt::LeftButton);
        QCOMPARE(gallery(panel)->model()->rowCount(), 3);
        QCOMPARE(label(panel, u"samplesSummary"_s)->text(), u"3 of 30"_s);
        button(panel, u"samplesAll"_s)->click();
        QCOMPARE(gallery(panel)->model()->rowCount(), 30);
        QVERIFY(!button(panel, u"sampleChip4"_s)->isChecked());
        QVERIFY(button(panel, u"samplesAll"_s)->isHidden());
    }

    void aChangeIsOfferedToBeTakenBackOnce()
    {
        SamplesPanel panel;
        panel.setSamples(test::samplesOf(30));
        const QSignalSpy removed(&panel, &SamplesPanel::removeRequested);
        const QSignalSpy relabelled(&panel, &SamplesPanel::relabelRequested);
        const QSignalSpy restored(&panel, &SamplesPanel::restoreRequested);
        QTest::keySequence(gallery(panel), QKeySequence::Undo);
        QCOMPARE(restored.size(), 0);
        gallery(panel)->setCurrentIndex(gallery(panel)->model()->index(0, 0));
        QTest::keyClick(gallery(panel), Qt::Key_Delete);
        QCOMPARE(removed[0][0].toStringList(), QStringList{u"s20"_s});
        QCOMPARE(label(panel, u"samplesUndoWords"_s)->text(), u"1 sample removed"_s);
        button(panel, u"samplesRestore"_s)->click();
        button(panel, u"samplesRestore"_s)->click();
        QCOMPARE(restored.size(), 1);
        gallery(panel)->selectAll();
        QTest::keyClick(gallery(panel), Qt::Key_2);
        QCOMPARE(relabelled[0][0].toStringList().size(), 27);
        QCOMPARE(label(panel, u"samplesUndoWords"_s)->text(), u"27 samples relabelled as 2"_s);
        QTest::keySequence(gallery(panel), QKeySequence::Undo);
        QCOMPARE(restored.size(), 2);
    }

    void filesAreAskedFor()
    {
        SamplesPanel panel;
        panel.setSamples(test::samplesOf(1));
        const QSignalSpy imported(&panel, &SamplesPanel::importRequested);
        const QSignalSpy exported(&panel, &SamplesPanel::exportRequested);
        button(panel, u"samplesImport"_s)->menu()->actions()[0]->trigger();
        QCOMPARE(imported.size(), 1);
        const auto* menu = button(panel, u"samplesExport"_s)->menu();
        menu->actions()[0]->trigger();
        menu->actions()[1]->trigger();
        QCOMPARE(exported[0][0].toBool(), true);
        QCOMPARE(exported[1][0].toBool(), false);
    }

    void sheetsAreAskedFor()
    {
        SamplesPanel panel;
        const QSignalSpy sheet(&panel, &SamplesPanel::sheetRequested);
        const QSignalSpy blank(&panel, &SamplesPanel::blankSheetRequested);
        for (QAction* action : button(panel, u"samplesImport"_s)->menu()->actions().mid(1))
            action->trigger();
        QCOMPARE(sheet.size(), 1);
        QCOMPARE(blank.size(), 2);
        QCOMPARE(blank[0][0].toBool(), false);
        QCOMPARE(blank[1][0].toBool(), true);
    }

    void theCardSpeaksThroughThePanel()
    {
        SamplesPanel panel;
        panel.setEngineReady(true);
        panel.setSamples(test::samplesOf(30));
        panel.setHistory(u"a"_s, u"b"_s);
        const QSignalSpy undone(&panel, &SamplesPanel::undoRequested);
        const QSignalSpy redone(&panel, &SamplesPanel::redoRequested);
        const QSignalSpy shipped(&panel, &SamplesPanel::shippedRequested);
        const QSignalSpy stopped(&panel, &SamplesPanel::stopRequested);
        int taught = 0;
        connect(&panel, &SamplesPanel::fineTuneRequested, &panel, [&] { ++taught; });
        for (const QString& name : {u"fineTuneUndo"_s, u"fineTuneRedo"_s, u"fineTuneShipped"_s})
            button(panel, name)->click();
        panel.findChild<QPushButton*>(u"fineTuneTeach"_s)->click();
        panel.setFineTuning(0.0);
        panel.findChild<QPushButton*>(u"fineTuneStop"_s)->click();
        QCOMPARE(undone.size() + redone.size() + shipped.size() + stopped.size() + taught, 5);
        panel.setFineTuning(std::nullopt);
        panel.setReport(test::reportOfTwoDigits());
        QCOMPARE(label(panel, u"reportHeldOutChange"_s)->text(), u"+50.0 points"_s);
        panel.setProblem(u"No."_s);
        QCOMPARE(label(panel, u"fineTuneProblem"_s)->text(), u"No."_s);
    }

    void theCardStandsBesideAWideGallery()
    {
        SamplesPanel panel;
        panel.setSamples(test::samplesOf(30));
        panel.resize(1400, 700);
        panel.show();
        const auto* card = panel.findChild<FineTuneCard*>();
        const auto left = [&](const QWidget* part) { return part->mapTo(&panel, QPoint()).x(); };
        QTRY_VERIFY(left(card) > left(gallery(panel)) + gallery(panel)->width());
        panel.resize(520, 700);
        QTRY_VERIFY(left(card) < gallery(panel)->width());
    }

    void aReportComesIntoSight()
    {
        SamplesPanel panel;
        panel.setSamples(test::samplesOf(30));
        panel.resize(280, 560);
        panel.show();
        panel.setReport(test::reportOfTwoDigits());
        const auto* summary = label(panel, u"reportHeldOutValues"_s);
        QTRY_VERIFY(!summary->visibleRegion().isEmpty());
    }

    void fitsANarrowDock()
    {
        SamplesPanel panel;
        panel.setSamples(test::samplesOf(30));
        panel.setReport(test::reportOfTwoDigits());
        panel.show();
        QVERIFY2(panel.minimumSizeHint().width() <= 280,
                 qPrintable(QString::number(panel.minimumSizeHint().width())));
    }

    void saysWhetherItIsSeen()
    {
        SamplesPanel panel;
        const QSignalSpy shown(&panel, &SamplesPanel::shown);
        panel.show();
        panel.hide();
        QCOMPARE(shown.size(), 2);
        QCOMPARE(shown[0][0].toBool(), true);
        QCOMPARE(shown[1][0].toBool(), false);
    }

private:
    static SampleGallery* gallery(const SamplesPanel& panel) { return panel.findChild<SampleGallery*>(); }
    static QLabel* label(const SamplesPanel& panel, const QString& name)
    {
        return panel.findChild<QLabel*>(name);
    }
    static QToolButton* button(const SamplesPanel& panel, const QString& name)
    {
        return panel.findChild<QToolButton*>(name);
    }
};

GLYPHSCOPE_TEST(TstSamplesPanel, Widgets)
#include "tst_samples_panel.moc"
