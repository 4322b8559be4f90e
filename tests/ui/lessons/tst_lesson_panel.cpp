// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "ui/lessons/lesson_panel.h"
#include "ui/lessons/welcome_card.h"

#include <QtTest/QSignalSpy>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QToolButton>

using namespace glyphscope;
using namespace Qt::StringLiterals;

class TstLessonPanel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysTheStep();
    void hidesWhatAStepHasNot();
    void tellsWhatTheUserWants();
    void endsAChapter();
    void theCardStaysInTheSheet();
};

namespace {

template <typename Widget>
Widget* part(const QWidget& panel, const QString& name)
{
    auto* found = panel.findChild<Widget*>(name);
    if (found == nullptr)
        qFatal("there is no %s", qPrintable(name));
    return found;
}

StepView fullStep()
{
    return {2,
            8,
            u"Choose the row."_s,
            u"shape"_s,
            u"How many values."_s,
            u"a = 1\nb = 2"_s,
            u"int a;"_s,
            false,
            false,
            true,
            {}};
}

}  // namespace

void TstLessonPanel::saysTheStep()
{
    LessonPanel panel;
    panel.resize(300, 600);
    panel.show();
    panel.setStep(fullStep());
    QCOMPARE(part<QLabel>(panel, u"lessons.text"_s)->text(), u"Choose the row."_s);
    QCOMPARE(part<QLabel>(panel, u"lessons.where"_s)->text(), u"Step 2 of 8"_s);
    QCOMPARE(part<QLabel>(panel, u"lessons.term"_s)->toolTip(), u"How many values."_s);
    QCOMPARE(part<QPlainTextEdit>(panel, u"lessons.code"_s)->toPlainText(), u"a = 1\nb = 2"_s);
    QTest::mouseClick(part<QToolButton>(panel, u"lessons.cpp"_s), Qt::LeftButton);
    QCOMPARE(part<QPlainTextEdit>(panel, u"lessons.code"_s)->toPlainText(), u"int a;"_s);
    QVERIFY(part<QToolButton>(panel, u"lessons.run"_s)->isVisible());
}

void TstLessonPanel::hidesWhatAStepHasNot()
{
    LessonPanel panel;
    panel.show();
    panel.setStep({1, 3, u"Draw."_s, {}, {}, {}, {}, false, false, false, {}});
    QVERIFY(!part<QLabel>(panel, u"lessons.term"_s)->isVisible());
    QVERIFY(!part<QPlainTextEdit>(panel, u"lessons.code"_s)->isVisible());
    QVERIFY(!part<QLabel>(panel, u"lessons.state"_s)->isVisible());
    QVERIFY(!part<QToolButton>(panel, u"lessons.back"_s)->isEnabled());
    QCOMPARE(part<QToolButton>(panel, u"lessons.skip"_s)->text(), u"Skip"_s);
    panel.setStep({1, 3, u"Draw."_s, {}, {}, {}, {}, false, true, false, {}});
    QCOMPARE(part<QToolButton>(panel, u"lessons.skip"_s)->text(), u"Next"_s);
    QVERIFY(part<QLabel>(panel, u"lessons.state"_s)->isVisible());
}

void TstLessonPanel::tellsWhatTheUserWants()
{
    LessonPanel panel;
    panel.show();
    panel.setStep(fullStep());
    panel.setChapters({{u"One"_s, 0, 6}, {u"Two"_s, 3, 8}}, 0);
    QCOMPARE(part<QComboBox>(panel, u"lessons.chapters"_s)->itemText(1), u"Two (3 of 8)"_s);
    panel.setChanged(true);
    const std::pair<QString, void (LessonPanel::*)()> pairs[]{
        {u"lessons.back"_s, &LessonPanel::backRequested},
        {u"lessons.show"_s, &LessonPanel::showRequested},
        {u"lessons.skip"_s, &LessonPanel::skipRequested},
        {u"lessons.run"_s, &LessonPanel::runRequested},
        {u"lessons.open"_s, &LessonPanel::openRequested},
        {u"lessons.takeBack"_s, &LessonPanel::takeBackRequested}};
    for (const auto& [name, signal] : pairs) {
        const QSignalSpy spy(&panel, signal);
        part<QAbstractButton>(panel, name)->click();
        QCOMPARE(spy.size(), 1);
    }
}

void TstLessonPanel::endsAChapter()
{
    LessonPanel panel;
    panel.show();
    panel.setStep(fullStep());
    panel.setFinished(u"All done."_s);
    QCOMPARE(part<QLabel>(panel, u"lessons.text"_s)->text(), u"All done."_s);
    QVERIFY(!part<QPushButton>(panel, u"lessons.show"_s)->isVisible());
    QVERIFY(part<QToolButton>(panel, u"lessons.startOver"_s)->isVisible());
    const QSignalSpy spy(&panel, &LessonPanel::startOverRequested);
    part<QToolButton>(panel, u"lessons.startOver"_s)->click();
    QCOMPARE(spy.size(), 1);
}

void TstLessonPanel::theCardStaysInTheSheet()
{
    QWidget sheet;
    sheet.resize(500, 500);
    WelcomeCard card(&sheet);
    sheet.show();
    QVERIFY(!card.isVisible());
    card.setWanted(true);
    QVERIFY(card.isVisible());
    QVERIFY(sheet.rect().contains(card.geometry()));
    sheet.resize(400, 330);
    QTRY_VERIFY(sheet.rect().contains(card.geometry()));
    sheet.resize(260, 260);
    QTRY_VERIFY(!card.isVisible());
    sheet.resize(400, 400);
    QTRY_VERIFY(card.isVisible());
    const QSignalSpy wanted(&card, &WelcomeCard::lessonsRequested);
    part<QPushButton>(card, u"welcome.lessons"_s)->click();
    QCOMPARE(wanted.size(), 1);
    const QSignalSpy gone(&card, &WelcomeCard::dismissed);
    part<QToolButton>(card, u"welcome.close"_s)->click();
    QCOMPARE(gone.size(), 1);
}

GLYPHSCOPE_TEST(TstLessonPanel, Widgets)
#include "tst_lesson_panel.moc"
