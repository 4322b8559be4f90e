// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "ui/curves/run_palette.h"
#include "ui/style/contrast.h"

#include <QtTest/QTest>

#include <cmath>

using namespace glyphscope;

class TstRunPalette : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theyAreSeenOnEitherSurface();
    void neighboursDiffer();
    void noTwoAreTheSame();
    void thePresentRunIsTheAccent();
    void dashesAreInWidthsOfThePen();
};

void TstRunPalette::theyAreSeenOnEitherSurface()
{
    for (const bool dark : {false, true})
        for (int i = 0; i < 30; ++i)
            QVERIFY2(contrastRatio(runStyle(i, themeOf(dark)).colour, themeOf(dark).surface) >= 3,
                     qPrintable(QString::number(i)));
}

void TstRunPalette::neighboursDiffer()
{
    for (const bool dark : {false, true})
        for (int i = 0; i <= 6; ++i)
            for (int j = 0; j < i; ++j) {
                const QColor one = runStyle(i, themeOf(dark)).colour;
                const QColor other = runStyle(j, themeOf(dark)).colour;
                const double away = std::hypot(one.red() - other.red(), one.green() - other.green(),
                                               one.blue() - other.blue());
                QVERIFY2(away > 40, qPrintable(QStringLiteral("%1 and %2: %3").arg(i).arg(j).arg(away)));
            }
}

void TstRunPalette::noTwoAreTheSame()
{
    for (int i = 0; i <= 30; ++i)
        for (int j = 0; j < i; ++j) {
            const RunStyle one = runStyle(i, themeOf(false));
            const RunStyle other = runStyle(j, themeOf(false));
            QVERIFY(one.colour != other.colour || one.dashes != other.dashes);
            QVERIFY(i == 0 || !one.dashes.empty());
        }
}

void TstRunPalette::thePresentRunIsTheAccent()
{
    QCOMPARE(runStyle(0, themeOf(true)).colour, themeOf(true).accent);
    QVERIFY(runStyle(0, themeOf(true)).dashes.empty());
}

void TstRunPalette::dashesAreInWidthsOfThePen()
{
    QCOMPARE(penDashes({Qt::black, {6, 3}}, 1.5), (QList<qreal>{4, 2}));
}

GLYPHSCOPE_TEST(TstRunPalette, Core)
#include "tst_run_palette.moc"
