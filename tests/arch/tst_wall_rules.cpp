// SPDX-License-Identifier: GPL-3.0-or-later
// Every wall can be hit: each rule passes a small good tree and complains of a small bad one.
#include "tests/arch/wall_rules.h"
#include "tests/support/test_program.h"

#include <QtTest/QTest>

using namespace glyphscope::arch;
using namespace Qt::StringLiterals;

namespace {

SourceFile withInclude(const QString& path, const QString& include)
{
    return sourceFile(path, u"// SPDX\n\n#include "_s + include + u'\n');
}

}  // namespace

class TstWallRules : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void includesAreFoundWithTheirLines();
    void includesInCommentsDoNotCount();
    void roomsAreTheFirstTwoFolders();
    void arrows_data();
    void arrows();
    void unknownRoomsAreNamed();
    void libraries_data();
    void libraries();
    void torchDirectly_data();
    void torchDirectly();
    void torchByWayOfOthersIsShown();
    void circlesOfIncludesEnd();
    void connecting_data();
    void connecting();
};

void TstWallRules::includesAreFoundWithTheirLines()
{
    const auto found =
        includesOf(sourceFile(u"a.h"_s, u"\n#include \"ui/a.h\"\n  # include <vector> // why\n"_s));
    QCOMPARE(found.size(), 2);
    QCOMPARE(found[0].target, u"ui/a.h"_s);
    QCOMPARE(found[0].line, 2);
    QVERIFY(found[0].quoted);
    QCOMPARE(found[1].target, u"vector"_s);
    QVERIFY(!found[1].quoted);
}

void TstWallRules::includesInCommentsDoNotCount()
{
    QVERIFY(includesOf(sourceFile(u"a.h"_s, u"// #include <a>\n/*\n#include <b>\n*/\n"_s)).isEmpty());
    QVERIFY(includesOf(sourceFile(u"a.h"_s, u"auto s = R\"(\n#include <c>\n)\";\n"_s)).isEmpty());
}

void TstWallRules::roomsAreTheFirstTwoFolders()
{
    QCOMPARE(roomOf(u"model/engine/detail/simple_cnn.h"_s), u"model/engine"_s);
    QCOMPARE(roomOf(u"ui/canvas/canvas.cpp"_s), u"ui/canvas"_s);
    QCOMPARE(roomOf(u"app/main.cpp"_s), u"app"_s);
}

void TstWallRules::arrows_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("include");
    QTest::addColumn<bool>("allowed");

    QTest::newRow("a room to itself") << u"model/data/a.cpp"_s << u"\"model/data/a.h\""_s << true;
    QTest::newRow("data to types") << u"model/data/a.h"_s << u"\"model/types/raster.h\""_s << true;
    QTest::newRow("data to preprocess") << u"model/data/a.h"_s << u"\"model/preprocess/a.h\""_s << false;
    QTest::newRow("types to data") << u"model/types/a.h"_s << u"\"model/data/a.h\""_s << false;
    QTest::newRow("spec to types") << u"model/spec/a.h"_s << u"\"model/types/raster.h\""_s << true;
    QTest::newRow("kernels to spec") << u"model/kernels/a.h"_s << u"\"model/spec/presets.h\""_s << true;
    QTest::newRow("types to spec") << u"model/types/a.h"_s << u"\"model/spec/presets.h\""_s << false;
    QTest::newRow("spec to kernels") << u"model/spec/a.h"_s << u"\"model/kernels/a.h\""_s << false;
    QTest::newRow("ui to spec") << u"ui/hooks/a.h"_s << u"\"model/spec/presets.h\""_s << true;
    QTest::newRow("hooks to network") << u"model/hooks/a.h"_s << u"\"model/network/a.h\""_s << false;
    QTest::newRow("hooks to data") << u"model/hooks/a.h"_s << u"\"model/data/a.h\""_s << false;
    QTest::newRow("network to hooks") << u"model/network/a.h"_s << u"\"torch_hooks/a.h\""_s << true;
    QTest::newRow("hooks to hooks") << u"model/hooks/src/a.cpp"_s << u"\"torch_hooks/a.h\""_s << true;
    QTest::newRow("hooks to types") << u"model/hooks/src/a.cpp"_s << u"\"model/types/a.h\""_s << false;
    QTest::newRow("data to hooks") << u"model/data/a.h"_s << u"\"torch_hooks/a.h\""_s << false;
    QTest::newRow("ui to hooks") << u"ui/hooks/a.h"_s << u"\"torch_hooks/a.h\""_s << false;
    QTest::newRow("network to training") << u"model/network/a.h"_s << u"\"model/training/a.h\""_s << false;
    QTest::newRow("training to preprocess")
        << u"model/training/a.h"_s << u"\"model/preprocess/a.h\""_s << true;
    QTest::newRow("training to recognition")
        << u"model/training/a.h"_s << u"\"model/recognition/a.h\""_s << false;
    QTest::newRow("engine to training") << u"model/engine/a.cpp"_s << u"\"model/training/a.h\""_s << true;
    QTest::newRow("training to engine") << u"model/training/a.cpp"_s << u"\"model/engine/a.h\""_s << false;
    QTest::newRow("model to ui") << u"model/types/a.h"_s << u"\"ui/style/theme.h\""_s << false;
    QTest::newRow("engine to app") << u"model/engine/a.h"_s << u"\"app/settings/a.h\""_s << false;
    QTest::newRow("ui to types") << u"ui/canvas/a.h"_s << u"\"model/types/drawing.h\""_s << true;
    QTest::newRow("window to panel") << u"ui/window/a.h"_s << u"\"ui/canvas/a.h\""_s << true;
    QTest::newRow("panel to panel") << u"ui/runs/a.h"_s << u"\"ui/training/a.h\""_s << false;
    QTest::newRow("panel to widgets") << u"ui/runs/a.h"_s << u"\"ui/widgets/a.h\""_s << true;
    QTest::newRow("panel to curves") << u"ui/runs/a.h"_s << u"\"ui/curves/a.h\""_s << true;
    QTest::newRow("curves to text") << u"ui/curves/a.h"_s << u"\"ui/text/a.h\""_s << true;
    QTest::newRow("curves to widgets") << u"ui/curves/a.h"_s << u"\"ui/widgets/a.h\""_s << true;
    QTest::newRow("widgets to curves") << u"ui/widgets/a.h"_s << u"\"ui/curves/a.h\""_s << false;
    QTest::newRow("widgets to panel") << u"ui/widgets/a.h"_s << u"\"ui/canvas/a.h\""_s << false;
    QTest::newRow("text to widgets") << u"ui/text/a.h"_s << u"\"ui/widgets/a.h\""_s << false;
    QTest::newRow("style to text") << u"ui/style/a.h"_s << u"\"ui/text/a.h\""_s << false;
    QTest::newRow("ui to preprocess") << u"ui/canvas/a.cpp"_s << u"\"model/preprocess/a.h\""_s << false;
    QTest::newRow("ui to app") << u"ui/window/a.cpp"_s << u"\"app/session/a.h\""_s << false;
    QTest::newRow("session to engine") << u"app/session/a.h"_s << u"\"model/engine/engine.h\""_s << true;
    QTest::newRow("session to ui") << u"app/session/a.h"_s << u"\"ui/canvas/canvas.h\""_s << false;
    QTest::newRow("session to files") << u"app/session/a.h"_s << u"\"app/files/a.h\""_s << false;
    QTest::newRow("settings to model") << u"app/settings/a.h"_s << u"\"model/types/a.h\""_s << true;
    QTest::newRow("settings to ui") << u"app/settings/a.h"_s << u"\"ui/curves/a.h\""_s << false;
    QTest::newRow("wiring to session") << u"app/wiring.cpp"_s << u"\"app/session/a.h\""_s << true;
    QTest::newRow("wiring to window") << u"app/wiring.cpp"_s << u"\"ui/window/a.h\""_s << true;
    QTest::newRow("wiring to controllers") << u"app/wiring.h"_s << u"\"app/controllers/a.h\""_s << true;
    QTest::newRow("controllers to session") << u"app/controllers/a.h"_s << u"\"app/session/a.h\""_s << true;
    QTest::newRow("controllers to files") << u"app/controllers/a.cpp"_s << u"\"app/files/a.h\""_s << true;
    QTest::newRow("controllers to settings")
        << u"app/controllers/a.cpp"_s << u"\"app/settings/a.h\""_s << true;
    QTest::newRow("controllers to panel") << u"app/controllers/a.cpp"_s << u"\"ui/runs/a.h\""_s << true;
    QTest::newRow("controllers to model") << u"app/controllers/a.cpp"_s << u"\"model/data/a.h\""_s << true;
    QTest::newRow("controllers to window") << u"app/controllers/a.cpp"_s << u"\"ui/window/a.h\""_s << false;
    QTest::newRow("controllers to wiring") << u"app/controllers/a.cpp"_s << u"\"app/wiring.h\""_s << false;
    QTest::newRow("controllers to cli") << u"app/controllers/a.cpp"_s << u"\"app/cli/a.h\""_s << false;
    QTest::newRow("session to controllers")
        << u"app/session/a.cpp"_s << u"\"app/controllers/a.h\""_s << false;
    QTest::newRow("cli to files") << u"app/cli/a.cpp"_s << u"\"app/files/a.h\""_s << true;
    QTest::newRow("cli to window") << u"app/cli/a.cpp"_s << u"\"ui/window/a.h\""_s << false;
    QTest::newRow("tour to window") << u"app/tour/a.cpp"_s << u"\"ui/window/a.h\""_s << true;
    QTest::newRow("tour to controllers") << u"app/tour/a.cpp"_s << u"\"app/controllers/a.h\""_s << false;
    QTest::newRow("files to widgets") << u"app/files/a.cpp"_s << u"\"ui/widgets/a.h\""_s << true;
    QTest::newRow("files to panel") << u"app/files/a.cpp"_s << u"\"ui/canvas/a.h\""_s << false;
    QTest::newRow("settings to session") << u"app/settings/a.cpp"_s << u"\"app/session/a.h\""_s << false;
}

void TstWallRules::arrows()
{
    QFETCH(QString, path);
    QFETCH(QString, include);
    QFETCH(bool, allowed);
    const QStringList complaints = roomsFollowTheArrows({withInclude(path, include)});
    QCOMPARE(complaints.isEmpty(), allowed);
    if (!allowed)
        QVERIFY2(complaints.first().startsWith(path + u":3: "_s), qPrintable(complaints.first()));
}

void TstWallRules::unknownRoomsAreNamed()
{
    const QStringList complaints = roomsFollowTheArrows({sourceFile(u"model/managers/a.h"_s, {})});
    QCOMPARE(complaints, QStringList{u"model/managers/a.h:1: model/managers is no room of the house"_s});
}

void TstWallRules::libraries_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("include");
    QTest::addColumn<bool>("allowed");

    QTest::newRow("std in model") << u"model/types/a.h"_s << u"<vector>"_s << true;
    QTest::newRow("zlib in model") << u"model/data/a.cpp"_s << u"<zlib.h>"_s << true;
    QTest::newRow("Qt module in model") << u"model/types/a.h"_s << u"<QtCore/QString>"_s << false;
    QTest::newRow("Qt class in model") << u"model/types/a.h"_s << u"<QString>"_s << false;
    QTest::newRow("LibTorch in hooks") << u"model/hooks/src/a.cpp"_s << u"<torch/torch.h>"_s << true;
    QTest::newRow("JSON in hooks") << u"model/hooks/src/a.cpp"_s << u"<nlohmann/json.hpp>"_s << false;
    QTest::newRow("Qt in quotes in model") << u"model/types/a.h"_s << u"\"qstring.h\""_s << true;
    QTest::newRow("Qt in ui") << u"ui/style/a.h"_s << u"<QtGui/QColor>"_s << true;
    QTest::newRow("std in ui") << u"ui/style/a.h"_s << u"<array>"_s << true;
    QTest::newRow("moc in ui") << u"ui/style/a.cpp"_s << u"\"a.moc\""_s << true;
    QTest::newRow("JSON in ui") << u"ui/style/a.cpp"_s << u"<nlohmann/json.hpp>"_s << false;
    QTest::newRow("POSIX in ui") << u"ui/style/a.cpp"_s << u"<unistd.h>"_s << false;
    QTest::newRow("Qt Core in a session") << u"app/session/a.h"_s << u"<QtCore/QObject>"_s << true;
    QTest::newRow("POSIX in a session") << u"app/session/a.cpp"_s << u"<sys/resource.h>"_s << true;
    QTest::newRow("zlib in a session") << u"app/session/a.cpp"_s << u"<zlib.h>"_s << false;
    QTest::newRow("Qt Gui in a session") << u"app/session/a.h"_s << u"<QtGui/QImage>"_s << false;
    QTest::newRow("Qt Gui in files") << u"app/files/a.h"_s << u"<QtGui/QImage>"_s << true;
}

void TstWallRules::libraries()
{
    QFETCH(QString, path);
    QFETCH(QString, include);
    QFETCH(bool, allowed);
    QCOMPARE(librariesStayInTheirRooms({withInclude(path, include)}).isEmpty(), allowed);
}

void TstWallRules::torchDirectly_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<bool>("allowed");

    QTest::newRow("source of training") << u"model/training/a.cpp"_s << true;
    QTest::newRow("header of training") << u"model/training/a.h"_s << false;
    QTest::newRow("detail header of training") << u"model/training/detail/a.h"_s << true;
    QTest::newRow("header of hooks") << u"model/hooks/a.h"_s << true;
    QTest::newRow("source of types") << u"model/types/a.cpp"_s << false;
    QTest::newRow("source of checkpoint") << u"model/checkpoint/a.cpp"_s << false;
    QTest::newRow("ui") << u"ui/window/a.cpp"_s << false;
    QTest::newRow("detail of ui") << u"ui/window/detail/a.h"_s << false;
    QTest::newRow("app") << u"app/main.cpp"_s << false;
}

void TstWallRules::torchDirectly()
{
    QFETCH(QString, path);
    QFETCH(bool, allowed);
    for (const QString& header : {u"<torch/torch.h>"_s, u"<ATen/ATen.h>"_s, u"<c10/util/Optional.h>"_s})
        QCOMPARE(torchStaysBehindTheEngine({withInclude(path, header)}).isEmpty(), allowed);
}

void TstWallRules::torchByWayOfOthersIsShown()
{
    const QList<SourceFile> files{
        withInclude(u"app/session/s.cpp"_s, u"\"model/engine/e.h\""_s),
        withInclude(u"model/engine/e.h"_s, u"\"model/network/detail/n.h\""_s),
        withInclude(u"model/network/detail/n.h"_s, u"<torch/nn.h>"_s),
        withInclude(u"model/training/t.cpp"_s, u"\"model/network/detail/n.h\""_s),
    };
    const QStringList complaints = torchStaysBehindTheEngine(files);
    QCOMPARE(complaints.size(), 2);
    QVERIFY2(complaints[0].endsWith(
                 u"app/session/s.cpp > model/engine/e.h > model/network/detail/n.h > torch/nn.h"),
             qPrintable(complaints[0]));
    QVERIFY(complaints[1].startsWith(u"model/engine/e.h:"));

    const QStringList byHooks =
        torchStaysBehindTheEngine({withInclude(u"model/kernels/k.h"_s, u"\"torch_hooks/hooked.h\""_s),
                                   withInclude(u"model/hooks/torch_hooks/hooked.h"_s, u"<torch/torch.h>"_s)});
    QCOMPARE(byHooks.size(), 1);
    QVERIFY(byHooks[0].endsWith(u"model/kernels/k.h > model/hooks/torch_hooks/hooked.h > torch/torch.h"));
}

void TstWallRules::circlesOfIncludesEnd()
{
    QVERIFY(torchStaysBehindTheEngine(
                {withInclude(u"ui/a.h"_s, u"\"ui/b.h\""_s), withInclude(u"ui/b.h"_s, u"\"ui/a.h\""_s)})
                .isEmpty());
}

void TstWallRules::connecting_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("allowed");

    const QString both = u"#include \"ui/canvas/c.h\"\n#include \"app/session/s.h\"\n"_s;
    const QString connects = u"void f() { QObject::connect(a, b); }\n"_s;
    QTest::newRow("the wiring") << u"app/wiring.cpp"_s << both + connects << true;
    QTest::newRow("another part of the wiring") << u"app/wiring_training.cpp"_s << both + connects << false;
    QTest::newRow("a controller") << u"app/controllers/a.cpp"_s << both + connects << true;
    QTest::newRow("main connects") << u"app/main.cpp"_s << both + connects << false;
    QTest::newRow("main only makes them") << u"app/main.cpp"_s << both << true;
    QTest::newRow("a word in a comment") << u"app/main.cpp"_s << both + u"// connect(a, b)\n"_s << true;
    QTest::newRow("widgets only") << u"app/cli/tour.cpp"_s << u"#include \"ui/canvas/c.h\"\n"_s + connects
                                  << true;
}

void TstWallRules::connecting()
{
    QFETCH(QString, path);
    QFETCH(QString, text);
    QFETCH(bool, allowed);
    QCOMPARE(onlyControllersConnect({sourceFile(path, text)}).isEmpty(), allowed);
}

GLYPHSCOPE_TEST(TstWallRules, Core)
#include "tst_wall_rules.moc"
