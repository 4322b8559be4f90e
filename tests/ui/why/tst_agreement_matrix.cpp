// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "tests/ui/why/why_values.h"
#include "ui/style/theme.h"
#include "ui/why/agreement_matrix.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>

using namespace glyphscope;

class TstAgreementMatrix : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, false); }
    void init() { test::failOnQtWarnings(); }

    void signsDoNotMatter()
    {
        AgreementMatrix matrix;
        matrix.show();
        Attribution one = test::attribution(AttributionMethod::Occlusion);
        Attribution other = one;
        other.method = AttributionMethod::Saliency;
        for (float& value : other.values)
            value = 2 * std::abs(value);
        matrix.setAttribution(one);
        QVERIFY(matrix.agreement().pairs.empty());
        matrix.setAttribution(other);
        QCOMPARE(matrix.agreement().of(0, 5), std::optional(1.0));
        QCOMPARE(matrix.agreement().mean, 1.0);
        matrix.forget();
        QVERIFY(matrix.agreement().pairs.empty());
    }

    void allPairsAreCompared()
    {
        AgreementMatrix matrix;
        matrix.show();
        QSignalSpy words(&matrix, &AgreementMatrix::agreementChanged);
        for (const AttributionMethod method : kAttributionMethods)
            matrix.setAttribution(test::attribution(method));
        QCOMPARE(matrix.agreement().pairs.size(), 15U);
        QVERIFY(words.last().first().toString().contains(u"on average"));
        QCOMPARE(matrix.accessibleDescription(), words.last().first().toString());
    }

    void mapsOfTwoDrawingsAreNeverCompared()
    {
        AgreementMatrix matrix;
        matrix.show();
        for (const AttributionMethod method : kAttributionMethods)
            matrix.setAttribution(test::attribution(method));
        Attribution next = test::attribution(AttributionMethod::Saliency);
        next.glyph = test::stem();
        matrix.setAttribution(next);
        QVERIFY(matrix.agreement().pairs.empty());
        next.method = AttributionMethod::Occlusion;
        matrix.setAttribution(next);
        QCOMPARE(matrix.agreement().pairs.size(), 1U);
    }

    void nothingIsComparedWhileHidden()
    {
        AgreementMatrix matrix;
        matrix.setAttribution(test::attribution(AttributionMethod::Saliency));
        matrix.setAttribution(test::attribution(AttributionMethod::Occlusion));
        QVERIFY(matrix.agreement().pairs.empty());
        matrix.show();
        QCOMPARE(matrix.agreement().pairs.size(), 1U);
    }

    void cellsTakeTheHeight()
    {
        const auto bottom = [](double height) {
            return AgreementMatrix::layOut(1090, 110, 13, height).cellRect(4, 0).bottom();
        };
        QVERIFY(bottom(600) <= 600 && bottom(600) > 580);
        QCOMPARE(bottom(0), bottom(90));  // no lower than their text
        QVERIFY(AgreementMatrix::layOut(1090, 110, 13, 600).cell > 150);
        QVERIFY(AgreementMatrix::layOut(1090, 110, 13, 600).cellRect(4, 4).right() <= 1090);
    }

    void cellsLieApartAndInside_data()
    {
        QTest::addColumn<double>("width");
        for (const int width : {250, 276, 300, 480, 1000})
            QTest::addRow("%d wide", width) << static_cast<double>(width);
    }

    void cellsLieApartAndInside()
    {
        QFETCH(double, width);
        const AgreementMatrix::Layout layout = AgreementMatrix::layOut(width, 110, 13);
        for (int row = 0; row < 5; ++row) {
            QVERIFY(layout.rowLabel(row).right() < layout.cellRect(row, 0).left());
            for (int column = 0; column <= row; ++column) {
                const QRectF cell = layout.cellRect(row, column);
                QVERIFY(cell.right() <= width);
                QVERIFY(cell.width() >= 30);
                QVERIFY(layout.columnLabel(column).bottom() < layout.cellRect(0, column).top());
                QVERIFY(row == 0 || !cell.intersects(layout.cellRect(row - 1, column)));
                QVERIFY(column == 0 || !cell.intersects(layout.cellRect(row, column - 1)));
            }
        }
    }
};

GLYPHSCOPE_TEST(TstAgreementMatrix, Widgets)
#include "tst_agreement_matrix.moc"
