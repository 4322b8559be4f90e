// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/settings.h"
#include "app/settings/start_guard.h"
#include "tests/support/test_program.h"

#include <QtCore/QFile>
#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace glyphscope;
using namespace Qt::StringLiterals;

class TstStartGuard : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void noMarkMeansNoDeath();
    void markIsTakenAway();
    void markOfARunningProgramIsNoDeath();
    void markOfAProcessThatIsGone();
    void damagedMarkIsADeath();
    void settingsAreKeptAside();
    void withoutSettingsNothingIsSaid();

private:
    void writeMark(const QByteArray& text) const
    {
        QFile file(m_settings + u".starting"_s);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_settings;
};

void TstStartGuard::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings = m_folder->filePath(u"new/settings.json"_s);
}

void TstStartGuard::noMarkMeansNoDeath()
{
    QVERIFY(!StartGuard(m_settings).lastStartDied());
}

void TstStartGuard::markIsTakenAway()
{
    const StartGuard guard(m_settings);
    guard.begin();
    QVERIFY(QFile::exists(m_settings + u".starting"_s));
    guard.done();
    QVERIFY(!QFile::exists(m_settings + u".starting"_s));
}

void TstStartGuard::markOfARunningProgramIsNoDeath()
{
    StartGuard(m_settings).begin();
    QVERIFY(!StartGuard(m_settings).lastStartDied());
    writeMark("1");  // init
    QVERIFY(!StartGuard(m_settings).lastStartDied());
}

void TstStartGuard::markOfAProcessThatIsGone()
{
    QProcess process;
    process.start(u"true"_s, {});
    QVERIFY(process.waitForStarted());
    const qint64 number = process.processId();
    QVERIFY(process.waitForFinished());
    StartGuard(m_settings).begin();
    writeMark(QByteArray::number(number));
    QVERIFY(StartGuard(m_settings).lastStartDied());
}

void TstStartGuard::damagedMarkIsADeath()
{
    StartGuard(m_settings).begin();
    writeMark("half a");
    QVERIFY(StartGuard(m_settings).lastStartDied());
}

void TstStartGuard::settingsAreKeptAside()
{
    Settings settings;
    settings.pen = 2;
    saveSettings(m_settings, settings);
    const QString said = setSettingsAside(m_settings);
    QVERIFY2(said.contains(u"settings.json.bad"_s), qPrintable(said));
    QVERIFY(!QFile::exists(m_settings));
    QString notice;
    QCOMPARE(loadSettings(m_settings + u".bad"_s, &notice).pen, 2.0);
}

void TstStartGuard::withoutSettingsNothingIsSaid()
{
    QCOMPARE(setSettingsAside(m_settings), QString());
}

GLYPHSCOPE_TEST(TstStartGuard, Core)
#include "tst_start_guard.moc"
