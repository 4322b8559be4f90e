// SPDX-License-Identifier: GPL-3.0-or-later
// Each rule passes a small good tree and complains of a small bad one.
#include "tests/arch/use_rules.h"
#include "tests/support/test_program.h"

#include <QtTest/QTest>

using namespace glyphscope::arch;
using namespace Qt::StringLiterals;

namespace {

const QString kPanel = u"class Panel : public QWidget {\n"
                       u"public:\n"
                       u"    void setPlain(int value);\n"
                       u"public Q_SLOTS:\n"
                       u"    void setRuns(const std::vector<int>& runs,\n"
                       u"                 int more);  ///< like(this)\n"
                       u"    void refresh() override;\n"
                       u"Q_SIGNALS:\n"
                       u"    void chosen(int run);\n"
                       u"private:\n"
                       u"    void choose(int run);\n"
                       u"};\n"_s;

QStringList complaintsAbout(const QString& user)
{
    return offersAreUsed({sourceFile(u"ui/runs/panel.h"_s, kPanel), sourceFile(u"app/a.cpp"_s, user)});
}

}  // namespace

class TstUseRules : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void offersAreSlotsAndSignals();
    void uses_data();
    void uses();
    void aClassDoesNotUseItselfByCalling();
    void derivedClassesSpeakForTheirBase();
    void readmes_data();
    void readmes();
};

void TstUseRules::offersAreSlotsAndSignals()
{
    const QList<Offer> offers = offersOf(sourceFile(u"ui/runs/panel.h"_s, kPanel));
    QCOMPARE(offers.size(), 2);
    QCOMPARE(offers[0].className + u' ' + offers[0].name, u"Panel setRuns"_s);
    QCOMPARE(offers[0].line, 5);
    QCOMPARE(offers[1].name, u"chosen"_s);
}

void TstUseRules::uses_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<bool>("slot");
    QTest::addColumn<bool>("signal");

    const QString declared = u"Panel* panel = window.runs();\n"_s;
    QTest::newRow("nothing") << QString() << false << false;
    QTest::newRow("a call and a connection")
        << declared + u"panel->setRuns({}, 1); connect(panel, &Panel::chosen, f);\n"_s << true << true;
    QTest::newRow("two connections")
        << u"connect(a, &A::b, p, &Panel::setRuns); connect(p, &Panel::chosen, f);\n"_s << true << true;
    QTest::newRow("by an accessor") << u"Panel* runs() const; void f() { w.runs()->setRuns({}, 1); }\n"_s
                                    << true << false;
    QTest::newRow("by a template") << u"window.panel<Panel>()->setRuns({}, 1);\n"_s << true << false;
    QTest::newRow("made on the spot") << u"auto* it = new Panel; it->setRuns({}, 1);\n"_s << true << false;
    QTest::newRow("another's of that name")
        << declared + u"other->setRuns({}, 1); connect(o, &Other::chosen, f);\n"_s << false << false;
    QTest::newRow("only a comment") << declared + u"// panel->setRuns({}, 1)\n"_s << false << false;
    QTest::newRow("a longer name") << declared + u"panel->setRunsToo({}, 1);\n"_s << false << false;
}

void TstUseRules::uses()
{
    QFETCH(QString, code);
    QFETCH(bool, slot);
    QFETCH(bool, signal);
    QStringList expected;
    if (!slot)
        expected += u"ui/runs/panel.h:5: nothing uses Panel::setRuns"_s;
    if (!signal)
        expected += u"ui/runs/panel.h:9: nothing uses Panel::chosen"_s;
    QCOMPARE(complaintsAbout(code), expected);
}

void TstUseRules::aClassDoesNotUseItselfByCalling()
{
    const SourceFile header = sourceFile(u"ui/runs/panel.h"_s, kPanel);
    const QString calls = u"void f(Panel& panel) { panel.setRuns({}, 1); }\nvoid Panel::chosen(int) {}\n"_s;
    QCOMPARE(offersAreUsed({header, sourceFile(u"ui/runs/panel.cpp"_s, calls)}).size(), 2);
    const QString connects = u"connect(a, &A::b, this, &Panel::setRuns); connect(this, &Panel::chosen, f);"_s;
    QVERIFY(offersAreUsed({header, sourceFile(u"ui/runs/panel_layout.cpp"_s, connects)}).isEmpty());
}

void TstUseRules::derivedClassesSpeakForTheirBase()
{
    const QString derived = u"class Runs : public Panel {\n};\n"_s;
    const QString uses = u"connect(r, &Runs::chosen, r, &Runs::setRuns);\n"_s;
    const SourceFile header = sourceFile(u"ui/runs/panel.h"_s, kPanel);
    QVERIFY(
        offersAreUsed({header, sourceFile(u"ui/runs/runs.h"_s, derived), sourceFile(u"app/a.cpp"_s, uses)})
            .isEmpty());
    QCOMPARE(offersAreUsed({header, sourceFile(u"app/a.cpp"_s, uses)}).size(), 2);
    // nobody has one: the slots of others are not its own
    QCOMPARE(offersAreUsed({header, sourceFile(u"app/a.cpp"_s, u"other->setRuns(r);"_s)}).size(), 2);
}

void TstUseRules::readmes_data()
{
    QTest::addColumn<QString>("readme");
    QTest::addColumn<QStringList>("complaints");

    const QString runs = u"| `ui/runs` | `panel.h` | Every training that was kept |\n"_s;
    const QString style = u"| `ui/style` | `theme.h` | Colours, fonts and icons |\n"_s;
    QTest::newRow("good") << runs + style << QStringList();
    QTest::newRow("a room is missing")
        << runs << QStringList{u"ui/README.md does not explain the room `ui/style`"_s};
    QTest::newRow("a room too many") << runs + style + u"| `ui/magic` | `a.h` | Nobody knows what |\n"_s
                                     << QStringList{
                                            u"ui/README.md explains `ui/magic`, and there is no such room"_s,
                                            u"ui/README.md names ui/magic/a.h, and there is no such file"_s};
    QTest::newRow("twice") << runs + style + style
                           << QStringList{u"ui/README.md explains `ui/style` twice"_s};
    QTest::newRow("a file that is gone")
        << runs + u"| `ui/style` | `icons.h` | Colours, fonts and icons |\n"_s
        << QStringList{u"ui/README.md names ui/style/icons.h, and there is no such file"_s};
    QTest::newRow("no file") << runs + u"| `ui/style` | none | Colours, fonts and icons |\n"_s
                             << QStringList{u"ui/README.md names no main file of `ui/style`"_s};
    QTest::newRow("no purpose") << runs + u"| `ui/style` | `theme.h` | Style |\n"_s
                                << QStringList{u"ui/README.md does not say what `ui/style` is for"_s};
}

void TstUseRules::readmes()
{
    QFETCH(QString, readme);
    const QList<SourceFile> files{sourceFile(u"ui/runs/panel.h"_s, {}), sourceFile(u"ui/style/theme.h"_s, {}),
                                  sourceFile(u"app/main.cpp"_s, {})};
    QTEST(readmeExplainsTheRooms(u"ui/README.md"_s, readme, files), "complaints");
}

GLYPHSCOPE_TEST(TstUseRules, Core)
#include "tst_use_rules.moc"
