// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/style/theme.h"
#include "ui/training/data_picker.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSlider>

using namespace glyphscope;
using namespace Qt::StringLiterals;

namespace {

class ShownPicker {
public:
    ShownPicker()
    {
        sources.mnist = true;
        sources.samples = 42;
        sources.images = {{u"/data/fashion-mnist"_s, 60000}};
        picker.setSources(sources);
        picker.resize(300, 300);
        picker.show();
    }
    template <typename Widget>
    Widget* child(const QString& name) const
    {
        return picker.findChild<Widget*>(u"training."_s + name);
    }
    DataSources sources;
    DataPicker picker;
};

}  // namespace

class TstDataPicker : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        test::failOnQtWarnings();
        applyTheme(*qApp, false);
    }
    void ticksMakeTheMix();
    void settingIsQuiet();
    void missingMnistSaysHowToGetIt();
    void sourcesAreListedAndRemoved();
    void inkIsVaried();
    void theSplitCountsImages();
    void asksForFoldersAndFiles();
    void aProblemStandsInPlaceUntilTheNextChoice();
    void restsDuringARun();
};

void TstDataPicker::ticksMakeTheMix()
{
    ShownPicker shown;
    QSignalSpy changes(&shown.picker, &DataPicker::changed);
    QCOMPARE(shown.child<QCheckBox>(u"useMnist"_s)->text(), u"MNIST, 60,000 images"_s);
    QCOMPARE(shown.child<QCheckBox>(u"useSamples"_s)->text(), u"My handwriting, 42 samples"_s);
    shown.child<QCheckBox>(u"useSamples"_s)->click();
    QVERIFY(shown.picker.choice().samples);
    shown.child<QCheckBox>(u"useMnist"_s)->click();
    QVERIFY(!shown.picker.choice().mnist);
    QCOMPARE(changes.count(), 2);
}

void TstDataPicker::settingIsQuiet()
{
    ShownPicker shown;
    QSignalSpy changes(&shown.picker, &DataPicker::changed);
    const DataChoice choice{
        .mnist = false, .folders = {"/data/fashion-mnist"}, .samples = true, .validation = 0.125};
    shown.picker.setChoice(choice);
    QCOMPARE(changes.count(), 0);
    QVERIFY(shown.picker.choice() == choice);
    shown.child<QCheckBox>(u"useMnist"_s)->click();
    QCOMPARE(shown.picker.choice().validation, 0.125);  // a share between two places of the slider
}

void TstDataPicker::missingMnistSaysHowToGetIt()
{
    ShownPicker shown;
    QVERIFY(!shown.child<QLabel>(u"howToGet"_s)->isVisible());
    shown.sources.mnist = false;
    shown.sources.howToGet = u"Run ./run.sh once."_s;
    shown.picker.setSources(shown.sources);
    QVERIFY(shown.child<QLabel>(u"howToGet"_s)->isVisible());
    QCOMPARE(shown.child<QLabel>(u"howToGet"_s)->text(), u"Run ./run.sh once."_s);
    QVERIFY(shown.child<QCheckBox>(u"useMnist"_s)->text().contains(u"not here"));
}

void TstDataPicker::sourcesAreListedAndRemoved()
{
    ShownPicker shown;
    auto* list = shown.child<QListWidget>(u"sources"_s);
    QVERIFY(!list->isVisible());
    shown.picker.setChoice({.folders = {"/data/fashion-mnist", "/data/letters"}, .ink = {"/me/ink.inkml"}});
    QCOMPARE(list->count(), 3);
    QCOMPARE(list->item(0)->text(), u"fashion-mnist, 60,000 images"_s);
    QCOMPARE(list->item(1)->text(), u"letters"_s);
    QCOMPARE(list->item(2)->toolTip(), u"/me/ink.inkml"_s);
    auto* remove = shown.child<QPushButton>(u"removeSource"_s);
    QVERIFY(!remove->isEnabled());
    list->item(1)->setSelected(true);
    remove->click();
    QCOMPARE(shown.picker.choice().folders, std::vector<std::string>{"/data/fashion-mnist"});
    list->item(1)->setSelected(true);
    QTest::keyClick(list, Qt::Key_Delete);
    QVERIFY(shown.picker.choice().ink.empty());
    QCOMPARE(list->count(), 1);
    remove->click();  // the only one need not be selected
    QVERIFY(shown.picker.choice().folders.empty());
}

void TstDataPicker::inkIsVaried()
{
    ShownPicker shown;
    auto* slider = shown.child<QSlider>(u"inkVariations"_s);
    QVERIFY(!slider->isVisible());
    shown.sources.images[u"/me/letters.inkml"_s] = 1500;
    shown.picker.setSources(shown.sources);
    shown.picker.setChoice({.inkVariations = 40, .notDigits = {"/me/letters.inkml"}});
    QVERIFY(slider->isVisible());
    QCOMPARE(shown.child<QListWidget>(u"sources"_s)->item(0)->text(), u"letters.inkml, 1,500 not digits"_s);
    QSignalSpy changes(&shown.picker, &DataPicker::changed);
    shown.child<QCheckBox>(u"useMnist"_s)->click();
    QCOMPARE(shown.picker.choice().inkVariations, 40);  // more than the slider goes to
    slider->setFocus();
    QTest::keyClick(slider, Qt::Key_Home);
    QCOMPARE(shown.picker.choice().inkVariations, 0);
    QTest::keyClick(slider, Qt::Key_Right);
    QCOMPARE(shown.picker.choice().inkVariations, 1);
    QCOMPARE(shown.child<QLabel>(u"inkVariationsText"_s)->text(), u"1 each"_s);
    QCOMPARE(changes.count(), 3);
    shown.child<QListWidget>(u"sources"_s)->item(0)->setSelected(true);
    shown.child<QPushButton>(u"removeSource"_s)->click();
    QVERIFY(shown.picker.choice().notDigits.empty());
    QVERIFY(!slider->isVisible());
}

void TstDataPicker::theSplitCountsImages()
{
    ShownPicker shown;
    const auto* text = shown.child<QLabel>(u"heldOutText"_s);
    QCOMPARE(text->text(), u"0\u00a0%"_s);
    shown.child<QSlider>(u"heldOut"_s)->setValue(10);
    QCOMPARE(shown.picker.choice().validation, 0.1);
    QCOMPARE(text->text(), u"10\u00a0%, 6,000"_s);
    shown.picker.setChoice({.folders = {"/not/looked/at"}, .validation = 0.1});
    QCOMPARE(text->text(), u"10\u00a0%"_s);
    QCOMPARE(shown.child<QSlider>(u"heldOut"_s)->maximum(), 30);
}

void TstDataPicker::asksForFoldersAndFiles()
{
    ShownPicker shown;
    QSignalSpy folders(&shown.picker, &DataPicker::addFolderRequested);
    QSignalSpy ink(&shown.picker, &DataPicker::addInkRequested);
    shown.child<QPushButton>(u"addFolder"_s)->click();
    shown.child<QPushButton>(u"addInk"_s)->click();
    QSignalSpy notDigits(&shown.picker, &DataPicker::addNotDigitsRequested);
    shown.child<QPushButton>(u"addNotDigits"_s)->click();
    QCOMPARE(notDigits.count(), 1);
    QCOMPARE(folders.count(), 1);
    QCOMPARE(ink.count(), 1);
}

void TstDataPicker::aProblemStandsInPlaceUntilTheNextChoice()
{
    ShownPicker shown;
    const auto* problem = shown.child<QLabel>(u"dataProblem"_s);
    QVERIFY(!problem->isVisible());
    shown.picker.setProblem(u"train-labels-idx1-ubyte: 59,999 labels for 60,000 images."_s);
    QVERIFY(problem->isVisible());
    shown.child<QCheckBox>(u"useSamples"_s)->click();
    QVERIFY(!problem->isVisible());
}

void TstDataPicker::restsDuringARun()
{
    ShownPicker shown;
    shown.picker.setRunning(true);
    for (const QString& name : {u"useMnist"_s, u"useSamples"_s, u"addFolder"_s, u"addInk"_s,
                                u"addNotDigits"_s, u"inkVariations"_s, u"heldOut"_s})
        QVERIFY2(!shown.child<QWidget>(name)->isEnabled(), qPrintable(name));
    QVERIFY(shown.child<QWidget>(u"heldOut"_s)->toolTip().contains(u"stop the run"));
    shown.picker.setRunning(false);
    QVERIFY(shown.child<QWidget>(u"heldOut"_s)->isEnabled());
}

GLYPHSCOPE_TEST(TstDataPicker, Widgets)
#include "tst_data_picker.moc"
