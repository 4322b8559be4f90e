// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/canvas/drawing_pager.h"

#include <QtGui/QAction>
#include <QtWidgets/QLabel>

using namespace glyphscope;
using namespace Qt::StringLiterals;

class TstDrawingPager : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnQtWarnings(); }
    void position_data();
    void position();
};

void TstDrawingPager::position_data()
{
    QTest::addColumn<int>("index");
    QTest::addColumn<int>("count");
    QTest::addColumn<bool>("visible");
    QTest::addColumn<bool>("back");
    QTest::addColumn<bool>("on");
    QTest::newRow("none") << 0 << 0 << false << false << false;
    QTest::newRow("a single one") << 0 << 1 << false << false << false;
    QTest::newRow("first of three") << 0 << 3 << true << false << true;
    QTest::newRow("second of three") << 1 << 3 << true << true << true;
    QTest::newRow("last of three") << 2 << 3 << true << true << false;
}

void TstDrawingPager::position()
{
    QFETCH(int, index);
    QFETCH(int, count);
    QWidget window;
    QAction previous(u"previous"_s);
    QAction next(u"next"_s);
    DrawingPager pager(&previous, &next, &window);
    window.show();
    pager.setPosition(index, count, u"a.inkml"_s, u"7"_s);
    QTEST(pager.isVisible(), "visible");
    QTEST(previous.isEnabled(), "back");
    QTEST(next.isEnabled(), "on");
    QCOMPARE(pager.findChild<QLabel*>(u"pager.text"_s)->text(),
             u"Drawing %1 of %2 in a.inkml, labelled \"7\""_s.arg(index + 1).arg(count));
}

GLYPHSCOPE_TEST(TstDrawingPager, Widgets)
#include "tst_drawing_pager.moc"
