// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/widgets/row_share.h"

#include <QtGui/QStandardItemModel>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QTableView>

using namespace glyphscope;

class TstRowShare : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnQtWarnings(); }

    void rowsShareTheHeight_data()
    {
        QTest::addColumn<int>("rows");
        QTest::addColumn<int>("room");
        QTest::addColumn<int>("height");
        QTest::newRow("too many") << 100 << 400 << 24;
        QTest::newRow("all in sight") << 10 << 360 << 36;
        QTest::newRow("few") << 3 << 1000 << 48;
        QTest::newRow("none") << 0 << 100 << 48;
    }

    void rowsShareTheHeight()
    {
        QFETCH(int, rows);
        QFETCH(int, room);
        QTEST(RowShare::heightFor(rows, room, 24), "height");
    }

    void rowsFollowTheTable()
    {
        QStandardItemModel model(4, 1);
        QTableView table;
        table.setModel(&model);
        const int usual = table.verticalHeader()->defaultSectionSize();
        new RowShare(&table);
        table.resize(200, 900);
        table.show();
        QTRY_COMPARE(table.rowHeight(0), 2 * usual);
        model.insertRows(0, 200);
        QCOMPARE(table.rowHeight(0), usual);
    }
};

GLYPHSCOPE_TEST(TstRowShare, Widgets)
#include "tst_row_share.moc"
