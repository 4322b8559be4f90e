// SPDX-License-Identifier: GPL-3.0-or-later
// The rule about the modules' names can be broken, and lets through what only looks like breaking it.
#include "tests/arch/network_rules.h"
#include "tests/support/test_program.h"

#include <QtTest/QTest>

using namespace glyphscope::arch;
using namespace Qt::StringLiterals;

class TstNetworkRules : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void names_data();
    void names();
    void saysWhere();
};

void TstNetworkRules::names_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("allowed");

    const QString ui = u"ui/hooks/a.cpp"_s;
    QTest::newRow("literal") << ui << u"put(\"conv2\", 1);"_s << false;
    QTest::newRow("wide literal") << ui << u"put(u\"relu3\"_s);"_s << false;
    QTest::newRow("parameter") << ui << u"find( \"fc2.bias\");"_s << false;
    QTest::newRow("second literal") << ui << u"list{\"a\", \"pool1\"};"_s << false;
    QTest::newRow("class") << u"model/training/a.cpp"_s << u"SimpleCNN network;"_s << false;
    QTest::newRow("function") << u"app/a.cpp"_s << u"checkSimpleCnn(weights);"_s << false;
    QTest::newRow("member") << u"model/network/network.cpp"_s << u"x = fc1(x);"_s << false;
    QTest::newRow("architecture") << u"model/network/state_dict.cpp"_s << u"f(\"SimpleCNN\");"_s << false;
    QTest::newRow("comment") << ui << u"int a;  ///< \"conv1\", SimpleCNN"_s << true;
    QTest::newRow("comment of two") << ui << u"/// \"conv1\" or \"fc2.bias\"\nint a;"_s << true;
    QTest::newRow("text for users") << ui << u"tr(\"units of relu3 switched off\");"_s << true;
    QTest::newRow("another number") << ui << u"put(\"conv9\"); fc10(); m_conv1 = 0;"_s << true;
    QTest::newRow("preset") << u"model/spec/presets.cpp"_s << u"put(\"conv2\");"_s << true;
    QTest::newRow("fast path") << u"model/kernels/a.cpp"_s << u"conv2(w);"_s << true;
    QTest::newRow("fast path's wrapping") << u"model/network/features.cpp"_s << u"conv2(w);"_s << true;
}

void TstNetworkRules::names()
{
    QFETCH(QString, path);
    QFETCH(QString, text);
    QTEST(modulesAreNamedInPresetsOnly({sourceFile(path, text)}).isEmpty(), "allowed");
}

void TstNetworkRules::saysWhere()
{
    QCOMPARE(modulesAreNamedInPresetsOnly({sourceFile(u"ui/a.cpp"_s, u"int a;\nput(\"fc1\");\n"_s)}),
             QStringList{u"ui/a.cpp:2: names \"fc1\": only model/spec/presets and the fast path do"_s});
}

GLYPHSCOPE_TEST(TstNetworkRules, Core)
#include "tst_network_rules.moc"
