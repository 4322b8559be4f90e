// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/widgets/wrapping_row.h"

#include <QtWidgets/QWidget>

using namespace glyphscope;

class TstWrappingRow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        test::failOnQtWarnings();
        m_box = std::make_unique<QWidget>();
        m_row = new WrappingRow(m_box.get());
        m_row->setContentsMargins(0, 0, 0, 0);
        m_row->setSpacing(10);
        for (int i = 0; i < 4; ++i) {
            auto* part = new QWidget;
            part->setFixedSize(100, 30);
            m_row->addWidget(part);
        }
    }

    void whatDoesNotFitGoesToTheNextLine_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<int>("height");
        QTest::newRow("one line") << 430 << 30;
        QTest::newRow("three and one") << 429 << 70;
        QTest::newRow("two and two") << 210 << 70;
        QTest::newRow("one each") << 120 << 150;
    }

    void whatDoesNotFitGoesToTheNextLine()
    {
        QFETCH(int, width);
        QTEST(m_row->heightForWidth(width), "height");
        m_row->setGeometry(QRect(0, 0, width, 200));
        for (int i = 0; i < m_row->count(); ++i) {
            QVERIFY(QRect(0, 0, width, 200).contains(m_row->itemAt(i)->geometry()));
            for (int k = 0; k < i; ++k)
                QVERIFY(!m_row->itemAt(i)->geometry().intersects(m_row->itemAt(k)->geometry()));
        }
    }

    void hiddenPartsTakeNoRoom()
    {
        m_row->itemAt(1)->widget()->hide();
        QCOMPARE(m_row->heightForWidth(320), 30);
        QCOMPARE(m_row->sizeHint(), QSize(320, 30));
    }

private:
    std::unique_ptr<QWidget> m_box;
    WrappingRow* m_row = nullptr;
};

GLYPHSCOPE_TEST(TstWrappingRow, Widgets)
#include "tst_wrapping_row.moc"
