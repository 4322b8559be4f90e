// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "tests/ui/curves/run_story.h"
#include "ui/curves/curve_chart.h"
#include "ui/curves/curve_plot.h"
#include "ui/curves/curve_scene.h"
#include "ui/style/theme.h"
#include "ui/training/epoch_table.h"
#include "ui/training/training_panel.h"

#include <QtTest/QTest>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QApplication>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QToolButton>

using namespace glyphscope;
using namespace Qt::StringLiterals;

/// What the Training panel makes of the room that it is given.
class TstTrainingRoom : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        test::failOnQtWarnings();
        applyTheme(*qApp, false);
    }
    void curvesHaveMostOfTheRoom_data();
    void curvesHaveMostOfTheRoom();
    void optionsTakeTheCurvesPlaceWhereThereIsNoColumnForThem();
    void epochsAreReachedInALowPanel();
    void widthIsAskedForModestly();
    void nothingIsCutOff_data();
    void nothingIsCutOff();
    void optionsFitTheirColumn_data();
    void optionsFitTheirColumn();
};

namespace {

constexpr int kLeastHeight = 180;  // that a curve is read at well
constexpr int kLeastWidth = 700;   // from which it is promised; so wide is the panel at 1024x768

/// A panel in the midst of a run.
class PanelOfARun {
public:
    explicit PanelOfARun(QSize size, bool options)
    {
        panel.setRecipes(test::recipes());
        panel.setEngineReady(true);
        DataSources sources;
        sources.mnist = true;
        panel.setDataSources(sources);
        panel.setOpenSections(options ? QStringList{u"more"_s, u"learningRate"_s} : QStringList());
        panel.setRunning(true);
        panel.chart()->setOverlays({{u"other"_s, u"standard, seed 3"_s, std::make_shared<RunCurves>()}});
        panel.addSteps(test::steps(1400, 2340));
        for (int epoch = 1; epoch <= 2; ++epoch)
            panel.addEpoch(test::epoch(epoch, 468 * epoch, 0.96 + 0.01 * epoch));
        panel.resize(size);
        panel.show();
        if (!QTest::qWaitForWindowExposed(&panel))
            qFatal("the panel is not shown");
    }
    [[nodiscard]] std::vector<CurvePlot*> plots() const
    {
        std::vector<CurvePlot*> shown;
        for (CurvePlot* plot : panel.findChildren<CurvePlot*>())
            if (plot->isVisible())
                shown.push_back(plot);
        return shown;
    }
    /// As a user does in the midst of an epoch.
    void stop()
    {
        panel.setFinished(u"Stopped after 22.1 s; 98.83 % on the test set when "
                          u"last measured. These weights are "
                          "in use."_s);
        panel.setResumable(u"standard, seed 7"_s, 2.4, 5);
    }
    template <typename Widget>
    Widget* child(const QString& name) const
    {
        return panel.findChild<Widget*>(u"training."_s + name);
    }
    TrainingPanel panel;
};

void addSizes()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<bool>("options");
    for (const QSize size : {QSize(640, 560), QSize(700, 592), QSize(760, 600), QSize(868, 544),
                             QSize(1300, 560), QSize(1300, 900), QSize(2500, 1900)})
        for (const bool options : {false, true})
            QTest::addRow("%d x %d%s", size.width(), size.height(), options ? ", with options" : "")
                << size << options;
}

}  // namespace

void TstTrainingRoom::curvesHaveMostOfTheRoom_data()
{
    addSizes();
}

void TstTrainingRoom::curvesHaveMostOfTheRoom()
{
    QFETCH(QSize, size);
    QFETCH(bool, options);
    PanelOfARun shown(size, options);
    auto* settings = shown.child<QWidget>(u"settings"_s);
    QCOMPARE(settings->isVisible(), options);
    QCOMPARE(shown.panel.size(), size);
    const int least = size.width() < kLeastWidth ? kLeastHeight - 30 : kLeastHeight;
    const auto curves = [&] {
        int lowest = shown.plots().empty() ? 0 : QWIDGETSIZE_MAX;
        for (const CurvePlot* plot : shown.plots())
            lowest = std::min(lowest, plot->height() - heightOfPlot(0));
        return lowest;
    };
    QTRY_VERIFY2(curves() >= least, qPrintable(QString::number(curves())));
    shown.stop();
    QTRY_VERIFY2(curves() >= least, qPrintable(QString::number(curves())));
    QVERIFY(shown.panel.layout()->minimumHeightForWidth(size.width()) <= size.height());  // no scroll bar
    if (size.width() >= 830 || !options)
        QCOMPARE(shown.plots().size(), std::size_t(2));
    QVERIFY(shown.child<EpochTable>(u"epochsTable"_s)->isVisible() ||
            shown.child<QToolButton>(u"showEpochs"_s)->isVisible());
    if (options)
        QVERIFY(settings->width() >= 260 && settings->mapTo(&shown.panel, QPoint()).x() > size.width() / 2);
}

void TstTrainingRoom::optionsTakeTheCurvesPlaceWhereThereIsNoColumnForThem()
{
    PanelOfARun shown({580, 560}, false);
    auto* options = shown.child<QToolButton>(u"more"_s);
    QTest::mouseClick(options, Qt::LeftButton);
    QVERIFY(shown.child<QWidget>(u"settings"_s)->isVisible() && shown.plots().empty());
    QTest::mouseClick(options, Qt::LeftButton);
    QVERIFY(!shown.child<QWidget>(u"settings"_s)->isVisible());
    QCOMPARE(shown.plots().size(), std::size_t(2));
}

void TstTrainingRoom::epochsAreReachedInALowPanel()
{
    PanelOfARun shown({640, 400}, false);
    auto* table = shown.child<EpochTable>(u"epochsTable"_s);
    QVERIFY(!table->isVisible() && !shown.plots().empty());
    QTest::mouseClick(shown.child<QToolButton>(u"showEpochs"_s), Qt::LeftButton);
    QVERIFY(table->isVisible() && shown.plots().empty());
    shown.panel.resize(640, 700);
    QTRY_VERIFY(table->isVisible() && !shown.plots().empty());
}

void TstTrainingRoom::widthIsAskedForModestly()
{
    for (const bool options : {false, true}) {
        PanelOfARun shown({640, 560}, options);
        QVERIFY2(shown.panel.minimumSizeHint().width() <= 560,
                 qPrintable(QString::number(shown.panel.minimumSizeHint().width())));
    }
}

void TstTrainingRoom::nothingIsCutOff_data()
{
    addSizes();
}

void TstTrainingRoom::nothingIsCutOff()
{
    QFETCH(QSize, size);
    QFETCH(bool, options);
    PanelOfARun shown(size, options);
    shown.stop();
    QCoreApplication::sendPostedEvents();
    for (const QAbstractButton* button : shown.panel.findChildren<QAbstractButton*>()) {
        if (!button->isVisible() || button->text().isEmpty())
            continue;
        const auto* tool = qobject_cast<const QToolButton*>(button);
        if (tool != nullptr && tool->toolButtonStyle() == Qt::ToolButtonIconOnly && !tool->icon().isNull())
            continue;
        const int words = button->fontMetrics().size(Qt::TextShowMnemonic, button->text()).width();
        QVERIFY2(button->width() >= words, qPrintable(button->objectName()));
    }
    // a scroll bar in what scrolls already
    for (const auto* inner : shown.panel.findChildren<QScrollArea*>())
        for (const QWidget* outer = inner->parentWidget(); outer != nullptr; outer = outer->parentWidget())
            QVERIFY(qobject_cast<const QScrollArea*>(outer) == nullptr);
}

void TstTrainingRoom::optionsFitTheirColumn_data()
{
    QTest::addColumn<QSize>("size");
    for (const QSize size : {QSize(560, 700), QSize(700, 592), QSize(868, 544), QSize(2500, 1900)})
        QTest::addRow("%d x %d", size.width(), size.height()) << size;
}

void TstTrainingRoom::optionsFitTheirColumn()
{
    QFETCH(QSize, size);
    PanelOfARun shown(size, true);
    shown.panel.setData(
        {.folders = {"/usr/share/datasets/a-folder-of-a-rather-long-name"}, .ink = {"/me/ink.inkml"}});
    shown.panel.setOpenSections({u"more"_s, u"data"_s, u"learningRate"_s, u"optimizer"_s, u"regularisation"_s,
                                 u"augmentation"_s, u"batches"_s});
    const auto* scroll = shown.child<QScrollArea>(u"settingsScroll"_s);
    QTRY_VERIFY2(scroll->widget()->width() <= scroll->viewport()->width(),
                 qPrintable(QString::number(scroll->widget()->width())));
    for (const QWidget* part : scroll->widget()->findChildren<QWidget*>()) {
        const int right = part->mapTo(scroll->widget(), QPoint(part->width(), 0)).x();
        QVERIFY2(!part->isVisible() || right <= scroll->widget()->width(), qPrintable(part->objectName()));
    }
    QVERIFY(shown.panel.minimumSizeHint().width() <= size.width());
}

GLYPHSCOPE_TEST(TstTrainingRoom, Widgets)
#include "tst_training_room.moc"
