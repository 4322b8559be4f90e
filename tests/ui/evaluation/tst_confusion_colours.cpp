// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "ui/evaluation/confusion_colours.h"
#include "ui/style/contrast.h"
#include "ui/style/theme.h"

#include <QtTest/QTest>
#include <QtWidgets/QApplication>

using namespace glyphscope;

namespace {

double distance(const QColor& one, const QColor& other)
{
    return std::abs(one.redF() - other.redF()) + std::abs(one.greenF() - other.greenF()) +
           std::abs(one.blueF() - other.blueF());
}

}  // namespace

class TstConfusionColours : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void bothThemes_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }

    void bothThemes()
    {
        QFETCH(bool, dark);
        applyTheme(*qApp, dark);
        // errors have a scale of their own: a hundredth of it can be told from nothing
        QCOMPARE(errorColour(0, 0.02), theme().surface);
        QVERIFY(distance(errorColour(0.0002, 0.02), theme().surface) > 0.05);
        QVERIFY(distance(errorColour(0.02, 0.02), errorColour(0.01, 0.02)) > 0.1);
        QCOMPARE(errorColour(0.03, 0.02), errorColour(0.02, 0.02));
        QCOMPARE(errorColour(0.5, 0), theme().surface);
        for (double share = 0; share <= 1; share += 0.01) {
            for (const QColor& ground : {rightColour(share), errorColour(share, 1)})
                QVERIFY2(contrastRatio(ground, readableOn(ground)) >= 4,
                         qPrintable(ground.name() + QString::number(share)));
        }
    }
};

GLYPHSCOPE_TEST(TstConfusionColours, Widgets)
#include "tst_confusion_colours.moc"
