// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/spec/presets.h"
#include "model/spec/spec_edit.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/build/network_document.h"

using namespace glyphscope;
using namespace Qt::StringLiterals;

namespace {

LayerSpec plainLayer(const char* name, const char* kind = "ReLU")
{
    return {name, kind, {}, {}};
}

LayerSpec blockOfLayers(const char* name, const char* kind, std::vector<LayerSpec> children)
{
    return {name, kind, {}, std::move(children)};
}

QString treeOf(const std::vector<LayerSpec>& layers)
{
    QStringList names;
    for (const LayerSpec& layer : layers) {
        const QString name = QString::fromStdString(layer.name);
        names << (layer.kind == "Sequential" || layer.kind == "Residual" || layer.kind == "Repeat"
                      ? name + u'(' + treeOf(layer.children) + u')'
                      : name);
    }
    return names.join(u' ');
}

QString treeOf(const NetworkDocument& document)
{
    return treeOf(document.network().layers);
}

/// a s(x y) b c
NetworkDocument fourLayers()
{
    NetworkSpec network;
    network.classes = numberedClasses(3);
    network.layers = {plainLayer("a"), blockOfLayers("s", "Sequential", {plainLayer("x"), plainLayer("y")}),
                      plainLayer("b"), plainLayer("c")};
    NetworkDocument document;
    document.reset(network);
    return document;
}

}  // namespace

class TstNetworkDocument : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnQtWarnings(); }
    void everyEditIsUndoneAndRedone_data();
    void everyEditIsUndoneAndRedone();
    void movesGoWhereTheyAreSent_data();
    void movesGoWhereTheyAreSent();
    void nothingMovesIntoItself();
    void whatChangesNothingIsNoStep();
    void changesOfOneOptionAreOneStep();
    void defaultsAreLeftOut();
    void namesThatAreTakenGetANumber();
    void undoSaysWhereItWas();
    void anEditForgetsWhatWasUndone();
    void placesInsideOthersCountOnce();
};

using Edit = std::function<void(NetworkDocument&)>;
Q_DECLARE_METATYPE(Edit)

void TstNetworkDocument::everyEditIsUndoneAndRedone_data()
{
    QTest::addColumn<Edit>("edit");
    QTest::addColumn<QString>("tree");
    QTest::addColumn<QString>("text");
    const auto row = [](const char* name, Edit edit, const QString& tree, const QString& text) {
        QTest::newRow(name) << std::move(edit) << tree << text;
    };
    row(
        "insert", [](auto& d) { d.insert({1}, {plainLayer("n")}); }, u"a n s(x y) b c"_s, u"Insert n"_s);
    row(
        "insert at the end", [](auto& d) { d.insert({4}, {plainLayer("n")}); }, u"a s(x y) b c n"_s,
        u"Insert n"_s);
    row(
        "insert into a block",
        [](auto& d) {
            d.insert({1, 2}, {plainLayer("n")});
        },
        u"a s(x y n) b c"_s, u"Insert n"_s);
    row(
        "remove",
        [](auto& d) {
            d.remove({{1, 0}});
        },
        u"a s(y) b c"_s, u"Remove x"_s);
    row(
        "remove several",
        [](auto& d) {
            d.remove({{3}, {1, 1}, {0}});
        },
        u"s(x) b"_s, u"Remove 3 modules"_s);
    row(
        "move",
        [](auto& d) {
            d.move({{0}, 1}, {4});
        },
        u"s(x y) b c a"_s, u"Move a"_s);
    row(
        "duplicate",
        [](auto& d) {
            d.duplicate({{2}, 1});
        },
        u"a s(x y) b b1 c"_s, u"Duplicate b"_s);
    row(
        "wrap",
        [](auto& d) {
            d.wrap({{2}, 2}, "Residual");
        },
        u"a s(x y) res(b c)"_s, u"Wrap 2 modules in Residual"_s);
    row(
        "wrap one",
        [](auto& d) {
            d.wrap({{0}, 1}, "Repeat");
        },
        u"block(a) s(x y) b c"_s, u"Wrap a in Repeat"_s);
    row(
        "unwrap", [](auto& d) { d.unwrap({1}); }, u"a x y b c"_s, u"Unwrap s"_s);
    row(
        "rename",
        [](auto& d) {
            d.rename({1, 0}, "z");
        },
        u"a s(z y) b c"_s, u"Rename x to z"_s);
    row(
        "replace", [](auto& d) { d.replace({}, u"Empty"_s); }, QString(), u"Empty"_s);
}

void TstNetworkDocument::everyEditIsUndoneAndRedone()
{
    QFETCH(Edit, edit);
    QFETCH(QString, tree);
    QFETCH(QString, text);
    NetworkDocument document = fourLayers();
    const NetworkSpec before = document.network();
    edit(document);
    const NetworkSpec after = document.network();
    QCOMPARE(treeOf(document), tree);
    QVERIFY(document.canUndo());
    QCOMPARE(document.undoText(), text);
    document.undo();
    QVERIFY(document.network() == before);
    QVERIFY(!document.canUndo());
    QCOMPARE(document.redoText(), text);
    document.redo();
    QVERIFY(document.network() == after);
}

using Places = std::pair<LayerRange, SpecPlace>;
Q_DECLARE_METATYPE(Places)

void TstNetworkDocument::movesGoWhereTheyAreSent_data()
{
    QTest::addColumn<Edit>("edit");
    QTest::addColumn<QString>("tree");
    QTest::newRow("two down") << Edit([](auto& d) { d.move({{0}, 2}, {3}); }) << u"b a s(x y) c"_s;
    QTest::newRow("two up") << Edit([](auto& d) { d.move({{2}, 2}, {0}); }) << u"b c a s(x y)"_s;
    QTest::newRow("two into a block before") << Edit([](auto& d) {
        d.move({{2}, 2}, {1, 1});
    }) << u"a s(x b c y)"_s;
    QTest::newRow("one into a block behind") << Edit([](auto& d) {
        d.move({{0}, 1}, {1, 0});
    }) << u"s(a x y) b c"_s;
    QTest::newRow("two out of a block") << Edit([](auto& d) {
        d.move({{1, 0}, 2}, {0});
    }) << u"x y a s() b c"_s;
    QTest::newRow("out") << Edit([](auto& d) { d.moveOut({{1, 0}, 1}); }) << u"a s(y) x b c"_s;
    QTest::newRow("out of nothing") << Edit([](auto& d) { d.moveOut({{0}, 1}); }) << u"a s(x y) b c"_s;
    QTest::newRow("in, before") << Edit([](auto& d) { d.moveIn({{2}, 1}); }) << u"a s(x y b) c"_s;
    QTest::newRow("in, behind") << Edit([](auto& d) { d.moveIn({{0}, 1}); }) << u"s(a x y) b c"_s;
    QTest::newRow("in nowhere") << Edit([](auto& d) { d.moveIn({{3}, 1}); }) << u"a s(x y) b c"_s;
    QTest::newRow("up") << Edit([](auto& d) { d.moveBy({{2}, 2}, -1); }) << u"a b c s(x y)"_s;
    QTest::newRow("down") << Edit([](auto& d) { d.moveBy({{0}, 1}, 1); }) << u"s(x y) a b c"_s;
    QTest::newRow("up at the top") << Edit([](auto& d) { d.moveBy({{1, 0}, 1}, -1); }) << u"a s(x y) b c"_s;
    QTest::newRow("down at the end") << Edit([](auto& d) { d.moveBy({{2}, 2}, 1); }) << u"a s(x y) b c"_s;
}

void TstNetworkDocument::movesGoWhereTheyAreSent()
{
    QFETCH(Edit, edit);
    QFETCH(QString, tree);
    NetworkDocument document = fourLayers();
    edit(document);
    QCOMPARE(treeOf(document), tree);
}

void TstNetworkDocument::nothingMovesIntoItself()
{
    NetworkDocument document = fourLayers();
    QVERIFY(!document.move({{1}, 1}, {1, 0}));
    QVERIFY(!document.move({{1}, 1}, {2}));
    QVERIFY(!document.move({{9}, 1}, {0}));
    QVERIFY(!document.move({{0}, 1}, {7, 0}));
    QVERIFY(!document.canUndo());
}

void TstNetworkDocument::whatChangesNothingIsNoStep()
{
    NetworkDocument document = fourLayers();
    QVERIFY(!document.rename({0}, "a"));
    QVERIFY(!document.remove({{9}}));
    QVERIFY(!document.unwrap({0}));
    QVERIFY(!document.replace(document.network(), u"Same"_s));
    QVERIFY(!document.setOption({9}, "p", 0.5));
    QVERIFY(!document.canUndo());
}

void TstNetworkDocument::changesOfOneOptionAreOneStep()
{
    NetworkDocument document;
    document.reset(shippedNetwork());
    const NetworkSpec before = document.network();
    for (const std::int64_t width : {1, 12, 128})
        QVERIFY(document.setOption({0}, "out_channels", width));
    QCOMPARE(document.undoText(), u"Change out_channels of conv1"_s);
    document.setOption({0}, "bias", false);
    document.undo();
    QCOMPARE(std::get<std::int64_t>(document.network().layers[0].options.at("out_channels")), 128);
    document.undo();
    QVERIFY(document.network() == before);
    QVERIFY(!document.canUndo());
}

void TstNetworkDocument::defaultsAreLeftOut()
{
    NetworkDocument document;
    document.reset(shippedNetwork());
    const NetworkSpec before = document.network();
    document.setOption({0}, "dilation", std::int64_t{2});
    document.seal();
    document.setOption({0}, "dilation", std::int64_t{1});
    QVERIFY(document.network() == before);
}

void TstNetworkDocument::namesThatAreTakenGetANumber()
{
    NetworkDocument document = fourLayers();
    document.insert({4}, {plainLayer("a"), plainLayer("a")});
    QCOMPARE(treeOf(document), u"a s(x y) b c a1 a2"_s);
}

void TstNetworkDocument::undoSaysWhereItWas()
{
    NetworkDocument document = fourLayers();
    document.remove({{2}, {3}});
    QCOMPARE(document.undo(), (LayerRange{{2}, 2}));
    document.move({{0}, 1}, {4});
    QCOMPARE(document.undo(), (LayerRange{{0}, 1}));
    QCOMPARE(document.redo(), (LayerRange{{3}, 1}));
}

void TstNetworkDocument::anEditForgetsWhatWasUndone()
{
    NetworkDocument document = fourLayers();
    document.remove({{0}});
    document.undo();
    document.rename({0}, "q");
    QVERIFY(!document.canRedo());
}

void TstNetworkDocument::placesInsideOthersCountOnce()
{
    QCOMPARE(outermost({{1, 0}, {1}, {0}, {1}}), (std::vector<SpecPlace>{{0}, {1}}));
    QCOMPARE(rangeOf({{2}, {1}, {1, 0}}), (LayerRange{{1}, 2}));
    QVERIFY(!rangeOf({{0}, {2}}));
    QVERIFY(!rangeOf({}));
}

GLYPHSCOPE_TEST(TstNetworkDocument, Widgets)
#include "tst_network_document.moc"
