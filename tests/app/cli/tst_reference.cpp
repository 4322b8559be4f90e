// SPDX-License-Identifier: GPL-3.0-or-later
// app/cli/README.md says every command and every option that the program has, and no other.
#include "tests/app/cli/program.h"
#include "tests/support/test_program.h"

#include <QtCore/QFile>
#include <QtCore/QRegularExpression>
#include <QtCore/QSet>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace glyphscope::test;
using namespace Qt::StringLiterals;

class TstReference : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void sectionsAreTheCommands();
    void optionsAreThoseOfTheHelp_data();
    void optionsAreThoseOfTheHelp();

private:
    QTemporaryDir m_folder;
    QMap<QString, QString> m_sections;  ///< by command
};

namespace {

QSet<QString> optionsIn(const QString& text)
{
    static const QRegularExpression option(u"--([a-z][a-z-]*)"_s);
    QSet<QString> names;
    for (auto match = option.globalMatch(text); match.hasNext();)
        names << match.next().captured(1);
    return names;
}

/// Those that every command has are said once, above the sections.
const QSet<QString> kCommon{u"model"_s, u"device"_s, u"threads"_s, u"json"_s, u"help"_s, u"version"_s};

}  // namespace

void TstReference::initTestCase()
{
    QFile file(QStringLiteral(GLYPHSCOPE_SOURCE_DIR "/app/cli/README.md"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QStringList parts = QString::fromUtf8(file.readAll()).split(u"\n## "_s);
    QVERIFY((kCommon - optionsIn(parts.first())).isEmpty());
    for (const QString& part : parts.mid(1))
        m_sections[part.section(u'\n', 0, 0)] = part;
}

void TstReference::sectionsAreTheCommands()
{
    static const QRegularExpression named(u"^(?:Usage:| {6}) glyphscope ([a-z]+)"_s,
                                          QRegularExpression::MultilineOption);
    const Outcome help = run(m_folder.path(), {u"--help"_s});
    QSet<QString> commands;
    for (auto match = named.globalMatch(QString::fromUtf8(help.out)); match.hasNext();)
        commands << match.next().captured(1);
    const QStringList sections = m_sections.keys();
    QCOMPARE(QSet<QString>(sections.begin(), sections.end()), commands);
}

void TstReference::optionsAreThoseOfTheHelp_data()
{
    QTest::addColumn<QString>("command");
    for (const QString& command : m_sections.keys())
        QTest::newRow(qPrintable(command)) << command;
}

void TstReference::optionsAreThoseOfTheHelp()
{
    QFETCH(QString, command);
    const Outcome help = run(m_folder.path(), {command, u"--help"_s});
    static const QRegularExpression line(u"^  (?:-., )?--[^\\n]*"_s, QRegularExpression::MultilineOption);
    QSet<QString> offered;
    for (auto match = line.globalMatch(QString::fromUtf8(help.out)); match.hasNext();)
        offered += optionsIn(match.next().captured().left(30));
    QSet<QString> told = optionsIn(m_sections[command]);
    told -= kCommon;
    offered -= kCommon;
    offered.remove(u"help-all"_s);
    QCOMPARE(QStringList((told - offered).values()), QStringList());
    QCOMPARE(QStringList((offered - told).values()), QStringList());
}

GLYPHSCOPE_TEST(TstReference, Core)
#include "tst_reference.moc"
