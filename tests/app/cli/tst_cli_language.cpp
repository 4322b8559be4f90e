// SPDX-License-Identifier: GPL-3.0-or-later
// The language of the command line: from the environment, for all that people read, and not for what programs
// read.
#include "tests/app/cli/program.h"
#include "tests/support/test_program.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace glyphscope;
using namespace glyphscope::test;
using namespace Qt::StringLiterals;

namespace {

/// The program with `settings` ("LANG=zh_CN.UTF-8") and no other word of languages in its environment.
Outcome runWith(const QStringList& settings, const QString& folder, const QStringList& arguments)
{
    QProcess process;
    prepare(process, folder);
    QProcessEnvironment environment = process.processEnvironment();
    for (const char* name : {"LANG", "LANGUAGE", "LC_ALL", "LC_MESSAGES", "GLYPHSCOPE_LANGUAGE"})
        environment.remove(QLatin1StringView(name));
    for (const QString& setting : settings)
        environment.insert(setting.section(u'=', 0, 0), setting.section(u'=', 1));
    process.setProcessEnvironment(environment);
    process.setArguments(arguments);
    process.start();
    return outcomeOf(process);
}

}  // namespace

class TstCliLanguage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void helpSpeaksIt_data();
    void helpSpeaksIt();
    void everyCommandHasHelpInIt_data();
    void everyCommandHasHelpInIt();
    void errorsSpeakIt();
    void programsReadTheSame();

private:
    QTemporaryDir m_folder;
};

void TstCliLanguage::helpSpeaksIt_data()
{
    QTest::addColumn<QStringList>("settings");
    QTest::addColumn<bool>("chinese");
    QTest::newRow("nothing") << QStringList{} << false;
    QTest::newRow("LANG") << QStringList{u"LANG=zh_CN.UTF-8"_s} << true;
    QTest::newRow("LC_ALL") << QStringList{u"LC_ALL=zh_CN.UTF-8"_s, u"LANG=de_DE.UTF-8"_s} << true;
    QTest::newRow("LANGUAGE") << QStringList{u"LANG=en_US.UTF-8"_s, u"LANGUAGE=zh_CN:en"_s} << true;
    QTest::newRow("English before Chinese")
        << QStringList{u"LANG=zh_CN.UTF-8"_s, u"LANGUAGE=en:zh_CN"_s} << false;
    QTest::newRow("GLYPHSCOPE_LANGUAGE")
        << QStringList{u"LANG=C.UTF-8"_s, u"GLYPHSCOPE_LANGUAGE=zh_CN"_s} << true;
    QTest::newRow("GLYPHSCOPE_LANGUAGE comes first")
        << QStringList{u"LANG=zh_CN.UTF-8"_s, u"GLYPHSCOPE_LANGUAGE=en"_s} << false;
    QTest::newRow("German") << QStringList{u"LANG=de_DE.UTF-8"_s} << false;
}

void TstCliLanguage::helpSpeaksIt()
{
    QFETCH(QStringList, settings);
    QFETCH(bool, chinese);
    const Outcome help = runWith(settings, m_folder.path(), {u"--help"_s});
    QCOMPARE(help.status, 0);
    QCOMPARE(QString::fromUtf8(help.out).startsWith(u"用法："), chinese);
    QCOMPARE(help.out.startsWith("Usage:"), !chinese);
    QVERIFY(help.err.isEmpty());
}

void TstCliLanguage::everyCommandHasHelpInIt_data()
{
    QTest::addColumn<QString>("command");
    for (const char* command : {"predict", "evaluate", "calibrate", "train", "finetune", "runs", "network",
                                "inspect", "convert", "bench", "tour"})
        QTest::newRow(command) << QString::fromLatin1(command);
}

void TstCliLanguage::everyCommandHasHelpInIt()
{
    QFETCH(QString, command);
    const Outcome help = runWith({u"LANG=zh_CN.UTF-8"_s}, m_folder.path(), {command, u"--help"_s});
    QCOMPARE(help.status, 0);
    const QString text = QString::fromUtf8(help.out);
    QVERIFY2(text.startsWith(u"用法：glyphscope "_s + command), help.out.constData());
    QVERIFY(!text.contains(u"print this help"_s) && !text.contains(u"Options:"_s));
}

void TstCliLanguage::errorsSpeakIt()
{
    const Outcome missing =
        runWith({u"LANG=zh_CN.UTF-8"_s}, m_folder.path(), {u"predict"_s, u"nothing.png"_s});
    QCOMPARE(missing.status, 1);
    QCOMPARE(QString::fromUtf8(missing.err),
             u"glyphscope: nothing.png：没有这个文件。请检查名称和文件夹。\n"_s);
    const Outcome wrong = runWith({u"LANG=zh_CN.UTF-8"_s}, m_folder.path(), {u"guess"_s});
    QCOMPARE(wrong.status, 2);
    QVERIFY(QString::fromUtf8(wrong.err).contains(u"没有命令“guess”"_s));
}

void TstCliLanguage::programsReadTheSame()
{
    const QString ink = m_folder.filePath(u"ink.inkml"_s);
    write(ink, onesAndSevens(2));
    for (const QStringList& arguments : {QStringList{u"predict"_s, ink, u"--json"_s},
                                         QStringList{u"evaluate"_s, u"--ink"_s, ink, u"--json"_s}}) {
        const Outcome english = runWith({u"LANG=en_US.UTF-8"_s}, m_folder.path(), arguments);
        const Outcome chinese = runWith({u"LANG=zh_CN.UTF-8"_s}, m_folder.path(), arguments);
        QCOMPARE(english.status, 0);
        QVERIFY(!english.json().isEmpty());
        QCOMPARE(chinese.out, english.out);
    }
}

GLYPHSCOPE_TEST(TstCliLanguage, Core)
#include "tst_cli_language.moc"
