// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/style/theme.h"
#include "ui/widgets/number_field.h"

#include <QtGui/QWheelEvent>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLineEdit>

using namespace glyphscope;
using namespace Qt::StringLiterals;

namespace {

constexpr NumberRange kFieldRate{
    .least = 1e-9, .most = 1000, .low = 1e-5, .high = 1, .scale = NumberRange::Scale::Logarithmic};

}  // namespace

class TstNumberField : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        test::failOnQtWarnings();
        applyTheme(*qApp, false);
    }
    void takesWhatEngineersWrite_data();
    void takesWhatEngineersWrite();
    void showsNoIdleZeros();
    void refusesWhatIsNoNumber();
    void aMinusIsTakenWhereItMeansSomething();
    void halfANumberChangesNothing();
    void aWordForTheLeastNumberIsTypedOver();
    void theWheelPassesUntilItHasTheFocus();
};

void TstNumberField::takesWhatEngineersWrite_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<double>("value");
    QTest::newRow("plain") << u"0.02"_s << 0.02;
    QTest::newRow("a comma") << u"0,02"_s << 0.02;
    QTest::newRow("a power of ten") << u"3e-4"_s << 3e-4;
    QTest::newRow("a capital E") << u"1E-5"_s << 1e-5;
    QTest::newRow("no leading zero") << u".5"_s << 0.5;
}

void TstNumberField::takesWhatEngineersWrite()
{
    QFETCH(QString, typed);
    NumberField field(kFieldRate);
    field.setValue(7);
    field.show();
    field.selectAll();
    QTest::keyClicks(&field, typed);
    QTest::keyClick(&field, Qt::Key_Return);
    QTEST(field.value(), "value");
}

void TstNumberField::showsNoIdleZeros()
{
    NumberField field(kFieldRate);
    field.setValue(0.004);
    QCOMPARE(field.text(), u"0.004"_s);
    field.setValue(1e-6);
    QCOMPARE(field.text(), u"1e-06"_s);
    field.setValue(1);
    QCOMPARE(field.text(), u"1"_s);
}

void TstNumberField::refusesWhatIsNoNumber()
{
    const NumberField field(kFieldRate);
    int at = 0;
    for (const QString& bad : {u"abc"_s, u"1..2"_s, u"-1"_s, u"1e-4e"_s}) {
        QString text = bad;
        QCOMPARE(field.validate(text, at), QValidator::Invalid);
    }
    for (const QString& begun : {u""_s, u"0."_s, u"1e"_s, u"1e-"_s, u"0"_s, u"9999"_s}) {
        QString text = begun;
        QCOMPARE(field.validate(text, at), QValidator::Intermediate);
    }
}

void TstNumberField::aMinusIsTakenWhereItMeansSomething()
{
    NumberField field(kFieldRate);
    field.use({.least = -10, .most = 10, .low = -5, .high = 5});
    QCOMPARE(field.minimum(), -10.0);
    field.show();
    field.selectAll();
    QTest::keyClicks(&field, u"-2.5"_s);
    QCOMPARE(field.value(), -2.5);
    QCOMPARE(field.text(), u"-2.5"_s);
    int at = 0;
    for (const QString& begun : {u"-"_s, u"-."_s, u"-11"_s}) {
        QString text = begun;
        QCOMPARE(field.validate(text, at), QValidator::Intermediate);
    }
    QString text = u"1-"_s;
    QCOMPARE(field.validate(text, at), QValidator::Invalid);
}

void TstNumberField::halfANumberChangesNothing()
{
    NumberField field(kFieldRate);
    field.setValue(0.5);
    field.show();
    field.selectAll();
    QSignalSpy changes(&field, &NumberField::valueChanged);
    QTest::keyClicks(&field, u"0.0"_s);  // zero is no learning rate
    QCOMPARE(changes.count(), 0);
    QTest::keyClicks(&field, u"1"_s);
    QCOMPARE(changes.count(), 1);
    QCOMPARE(field.value(), 0.01);
}

void TstNumberField::aWordForTheLeastNumberIsTypedOver()
{
    NumberField field({.most = 1e9, .high = 60000, .whole = true});
    field.setSpecialValueText(u"all"_s);
    field.show();
    QCOMPARE(field.text(), u"all"_s);
    QCOMPARE(field.value(), 0.0);
    QTest::keyClick(&field, Qt::Key_Home);
    QTest::keyClick(&field, Qt::Key_Right);
    QTest::keyClicks(&field, u"50"_s);
    QTest::keyClick(&field, Qt::Key_Return);
    QCOMPARE(field.value(), 50.0);
    field.selectAll();
    QTest::keyClicks(&field, u"0"_s);
    QTest::keyClick(&field, Qt::Key_Return);
    QCOMPARE(field.value(), 0.0);
    QCOMPARE(field.text(), u"all"_s);
}

void TstNumberField::theWheelPassesUntilItHasTheFocus()
{
    QWidget window;
    NumberField field(kFieldRate, &window);
    field.setValue(0.5);
    window.show();
    window.setFocus();
    QVERIFY(!field.hasFocus());
    const QPointF middle = QRectF(field.rect()).center();
    QWheelEvent wheel(middle, field.mapToGlobal(middle), {}, {0, 120}, Qt::NoButton, Qt::NoModifier,
                      Qt::NoScrollPhase, false);
    QApplication::sendEvent(&field, &wheel);
    QCOMPARE(field.value(), 0.5);
}

GLYPHSCOPE_TEST(TstNumberField, Widgets)
#include "tst_number_field.moc"
