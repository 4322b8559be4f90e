// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "tests/ui/curves/run_story.h"
#include "ui/curves/curve_chart.h"
#include "ui/style/theme.h"
#include "ui/training/epoch_table.h"
#include "ui/training/run_pages.h"

#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLabel>

using namespace glyphscope;
using namespace Qt::StringLiterals;

class TstRunPages : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        test::failOnQtWarnings();
        applyTheme(*qApp, false);
    }

    void theEmptyPageSaysWhatToDo()
    {
        RunPages pages;
        QVERIFY(!pages.showsRun());
        QCOMPARE(text(pages, u"emptyTitle"_s), u"Watch it learn"_s);
        QVERIFY(text(pages, u"emptyText"_s).contains(u"press Train"_s));
        pages.setDataProblem(u"Run ./run.sh once to fetch MNIST."_s);
        QCOMPARE(text(pages, u"emptyTitle"_s), u"No training data"_s);
        QCOMPARE(text(pages, u"emptyText"_s), u"Run ./run.sh once to fetch MNIST."_s);
        pages.setDataProblem({});
        QCOMPARE(text(pages, u"emptyTitle"_s), u"Watch it learn"_s);
    }

    void theEmptyPageIsCentred()
    {
        RunPages pages;
        pages.show();
        for (const int width : {420, 880, 2700}) {
            pages.resize(width, 500);
            for (const QString& name : {u"emptyTitle"_s, u"emptyText"_s}) {
                const auto* label = pages.findChild<QLabel*>(u"training."_s + name);
                QTRY_VERIFY2(std::abs(label->mapTo(&pages, label->rect().center()).x() - width / 2) <= 4,
                             qPrintable(name));
            }
        }
    }

    void aRunTakesThePlaceOfThePresentOne()
    {
        RunPages pages;
        pages.showRun();
        QVERIFY(pages.showsRun());
        pages.addEpoch(test::epoch(1, 100, 0.9));
        QCOMPARE(rows(pages), 1);
        QCOMPARE(pages.chart()->curves().epochs.size(), std::size_t{1});
        RunCurves other;
        other.epochs = {test::epoch(1, 50, 0.8), test::epoch(2, 100, 0.9)};
        pages.setRun(other);
        QCOMPARE(rows(pages), 2);
        QCOMPARE(pages.chart()->curves().epochs.size(), std::size_t{2});
        pages.clearRun();
        QVERIFY(!pages.showsRun());
        QCOMPARE(rows(pages), 0);
        QVERIFY(pages.chart()->curves().epochs.empty());
    }

private:
    static QString text(const RunPages& pages, const QString& name)
    {
        return pages.findChild<QLabel*>(u"training."_s + name)->text();
    }
    static int rows(const RunPages& pages)
    {
        return pages.findChild<EpochTable*>(u"training.epochsTable"_s)->rowCount();
    }
};

GLYPHSCOPE_TEST(TstRunPages, Widgets)
#include "tst_run_pages.moc"
