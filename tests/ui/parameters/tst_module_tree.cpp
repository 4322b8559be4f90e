// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "tests/ui/parameters/network_story.h"
#include "ui/parameters/module_tree.h"
#include "ui/parameters/network_totals.h"

using namespace glyphscope;
using namespace Qt::StringLiterals;

class TstModuleTree : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnQtWarnings(); }

    void theNetworkHoldsItsModules()
    {
        QStandardItemModel model;
        fillModuleTree(model, test::simpleCnn());
        QCOMPARE(model.rowCount(), 1);
        const QModelIndex network = model.index(0, 0);
        QCOMPARE(network.data().toString(), u"SimpleCNN"_s);
        QCOMPARE(network.data(kModuleNameRole).toString(), QString());
        QCOMPARE(network.siblingAtColumn(kModuleParameters).data().toString(), u"824,458"_s);
        QCOMPARE(model.rowCount(network), 10);
        const QModelIndex conv2 = model.index(3, 0, network);
        QCOMPARE(conv2.data(kModuleNameRole).toString(), u"conv2"_s);
        QCOMPARE(conv2.siblingAtColumn(kModuleKind).data().toString(), u"Conv2d(32, 64, 3, padding=1)"_s);
        QCOMPARE(conv2.siblingAtColumn(kModuleOutput).data().toString(), u"64 \u00d7 14 \u00d7 14"_s);
        QCOMPARE(conv2.siblingAtColumn(kModuleParameters).data().toString(), u"18,496"_s);
        QCOMPARE(conv2.siblingAtColumn(kModuleMultiplyAdds).data().toString(), u"3,612,672"_s);
        QCOMPARE(conv2.siblingAtColumn(kModuleOutputMemory).data().toString(), u"49.0\u00a0KiB"_s);
        QCOMPARE(model.index(1, kModuleParameters, network).data().toString(), u"\u2013"_s);
    }

    void modulesHoldModulesHoldModules()
    {
        NetworkDescription nested;
        const auto add = [&](const char* name, const char* parent, std::int64_t multiplyAdds) {
            ModuleInfo module;
            module.name = name;
            module.kind = "Kind";
            module.parent = parent;
            module.multiplyAdds = multiplyAdds;
            nested.modules.push_back(module);
        };
        add("", "", 0);
        add("features", "", 7);
        add("features.0", "features", 7);
        add("lost", "gone", 2);
        QStandardItemModel model;
        fillModuleTree(model, nested);
        QCOMPARE(model.rowCount(), 2);
        const QModelIndex features = model.index(0, 0, model.index(0, 0));
        QCOMPARE(model.index(0, 0, features).data().toString(), u"0"_s);
        QCOMPARE(model.index(0, 0, features).data(kModuleNameRole).toString(), u"features.0"_s);
        QCOMPARE(totalsOf(nested).multiplyAdds, 9);
    }

    void fillingAgainReplaces()
    {
        QStandardItemModel model;
        fillModuleTree(model, test::simpleCnn());
        fillModuleTree(model, test::simpleCnn());
        QCOMPARE(model.rowCount(), 1);
        fillModuleTree(model, {});
        QCOMPARE(model.rowCount(), 0);
        QCOMPARE(model.columnCount(), static_cast<int>(kModuleColumnCount));
    }

    void totalsAreThoseOfTheSpecification()
    {
        const ModelTotals totals = totalsOf(test::simpleCnn());
        QCOMPARE(totals.parameters, 824458);
        QCOMPARE(totals.multiplyAdds, 4643840);
        QCOMPARE(totals.parameterBytes, 3297832);
        QCOMPARE(parameterTotalsText(totals),
                 u"824,458 parameters, 4,643,840 MACs, 3.15\u00a0MiB. None is frozen."_s);
        QVERIFY(moduleTotalsText(totals, 10).startsWith(u"10 modules. 824,458 parameters, "));
    }

    void frozenOnesAreCounted()
    {
        const QStringList frozen{u"conv1.weight"_s, u"conv1.bias"_s, u"of another network"_s};
        const ModelTotals totals = totalsOf(test::simpleCnn(), frozen);
        QCOMPARE(totals.frozen, 320);
        QVERIFY(parameterTotalsText(totals).endsWith(u" 2 of 8 frozen: 320 parameters."));
    }
};

GLYPHSCOPE_TEST(TstModuleTree, Core)
#include "tst_module_tree.moc"
