// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/style/theme.h"
#include "ui/widgets/number_row.h"

#include <QtTest/QSignalSpy>
#include <QtWidgets/QApplication>
#include <QtWidgets/QDoubleSpinBox>
#include <QtWidgets/QSlider>

using namespace glyphscope;
using namespace Qt::StringLiterals;

class TstNumberRow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        test::failOnQtWarnings();
        applyTheme(*qApp, false);
    }

    void sliderAndFieldFollowEachOther()
    {
        NumberRow row(u"number"_s, kHundredths, nullptr);
        const QSignalSpy changes(&row, &NumberRow::valueChanged);
        part<QSlider>(row, u"numberSlider"_s)->setValue(25);
        QCOMPARE(row.value(), 0.25);
        part<QDoubleSpinBox>(row, u"number"_s)->setValue(0.5);
        QCOMPARE(part<QSlider>(row, u"numberSlider"_s)->value(), 50);
        QCOMPARE(changes.count(), 2);
    }

    void anotherRangeIsTakenQuietly()
    {
        NumberRow row(u"number"_s, kHundredths, nullptr);
        row.setValue(0.5);
        const QSignalSpy changes(&row, &NumberRow::valueChanged);
        row.setRange({.least = -9, .most = 9, .low = -5, .high = 5, .steps = 200});
        QCOMPARE(row.value(), 0.5);
        QCOMPARE(part<QSlider>(row, u"numberSlider"_s)->value(), 110);
        row.setRange({.least = 1, .most = 9, .low = 1, .high = 5});
        QCOMPARE(row.value(), 1.0);
        QCOMPARE(changes.count(), 0);
    }

    void aDragIsGrabbedAndSettled()
    {
        NumberRow row(u"number"_s, kHundredths, nullptr);
        const QSignalSpy grabs(&row, &NumberRow::grabbed);
        const QSignalSpy ends(&row, &NumberRow::settled);
        auto* slider = part<QSlider>(row, u"numberSlider"_s);
        slider->setSliderDown(true);
        slider->setSliderPosition(10);
        QCOMPARE(grabs.count(), 1);
        QCOMPARE(ends.count(), 0);
        slider->setSliderDown(false);
        QCOMPARE(ends.count(), 1);
    }

private:
    static constexpr NumberRange kHundredths{};

    template <class Part>
    static Part* part(const NumberRow& row, const QString& name)
    {
        return row.findChild<Part*>(name);
    }
};

GLYPHSCOPE_TEST(TstNumberRow, Widgets)
#include "tst_number_row.moc"
