// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/hooks/hooks_grid.h"

#include <QtWidgets/QLayout>
#include <QtWidgets/QWidget>

using namespace glyphscope;

class TstHooksGrid : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnQtWarnings(); }
    void partsLieByTheSize_data();
    void partsLieByTheSize();
    void nothingMovesWhereTheShapeStays();
    void listAndEffectUseTheHeight_data();
    void listAndEffectUseTheHeight();
};

void TstHooksGrid::partsLieByTheSize_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<bool>("formBesideTheList");
    QTest::addColumn<bool>("effectBesideTheList");
    QTest::newRow("narrow") << QSize(400, 700) << false << false;
    QTest::newRow("wide and low") << QSize(700, 300) << true << false;
    QTest::newRow("wide and high") << QSize(700, 600) << false << false;
    QTest::newRow("very wide") << QSize(900, 300) << true << true;
    QTest::newRow("very wide and high") << QSize(930, 530) << true << true;
    QTest::newRow("1920x1080") << QSize(1400, 800) << true << true;
}

void TstHooksGrid::partsLieByTheSize()
{
    QFETCH(QSize, size);
    QWidget page;
    auto* list = new QWidget(&page);
    auto* form = new QWidget(&page);
    auto* effect = new QWidget(&page);
    HooksGrid grid(&page, {list, form, effect});
    page.resize(size);
    QVERIFY(grid.arrange(size));
    QCOMPARE(grid.shape(), HooksGrid::shapeFor(size));
    page.show();
    page.layout()->activate();
    QTEST(form->x() > list->x(), "formBesideTheList");
    QTEST(effect->x() > list->x(), "effectBesideTheList");
}

void TstHooksGrid::nothingMovesWhereTheShapeStays()
{
    QWidget page;
    HooksGrid grid(&page, {new QWidget(&page), new QWidget(&page), new QWidget(&page)});
    QVERIFY(!grid.shape());
    QVERIFY(grid.arrange({400, 700}));
    QVERIFY(!grid.arrange({420, 640}));
    QVERIFY(grid.arrange({900, 640}));
}

void TstHooksGrid::listAndEffectUseTheHeight_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<int>("listWidth");     // 540: with calls and times
    QTest::addColumn<int>("effectHeight");  // at the least
    QTest::newRow("1024x768") << QSize(716, 560) << 716 << 150;
    QTest::newRow("1280x720") << QSize(930, 530) << 600 << 300;
}

void TstHooksGrid::listAndEffectUseTheHeight()
{
    QFETCH(QSize, size);
    QFETCH(int, listWidth);
    QFETCH(int, effectHeight);
    QWidget page;
    auto* list = new QWidget(&page);
    auto* form = new QWidget(&page);
    form->setMinimumHeight(140);
    auto* effect = new QWidget(&page);
    HooksGrid grid(&page, {list, form, effect});
    page.resize(size);
    grid.arrange(size);
    grid.letEffectGrow(true);
    page.show();
    page.layout()->activate();
    QVERIFY2(list->width() >= listWidth, qPrintable(QString::number(list->width())));
    QVERIFY2(effect->height() >= effectHeight, qPrintable(QString::number(effect->height())));
    QVERIFY(!effect->geometry().intersects(list->geometry()));
}

GLYPHSCOPE_TEST(TstHooksGrid, Widgets)
#include "tst_hooks_grid.moc"
