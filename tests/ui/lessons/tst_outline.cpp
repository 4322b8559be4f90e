// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "ui/lessons/outline.h"

#include <QtWidgets/QPushButton>

using namespace glyphscope;

class TstOutline : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void followsItsTargetAndCoversNothingOfIt();
    void hidesWithItsTarget();
    void takesNoClick();
};

void TstOutline::followsItsTargetAndCoversNothingOfIt()
{
    QWidget window;
    window.resize(400, 300);
    QPushButton target(&window);
    target.setGeometry(100, 80, 90, 40);
    Outline outline(&window);
    window.show();
    QVERIFY(!outline.isVisible());
    outline.setTarget(&target);
    QVERIFY(outline.isVisible());
    QVERIFY(outline.geometry().contains(target.geometry()));
    QVERIFY(outline.mask().translated(outline.pos()).intersected(target.geometry()).isEmpty());
    target.move(200, 150);
    QTRY_VERIFY(outline.geometry().contains(target.geometry()));
    QVERIFY(outline.mask().translated(outline.pos()).intersected(target.geometry()).isEmpty());
    target.resize(30, 100);
    QTRY_VERIFY(outline.geometry().contains(target.geometry()));
    QVERIFY(outline.mask().translated(outline.pos()).intersected(target.geometry()).isEmpty());
}

void TstOutline::hidesWithItsTarget()
{
    QWidget window;
    window.resize(400, 300);
    QPushButton target(&window);
    Outline outline(&window);
    window.show();
    outline.setTarget(&target);
    QVERIFY(outline.isVisible());
    target.hide();
    QTRY_VERIFY(!outline.isVisible());
    target.show();
    QTRY_VERIFY(outline.isVisible());
    outline.setTarget(nullptr);
    QVERIFY(!outline.isVisible());
}

void TstOutline::takesNoClick()
{
    QWidget window;
    window.resize(400, 300);
    QPushButton target(&window);
    target.setGeometry(100, 80, 90, 40);
    Outline outline(&window);
    window.show();
    outline.setTarget(&target);
    QCOMPARE(window.childAt(target.geometry().center()), &target);
    QVERIFY(outline.testAttribute(Qt::WA_TransparentForMouseEvents));
}

GLYPHSCOPE_TEST(TstOutline, Widgets)
#include "tst_outline.moc"
