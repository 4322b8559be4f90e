// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "tests/ui/parameters/network_story.h"
#include "ui/parameters/parameter_table.h"

#include <QtCore/QSortFilterProxyModel>
#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QSignalSpy>

using namespace glyphscope;
using namespace Qt::StringLiterals;

namespace {

using Table = ParameterTable;

QString text(const Table& table, int row, int column)
{
    return table.data(table.index(row, column), Qt::DisplayRole).toString();
}

}  // namespace

class TstParameterTable : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        test::failOnQtWarnings();
        m_table = std::make_unique<Table>();
        m_table->setParameters(test::simpleCnn().parameters);
    }

    void isAProperModel()
    {
        const QAbstractItemModelTester tester(m_table.get(),
                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
        m_table->setStatistics(test::statisticsOfAll(0.1, 0.1));
        m_table->freeze({u"fc1.weight"_s}, true);
        m_table->setParameters({});
        QCOMPARE(m_table->rowCount(), 0);
    }

    void aRowSaysWhatIsRegistered()
    {
        QCOMPARE(m_table->rowCount(), 8);
        QCOMPARE(text(*m_table, 2, Table::Name), u"conv2.weight"_s);
        QCOMPARE(text(*m_table, 2, Table::Shape), u"64 \u00d7 32 \u00d7 3 \u00d7 3"_s);
        QCOMPARE(text(*m_table, 2, Table::Dtype), u"float32"_s);
        QCOMPARE(text(*m_table, 2, Table::Count), u"18,432"_s);
        QCOMPARE(text(*m_table, 2, Table::MultiplyAdds), u"3,612,672"_s);
        QCOMPARE(text(*m_table, 2, Table::Bytes), u"72.0\u00a0KiB"_s);
        QCOMPARE(text(*m_table, 2, Table::Device), u"cpu"_s);
    }

    void valuesAreADashUntilTheyAreKnown()
    {
        QCOMPARE(text(*m_table, 0, Table::Mean), u"\u2013"_s);
        QCOMPARE(text(*m_table, 0, Table::Values), u"\u2013"_s);
        QVERIFY(!m_table->index(0, Table::Mean).data(SortRole).isValid());
        m_table->setStatistics({test::statisticsNamed("conv1.weight", -0.125)});
        QCOMPARE(text(*m_table, 0, Table::Mean), u"\u22120.125"_s);
        QCOMPARE(text(*m_table, 0, Table::Deviation), u"0.05"_s);
        QCOMPARE(text(*m_table, 0, Table::Low), u"\u22120.325"_s);
        QCOMPARE(text(*m_table, 0, Table::High), u"0.125"_s);
        QCOMPARE(text(*m_table, 0, Table::Norm), u"3.25"_s);
        QCOMPARE(text(*m_table, 0, Table::GradientNorm), u"\u2013"_s);
        QCOMPARE(m_table->index(0, Table::Values).data(HistogramRole).value<Histogram>().counts.size(), 48U);
        QCOMPARE(text(*m_table, 1, Table::Mean), u"\u2013"_s);
    }

    void theGradientNormIsShownOnceProbed()
    {
        ParameterStatistics probed = test::statisticsNamed("fc1.bias", 0);
        probed.gradientNorm = 0.0625;
        m_table->setStatistics({probed});
        QCOMPARE(text(*m_table, 5, Table::GradientNorm), u"0.0625"_s);
    }

    void whatIsFrozenHasNoGradient()
    {
        ParameterStatistics probed = test::statisticsNamed("fc1.bias", 0);
        probed.gradientNorm = 0.0625;
        m_table->setStatistics({probed});
        m_table->freeze({u"fc1.bias"_s}, true);
        QCOMPARE(text(*m_table, 5, Table::GradientNorm), u"\u2013"_s);
        QVERIFY(!m_table->index(5, Table::GradientNorm).data(SortRole).isValid());
        QVERIFY(
            m_table->index(5, Table::GradientNorm).data(Qt::ToolTipRole).toString().contains(u"frozen"_s));
        m_table->freeze({u"fc1.bias"_s}, false);
        QCOMPARE(text(*m_table, 5, Table::GradientNorm), u"0.0625"_s);
    }

    void newStatisticsOnlyChangeCells()
    {
        QSignalSpy changes(m_table.get(), &Table::dataChanged);
        QSignalSpy resets(m_table.get(), &Table::modelReset);
        m_table->setStatistics(test::statisticsOfAll(0, 1));
        QCOMPARE(changes.count(), 1);
        QCOMPARE(changes[0][0].toModelIndex().column(), static_cast<int>(Table::Mean));
        m_table->setStatistics({test::statisticsNamed("another.weight", 1)});
        QCOMPARE(changes.count(), 1);
        QCOMPARE(resets.count(), 0);
    }

    void numbersThatAreNotFiniteAreMarked()
    {
        ParameterStatistics broken = test::statisticsNamed("conv1.weight", 0);
        broken.values.notFinite = 1200;
        m_table->setStatistics({broken});
        const QModelIndex mean = m_table->index(0, Table::Mean);
        QVERIFY(mean.data(Qt::ForegroundRole).isValid());
        QCOMPARE(mean.data(Qt::ToolTipRole).toString(), u"conv1.weight: 1,200 values are not finite"_s);
        broken.values = {.count = 0, .notFinite = 288};
        m_table->setStatistics({broken});
        QCOMPARE(text(*m_table, 0, Table::Mean), u"\u2013"_s);
    }

    void sortsNumbersByValue_data()
    {
        QTest::addColumn<int>("column");
        QTest::addColumn<QString>("least");
        QTest::addColumn<QString>("most");
        QTest::newRow("name") << int(Table::Name) << u"conv1.bias"_s << u"fc2.weight"_s;
        QTest::newRow("shape") << int(Table::Shape) << u"fc2.bias"_s << u"fc1.weight"_s;
        QTest::newRow("count") << int(Table::Count) << u"fc2.bias"_s << u"fc1.weight"_s;
        QTest::newRow("MACs") << int(Table::MultiplyAdds) << u"conv1.bias"_s << u"conv2.weight"_s;
        QTest::newRow("memory") << int(Table::Bytes) << u"fc2.bias"_s << u"fc1.weight"_s;
        QTest::newRow("mean") << int(Table::Mean) << u"conv1.weight"_s << u"fc2.bias"_s;
        QTest::newRow("trained") << int(Table::RequiresGrad) << u"conv2.bias"_s << u"fc2.bias"_s;
    }

    void sortsNumbersByValue()
    {
        QFETCH(int, column);
        m_table->setStatistics(test::statisticsOfAll(-12, 3));
        m_table->freeze({u"conv2.bias"_s}, true);
        QSortFilterProxyModel order;
        order.setSortRole(SortRole);
        order.setSourceModel(m_table.get());
        order.sort(column);
        QTEST(order.index(0, 0).data().toString(), "least");
        QTEST(order.index(7, 0).data().toString(), "most");
    }

    void theCheckMarkFreezes()
    {
        QSignalSpy frozen(m_table.get(), &Table::frozenChanged);
        const QModelIndex box = m_table->index(4, Table::RequiresGrad);
        QCOMPARE(box.data(Qt::CheckStateRole).toInt(), static_cast<int>(Qt::Checked));
        QVERIFY(box.flags() & Qt::ItemIsUserCheckable);
        QVERIFY(m_table->setData(box, Qt::Unchecked, Qt::CheckStateRole));
        QCOMPARE(frozen.takeFirst().first().toStringList(), QStringList{u"fc1.weight"_s});
        QCOMPARE(box.data().toString(), u"frozen"_s);
        QVERIFY(m_table->setData(box, Qt::Checked, Qt::CheckStateRole));
        QCOMPARE(frozen.takeFirst().first().toStringList(), QStringList());
        QVERIFY(!m_table->setData(m_table->index(4, Table::Name), u"x"_s, Qt::EditRole));
    }

    void buffersAreMarkedAndCannotBeFrozen()
    {
        std::vector<ParameterInfo> parameters = test::simpleCnn().parameters;
        ParameterInfo mean = parameters[1];
        mean.name = "conv1.running_mean";
        mean.buffer = true;
        parameters.insert(parameters.begin() + 2, mean);
        m_table->setParameters(parameters);
        const QModelIndex cell = m_table->index(2, Table::RequiresGrad);
        QCOMPARE(cell.data().toString(), u"buffer"_s);
        QVERIFY(!cell.data(Qt::CheckStateRole).isValid());
        QVERIFY(!(cell.flags() & Qt::ItemIsUserCheckable));
        QVERIFY(!m_table->setData(cell, Qt::Unchecked, Qt::CheckStateRole));
        QCOMPARE(m_table->namesOfModule(u"conv1"_s).size(), 2);
        m_table->setStatistics({test::statisticsNamed("conv1.running_mean", -0.125)});
        QCOMPARE(text(*m_table, 2, Table::Mean), u"\u22120.125"_s);
    }

    void whatChangesNothingIsNotTold()
    {
        QSignalSpy frozen(m_table.get(), &Table::frozenChanged);
        m_table->freeze({u"fc1.weight"_s}, false);
        m_table->setFrozen({u"fc1.weight"_s, u"conv1.bias"_s});
        m_table->freeze({u"fc1.weight"_s}, true);
        QCOMPARE(frozen.count(), 0);
        QCOMPARE(m_table->frozen(), (QStringList{u"conv1.bias"_s, u"fc1.weight"_s}));
    }

    void theSameNetworkOnAnotherDeviceKeepsItsRows()
    {
        m_table->setStatistics(test::statisticsOfAll(0.5, 0));
        QSignalSpy resets(m_table.get(), &Table::modelReset);
        std::vector<ParameterInfo> moved = test::simpleCnn().parameters;
        for (ParameterInfo& each : moved)
            each.device = "cuda:0";
        m_table->setParameters(moved);
        QCOMPARE(resets.count(), 0);
        QCOMPARE(text(*m_table, 7, Table::Device), u"cuda:0"_s);
        QCOMPARE(text(*m_table, 7, Table::Mean), u"0.5"_s);
        moved.pop_back();
        m_table->setParameters(moved);
        QCOMPARE(resets.count(), 1);
        QCOMPARE(text(*m_table, 0, Table::Mean), u"\u2013"_s);
    }

    void frozenNamesOutliveTheNetwork()
    {
        m_table->setFrozen({u"conv1.weight"_s});
        m_table->setParameters({});
        m_table->setParameters(test::simpleCnn().parameters);
        QVERIFY(m_table->isFrozen(0));
        QVERIFY(!m_table->isFrozen(1));
    }

    void aModuleHasItsParameters()
    {
        QCOMPARE(m_table->moduleOf(3), u"conv2"_s);
        QCOMPARE(m_table->namesOfModule(u"conv2"_s), (QStringList{u"conv2.weight"_s, u"conv2.bias"_s}));
    }

    void whatIsCopiedHasAllDigits()
    {
        m_table->setStatistics({test::statisticsNamed("conv1.weight", -0.123456789)});
        const auto plain = [this](int column) {
            return m_table->index(0, column).data(PlainRole).toString();
        };
        QCOMPARE(plain(Table::Shape), u"[32, 1, 3, 3]"_s);
        QCOMPARE(plain(Table::MultiplyAdds), u"225792"_s);
        QCOMPARE(plain(Table::Bytes), u"1152"_s);
        QCOMPARE(plain(Table::RequiresGrad), u"true"_s);
        QCOMPARE(plain(Table::Mean), u"-0.123456789"_s);
        QCOMPARE(plain(Table::GradientNorm), QString());
        QCOMPARE(plain(Table::Values).split(u' ').size(), 48);
    }

    void everyColumnHasATitleAndATip()
    {
        for (int column = 0; column < Table::kColumnCount; ++column) {
            QVERIFY(!m_table->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().isEmpty());
            QVERIFY(!m_table->headerData(column, Qt::Horizontal, Qt::ToolTipRole).toString().isEmpty());
            QVERIFY(m_table->index(0, column).data(Qt::ToolTipRole).toString().startsWith(u"conv1.weight"));
        }
    }

private:
    std::unique_ptr<Table> m_table;
};

GLYPHSCOPE_TEST(TstParameterTable, Core)
#include "tst_parameter_table.moc"
