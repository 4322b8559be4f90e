// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lessons/lesson_reader.h"
#include "app/settings/settings.h"
#include "tests/journeys/fit_check.h"
#include "tests/journeys/journey.h"
#include "tests/support/small_mnist.h"
#include "tests/support/test_program.h"
#include "ui/lessons/lesson_panel.h"
#include "ui/lessons/outline.h"

#include <QtGui/QAction>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QDockWidget>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QTabBar>
#include <QtWidgets/QToolButton>

using namespace glyphscope;
using namespace glyphscope::test;
using namespace Qt::StringLiterals;

/// The lessons as whoever takes them sees them.
class TstLessons : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnQtWarnings(); }
    void everyStepIsReachedByWhatItShows_data();
    void everyStepIsReachedByWhatItShows();
    void aStepIsReachedByHandAndTheNextOneComes();
    void progressIsKept();
    void whatALessonChangedIsTakenBack();
    void theFirstStartGreetsUntilTheFirstStroke();
    void aLessonOfOnesOwnIsOpened();
    void textsFit_data();
    void textsFit();
    void theArticlesProgramPrintsWhatPythonPrints();
};

namespace {

constexpr int kLayoutPasses = 6;  // a wrapped text asks for its height when it has its width
constexpr int kPace = 60;         // milliseconds
constexpr int kReached = 300;
constexpr int kImages = 20000;  // a training that lasts long enough to be paused

LessonPanel* panelOf(OpenWindow& window)
{
    return window->panel<LessonPanel>();
}

void openLessons(OpenWindow& window)
{
    QTRY_VERIFY_WITH_TIMEOUT(window.ready(), 60000);
    window.press(Qt::Key_F1, Qt::ShiftModifier);
    QTRY_VERIFY(panelOf(window)->isVisible());
    window.lessons().setPace(kPace, kReached);
}

void showMe(OpenWindow& window)
{
    QTest::mouseClick(window.find<QPushButton>("lessons.show"), Qt::LeftButton);
}

/// Of the step that is on: not reached, shown, reached, and the next one is on.
void walkStep(OpenWindow& window, int chapter, int step)
{
    const LessonController& lessons = window.lessons();
    const QString where = u"chapter %1, step %2"_s.arg(chapter).arg(step);
    QVERIFY2(lessons.course().chapter() == chapter && lessons.course().step() == step, qPrintable(where));
    QVERIFY2(!lessons.isReached(), qPrintable(where + u" is reached before"_s));
    const bool framed = !lessons.course().current()->target.isEmpty();
    const auto* outline = window.find<Outline>("lessons.outline");
    QTRY_VERIFY2((outline->target() != nullptr) == framed, qPrintable(where + u" has no target"_s));
    showMe(window);
    QTRY_VERIFY2_WITH_TIMEOUT(lessons.course().step() == step + 1 || !lessons.isShowing(), qPrintable(where),
                              240000);
    QTRY_VERIFY2_WITH_TIMEOUT(lessons.course().step() == step + 1,
                              qPrintable(where + u" is not reached; "_s + window->notices()->text()), 20000);
    QVERIFY(lessons.course().isDone(chapter, step));
}

}  // namespace

void TstLessons::everyStepIsReachedByWhatItShows_data()
{
    QTest::addColumn<int>("chapter");
    QTest::addColumn<QString>("language");
    const QList<Lesson> lessons = shippedLessons([](const QString&) { return true; });
    for (int chapter = 0; chapter < lessons.size(); ++chapter)
        for (const QString& language : {u"en"_s, u"zh_CN"_s})
            QTest::newRow(qPrintable(lessons[chapter].id + u' ' + language)) << chapter << language;
}

void TstLessons::everyStepIsReachedByWhatItShows()
{
    QFETCH(int, chapter);
    QFETCH(QString, language);
    const ScratchData data;
    writeSmallMnist(data.file(u"mnist"_s), kImages);
    OpenWindow window(data);
    openLessons(window);
    window.lessons().setLanguage(language);
    window.lessons().goTo(chapter, 0);
    const auto steps = static_cast<int>(window.lessons().course().lesson()->steps.size());
    for (int step = 0; step < steps; ++step) {
        walkStep(window, chapter, step);
        if (QTest::currentTestFailed())
            return;
    }
    QVERIFY(window.lessons().course().current() == nullptr);
    window.leave();
}

void TstLessons::aStepIsReachedByHandAndTheNextOneComes()
{
    const ScratchData data;
    OpenWindow window(data);
    openLessons(window);
    auto* outline = window.find<Outline>("lessons.outline");
    QTRY_VERIFY(outline->isVisible());
    QCOMPARE(outline->target(), &window.canvas());
    hand::write(window.canvas(), tourDigit(5));
    QTRY_COMPARE(window.lessons().course().step(), 1);
    QTRY_COMPARE(outline->target()->objectName(), u"probabilityBars"_s);
    QCOMPARE(window.label("lessons.where"), u"Step 2 of 6"_s);
    window.lessons().goTo(1, 0);  // in another layout
    QTRY_VERIFY(qobject_cast<QToolButton*>(outline->target()) != nullptr);
    hand::trigger(*window, u"action.layout.inspect"_s);
    QTRY_VERIFY(qobject_cast<QTabBar*>(outline->target()) != nullptr);
    window.lessons().goTo(0, 1);
    hand::click(*window.find<QToolButton>("lessons.skip"));
    QCOMPARE(window.lessons().course().step(), 2);
    hand::click(*window.find<QToolButton>("lessons.back"));
    hand::click(*window.find<QToolButton>("lessons.back"));
    QCOMPARE(window.lessons().course().step(), 0);
    QCOMPARE(window.find<QToolButton>("lessons.skip")->text(), u"Next"_s);
    window.press(Qt::Key_F1, Qt::ShiftModifier);
    window.find<QDockWidget>("dock.lessons")->hide();
    QTRY_VERIFY(!outline->isVisible());
    window.leave();
}

void TstLessons::progressIsKept()
{
    const ScratchData data;
    {
        OpenWindow window(data);
        openLessons(window);
        hand::write(window.canvas(), tourDigit(5));
        QTRY_COMPARE(window.lessons().course().step(), 1);
        window.leave();
    }
    OpenWindow again(data);
    openLessons(again);
    QTRY_COMPARE(again.lessons().course().step(), 1);
    QVERIFY(again.find<QComboBox>("lessons.chapters")->itemText(0).contains(u"1 of 6"_s));
    again.leave();
}

void TstLessons::whatALessonChangedIsTakenBack()
{
    const ScratchData data;
    OpenWindow window(data);
    openLessons(window);
    hand::write(window.canvas(), tourDigit(4));
    QTRY_COMPARE(window.digit(), 4);
    const Drawing before = window.canvas().drawing();
    window.lessons().goTo(4, 0);
    auto* takeBack = window.find<QToolButton>("lessons.takeBack");
    QTRY_VERIFY(!takeBack->isEnabled());
    for (int step = 0; step < 2; ++step)
        walkStep(window, 4, step);
    QTRY_VERIFY(takeBack->isEnabled());
    QVERIFY(!window->panel<HookPanel>()->hooks().empty());
    hand::click(*takeBack);
    QVERIFY(window->panel<HookPanel>()->hooks().empty());
    QCOMPARE(window.canvas().drawing(), before);
    QTRY_VERIFY(!takeBack->isEnabled());
    window.leave();
}

void TstLessons::theFirstStartGreetsUntilTheFirstStroke()
{
    const ScratchData data;
    {
        OpenWindow window(data);
        auto* card = window.find<QWidget>("welcome");
        QVERIFY(card->isVisible());
        hand::writePart(window.canvas(), tourDigit(1), 0.5);
        QVERIFY(!card->isVisible());
        window.leave();
    }
    OpenWindow again(data);
    QVERIFY(!again.find<QWidget>("welcome")->isVisible());
    again.leave();
    const ScratchData other;
    OpenWindow third(other);
    QTRY_VERIFY_WITH_TIMEOUT(third.ready(), 60000);
    hand::click(*third.find<QPushButton>("welcome.lessons"));
    QTRY_VERIFY(panelOf(third)->isVisible());
    QCOMPARE(third.lessons().course().chapter(), 0);
    third.leave();
}

void TstLessons::aLessonOfOnesOwnIsOpened()
{
    const ScratchData data;
    OpenWindow window(data);
    QTRY_VERIFY_WITH_TIMEOUT(window.ready(), 60000);
    const QString folder = QStringLiteral(GLYPHSCOPE_SOURCE_DIR "/resources/lessons/examples/");
    const QStringList examples = QDir(folder).entryList({u"*.json"_s});
    QVERIFY(!examples.isEmpty());
    window.lessons().setPace(kPace, kReached);
    window.lessons().openFile(folder + examples.first());
    QTRY_VERIFY(panelOf(window)->isVisible());
    const auto last = static_cast<int>(window.lessons().course().lessons().size()) - 1;
    QCOMPARE(window.lessons().course().chapter(), last);
    const auto steps = static_cast<int>(window.lessons().course().lesson()->steps.size());
    for (int step = 0; step < steps; ++step) {
        walkStep(window, last, step);
        if (QTest::currentTestFailed())
            return;
    }
    QFile broken(data.file(u"broken.json"_s));
    QVERIFY(broken.open(QIODevice::WriteOnly));
    broken.write(R"({"format": "glyphscope-lesson-1", "id": "b", "title": "B", "steps": [{"text": "x"}]})");
    broken.close();
    window.lessons().openFile(broken.fileName());
    QVERIFY2(window->notices()->text().contains(u"steps[0].goal"_s), qPrintable(window->notices()->text()));
    window.leave();
}

void TstLessons::textsFit_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("English") << u"en"_s;
    QTest::newRow("Chinese") << u"zh_CN"_s;
}

void TstLessons::textsFit()
{
    QFETCH(QString, language);
    const ScratchData data;
    OpenWindow window(data);
    window->resize(1280, 720);
    openLessons(window);
    window.lessons().setLanguage(language);
    FitCheck check(FitCheck::Language::English);
    for (int chapter = 0; chapter < window.lessons().course().lessons().size(); ++chapter)
        for (int step = 0; step < window.lessons().course().lessons()[chapter].steps.size(); ++step) {
            window.lessons().goTo(chapter, step);
            for (int pass = 0; pass < kLayoutPasses; ++pass)
                QCoreApplication::sendPostedEvents();
            check.look(*panelOf(window), u"%1.%2"_s.arg(chapter).arg(step));
        }
    QVERIFY2(check.misfits().isEmpty(), qPrintable(check.misfits().join(u'\n')));
    window.leave();
}

void TstLessons::theArticlesProgramPrintsWhatPythonPrints()
{
    const ScratchData data;
    OpenWindow window(data);
    openLessons(window);
    window.lessons().goTo(6, 1);
    hand::click(*window.find<QToolButton>("lessons.run"));
    auto* printed = window.find<QPlainTextEdit>("lessons.printed");
    QTRY_VERIFY(printed->isVisible());
    QFile golden(QStringLiteral(GLYPHSCOPE_SOURCE_DIR "/tests/journeys/article_program.txt"));
    QVERIFY(golden.open(QIODevice::ReadOnly));
    QCOMPARE(printed->toPlainText() + u'\n', QString::fromUtf8(golden.readAll()));
    window.leave();
}

GLYPHSCOPE_TEST(TstLessons, Widgets)
#include "tst_lessons.moc"
