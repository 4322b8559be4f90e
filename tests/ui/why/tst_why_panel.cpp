// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "tests/ui/why/shown_panel.h"
#include "ui/style/theme.h"
#include "ui/why/class_picker.h"
#include "ui/why/heat_view.h"
#include "ui/why/method_gallery.h"
#include "ui/why/why_panel.h"

#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QSlider>
#include <QtWidgets/QSpinBox>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QToolButton>

using namespace glyphscope;
using test::ShownPanel;
using namespace Qt::StringLiterals;

namespace {

using PanelMethod = AttributionMethod;

}  // namespace

class TstWhyPanel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, false); }
    void init() { test::failOnQtWarnings(); }

    void emptyItSaysWhatToDo();
    void aLoadingEngineIsSaid();
    void firstItShowsTheDrawingAndComputes();
    void allSixAreWantedForTheAnswer();
    void nothingIsWantedWhileHidden();
    void whatIsOfAnotherDrawingIsFaint();
    void theChosenMethodIsExplained();
    void optionsAreAskedForInPlace();
    void theChoiceCanBeKept();
    void gradCamTakesTheMapsThatAreChosen();
    void networksWithoutMapsHaveNoGradCam();
    void completenessIsPrinted();
    void agreementIsSaid();
    void theOverlayIsGivenOnDemand();
    void theOverlayGoesWithThePage();
    void gradientsAreWantedOnTheirPageOnly();
    void gradientsAreShown();
    void clearForgets();
    void failureIsSaidUntilTheNextResult();
    void busyIsSaid();
    void nothingIsMadeWhileHidden();
    void allIsInSight_data();
    void allIsInSight();
    void fitsAnyDock_data();
    void fitsAnyDock();
    void followsTheTheme();
    void everythingHasATip();
    void anUpdateIsQuick();
};

void TstWhyPanel::emptyItSaysWhatToDo()
{
    ShownPanel shown(false);
    shown.panel.show();
    QCOMPARE(shown.page(), 0);
    QCOMPARE(shown.text(u"emptyTitle"_s), u"Nothing drawn yet"_s);
    QVERIFY(shown.text(u"emptyText"_s).startsWith(u"Write a digit"));
    QVERIFY(shown.child<QLabel>(u"emptyText"_s)->isVisible());
    shown.panel.setReading(test::reading());
    QCOMPARE(shown.page(), 1);
    Reading empty;
    shown.panel.setReading(empty);
    QCOMPARE(shown.page(), 0);
}

void TstWhyPanel::aLoadingEngineIsSaid()
{
    ShownPanel shown;
    shown.panel.setEngineReady(false);
    QCOMPARE(shown.page(), 0);
    QVERIFY(shown.text(u"emptyText"_s).contains(u"loaded"));
    QVERIFY(shown.asked.back().empty());
    shown.panel.setEngineReady(true);
    QCOMPARE(shown.page(), 1);
    QCOMPARE(shown.asked.back().size(), 6U);
}

void TstWhyPanel::firstItShowsTheDrawingAndComputes()
{
    ShownPanel shown;
    QCOMPARE(shown.page(), 1);
    QVERIFY(shown.heat().startsWith(u"Computing"));
    shown.giveAll();
    QVERIFY(shown.heat().startsWith(u"Point at"));
}

void TstWhyPanel::allSixAreWantedForTheAnswer()
{
    ShownPanel shown;
    QCOMPARE(shown.shown, std::vector<bool>{true});
    QCOMPARE(shown.asked.size(), 1U);
    QCOMPARE(shown.asked[0].size(), 6U);
    for (std::size_t i = 0; i < 6; ++i) {
        QCOMPARE(shown.asked[0][i].method, kAttributionMethods[i]);
        QCOMPARE(shown.asked[0][i].target, ClassTarget{});
    }
    shown.panel.setReading(test::reading(3, 5));
    QCOMPARE(shown.asked.size(), 1U);  // the session follows the drawing by itself
    QVERIFY(shown.gradientsAsked.empty());
}

void TstWhyPanel::nothingIsWantedWhileHidden()
{
    ShownPanel shown;
    shown.panel.hide();
    QVERIFY(shown.asked.back().empty());
    QCOMPARE(shown.shown.back(), false);
    const std::size_t count = shown.asked.size();
    shown.child<ClassPicker>(u"classes"_s)->choose(3);
    QCOMPARE(shown.asked.size(), count);
    shown.panel.show();
    QCOMPARE(shown.asked.back().size(), 6U);
    QCOMPARE(shown.asked.back()[0].target, (ClassTarget{3, -1}));
    QCOMPARE(shown.shown.back(), true);
}

void TstWhyPanel::whatIsOfAnotherDrawingIsFaint()
{
    ShownPanel shown;
    shown.giveAll();
    const auto* score = shown.child<QLabel>(u"score"_s);
    QCOMPARE(score->property("role").toString(), QString());
    Reading next = test::reading();
    next.glyph = test::stem();
    shown.panel.setReading(next);
    QVERIFY(shown.heat().startsWith(u"Of the drawing before"));
    QCOMPARE(score->property("role").toString(), u"muted"_s);
    shown.giveAll();  // late
    QVERIFY(shown.heat().startsWith(u"Of the drawing before"));
    Attribution own = test::attribution(PanelMethod::IntegratedGradients);
    own.glyph = test::stem();
    shown.panel.setAttribution(own);
    QVERIFY(shown.heat().startsWith(u"Point at"));
    QCOMPARE(score->property("role").toString(), QString());
}

void TstWhyPanel::theChosenMethodIsExplained()
{
    ShownPanel shown;
    shown.giveAll();
    QCOMPARE(shown.text(u"method"_s), u"Integrated gradients"_s);
    QVERIFY(shown.text(u"paper"_s).startsWith(u"Sundararajan, Taly & Yan 2017"));
    QVERIFY(shown.text(u"paper"_s).contains(u"8.3 ms"));
    shown.child<MethodGallery>(u"gallery"_s)->choose(PanelMethod::Occlusion);
    QCOMPARE(shown.text(u"method"_s), u"Occlusion"_s);
    QVERIFY(shown.text(u"sentence"_s).contains(u"covered"));
    QVERIFY(!shown.child<QLabel>(u"completeness"_s)->isVisible());
    QVERIFY(shown.child<QLabel>(u"paper"_s)->toolTip().contains(u"Visualizing"));
}

void TstWhyPanel::gradCamTakesTheMapsThatAreChosen()
{
    ShownPanel shown;
    Reading reading = test::reading();
    reading.modules = {{"conv1", "Conv2d(1, 4, 3)", {4, 2, 2}, std::vector<float>(16), 0},
                       {"block.conv", "Conv2d(4, 4, 3)", {4, 2, 2}, std::vector<float>(16), 0},
                       {"fc", "Linear(16, 10)", {10}, std::vector<float>(10), 0}};
    shown.panel.setReading(reading);
    shown.child<MethodGallery>(u"gallery"_s)->choose(PanelMethod::GradCam);
    auto* box = shown.child<QComboBox>(u"layer"_s);
    QVERIFY(box->isVisible());
    QCOMPARE(box->count(), 3);
    QCOMPARE(shown.asked.back()[3].layer, std::string());
    box->setCurrentIndex(2);
    QCOMPARE(shown.asked.back()[3].layer, std::string("block.conv"));
    QCOMPARE(shown.panel.choice().options.layer, std::string("block.conv"));
    reading.modules.erase(reading.modules.begin() + 1);
    shown.panel.setReading(reading);
    QCOMPARE(shown.asked.back()[3].layer, std::string());
}

void TstWhyPanel::networksWithoutMapsHaveNoGradCam()
{
    ShownPanel shown;
    Reading reading = test::reading();
    reading.modules = {{"fc", "Linear(784, 10)", {10}, std::vector<float>(10), 0}};
    shown.panel.setReading(reading);
    QCOMPARE(shown.asked.back().size(), kMethodCount - 1);
    shown.child<MethodGallery>(u"gallery"_s)->choose(PanelMethod::GradCam);
    QVERIFY(!shown.child<QComboBox>(u"layer"_s)->isVisible());
    const QList<QLabel*> labels = shown.panel.findChildren<QLabel*>();
    QVERIFY(std::ranges::any_of(labels, [](const QLabel* label) {
        return label->isVisible() && label->text().contains(u"no module of this network has any"_s);
    }));
}

void TstWhyPanel::optionsAreAskedForInPlace()
{
    ShownPanel shown;
    auto* gallery = shown.child<MethodGallery>(u"gallery"_s);
    const auto setTo = [&shown](const QString& name, const QString& text) {
        auto* box = shown.child<QSpinBox>(name);
        QVERIFY(box->isVisible());
        box->setFocus();
        box->selectAll();
        QTest::keyClicks(box, text);
        QTest::keyClick(box, Qt::Key_Return);
    };
    QVERIFY(!shown.child<QSpinBox>(u"samples"_s)->isVisible());
    setTo(u"steps"_s, u"128"_s);
    QCOMPARE(shown.asked.back()[4].steps, 128);
    gallery->choose(PanelMethod::SmoothGrad);
    setTo(u"samples"_s, u"8"_s);
    setTo(u"noise"_s, u"30"_s);
    QCOMPARE(shown.asked.back()[2].samples, 8);
    QCOMPARE(shown.asked.back()[2].noise, 0.3);
    gallery->choose(PanelMethod::Occlusion);
    setTo(u"patch"_s, u"6"_s);  // has no middle
    QCOMPARE(shown.asked.back()[5].patch, 7);
    gallery->choose(PanelMethod::Saliency);
    QVERIFY(!shown.child<QWidget>(u"options"_s)->isVisible());
}

void TstWhyPanel::theChoiceCanBeKept()
{
    QVERIFY(WhyPanel().choice() == WhyChoice());
    WhyChoice choice;
    choice.options.method = PanelMethod::SmoothGrad;
    choice.options.samples = 9;
    choice.options.noise = 0.25;
    choice.options.steps = 100;
    choice.options.patch = 3;
    choice.opacity = 0.5;
    choice.smooth = false;
    choice.onCanvas = true;
    ShownPanel shown;
    shown.panel.setChoice(choice);
    QVERIFY(shown.panel.choice() == choice);
    QCOMPARE(shown.asked.back()[2].samples, 9);
    QCOMPARE(shown.panel.look(), (HeatLook{.opacity = 0.5, .smooth = false}));
    choice.options.patch = 4;  // has no middle
    choice.options.steps = 1'000'000;
    shown.panel.setChoice(choice);
    QCOMPARE(shown.panel.choice().options.patch, 5);
    QCOMPARE(shown.panel.choice().options.steps, 512);
}

void TstWhyPanel::completenessIsPrinted()
{
    ShownPanel shown;
    shown.giveAll();
    const auto* line = shown.child<QLabel>(u"completeness"_s);
    QVERIFY(line->isVisible());
    QCOMPARE(line->text(), u"Adds up to 12.38; the score rises by 12.40; gap \u22120.02 (0.2 %)."_s);
    QCOMPARE(line->property("role").toString(), u"good"_s);
    Attribution coarse = test::attribution(PanelMethod::IntegratedGradients);
    coarse.completeness->sum = 9;
    shown.panel.setAttribution(coarse);
    QCOMPARE(line->property("role").toString(), u"caution"_s);
}

void TstWhyPanel::agreementIsSaid()
{
    ShownPanel shown;
    QVERIFY(shown.text(u"agreementWords"_s).startsWith(u"Two maps or more"));
    shown.giveAll();
    QVERIFY(shown.text(u"agreementWords"_s).contains(u"on average"));
}

void TstWhyPanel::theOverlayIsGivenOnDemand()
{
    ShownPanel shown;
    shown.giveAll();
    QVERIFY(shown.overlays.empty());
    shown.child<QCheckBox>(u"onCanvas"_s)->click();
    QCOMPARE(shown.overlays.size(), 1U);
    QCOMPARE(shown.overlays.back()->method, PanelMethod::IntegratedGradients);
    shown.panel.setAttribution(test::attribution(PanelMethod::Saliency));
    QCOMPARE(shown.overlays.size(), 1U);
    shown.panel.setAttribution(test::attribution(PanelMethod::IntegratedGradients, {7, -1}, 0.9F));
    QCOMPARE(shown.overlays.size(), 2U);
    shown.child<MethodGallery>(u"gallery"_s)->choose(PanelMethod::GradCam);
    QCOMPARE(shown.overlays.back()->method, PanelMethod::GradCam);
    shown.child<QSlider>(u"opacity"_s)->setValue(30);
    QCOMPARE(shown.overlays.size(), 4U);
    QCOMPARE(shown.panel.look(), (HeatLook{.opacity = 0.3, .smooth = true}));
    shown.child<QCheckBox>(u"onCanvas"_s)->click();
    QVERIFY(!shown.overlays.back());
}

void TstWhyPanel::theOverlayGoesWithThePage()
{
    ShownPanel shown;
    shown.giveAll();
    shown.child<QCheckBox>(u"onCanvas"_s)->click();
    shown.click(u"gradientsTab"_s);
    QVERIFY(!shown.overlays.back());
    shown.click(u"whyTab"_s);
    QVERIFY(shown.overlays.back());
    shown.panel.hide();
    QVERIFY(!shown.overlays.back());
    shown.panel.show();
    QVERIFY(shown.overlays.back());
    shown.click(u"class2"_s);
    QVERIFY2(!shown.overlays.back(), "no map of the class that was left");
    shown.giveAll({2, -1});
    QVERIFY(shown.overlays.back());
    shown.panel.clear();
    QVERIFY(!shown.overlays.back());
}

void TstWhyPanel::gradientsAreWantedOnTheirPageOnly()
{
    ShownPanel shown;
    shown.click(u"gradientsTab"_s);
    QVERIFY(shown.asked.back().empty());
    QCOMPARE(shown.gradientsAsked.back(), std::optional(ClassTarget{}));
    shown.click(u"class3"_s);
    shown.setAgainst(8);
    QCOMPARE(shown.gradientsAsked.back(), std::optional(ClassTarget{3, 8}));
    shown.panel.hide();
    QVERIFY(!shown.gradientsAsked.back());
    shown.panel.show();
    QCOMPARE(shown.gradientsAsked.back(), std::optional(ClassTarget{3, 8}));
    shown.click(u"whyTab"_s);
    QVERIFY(!shown.gradientsAsked.back());
    QCOMPARE(shown.asked.back()[0].target, (ClassTarget{3, 8}));
}

void TstWhyPanel::gradientsAreShown()
{
    ShownPanel shown;
    shown.click(u"gradientsTab"_s);
    shown.panel.setGradients(test::gradients({3, -1}));
    QVERIFY(shown.text(u"score"_s).startsWith(u"Logit of 3"));
    shown.click(u"class5"_s);
    QVERIFY(shown.text(u"gradientTime"_s).startsWith(u"Computing"));
    shown.panel.setGradients(test::gradients({3, -1}));
    QVERIFY2(shown.text(u"gradientTime"_s).startsWith(u"Computing"), "of another class");
    shown.panel.setGradients(test::gradients({5, -1}));
    QVERIFY(shown.text(u"gradientTime"_s).contains(u"ms"));
}

void TstWhyPanel::clearForgets()
{
    ShownPanel shown;
    shown.giveAll();
    shown.panel.clear();
    QCOMPARE(shown.page(), 0);
    shown.giveAll();  // late
    shown.panel.setReading(test::reading());
    QVERIFY(shown.heat().startsWith(u"Computing"));
}

void TstWhyPanel::failureIsSaidUntilTheNextResult()
{
    ShownPanel shown;
    shown.panel.setFailed(u"Occlusion needs a patch."_s);
    QCOMPARE(shown.text(u"status"_s), u"Occlusion needs a patch."_s);
    QCOMPARE(shown.child<QLabel>(u"status"_s)->property("role").toString(), u"bad"_s);
    shown.giveAll();
    QCOMPARE(shown.text(u"status"_s), QString());
}

void TstWhyPanel::busyIsSaid()
{
    ShownPanel shown;
    shown.panel.setBusy(true);
    QVERIFY(shown.text(u"status"_s).startsWith(u"Computing"));
    shown.panel.setBusy(false);
    QCOMPARE(shown.text(u"status"_s), QString());
}

void TstWhyPanel::nothingIsMadeWhileHidden()
{
    ShownPanel shown(false);
    shown.panel.setReading(test::reading());
    QCOMPARE(shown.page(), 0);
    QVERIFY(shown.asked.empty());
    QCOMPARE(shown.child<QToolButton>(u"answer"_s)->text(), u"Answer"_s);
    shown.panel.show();
    QCOMPARE(shown.page(), 1);
    QCOMPARE(shown.child<QToolButton>(u"answer"_s)->text(), u"Answer: 7"_s);
}

void TstWhyPanel::allIsInSight_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<int>("map");
    QTest::newRow("1024x768") << QSize(704, 610) << 196;
    QTest::newRow("1280x720") << QSize(920, 560) << 280;
    QTest::newRow("1920x1080") << QSize(1390, 720) << 420;
    QTest::newRow("3840x2160") << QSize(2820, 1520) << 1090;
}

void TstWhyPanel::allIsInSight()
{
    QFETCH(QSize, size);
    QFETCH(int, map);
    ShownPanel shown;
    shown.giveAll();
    shown.panel.resize(size);
    const auto* scroll = shown.child<QScrollArea>(u"scroll"_s);
    const auto* heat = shown.child<HeatView>(u"heat"_s);
    QTRY_VERIFY2(heat->heatLayout().picture.width() >= map,
                 qPrintable(QString::number(heat->heatLayout().picture.width())));
    QTRY_COMPARE(scroll->verticalScrollBar()->maximum(), 0);
    QVERIFY(heat->heatLayout().height <= heat->height());
    shown.click(u"gradientsTab"_s);
    shown.panel.setGradients(test::gradients());
    QTRY_COMPARE(scroll->verticalScrollBar()->maximum(), 0);
}

void TstWhyPanel::fitsAnyDock_data()
{
    QTest::addColumn<int>("width");
    for (const int width : {280, 300, 420, 700, 1000, 1400})
        QTest::addRow("%d wide", width) << width;
}

void TstWhyPanel::fitsAnyDock()
{
    QFETCH(int, width);
    ShownPanel shown;
    shown.giveAll();
    shown.panel.resize(width, 700);
    QVERIFY(shown.panel.minimumSizeHint().width() <= 280);
    QCOMPARE(shown.panel.width(), width);
    for (const QString& tab : {u"whyTab"_s, u"gradientsTab"_s}) {
        shown.click(tab);
        shown.panel.setGradients(test::gradients());
        const auto* scroll = shown.child<QScrollArea>(u"scroll"_s);
        QTRY_COMPARE(scroll->horizontalScrollBar()->maximum(), 0);
        for (const QWidget* each : scroll->widget()->findChildren<QWidget*>()) {
            if (!each->isVisible() || each->width() == 0)
                continue;
            const int right = each->mapTo(scroll->widget(), QPoint(each->width(), 0)).x();
            QVERIFY2(right <= scroll->widget()->width(), qPrintable(each->objectName()));
        }
    }
}

void TstWhyPanel::followsTheTheme()
{
    ShownPanel shown;
    shown.giveAll();
    const QWidget* content = shown.child<QScrollArea>(u"scroll"_s)->widget();
    QTRY_COMPARE(content->height(), content->heightForWidth(content->width()));
    for (const QString& name : {u"heat"_s, u"gallery"_s, u"score"_s}) {
        auto* part = shown.child<QWidget>(name);
        const QImage light = part->grab().toImage();
        applyTheme(*qApp, true);
        QVERIFY(part->grab().toImage() != light);
        applyTheme(*qApp, false);
        QCOMPARE(part->grab().toImage(), light);
    }
}

void TstWhyPanel::everythingHasATip()
{
    ShownPanel shown;
    for (const QString& name :
         {u"whyTab"_s, u"gradientsTab"_s, u"answer"_s, u"class0"_s, u"against"_s, u"score"_s, u"opacity"_s,
          u"smooth"_s, u"onCanvas"_s, u"steps"_s, u"samples"_s, u"noise"_s, u"patch"_s, u"modules"_s})
        QVERIFY2(!shown.child<QWidget>(name)->toolTip().isEmpty(), qPrintable(name));
}

void TstWhyPanel::anUpdateIsQuick()
{
    ShownPanel shown;
    const Reading reading = test::reading();
    QImage target(shown.panel.size(), QImage::Format_ARGB32_Premultiplied);
    QBENCHMARK
    {
        shown.panel.setReading(reading);
        shown.giveAll();
        shown.panel.render(&target);
    }
}

GLYPHSCOPE_TEST(TstWhyPanel, Widgets)
#include "tst_why_panel.moc"
