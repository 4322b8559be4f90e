// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/answer/answer_panel.h"
#include "ui/answer/label_row.h"
#include "ui/style/theme.h"
#include "ui/widgets/name_picker.h"

#include <QtTest/QSignalSpy>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QToolButton>

using namespace glyphscope;
using namespace Qt::StringLiterals;

class TstLabelRow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, false); }
    void init() { test::failOnQtWarnings(); }

    void nothingDrawnIsNothingToLabel()
    {
        AnswerPanel panel;
        const QSignalSpy given(&panel, &AnswerPanel::labelGiven);
        panel.giveLabel(3);
        QVERIFY(!button(panel, 3)->isEnabled());
        QCOMPARE(given.size(), 0);
    }

    void aClickOrAKeySaysWhatItWas()
    {
        AnswerPanel panel;
        panel.setLabelable(true);
        const QSignalSpy given(&panel, &AnswerPanel::labelGiven);
        QTest::mouseClick(button(panel, 7), Qt::LeftButton);
        panel.giveLabel(4);
        panel.giveLabel(10);
        panel.giveLabel(-1);
        QCOMPARE(given.size(), 2);
        QCOMPARE(given[0][0].toInt(), 7);
        QCOMPARE(given[1][0].toInt(), 4);
        QVERIFY(!button(panel, 7)->isChecked());
    }

    void whatIsKeptCanBeTakenBack_data()
    {
        QTest::addColumn<int>("label");
        QTest::addColumn<QString>("words");
        QTest::newRow("seven") << 7 << u"Kept as a 7"_s;
        QTest::newRow("eight") << 8 << u"Kept as an 8"_s;
    }

    void whatIsKeptCanBeTakenBack()
    {
        QFETCH(int, label);
        AnswerPanel panel;
        panel.setLabelable(true);
        QVERIFY(undo(panel)->isHidden());
        panel.setKept(QString::number(label));
        QTEST(panel.findChild<QLabel*>(u"labelWords"_s)->text(), "words");
        QVERIFY(button(panel, label)->isChecked());
        const QSignalSpy given(&panel, &AnswerPanel::labelGiven);
        panel.giveLabel(label);
        QCOMPARE(given.size(), 0);
        const QSignalSpy undone(&panel, &AnswerPanel::labelUndoRequested);
        undo(panel)->click();
        QCOMPARE(undone.size(), 1);
        panel.setKept(std::nullopt);
        QVERIFY(undo(panel)->isHidden());
        QVERIFY(button(panel, label)->isEnabled());
    }

    void theAnswerIsOutlinedAndNotChosen()
    {
        AnswerPanel panel;
        panel.setLabelable(true);
        Prediction prediction{
            .verdict = Verdict::Digit, .logits = {}, .probabilities = {}, .best = 7, .second = 1};
        prediction.probabilities.assign(10, 0.1F);
        prediction.logits.assign(10, 0.0F);
        panel.setPrediction(prediction);
        QVERIFY(!button(panel, 7)->isChecked());
        QVERIFY(edgeOf(panel, 7) != edgeOf(panel, 6));
        prediction.verdict = Verdict::NotADigit;
        panel.setPrediction(prediction);
        QCOMPARE(edgeOf(panel, 7), edgeOf(panel, 6));
    }

    void otherClassesAreGivenByTheirNames()
    {
        AnswerPanel panel;
        panel.setLabelable(true);
        const QSignalSpy given(&panel, &AnswerPanel::labelGiven);
        panel.setClasses(ClassSet({"T-shirt/top", "Trouser"}));
        QVERIFY(!row(panel)->isHidden());
        QCOMPARE(button(panel, 1)->text(), u"Trouser"_s);
        QVERIFY(button(panel, 2) == nullptr);
        panel.giveLabel(1);
        panel.giveLabel(2);
        QCOMPARE(given.size(), 1);
        QCOMPARE(given[0][0].toString(), u"Trouser"_s);
        panel.setKept(u"Trouser"_s);
        QCOMPARE(panel.findChild<QLabel*>(u"labelWords"_s)->text(), u"Kept as: Trouser"_s);
        panel.setClasses(ClassSet::digits());
        QCOMPARE(panel.findChild<QLabel*>(u"labelWords"_s)->text(), u"It was a"_s);
        QVERIFY(button(panel, 9) != nullptr);
    }

    void manyClassesAreSearchedByTyping()
    {
        AnswerPanel panel;
        panel.setLabelable(true);
        const QSignalSpy given(&panel, &AnswerPanel::labelGiven);
        std::vector<std::string> names;
        for (int k = 0; k < 100; ++k)
            names.push_back("class " + std::to_string(k));
        panel.setClasses(ClassSet(names));
        auto* picker = panel.findChild<NamePicker*>(u"labelPicker"_s);
        QVERIFY(picker != nullptr && button(panel, 0) == nullptr);
        panel.show();
        picker->lineEdit()->setText(
            u"class 73"_s);  // typed, it would open a list, of which the platform complains
        QTest::keyClick(picker->lineEdit(), Qt::Key_Return);
        QCOMPARE(given.size(), 1);
        QCOMPARE(given[0][0].toString(), u"class 73"_s);
        panel.setKept(u"class 73"_s);
        QCOMPARE(picker->currentText(), u"class 73"_s);
        QVERIFY(!picker->isEnabled());
        panel.setKept(std::nullopt);
        QCOMPARE(picker->currentText(), QString());
    }

    void aNumberIsKeptAtOnce()
    {
        AnswerPanel panel;
        panel.setLabelable(true);
        const QSignalSpy whole(&panel, &AnswerPanel::labelGiven);
        const QSignalSpy part(panel.labels(), &LabelRow::characterLabelGiven);
        const QSignalSpy kept(panel.labels(), &LabelRow::keepRequested);
        QVERIFY(keep(panel)->isHidden());
        panel.labels()->setNumber({u"4"_s, u"2"_s}, 1);
        QCOMPARE(words(panel), u"It was 4 and 2"_s);
        QVERIFY(button(panel, 2)->isChecked() && !button(panel, 4)->isChecked());
        QTest::mouseClick(button(panel, 7), Qt::LeftButton);
        panel.giveLabel(5);
        QCOMPARE(part.size(), 2);
        QCOMPARE(part[0][0].toString(), u"7"_s);
        QVERIFY(whole.isEmpty());
        QTest::mouseClick(keep(panel), Qt::LeftButton);
        QCOMPARE(kept.size(), 1);
        panel.setKept(u"2"_s);
        QCOMPARE(words(panel), u"Kept as 4 and 2"_s);
        QVERIFY(keep(panel)->isHidden() && !undo(panel)->isHidden());
        QVERIFY(!button(panel, 7)->isEnabled());
        panel.labels()->setNumber({u"4"_s, u"2"_s, u"7"_s}, 2);  // one more was written
        QCOMPARE(words(panel), u"It was 427"_s);
        panel.labels()->setNumber({}, 0);
        QCOMPARE(words(panel), u"It was a"_s);
        QVERIFY(keep(panel)->isHidden());
    }

    void whatIsNoDigitHasToBeSaidFirst()
    {
        AnswerPanel panel;
        panel.setLabelable(true);
        panel.labels()->setNumber({u"4"_s, QString()}, 1);
        QCOMPARE(words(panel), u"It was 4 and ?"_s);
        QVERIFY(!keep(panel)->isEnabled());
        panel.labels()->setNumber({u"4"_s, u"1"_s}, 1);
        QVERIFY(keep(panel)->isEnabled());
    }

    void fitsANarrowDock()
    {
        AnswerPanel panel;
        QVERIFY(panel.minimumSizeHint().width() <= 280);
    }

private:
    static QToolButton* button(const AnswerPanel& panel, int digit)
    {
        return panel.findChild<QToolButton*>(u"label%1"_s.arg(digit));
    }
    static QToolButton* undo(const AnswerPanel& panel)
    {
        return panel.findChild<QToolButton*>(u"labelUndo"_s);
    }
    static QToolButton* keep(const AnswerPanel& panel)
    {
        return panel.findChild<QToolButton*>(u"labelKeep"_s);
    }
    static QString words(const AnswerPanel& panel)
    {
        return panel.findChild<QLabel*>(u"labelWords"_s)->text();
    }
    static QWidget* row(const AnswerPanel& panel) { return panel.findChild<QWidget*>(u"labelRow"_s); }
    /// The colour in the middle of the button's left edge.
    static QRgb edgeOf(const AnswerPanel& panel, int digit)
    {
        const QImage image = button(panel, digit)->grab().toImage();
        return image.pixel(0, image.height() / 2);
    }
};

GLYPHSCOPE_TEST(TstLabelRow, Widgets)
#include "tst_label_row.moc"
