// SPDX-License-Identifier: GPL-3.0-or-later
// Every rule of order can be broken, and is told from what only looks like breaking it.
#include "tests/arch/order_rules.h"
#include "tests/support/test_program.h"

#include <QtTest/QTest>

using namespace glyphscope::arch;
using namespace Qt::StringLiterals;

namespace {

const QString kLicence = u"// SPDX-License-Identifier: GPL-3.0-or-later\n"_s;

QString lines(qsizetype count)
{
    return u"    work();\n"_s.repeated(count);
}

}  // namespace

class TstOrderRules : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void blanking_data();
    void blanking();
    void longFilesAreNamed();
    void functionsEndAtTheirBrace_data();
    void functionsEndAtTheirBrace();
    void longFunctionsAreNamed();
    void classesAreCountedOverAllTheirFiles_data();
    void classesAreCountedOverAllTheirFiles();
    void exceptionsMayOnlyShrink_data();
    void exceptionsMayOnlyShrink();
    void openings_data();
    void openings();
    void waiting_data();
    void waiting();
    void roomsMissingInTheReadme();
    void roomsThatOnlyTheReadmeKnows();
    void testFoldersWithoutARoom();
    void sourcesOutsideTheBuild();
};

void TstOrderRules::blanking_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("code");

    QTest::newRow("plain") << u"int a;"_s << u"int a;"_s;
    QTest::newRow("line comment") << u"a; // b\nc;"_s << u"a;     \nc;"_s;
    QTest::newRow("block comment") << u"a /* b\n{ */ c"_s << u"a     \n     c"_s;
    QTest::newRow("string") << u"f(\"a{\\\"b\");"_s << u"f(       );"_s;
    QTest::newRow("slashes in a string") << u"f(\"//\"); g();"_s << u"f(    ); g();"_s;
    QTest::newRow("character") << u"f('{', '\\'');"_s << u"f(   ,     );"_s;
    QTest::newRow("wide character") << u"f(u'\"'); g();"_s << u"f(u   ); g();"_s;
    QTest::newRow("digit separators") << u"n = 1'000'000; {"_s << u"n = 1'000'000; {"_s;
    QTest::newRow("raw string") << u"R\"x({\n)\" )x\"; a"_s << u"R    \n      ; a"_s;
    QTest::newRow("comment without end") << u"a /* b"_s << u"a     "_s;
}

void TstOrderRules::blanking()
{
    QFETCH(QString, text);
    QTEST(blankCommentsAndLiterals(text), "code");
}

void TstOrderRules::longFilesAreNamed()
{
    QVERIFY(filesAreShort({sourceFile(u"a.h"_s, lines(kMostHeaderLines)),
                           sourceFile(u"a.cpp"_s, lines(kMostSourceLines))})
                .isEmpty());
    QCOMPARE(filesAreShort({sourceFile(u"a.h"_s, lines(kMostHeaderLines + 1))}),
             QStringList{u"a.h:301: 301 lines; 300 are the most"_s});
    QCOMPARE(filesAreShort({sourceFile(u"a.cpp"_s, lines(kMostSourceLines) + u"}"_s)}).size(), 1);
}

void TstOrderRules::functionsEndAtTheirBrace_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("complaints");

    const QString shortBody = u"{\n"_s + lines(kMostFunctionLines - 2) + u"}\n"_s;
    const QString longBody = u"{\n"_s + lines(kMostFunctionLines - 1) + u"}\n"_s;
    QTest::newRow("short enough") << u"void f()\n"_s + shortBody << 0;
    QTest::newRow("too long") << u"void f()\n"_s + longBody << 1;
    QTest::newRow("two short ones") << u"void f()\n"_s + shortBody + u"\nvoid g()\n"_s + shortBody << 0;
    QTest::newRow("a long namespace") << u"namespace a {\n"_s + lines(200) + u"}\n"_s << 0;
    QTest::newRow("a long class") << u"class A {\n"_s + lines(200) + u"};\n"_s << 0;
    QTest::newRow("a long initialiser") << u"int a[] = {\n"_s + lines(200) + u"};\n"_s << 0;
    QTest::newRow("a brace in a comment") << u"// {\n/*\n{\n*/\n"_s + lines(200) + u"}\n"_s << 0;
    QTest::newRow("inside a class") << u"class A {\n    void f()\n    {\n"_s + lines(90) + u"    }\n};\n"_s
                                    << 1;
}

void TstOrderRules::functionsEndAtTheirBrace()
{
    QFETCH(QString, text);
    QTEST(int(functionsAreShort({sourceFile(u"a.cpp"_s, text)}).size()), "complaints");
}

void TstOrderRules::longFunctionsAreNamed()
{
    const QString text =
        u"\nCanvas::Canvas(QWidget* parent,\n               int size)\n    : QWidget(parent)\n{\n"_s +
        lines(90) + u"}\n"_s;
    QCOMPARE(functionsAreShort({sourceFile(u"ui/canvas/canvas.cpp"_s, text)}),
             QStringList{u"ui/canvas/canvas.cpp:5: Canvas::Canvas has 92 lines; 80 are the most"_s});
}

void TstOrderRules::classesAreCountedOverAllTheirFiles_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("member");
    QTest::addColumn<bool>("counted");

    QTest::newRow("its source") << u"ui/canvas/canvas.cpp"_s << u"void Canvas::clear()"_s << true;
    QTest::newRow("a part of it") << u"ui/canvas/canvas_input.cpp"_s << u"bool Canvas::event(QEvent*)"_s
                                  << true;
    QTest::newRow("its destructor") << u"ui/canvas/canvas_end.cpp"_s << u"Canvas::~Canvas() = default;"_s
                                    << true;
    QTest::newRow("another class") << u"ui/canvas/canvas_input.cpp"_s << u"void CanvasInput::f()"_s << false;
    QTest::newRow("one that ends alike") << u"ui/canvas/canvas_b.cpp"_s << u"void MyCanvas::f()"_s << false;
    QTest::newRow("one that only uses it") << u"ui/canvas/canvas_b.cpp"_s << u"    Canvas::tr(a);"_s << false;
    QTest::newRow("a comment") << u"ui/canvas/canvas_b.cpp"_s << u"// Canvas::clear()"_s << false;
    QTest::newRow("another folder") << u"ui/network/canvas.cpp"_s << u"void Canvas::clear()"_s << false;
    QTest::newRow("another name") << u"ui/canvas/sheet.cpp"_s << u"void Canvas::clear()"_s << false;
}

void TstOrderRules::classesAreCountedOverAllTheirFiles()
{
    QFETCH(QString, path);
    QFETCH(QString, member);
    QFETCH(bool, counted);
    // 600 lines with the header and the first source: one more line breaks the rule
    const QList<SourceFile> files{
        sourceFile(u"ui/canvas/canvas.h"_s, u"class Canvas : public QWidget {\n"_s + lines(98) + u"};\n"_s),
        sourceFile(u"ui/canvas/canvas_a.cpp"_s, u"Canvas::Canvas()\n"_s + lines(499)),
    };
    QVERIFY(classesAreShort(files).isEmpty());
    const QStringList complaints = classesAreShort(files + QList{sourceFile(path, member + u'\n')});
    QCOMPARE(
        complaints,
        counted
            ? QStringList{u"ui/canvas/canvas.h:1: Canvas has 601 lines over all its files; 600 are the most"_s}
            : QStringList());
}

void TstOrderRules::exceptionsMayOnlyShrink_data()
{
    QTest::addColumn<int>("sourceLines");
    QTest::addColumn<int>("complaints");
    QTest::newRow("as long as it was") << 697 << 0;
    QTest::newRow("shorter") << 650 << 0;
    QTest::newRow("longer") << 698 << 1;
    QTest::newRow("no exception any more") << 597 << 1;
}

void TstOrderRules::exceptionsMayOnlyShrink()
{
    QFETCH(int, sourceLines);
    const QList<SourceFile> files{
        sourceFile(u"ui/canvas/canvas.h"_s, u"class Canvas {\n};\n"_s),
        sourceFile(u"ui/canvas/canvas.cpp"_s, u"Canvas::Canvas()\n"_s + lines(sourceLines)),
    };
    QTEST(int(classesAreShort(files, {{u"Canvas"_s, 700}}).size()), "complaints");
}

void TstOrderRules::openings_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("complaints");

    const QString once = u"#pragma once\n"_s;
    QTest::newRow("source") << u"a.cpp"_s << kLicence << 0;
    QTest::newRow("header") << u"a.h"_s << kLicence + once << 0;
    QTest::newRow("no licence") << u"a.cpp"_s << u"#include <a>\n"_s << 1;
    QTest::newRow("another licence") << u"a.cpp"_s << u"// SPDX-License-Identifier: MIT\n"_s << 1;
    const QString bsd = u"// SPDX-License-Identifier: BSD-3-Clause\n"_s;
    QTest::newRow("BSD in the program") << u"model/types/a.cpp"_s << bsd << 1;
    QTest::newRow("BSD in the hooks") << u"model/hooks/src/a.cpp"_s << bsd << 0;
    QTest::newRow("BSD in the hooks' tests") << u"tests/model/hooks/tst_a.cpp"_s << bsd << 0;
    QTest::newRow("GPL in the hooks") << u"model/hooks/src/a.cpp"_s << kLicence << 1;
    QTest::newRow("no pragma") << u"a.h"_s << kLicence << 1;
    QTest::newRow("using namespace in a header")
        << u"a.h"_s << kLicence + once + u"\nusing namespace std;\n"_s << 1;
    QTest::newRow("using namespace in a source") << u"a.cpp"_s << kLicence + u"using namespace std;\n"_s << 0;
    QTest::newRow("the words in a comment")
        << u"a.h"_s << kLicence + once + u"// no using namespace\n"_s << 0;
}

void TstOrderRules::openings()
{
    QFETCH(QString, path);
    QFETCH(QString, text);
    QTEST(int(filesOpenAsTheyShould({sourceFile(path, text)}).size()), "complaints");
}

void TstOrderRules::waiting_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("code");
    QTest::addColumn<bool>("allowed");

    QTest::newRow("processEvents") << u"app/main.cpp"_s << u"QCoreApplication::processEvents();"_s << false;
    QTest::newRow("event loop") << u"app/cli/a.cpp"_s << u"QEventLoop loop;"_s << false;
    QTest::newRow("sleep_for") << u"model/training/a.cpp"_s << u"std::this_thread::sleep_for(1ms);"_s
                               << false;
    QTest::newRow("msleep") << u"app/session/a.cpp"_s << u"QThread::msleep(5);"_s << false;
    QTest::newRow("qWait") << u"tests/ui/a.cpp"_s << u"QTest::qWait(50);"_s << false;
    QTest::newRow("qWaitFor") << u"tests/ui/a.cpp"_s << u"QTest::qWaitForWindowExposed(&w);"_s << true;
    QTest::newRow("a dialog of its own loop") << u"ui/window/a.cpp"_s << u"dialog.exec();"_s << false;
    QTest::newRow("the application") << u"app/main.cpp"_s << u"return application.exec();"_s << true;
    QTest::newRow("a comment about sleep") << u"app/main.cpp"_s << u"f();  // never sleep"_s << true;
    QTest::newRow("a condition") << u"app/session/a.cpp"_s << u"m_changed.wait(lock, stop, ready);"_s << true;
}

void TstOrderRules::waiting()
{
    QFETCH(QString, path);
    QFETCH(QString, code);
    QTEST(nothingWaits({sourceFile(path, code)}).isEmpty(), "allowed");
}

void TstOrderRules::roomsMissingInTheReadme()
{
    const QStringList rooms{u"app"_s, u"model/types"_s, u"ui/style"_s};
    QVERIFY(readmeListsTheRooms(u"| `model/types` | | `ui/style/` |"_s, rooms).isEmpty());
    QCOMPARE(readmeListsTheRooms(u"| `model/types` |"_s, rooms),
             QStringList{u"no README names the room `ui/style`"_s});
    QCOMPARE(readmeListsTheRooms({}, rooms).size(), 2);
}

void TstOrderRules::roomsThatOnlyTheReadmeKnows()
{
    QCOMPARE(readmeListsTheRooms(u"`model/types` `model/magic`"_s, {u"model/types"_s}),
             QStringList{u"a README names `model/magic`, and there is no such room"_s});
}

void TstOrderRules::testFoldersWithoutARoom()
{
    const QStringList rooms{u"model/types"_s};
    QVERIFY(
        testsMirrorTheRooms({u"tests/model/types"_s, u"tests/arch"_s, u"tests/journeys"_s}, rooms).isEmpty());
    QVERIFY(testsMirrorTheRooms({u"tests/model/types"_s, u"tests/model/types/consumers"_s}, rooms).isEmpty());
    QCOMPARE(testsMirrorTheRooms({u"tests/model/type"_s}, rooms),
             (QStringList{u"tests/model/type tests no room: there is no model/type"_s,
                          u"nothing in tests/model/types tests this room"_s}));
}

void TstOrderRules::sourcesOutsideTheBuild()
{
    const BuildFile build = [](const QString& path) {
        return path == u"model/data/CMakeLists.txt" ? u"glyphscope_room(data SOURCES idx.cpp)"_s : QString();
    };
    QVERIFY(sourcesAreBuilt({sourceFile(u"model/data/idx.cpp"_s, {}), sourceFile(u"model/data/x.h"_s, {}),
                             sourceFile(u"model/data/detail/idx.cpp"_s, {})},
                            build)
                .isEmpty());
    QCOMPARE(sourcesAreBuilt({sourceFile(u"model/data/id.cpp"_s, {})}, build),
             QStringList{u"model/data/id.cpp:1: is in no CMakeLists.txt, so it is never compiled"_s});
    QCOMPARE(sourcesAreBuilt({sourceFile(u"ui/data/idx.cpp"_s, {})}, build).size(), 1);
}

GLYPHSCOPE_TEST(TstOrderRules, Core)
#include "tst_order_rules.moc"
