// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/ui/curves/curve_story.h"
#include "ui/curves/curve_painter.h"
#include "ui/curves/curve_readout.h"
#include "ui/curves/run_palette.h"

#include <QtGui/QPainter>
#include <QtTest/QTest>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace glyphscope;
using namespace Qt::StringLiterals;

namespace {

/// A model of the given runs, everything prepared.
CurveModel modelOf(const std::vector<std::shared_ptr<RunCurves>>& runs)
{
    CurveModel model;
    for (const auto& curves : runs) {
        const auto index = static_cast<int>(model.runs.size());
        model.runs.push_back({QString::number(index), index == 0 ? u"this run"_s : u"run %1"_s.arg(index),
                              index, true, std::make_shared<RunSeries>(curves)});
        RunSeries& series = *model.runs.back().series;
        series.setWeight(0.6);
        std::size_t budget = 100'000'000;
        for (const Quantity quantity : kQuantities)
            series.prepare(quantity, budget);
        model.limits.to = std::max(model.limits.to, series.end(model.axis));
    }
    return model;
}

PlotScene sceneOf(const CurveModel& model, Quantity quantity, bool logarithmic = false)
{
    return layOutPlot(model, quantity, logarithmic, QSizeF(500, 240));
}

/// Pixels in which two pictures differ.
int difference(const QImage& one, const QImage& other)
{
    int count = 0;
    for (int y = 0; y < one.height(); ++y)
        for (int x = 0; x < one.width(); ++x)
            count += one.pixel(x, y) != other.pixel(x, y);
    return count;
}

QImage painted(const PlotScene& scene)
{
    QImage image(scene.size.toSize(), QImage::Format_ARGB32_Premultiplied);
    image.fill(theme().surface);
    QPainter painter(&image);
    paintMarks(painter, scene, theme());
    return image;
}

}  // namespace

class TstCurveScene : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theFirstStepsMayLeaveThePlot();
    void aZoomFitsWhatIsVisible();
    void hiddenRunsDoNotCount();
    void logarithmsForgetWhatIsNotAboveZero();
    void anythingFits_data();
    void anythingFits();
    void readsAllRuns();
    void readsNoFurtherThanARunCame();
    void readsEvaluationsUpToThere();
    void everyRunIsDrawn();
    void keysHaveTheColoursOfWhatIsDrawn_data();
    void keysHaveTheColoursOfWhatIsDrawn();
    void whatIsNotFiniteIsMarked();
    void changesAreMarkedAndTold();
    void whatACurveCoversIsKnown();
    void theCursorIsAtItsStep();
};

void TstCurveScene::theFirstStepsMayLeaveThePlot()
{
    const CurveModel model = modelOf({test::makeCurves(2000)});
    const PlotScene loss = sceneOf(model, Quantity::Loss);
    QCOMPARE(loss.scale.y.from, 0.0);
    QVERIFY(loss.scale.y.to < 1.2);
    const PlotScene accuracy = sceneOf(model, Quantity::Accuracy);
    QCOMPARE(accuracy.scale.y.to, 1.0);
    QVERIFY(accuracy.scale.y.from > 0.7);
    QCOMPARE(sceneOf(model, Quantity::ImagesPerSecond).scale.y.from, 0.0);
}

void TstCurveScene::aZoomFitsWhatIsVisible()
{
    CurveModel model = modelOf({test::makeCurves(2000)});
    model.zoom = AxisRange{1500, 1600};
    const PlotScene scene = sceneOf(model, Quantity::Loss);
    QVERIFY(scene.scale.y.from > 0.1 && scene.scale.y.to < 0.4);
    QCOMPARE(scene.scale.x, (AxisRange{1500, 1600}));
    QVERIFY(scene.xTicks.values.first() >= 1500 && scene.xTicks.values.last() <= 1600);
    model.zoom = AxisRange{1, 20};
    QVERIFY(sceneOf(model, Quantity::Loss).scale.y.to > 2);
}

void TstCurveScene::hiddenRunsDoNotCount()
{
    CurveModel model = modelOf({test::makeCurves(1000), test::makeCurves(1000, 5)});
    QVERIFY(sceneOf(model, Quantity::Loss).scale.y.to > 5);
    model.runs[1].shown = false;
    QVERIFY(sceneOf(model, Quantity::Loss).scale.y.to < 2);
}

void TstCurveScene::logarithmsForgetWhatIsNotAboveZero()
{
    const auto curves = test::makeCurves(1000);
    for (std::size_t i = 500; i < 520; ++i)
        curves->steps.loss[i] = i % 2 == 0 ? 0 : -1;
    const CurveModel model = modelOf({curves});
    const PlotScene scene = sceneOf(model, Quantity::Loss, true);
    QVERIFY(scene.scale.logarithmic);
    QVERIFY(scene.scale.y.from > 0.01);
    QVERIFY(scene.scale.y.to >= 2);
    const QImage with = painted(scene);
    curves->steps.loss = test::makeCurves(1000)->steps.loss;
    QVERIFY(difference(with, painted(sceneOf(modelOf({curves}), Quantity::Loss, true))) > 30);
}

void TstCurveScene::anythingFits_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<int>("count");
    const double infinite = std::numeric_limits<double>::infinity();
    QTest::newRow("nothing") << 0.0 << 0;
    QTest::newRow("one") << 0.3 << 1;
    QTest::newRow("zeros") << 0.0 << 50;
    QTest::newRow("negative") << -3.0 << 50;
    QTest::newRow("NaN") << std::numeric_limits<double>::quiet_NaN() << 50;
    QTest::newRow("infinite") << infinite << 50;
    QTest::newRow("huge") << 1e37 << 50;
    QTest::newRow("tiny") << 1e-37 << 50;
}

void TstCurveScene::anythingFits()
{
    QFETCH(double, value);
    QFETCH(int, count);
    auto curves = std::make_shared<RunCurves>();
    for (int i = 1; i <= count; ++i) {
        StepStats step;
        step.step = i;
        step.loss = step.accuracy = step.learningRate = step.gradientNorm = step.imagesPerSecond = value;
        curves->steps.add(step);
    }
    CurveModel model = modelOf({curves});
    model.hovered = 1;
    for (const Quantity quantity : kQuantities)
        for (const bool logarithmic : {false, spansDecades(quantity)})
            for (const QSizeF size : {QSizeF(500, 240), QSizeF(30, 10), QSizeF(0, 0)}) {
                const PlotScene scene = layOutPlot(model, quantity, logarithmic, size);
                QVERIFY(std::isfinite(scene.scale.y.from) && scene.scale.y.span() > 0);
                QVERIFY(!logarithmic || scene.scale.y.from > 0);
                QVERIFY(scene.yTicks.values.size() <= 8 && scene.xTicks.values.size() <= 10);
                QImage image(500, 240, QImage::Format_ARGB32_Premultiplied);
                QPainter painter(&image);
                paintPlot(painter, scene, theme(), false, 1);
                paintPlot(painter, scene, theme(), true, 1);
                paintReadout(painter, scene, theme(), 1);
            }
}

void TstCurveScene::readsAllRuns()
{
    const CurveModel model =
        modelOf({test::makeCurves(500), test::makeCurves(500, 0.1), test::makeCurves(300)});
    const Readout readout = readoutAt(sceneOf(model, Quantity::Loss), 250.2);
    QCOMPARE(readout.position, u"step 250 \u00b7 epoch 2.50 \u00b7 0:03"_s);
    QCOMPARE(readout.columns, (QStringList{u"smoothed"_s, u"test"_s, u"batch"_s}));
    QCOMPARE(readout.rows.size(), std::size_t{3});
    QCOMPARE(readout.rows[1].name, u"run 1"_s);
    const double batch = static_cast<double>(model.runs[1].series->raw(Quantity::Loss)[249]);
    QCOMPARE(readout.rows[1].values[2], QString::number(batch, 'f', 4));
    QCOMPARE(readout.rows[1].values[1], u"0.3500"_s);
    QCOMPARE(readoutAt(sceneOf(model, Quantity::GradientNorm), 250).columns.size(), qsizetype{2});
    QVERIFY(spoken(readout).contains(u"run 1 0."_s));
}

void TstCurveScene::readsNoFurtherThanARunCame()
{
    CurveModel model = modelOf({test::makeCurves(500), test::makeCurves(300)});
    model.runs[0].shown = false;
    const PlotScene scene = sceneOf(model, Quantity::Loss);
    QCOMPARE(readoutAt(scene, 200).rows.size(), std::size_t{1});
    QCOMPARE(readoutAt(scene, 200).rows[0].style, 1);
    QVERIFY(readoutAt(scene, 400).rows.empty());
    QVERIFY(spoken(readoutAt(scene, 400)).isEmpty());
}

void TstCurveScene::readsEvaluationsUpToThere()
{
    const auto curves = test::makeCurves(300);
    curves->epochs[1].validated = true;
    curves->epochs[1].validationAccuracy = 0.75;
    const CurveModel model = modelOf({curves});
    const PlotScene scene = sceneOf(model, Quantity::Accuracy);
    QCOMPARE(readoutAt(scene, 99).columns.size(), qsizetype{2});
    QCOMPARE(readoutAt(scene, 100).rows[0].values[1], u"98.00\u00a0%"_s);
    QCOMPARE(readoutAt(scene, 299).rows[0].values[2], u"75.00\u00a0%"_s);
}

void TstCurveScene::everyRunIsDrawn()
{
    CurveModel model = modelOf({test::makeCurves(500), test::makeCurves(500, 0.3)});
    const auto drawn = [&] {
        const PlotScene scene = sceneOf(model, Quantity::Loss);
        return curvesImage(scene, theme(), 2, earlierCurves(scene, theme(), 2));
    };
    const QImage both = drawn();
    QCOMPARE(both.size(), curvesRect(sceneOf(model, Quantity::Loss)).size() * 2);
    const auto has = [](const QImage& image, const QColor& colour) {
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                if (image.pixelColor(x, y) == colour)
                    return true;
        return false;
    };
    QVERIFY(has(both, runStyle(0, theme()).colour));
    QVERIFY(has(both, runStyle(1, theme()).colour));
    model.runs[0].shown = false;
    QVERIFY(!has(drawn(), runStyle(0, theme()).colour));
    QVERIFY(has(drawn(), runStyle(1, theme()).colour));
}

void TstCurveScene::keysHaveTheColoursOfWhatIsDrawn_data()
{
    QTest::addColumn<bool>("dark");
    QTest::addColumn<int>("style");
    for (const bool dark : {false, true})
        for (const int style : {0, 1, 2})
            QTest::addRow("%s, style %d", dark ? "dark" : "light", style) << dark << style;
}

/// Two earlier runs that are compared have both a style of their own.
void TstCurveScene::keysHaveTheColoursOfWhatIsDrawn()
{
    QFETCH(bool, dark);
    QFETCH(int, style);
    CurveModel model = modelOf({test::makeCurves(500), test::makeCurves(500, 0.3)});
    model.runs[0].style = style;
    model.runs[1].shown = false;
    const Theme colours = themeOf(dark);
    const auto keysHave = [&](const QColor& colour) {
        const PlotScene scene = sceneOf(model, Quantity::Loss);
        QImage image(scene.size.toSize(), QImage::Format_RGB32);
        image.fill(colours.surface);
        QPainter painter(&image);
        paintGrid(painter, scene, colours, scene.size.width());
        painter.end();
        for (int y = 0; y < scene.scale.area.top(); ++y)
            for (int x = 0; x < image.width(); ++x)
                if (image.pixelColor(x, y) == colour)
                    return true;
        return false;
    };
    QVERIFY(keysHave(runStyle(style, colours).colour));
    QVERIFY(keysHave(evaluationColour(model, model.runs[0], colours)));
    QCOMPARE(keysHave(colours.accent), style == 0);
    model.runs[1].shown = true;  // the keys are of both
    QVERIFY(!keysHave(runStyle(style, colours).colour));
    QVERIFY(!keysHave(evaluationColour(model, model.runs[0], colours)));
    QCOMPARE(evaluationColour(model, model.runs[0], colours), runStyle(style, colours).colour);
}

void TstCurveScene::whatIsNotFiniteIsMarked()
{
    const auto curves = test::makeCurves(500);
    const QImage without = painted(sceneOf(modelOf({curves}), Quantity::Loss));
    curves->steps.loss[250] = std::numeric_limits<float>::quiet_NaN();
    const CurveModel model = modelOf({curves});
    const PlotScene scene = sceneOf(model, Quantity::Loss);
    const QImage with = painted(scene);
    QVERIFY(difference(without, with) > 20);
    const QPoint at = scene.scale.toPixel({251, static_cast<double>(curves->steps.loss[249])}).toPoint();
    QCOMPARE(with.pixelColor(at), theme().accent);
}

void TstCurveScene::changesAreMarkedAndTold()
{
    const auto curves = test::makeCurves(500);
    const auto earlier = test::makeCurves(500);
    curves->marks = {{100, "learning rate 0.004 to 0.001"}, {300, "dropout 0 to 0.2"}};
    earlier->marks = {{400, "weight decay 0 to 0.01"}};
    const CurveModel model = modelOf({curves, earlier});
    const PlotScene scene = sceneOf(model, Quantity::Loss);
    QCOMPARE(markTextAt(scene, scene.scale.toX(100) + 3),
             u"this run, step 100: learning rate 0.004 to 0.001"_s);
    QCOMPARE(markTextAt(scene, scene.scale.toX(400) - 2), u"run 1, step 400: weight decay 0 to 0.01"_s);
    QVERIFY(markTextAt(scene, scene.scale.toX(200)).isEmpty());
    const QImage with = painted(scene);
    curves->marks.clear();
    QVERIFY(difference(with, painted(scene)) > 200);
}

void TstCurveScene::whatACurveCoversIsKnown()
{
    const CurveModel model = modelOf({test::makeCurves(500)});
    const QSizeF words(120, 14);
    for (const Quantity quantity : {Quantity::Loss, Quantity::Accuracy}) {
        const PlotScene scene = sceneOf(model, quantity);
        const QRectF area = scene.scale.area;
        const double middle = area.center().x();
        const bool falls = quantity == Quantity::Loss;
        QCOMPARE(covers(scene, QRectF(QPointF(middle, area.top() + 1), words)), !falls);
        QCOMPARE(covers(scene, QRectF(QPointF(middle, area.bottom() - words.height() - 1), words)), false);
        QVERIFY(covers(scene, area));
    }
}

void TstCurveScene::theCursorIsAtItsStep()
{
    CurveModel model = modelOf({test::makeCurves(500)});
    const PlotScene scene = sceneOf(model, Quantity::Accuracy);
    const QImage without = painted(scene);
    model.cursor = 250;
    const QImage with = painted(scene);
    const auto x = static_cast<int>(std::round(scene.scale.toX(250)));
    for (int y = static_cast<int>(scene.scale.area.top()) + 20; y < scene.scale.area.bottom() - 20; y += 10)
        QCOMPARE(with.pixelColor(x, y), theme().accent);
    model.cursor = 5000;
    QCOMPARE(difference(without, painted(scene)), 0);
}

GLYPHSCOPE_TEST(TstCurveScene, Widgets)
#include "tst_curve_scene.moc"
