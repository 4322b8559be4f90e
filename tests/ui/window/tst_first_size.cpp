// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "ui/window/first_size.h"

#include <QtTest/QTest>

using namespace glyphscope;

class TstFirstSize : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fitsEveryScreen_data();
    void fitsEveryScreen();
};

void TstFirstSize::fitsEveryScreen_data()
{
    QTest::addColumn<QSize>("available");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<bool>("maximised");
    QTest::newRow("1024x768") << QSize(1024, 768) << QSize(1020, 728) << true;
    QTest::newRow("1280x720") << QSize(1280, 720) << QSize(1276, 680) << true;
    QTest::newRow("1366x768") << QSize(1366, 768) << QSize(1280, 728) << true;
    QTest::newRow("1920x1080") << QSize(1920, 1080) << QSize(1440, 820) << false;
    QTest::newRow("3840x2160") << QSize(3840, 2160) << QSize(2880, 1620) << false;
}

void TstFirstSize::fitsEveryScreen()
{
    QFETCH(QSize, available);
    const FirstSize first = firstSize(available, {1280, 820});
    QTEST(first.size, "size");
    QTEST(first.maximised, "maximised");
    QVERIFY(first.size.width() <= available.width() && first.size.height() <= available.height());
}

GLYPHSCOPE_TEST(TstFirstSize, Core)
#include "tst_first_size.moc"
