// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "tests/ui/curves/curve_story.h"
#include "tests/ui/curves/run_story.h"
#include "tests/ui/curves/shown_chart.h"
#include "ui/curves/curve_legend.h"
#include "ui/curves/run_palette.h"
#include "ui/style/theme.h"

#include <QtCore/QBuffer>
#include <QtGui/QAction>
#include <QtGui/QPainter>
#include <QtSvg/QSvgGenerator>
#include <QtTest/QSignalSpy>
#include <QtWidgets/QApplication>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QSlider>
#include <QtWidgets/QToolButton>

using namespace glyphscope;
using namespace Qt::StringLiterals;

namespace {

using test::Shown;

std::vector<RunOverlay> overlays(int count)
{
    std::vector<RunOverlay> result;
    for (int i = 1; i <= count; ++i)
        result.push_back({u"id%1"_s.arg(i), u"run %1"_s.arg(i), test::makeCurves(500, 0.1 * i)});
    return result;
}

}  // namespace

class TstCurveChart : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        test::failOnQtWarnings();
        applyTheme(*qApp, false);
    }
    void holdsWhatItWasGiven();
    void drawsNothingWhileHidden();
    void manyUpdatesMakeOneFrame();
    void smoothingIsWorkedInBetweenFrames();
    void sliderHasTensorBoardsRange();
    void clearsForTheNextRun();
    void goesOnFromAnEarlierStep();
    void overlaysKeepTheirColours();
    void legendShowsAndHides();
    void earlierRunsAreDrawnAgainWhenTheyChange();
    void axisByStepEpochOrTime();
    void showsAsManyPlotsAsFit_data();
    void showsAsManyPlotsAsFit();
    void tabsChoosePlots();
    void tabsShareARow_data();
    void tabsShareARow();
    void tabsSwitchWhereThereIsRoomForOne();
    void logarithmsAreOfferedWhereTheyHelp();
    void looksAreRemembered();
    void menuAsksForFiles();
    void paintsItselfAnywhere_data();
    void paintsItselfAnywhere();
    void fitsASmallDock();
    void takesTheThemesColours();
};

void TstCurveChart::holdsWhatItWasGiven()
{
    Shown shown;
    shown.chart.addSteps(test::steps(40, 400));
    shown.chart.addEpoch(test::epoch(1, 40, 0.9));
    shown.chart.addMark({20, "dropout 0 to 0.2"});
    QTRY_COMPARE(shown.drawn(), std::size_t{40});
    const StepStats seventh = test::steps(7, 400).back();
    QCOMPARE(shown.chart.curves().steps.loss[6], static_cast<float>(seventh.loss));
    QCOMPARE(shown.chart.curves().epochs.front().testAccuracy, 0.9);
    QCOMPARE(shown.chart.curves().marks.front().text, std::string("dropout 0 to 0.2"));
    QTRY_COMPARE(shown.range(), (AxisRange{0, 400}));  // as far as the run is headed
}

void TstCurveChart::drawsNothingWhileHidden()
{
    Shown shown;
    QTRY_VERIFY(shown.isIdle() && shown.loss()->drawings() > 0);
    shown.window.hide();
    const int drawings = shown.loss()->drawings();
    shown.chart.addSteps(test::steps(100, 400));
    shown.chart.addEpoch(test::epoch(1, 100, 0.9));
    QVERIFY(shown.isIdle());
    QCOMPARE(shown.drawn(), std::size_t{0});
    shown.window.show();
    QTRY_COMPARE(shown.drawn(), std::size_t{100});
    QTRY_VERIFY(shown.loss()->drawings() > drawings);
    QTRY_VERIFY(shown.isIdle());
    // Nor a plot that was not chosen.
    QCOMPARE(shown.drawn(Quantity::GradientNorm), std::size_t{0});
}

void TstCurveChart::manyUpdatesMakeOneFrame()
{
    Shown shown;
    shown.chart.addSteps(test::steps(1, 400));
    QTRY_VERIFY(shown.isIdle() && shown.drawn() == 1);
    const int drawings = shown.loss()->drawings();
    std::vector<StepStats> steps = test::steps(200, 400);
    for (std::size_t i = 1; i < steps.size(); ++i)
        shown.chart.addSteps({steps[i]});
    QCOMPARE(shown.drawn(), std::size_t{1});
    QTRY_COMPARE(shown.drawn(), std::size_t{200});
    QTRY_COMPARE(shown.loss()->drawings(), drawings + 1);
    QVERIFY(shown.isIdle());
}

void TstCurveChart::smoothingIsWorkedInBetweenFrames()
{
    Shown shown;
    shown.chart.setRun({}, *test::makeCurves(700000));
    QTRY_VERIFY(shown.isIdle() && shown.drawn() == 700000);
    const RunSeries& series = *shown.chart.model().runs.front().series;
    const float before = series.smoothed(Quantity::Loss)[699999];
    auto* slider = shown.chart.findChild<QSlider*>(u"training.smoothing"_s);
    slider->setValue(990);
    QCOMPARE(series.smoothed(Quantity::Loss)[699999], before);
    QTRY_VERIFY(series.smoothed(Quantity::Loss)[699999] != before);
    QTRY_VERIFY(shown.isIdle());
}

void TstCurveChart::sliderHasTensorBoardsRange()
{
    Shown shown;
    auto* slider = shown.chart.findChild<QSlider*>(u"training.smoothing"_s);
    QCOMPARE(shown.chart.look().smoothing, 0.6);
    slider->setFocus();
    QTest::keyClick(slider, Qt::Key_End);
    QCOMPARE(shown.chart.look().smoothing, 0.999);
    shown.chart.addSteps(test::steps(50, 400));
    QTest::keyClick(slider, Qt::Key_Home);
    QTRY_COMPARE(shown.drawn(), std::size_t{50});
    const RunSeries& series = *shown.chart.model().runs.front().series;
    QTRY_COMPARE(series.smoothed(Quantity::Loss)[33], series.raw(Quantity::Loss)[33]);
}

void TstCurveChart::clearsForTheNextRun()
{
    Shown shown;
    shown.chart.addSteps(test::steps(50, 400));
    shown.chart.addEpoch(test::epoch(1, 50, 0.9));
    QTRY_COMPARE(shown.drawn(), std::size_t{50});
    shown.chart.clear();
    QVERIFY(shown.chart.curves().steps.size() == 0 && shown.chart.curves().epochs.empty());
    shown.chart.addSteps(test::steps(1, 400));
    QTRY_COMPARE(shown.drawn(), std::size_t{1});
    QCOMPARE(shown.chart.model().runs.front().series->smoothed(Quantity::Loss)[0],
             static_cast<float>(test::steps(1, 400)[0].loss));
}

void TstCurveChart::goesOnFromAnEarlierStep()
{
    Shown shown;
    shown.chart.setRun(u"yesterday's"_s, *test::makeCurves(500));
    QTRY_COMPARE(shown.drawn(), std::size_t{500});
    StepStats step;
    step.step = 251;
    step.totalSteps = 600;
    step.loss = 9;
    shown.chart.addSteps({step});
    QCOMPARE(shown.chart.curves().steps.size(), std::size_t{251});
    QCOMPARE(shown.chart.curves().steps.loss.back(), 9.0F);
    QCOMPARE(shown.chart.curves().epochs.size(), std::size_t{2});
    QTRY_COMPARE(shown.drawn(), std::size_t{251});
    QCOMPARE(shown.chart.model().runs.front().name, u"yesterday's"_s);
}

void TstCurveChart::overlaysKeepTheirColours()
{
    Shown shown;
    std::vector<RunOverlay> runs = overlays(3);
    shown.chart.setOverlays(runs);
    const auto& model = shown.chart.model();
    QCOMPARE(model.runs.size(), std::size_t{4});
    QCOMPARE(model.runs[3].style, 3);
    runs.erase(runs.begin());
    runs.push_back({u"id9"_s, u"run 9"_s, test::makeCurves(100)});
    shown.chart.setOverlays(runs);
    QCOMPARE(model.runs[1].style, 2);
    QCOMPARE(model.runs[2].style, 3);
    QCOMPARE(model.runs[3].style, 1);  // free again
    shown.chart.setOverlays({});
    QCOMPARE(model.runs.size(), std::size_t{1});
}

void TstCurveChart::legendShowsAndHides()
{
    Shown shown;
    auto* legend = shown.chart.findChild<CurveLegend*>();
    QVERIFY(!legend->isVisible());
    shown.chart.setOverlays(overlays(2));
    QVERIFY(legend->isVisible());
    QTRY_COMPARE(shown.range().to, 500.0);
    auto* button = shown.chart.findChild<QToolButton*>(u"training.run.id2"_s);
    QCOMPARE(button->text(), u"run 2"_s);
    QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(!shown.chart.model().runs[2].shown);
    QVERIFY(shown.chart.model().runs[1].shown);
    // It stays hidden when the list comes again.
    shown.chart.setOverlays(overlays(2));
    QVERIFY(!shown.chart.model().runs[2].shown);
    QVERIFY(!shown.chart.findChild<QToolButton*>(u"training.run.id2"_s)->isChecked());
}

void TstCurveChart::earlierRunsAreDrawnAgainWhenTheyChange()
{
    Shown shown;
    const auto has = [&](int style) {
        const QImage image = shown.loss()->grab().toImage();
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                if (image.pixelColor(x, y) == runStyle(style, theme()).colour)
                    return true;
        return false;
    };
    shown.chart.setOverlays(overlays(2));
    QTRY_VERIFY(has(1) && has(2));
    shown.chart.findChild<QToolButton*>(u"training.run.id1"_s)->click();
    QTRY_VERIFY(!has(1) && has(2));
    shown.chart.setRun({}, *test::makeCurves(500));
    QTRY_VERIFY(has(0) && has(2));
    shown.chart.setOverlays({});
    QTRY_VERIFY(has(0) && !has(2));
}

void TstCurveChart::axisByStepEpochOrTime()
{
    Shown shown;
    shown.chart.setRun({}, *test::makeCurves(500));
    auto* axis = shown.chart.findChild<QComboBox*>(u"training.axis"_s);
    QTRY_COMPARE(shown.range().to, 500.0);
    axis->setCurrentIndex(1);
    QTRY_COMPARE(shown.range().to, 5.0);
    axis->setCurrentIndex(2);
    QTRY_VERIFY(std::abs(shown.range().to - 5) < 1e-3 && shown.chart.model().axis == CurveAxis::Time);
    QTRY_COMPARE(shown.loss()->scene().scale.x, shown.range());
}

void TstCurveChart::showsAsManyPlotsAsFit_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<bool>("both");
    QTest::newRow("small dock") << QSize(316, 200) << false;
    QTest::newRow("tall") << QSize(316, 480) << true;
    QTest::newRow("wide") << QSize(760, 220) << true;
    QTest::newRow("large") << QSize(760, 700) << true;
}

void TstCurveChart::showsAsManyPlotsAsFit()
{
    QFETCH(QSize, size);
    QFETCH(bool, both);
    Shown shown(size);
    QVERIFY(shown.loss()->isVisible());
    QCOMPARE(shown.accuracy()->isVisible(), both);
    QVERIFY(!shown.chart.plot(Quantity::LearningRate)->isVisible());
    if (both)
        QTRY_COMPARE(shown.accuracy()->x() > shown.loss()->x(),
                     QByteArray(QTest::currentDataTag()) == "wide");
}

void TstCurveChart::tabsShareARow_data()
{
    QTest::addColumn<int>("width");
    for (const int width : {640, 676, 700, 860, 1300, 2600})  // 676 as at 1024x768
        QTest::addRow("%d wide", width) << width;
}

/// Unless the whole row of controls stands beneath them.
void TstCurveChart::tabsShareARow()
{
    QFETCH(int, width);
    const Shown shown({width, 400});
    const QToolButton* first = shown.tab(kQuantities.front());
    const QToolButton* last = shown.tab(kQuantities.back());
    const auto place = [&](const QWidget* part) {
        return QRect(part->mapTo(&shown.chart, QPoint()), part->size());
    };
    QTRY_COMPARE(place(first).top(), place(last).top());
    const QRect slider = place(shown.chart.findChild<QSlider*>());
    QVERIFY(slider.left() > place(last).right() || slider.top() > place(last).bottom());
    QVERIFY(slider.width() >= 40);
}

void TstCurveChart::tabsChoosePlots()
{
    Shown shown({1000, 800});
    QTest::mouseClick(shown.tab(Quantity::GradientNorm), Qt::LeftButton);
    QVERIFY(shown.chart.plot(Quantity::GradientNorm)->isVisible());
    QVERIFY(shown.loss()->isVisible() && shown.accuracy()->isVisible());
    QTest::mouseClick(shown.tab(Quantity::Loss), Qt::LeftButton);
    QTest::mouseClick(shown.tab(Quantity::Accuracy), Qt::LeftButton);
    QVERIFY(!shown.loss()->isVisible() && !shown.accuracy()->isVisible());
    // The last one stays.
    QTest::mouseClick(shown.tab(Quantity::GradientNorm), Qt::LeftButton);
    QVERIFY(shown.chart.plot(Quantity::GradientNorm)->isVisible());
    QVERIFY(shown.tab(Quantity::GradientNorm)->isChecked());
    QCOMPARE(shown.chart.look().shown, std::vector{Quantity::GradientNorm});
}

void TstCurveChart::tabsSwitchWhereThereIsRoomForOne()
{
    Shown shown({316, 200});
    QTest::mouseClick(shown.tab(Quantity::Accuracy), Qt::LeftButton);
    QVERIFY(shown.accuracy()->isVisible() && !shown.loss()->isVisible());
    QVERIFY(shown.tab(Quantity::Accuracy)->isChecked() && !shown.tab(Quantity::Loss)->isChecked());
    QTest::mouseClick(shown.tab(Quantity::Loss), Qt::LeftButton);
    QVERIFY(shown.loss()->isVisible() && !shown.accuracy()->isVisible());
}

void TstCurveChart::logarithmsAreOfferedWhereTheyHelp()
{
    Shown shown;
    shown.chart.addSteps(test::steps(400, 400));
    auto* button = shown.chart.findChild<QToolButton*>(u"training.lossLog"_s);
    QTest::mouseClick(button, Qt::LeftButton);
    QTRY_VERIFY(shown.loss()->scene().scale.logarithmic);
    QVERIFY(shown.loss()->scene().scale.y.from > 0);
    QVERIFY(!shown.accuracy()->scene().scale.logarithmic);
    QVERIFY(shown.chart.findChild<QToolButton*>(u"training.accuracyLog"_s)->isHidden());
}

void TstCurveChart::looksAreRemembered()
{
    CurveLook look;
    look.shown = {Quantity::GradientNorm, Quantity::LearningRate};
    look.logarithmic = {Quantity::LearningRate};
    look.axis = CurveAxis::Epoch;
    look.smoothing = 0.9;
    Shown shown({1000, 800});
    shown.chart.setLook(look);
    QCOMPARE(shown.chart.look(), look);
    QVERIFY(shown.chart.plot(Quantity::LearningRate)->isVisible() && !shown.loss()->isVisible());
    QCOMPARE(shown.chart.model().axis, CurveAxis::Epoch);
    QVERIFY(shown.chart.plot(Quantity::LearningRate)->isLogarithmic());
}

void TstCurveChart::menuAsksForFiles()
{
    Shown shown;
    std::vector<CurveFormat> asked;
    connect(&shown.chart, &CurveChart::exportRequested, this,
            [&](CurveFormat format) { asked.push_back(format); });
    for (const QString& name :
         {u"training.saveCsv"_s, u"training.saveTensorBoard"_s, u"training.savePng"_s, u"training.saveSvg"_s})
        shown.chart.findChild<QAction*>(name)->trigger();
    QCOMPARE(asked,
             (std::vector{CurveFormat::Csv, CurveFormat::TensorBoard, CurveFormat::Png, CurveFormat::Svg}));
}

void TstCurveChart::paintsItselfAnywhere_data()
{
    QTest::addColumn<bool>("light");
    QTest::newRow("light") << true;
    QTest::newRow("as the window") << false;
}

void TstCurveChart::paintsItselfAnywhere()
{
    QFETCH(bool, light);
    applyTheme(*qApp, true);
    Shown shown;
    shown.chart.setRun({}, *test::makeCurves(500));
    shown.chart.setOverlays(overlays(2));
    const QSize size(800, 500);
    QImage image(size, QImage::Format_RGB32);
    QPainter painter(&image);
    shown.chart.paintTo(painter, size, light);
    painter.end();
    QCOMPARE(image.pixelColor(2, 2), themeOf(!light).surface);
    int own = 0;
    for (int y = 0; y < size.height(); ++y)
        for (int x = 0; x < size.width(); ++x)
            own += image.pixelColor(x, y) == themeOf(!light).accent;
    QVERIFY2(own > 20, qPrintable(QString::number(own)));
    QBuffer document;
    QSvgGenerator svg;
    svg.setOutputDevice(&document);
    svg.setSize(size);
    painter.begin(&svg);
    shown.chart.paintTo(painter, size, light);
    painter.end();
    QVERIFY(document.data().count("<path") > 6);
    QVERIFY(!document.data().contains("<image"));
    QVERIFY(document.data().contains("run 2"));
    QVERIFY(document.size() < 1'000'000);
}

void TstCurveChart::fitsASmallDock()
{
    Shown shown({280, 240});
    QVERIFY(shown.chart.minimumSizeHint().width() <= 280);
    shown.chart.setOverlays(overlays(1));
    for (const QWidget* part : shown.chart.findChildren<QWidget*>())
        if (part->isVisible() && part->parentWidget() == &shown.chart)
            QVERIFY2(shown.chart.rect().contains(part->geometry()), qPrintable(part->objectName()));
    for (const Quantity quantity : kQuantities)
        QVERIFY(!shown.tab(quantity)->toolTip().isEmpty());
}

void TstCurveChart::takesTheThemesColours()
{
    Shown shown;
    shown.chart.addSteps(test::steps(400, 400));
    QTRY_VERIFY(shown.isIdle() && shown.drawn() == 400);
    const auto has = [&](const QColor& colour) {
        const QImage image = shown.loss()->grab().toImage();
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                if (image.pixelColor(x, y) == colour)
                    return true;
        return false;
    };
    QVERIFY(has(themeOf(false).accent));
    applyTheme(*qApp, true);
    QTRY_VERIFY(has(themeOf(true).accent));
    QVERIFY(!has(themeOf(false).accent));
}

GLYPHSCOPE_TEST(TstCurveChart, Widgets)
#include "tst_curve_chart.moc"
