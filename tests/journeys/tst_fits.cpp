// SPDX-License-Identifier: GPL-3.0-or-later
// Every panel of every layout at the sizes of screens that people have, in English, in Chinese and in
// the language of accents, whose texts are a third longer: nothing is smaller than it needs to be, no text is
// cut.
#include "tests/journeys/fit_check.h"
#include "tests/journeys/journey.h"
#include "tests/support/small_mnist.h"
#include "tests/support/test_program.h"
#include "ui/runs/runs_panel.h"
#include "ui/style/script_font.h"

#include <QtCore/QProcess>
#include <QtCore/QTimer>
#include <QtCore/QTranslator>
#include <QtWidgets/QApplication>
#include <QtWidgets/QDockWidget>
#include <QtWidgets/QTableView>
#include <QtWidgets/QToolButton>

#include <cstdio>

using namespace glyphscope;
using namespace glyphscope::test;
using namespace Qt::StringLiterals;

namespace {

QString nameOf(QSize size)
{
    return u"%1x%2"_s.arg(size.width()).arg(size.height());
}

/// Layouts ask for others: three turns are enough for all of them.
void settle()
{
    for (int turn = 0; turn < 3; ++turn) {
        bool turned = false;
        QTimer::singleShot(0, qApp, [&turned] { turned = true; });
        QTRY_VERIFY_WITH_TIMEOUT(turned, 60000);
    }
}

/// All panels of a layout, each in front once; detached ones and those of other layouts are not in sight.
void lookAtLayout(OpenWindow& window, const QString& layout, QSize size, FitCheck& check)
{
    hand::trigger(*window, u"action.layout."_s + layout);
    settle();
    for (QDockWidget* dock : window->findChildren<QDockWidget*>()) {
        if (dock->isHidden())
            continue;
        dock->raise();
        settle();
        check.look(*window, nameOf(size) + u' ' + layout);
    }
}

void lookAtAll(OpenWindow& window, const QList<QSize>& sizes, FitCheck& check)
{
    for (const QSize size : sizes) {
        window->resize(size);
        settle();
        QCOMPARE(window->size(), size);
        for (const char* layout : {"draw", "train", "inspect", "build"})
            lookAtLayout(window, QString::fromLatin1(layout), size, check);
    }
}

/// Until there is something in every panel.
void fill(OpenWindow& window)
{
    QTRY_VERIFY_WITH_TIMEOUT(window.find<QPushButton>("training.button")->isEnabled(), 60000);
    hand::write(window.canvas(), tourDigit(5));
    QTRY_VERIFY(window.digit() >= 0);
    hand::click(*window.find<QAbstractButton>("label5"));
    window.find<QPushButton>("training.button")->click();
    QTRY_VERIFY_WITH_TIMEOUT(window.find<QTableView>("training.epochsTable")->model()->rowCount() > 0, 60000);
    window.find<QToolButton>("training.stop")->click();
    QTRY_VERIFY_WITH_TIMEOUT(window.trained(), 60000);
    hand::trigger(*window, u"action.layout.train"_s);
    window.find<QDockWidget>("dock.numbers")->raise();
    window.find<QPushButton>("evaluation.measure")->click();
    QTRY_VERIFY_WITH_TIMEOUT(window.find<QTableView>("evaluation.matrix")->isVisible(), 60000);
    window.find<QDockWidget>("dock.runs")->raise();
    auto* runs = window->panel<RunsPanel>()->findChild<QTableView*>();
    QTRY_VERIFY(runs->model()->rowCount() > 0);
    runs->selectRow(0);
    window->notices()->dismiss();
}

QList<QSize> logicalSizes()
{
    if (qEnvironmentVariable("QT_SCALE_FACTOR") == u"2")
        return {{1280, 720}, {1920, 1080}};  // of 2560x1440 and 3840x2160 pixels
    return {{1024, 768}, {1280, 720}, {1920, 1080}, {3840, 2160}};
}

void verify(const FitCheck& check)
{
    const QStringList misfits = check.misfits();
    for (const QString& misfit : misfits)  // a message of QVERIFY2 is cut
        std::fprintf(stderr, "%s\n", qPrintable(misfit));
    QCOMPARE(misfits.size(), 0);
}

}  // namespace

class TstFits : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyPanelFits_data();
    void everyPanelFits();
    void atScaleTwo();
};

void TstFits::everyPanelFits_data()
{
    QTest::addColumn<QString>("translation");
    QTest::newRow("English") << QString();
    QTest::newRow("Chinese") << u":/translations/glyphscope_zh_CN.qm"_s;
    QTest::newRow("accents") << QStringLiteral(GLYPHSCOPE_PSEUDO_TRANSLATION);
}

void TstFits::everyPanelFits()
{
    QFETCH(QString, translation);
    QTranslator translator;
    if (!translation.isEmpty()) {
        QVERIFY(translator.load(translation));
        QVERIFY(QCoreApplication::installTranslator(&translator));
    }
    useFontFor(QString::fromLatin1(QTest::currentDataTag()) == u"Chinese" ? u"zh_CN"_s : u"en"_s);
    const ScratchData data;
    writeSmallMnist(data.file(u"mnist"_s), 2000);
    const bool accents = translation.startsWith(u'/');
    const auto language = accents ? FitCheck::Language::Accents : FitCheck::Language::English;
    FitCheck empty(language);
    FitCheck filled(language);
    {
        OpenWindow window(data);
        QTRY_VERIFY_WITH_TIMEOUT(window.ready(), 60000);
        window->setAnimated(false);  // where panels go is looked at, not how they come there
        lookAtAll(window, logicalSizes(), empty);
        fill(window);
        if (QTest::currentTestFailed())
            return;
        lookAtAll(window, logicalSizes(), filled);
        window.leave();
    }
    QCoreApplication::removeTranslator(&translator);
    QVERIFY(empty.looks() > 20);
    verify(empty);
    verify(filled);
}

/// The factor is read once, when a program starts.
void TstFits::atScaleTwo()
{
    if (qEnvironmentVariableIsSet("QT_SCALE_FACTOR"))
        QSKIP("This is the test at scale two.");
    QProcess again;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"QT_SCALE_FACTOR"_s, u"2"_s);
    again.setProcessEnvironment(environment);
    again.setProcessChannelMode(QProcess::ForwardedChannels);
    again.start(QCoreApplication::applicationFilePath(), {u"tst_fits"_s});
    QVERIFY(again.waitForFinished(600000));
    QCOMPARE(again.exitStatus(), QProcess::NormalExit);
    QCOMPARE(again.exitCode(), 0);
}

GLYPHSCOPE_TEST(TstFits, Widgets)
#include "tst_fits.moc"
