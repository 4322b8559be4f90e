// SPDX-License-Identifier: GPL-3.0-or-later
// View > Language: everything speaks the other language at once, and what was there is still there.
#include "app/settings/settings.h"
#include "app/text/language.h"
#include "app/window_life.h"
#include "tests/journeys/journey.h"
#include "tests/support/small_mnist.h"
#include "tests/support/test_program.h"
#include "ui/training/training_panel.h"

#include <QtGui/QAction>
#include <QtWidgets/QApplication>
#include <QtWidgets/QDockWidget>
#include <QtWidgets/QMenuBar>
#include <QtWidgets/QSlider>
#include <QtWidgets/QTableView>
#include <QtWidgets/QToolButton>

using namespace glyphscope;
using namespace glyphscope::test;
using namespace Qt::StringLiterals;

namespace {

/// A window that may be rebuilt, as in the program.
class LivingWindow {
public:
    explicit LivingWindow(const ScratchData& data) : m_life(data.file(u"settings.json"_s), GLYPHSCOPE_ENGINE)
    {
        m_life.window().resize(1280, 820);
        m_life.open();
    }
    ~LivingWindow() { m_life.window().close(); }

    MainWindow& window() { return m_life.window(); }
    template <typename Widget>
    Widget* find(const char* name)
    {
        return window().findChild<Widget*>(QLatin1StringView(name));
    }
    [[nodiscard]] QString fileMenu() { return window().menuBar()->actions().first()->text(); }
    [[nodiscard]] bool ready()
    {
        return m_life.wiring().hasEngine() && m_life.wiring().weights().inUse() &&
               m_life.wiring().weights().source() == WeightsSource::Applied;
    }
    [[nodiscard]] int digit()
    {
        const std::optional<Prediction> prediction = window().panel<AnswerPanel>()->prediction();
        return prediction && prediction->verdict == Verdict::Digit ? prediction->best : -1;
    }
    [[nodiscard]] WeightsController::Weights weights() { return m_life.wiring().weights().inUse(); }
    [[nodiscard]] bool training() { return find<QToolButton>("training.stop")->isEnabled(); }
    void choose(const char* code)
    {
        window().findChild<QAction*>(u"action.language."_s + QLatin1StringView(code))->trigger();
    }

private:
    WindowLife m_life;
};

}  // namespace

class TstLanguageChange : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void everythingStays();
    void trainingGoesOn();
    void trainingThatCannotGoOnIsLeftAlone();
    void choiceIsRemembered();
};

void TstLanguageChange::initTestCase()
{
    qputenv("GLYPHSCOPE_LANGUAGE", "en");
}

void TstLanguageChange::cleanup()
{
    installLanguage(u"en"_s);
}

void TstLanguageChange::everythingStays()
{
    failOnQtWarnings();
    const ScratchData data;
    LivingWindow living(data);
    QTRY_VERIFY(living.ready());
    QCOMPARE(living.fileMenu(), u"&File"_s);
    hand::write(*living.window().canvas(), tourDigit(5));
    QTRY_COMPARE(living.digit(), 5);
    hand::trigger(living.window(), u"action.layout.inspect"_s);
    living.find<QSlider>("penSlider")->setValue(150);
    const Drawing drawing = living.window().canvas()->drawing();
    const std::size_t strokes = drawing.strokes.size();
    const WeightsController::Weights weights = living.weights();
    const QRect geometry = living.window().geometry();
    const MainWindow* before = &living.window();

    living.choose("zh_CN");
    QTRY_COMPARE(living.fileMenu(), u"文件(&F)"_s);
    QTRY_VERIFY(living.ready());
    QVERIFY(&living.window() != before);
    QVERIFY(living.window().isVisible());
    QCOMPARE(living.window().geometry(), geometry);
    QVERIFY(living.window().canvas()->drawing() == drawing);
    QTRY_COMPARE(living.digit(), 5);
    QVERIFY(living.weights()->tensors == weights->tensors);
    QCOMPARE(living.window().penWidth(), 1.5);
    QVERIFY(living.find<QAction>("action.layout.inspect")->isChecked());
    QVERIFY(living.find<QAction>("action.language.zh_CN")->isChecked());
    for (std::size_t i = 0; i < strokes; ++i) {
        QVERIFY(living.window().canvas()->canUndo());
        living.window().canvas()->undo();
    }
    QVERIFY(living.window().canvas()->isEmpty());

    living.choose("");  // as the system, which speaks English here
    QTRY_COMPARE(living.fileMenu(), u"&File"_s);
    QTRY_VERIFY(living.ready());
    QVERIFY(living.window().canvas()->isEmpty());
    QVERIFY(living.window().canvas()->canRedo());
}

void TstLanguageChange::trainingGoesOn()
{
    const ScratchData data;
    writeSmallMnist(data.file(u"mnist"_s), 20000);
    LivingWindow living(data);
    QTRY_VERIFY(living.ready());
    QTRY_VERIFY(living.find<QPushButton>("training.button")->isEnabled());
    living.find<QPushButton>("training.button")->click();
    QTRY_VERIFY_WITH_TIMEOUT(living.find<QTableView>("training.epochsTable")->model()->rowCount() > 0,
                             120000);
    QVERIFY(living.training());
    living.choose("zh_CN");
    QTRY_COMPARE(living.fileMenu(), u"文件(&F)"_s);
    QTRY_VERIFY(living.training());
    QTRY_VERIFY(living.find<QTableView>("training.epochsTable")->model()->rowCount() > 0);
    // the same run, not another one
    QCOMPARE(QDir(data.file(u"runs"_s)).entryList({u"20*"_s}, QDir::Dirs).size(), 1);
    living.find<QToolButton>("training.stop")->click();
    QTRY_VERIFY(!living.training());
}

/// Before its first step there is nothing to resume.
void TstLanguageChange::trainingThatCannotGoOnIsLeftAlone()
{
    const ScratchData data;
    writeSmallMnist(data.file(u"mnist"_s), 2000);
    LivingWindow living(data);
    QTRY_VERIFY(living.ready());
    QTRY_VERIFY(living.find<QPushButton>("training.button")->isEnabled());
    living.find<QPushButton>("training.button")->click();
    const MainWindow* before = &living.window();
    living.choose("zh_CN");
    QVERIFY(living.window().notices()->text().contains(u"next start"_s));
    QTRY_VERIFY(living.find<QTableView>("training.epochsTable")->model()->rowCount() > 0);
    QCOMPARE(&living.window(), before);
    QCOMPARE(living.fileMenu(), u"&File"_s);
    QCOMPARE(languageIn(data.file(u"settings.json"_s)), u"zh_CN"_s);
}

void TstLanguageChange::choiceIsRemembered()
{
    const ScratchData data;
    {
        LivingWindow living(data);
        QTRY_VERIFY(living.ready());
        living.choose("zh_CN");
        QTRY_COMPARE(living.fileMenu(), u"文件(&F)"_s);
        QTRY_VERIFY(living.ready());
    }
    LivingWindow again(data);
    QCOMPARE(again.fileMenu(), u"文件(&F)"_s);
    QVERIFY(again.find<QAction>("action.language.zh_CN")->isChecked());
    QTRY_VERIFY(again.ready());
}

GLYPHSCOPE_TEST(TstLanguageChange, Widgets)
#include "tst_language_change.moc"
