// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/network/value_histogram.h"
#include "ui/style/theme.h"

#include <QtWidgets/QApplication>

using namespace glyphscope;

class TstValueHistogram : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, false); }
    void init() { test::failOnQtWarnings(); }

    void theTipTellsTheBin()
    {
        ValueHistogram view;
        view.resize(200, 80);
        QVERIFY(view.tipAt({50, 20}).isEmpty());
        view.setHistogram(m_histogram);
        QVERIFY(view.tipAt({10, 20}).startsWith(QStringLiteral("18,031 values from \u22121 to 0")));
        QVERIFY(view.tipAt({199, 20}).startsWith(QStringLiteral("7 values from 2 to 3")));
        QVERIFY(view.tipAt({-1, 20}).isEmpty());
    }

private:
    const Histogram m_histogram{.low = -1, .high = 3, .counts = {18031, 0, 1, 7}};
};

GLYPHSCOPE_TEST(TstValueHistogram, Widgets)
#include "tst_value_histogram.moc"
