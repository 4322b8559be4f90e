// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/warnings.h"
#include "ui/why/flow_layout.h"

#include <QtWidgets/QWidget>

using namespace glyphscope;

class TstFlowLayout : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnQtWarnings(); }

    void whatDoesNotFitGoesToTheNextLine()
    {
        const std::vector<QSize> sizes{{30, 10}, {30, 14}, {30, 10}, {120, 10}, {10, 10}};
        const std::vector<QPoint> places = flow(sizes, 100, 4);
        const std::vector<QPoint> expected{{0, 0}, {34, 0}, {68, 0}, {0, 18}, {0, 32}};
        QCOMPARE(places, expected);
    }

    void theExactWidthFits()
    {
        QCOMPARE(flow({{48, 10}, {48, 10}}, 100, 4).back(), QPoint(52, 0));
        QCOMPARE(flow({{48, 10}, {48, 10}}, 99, 4).back(), QPoint(0, 14));
        QVERIFY(flow({}, 100, 4).empty());
    }

    void widgetsAreLaidOutSo()
    {
        QWidget window;
        auto* layout = new FlowLayout(4, &window);
        std::vector<QWidget*> parts;
        for (int i = 0; i < 3; ++i) {
            parts.push_back(new QWidget(&window));
            parts.back()->setFixedSize(40, 20);
            layout->addWidget(parts.back());
        }
        QCOMPARE(layout->heightForWidth(128), 20);
        QCOMPARE(layout->heightForWidth(127), 44);
        window.resize(100, 100);
        layout->setGeometry(window.rect());
        QCOMPARE(parts[1]->pos(), QPoint(44, 0));
        QCOMPARE(parts[2]->pos(), QPoint(0, 24));
        delete layout->takeAt(1);
        QCOMPARE(layout->count(), 2);
        QVERIFY(!layout->takeAt(5));
    }
};

QTEST_MAIN(TstFlowLayout)
#include "tst_flow_layout.moc"
