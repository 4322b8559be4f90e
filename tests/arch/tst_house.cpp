// SPDX-License-Identifier: GPL-3.0-or-later
// The source tree keeps to the house: walls between the rooms, order inside them.
#include "tests/arch/class_rules.h"
#include "tests/arch/network_rules.h"
#include "tests/arch/order_rules.h"
#include "tests/arch/text_rules.h"
#include "tests/arch/use_rules.h"
#include "tests/arch/wall_rules.h"
#include "tests/support/test_program.h"

#include <QtCore/QFile>
#include <QtTest/QTest>

#include <algorithm>

namespace arch = glyphscope::arch;
using arch::SourceFile;
using namespace Qt::StringLiterals;

namespace {

/// Classes that are still longer, and how long: none. See LongClasses.
const arch::LongClasses kLongClasses;

}  // namespace

class TstHouse : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void roomsFollowTheArrows() { report(arch::roomsFollowTheArrows(m_rooms)); }
    void librariesStayInTheirRooms() { report(arch::librariesStayInTheirRooms(m_rooms)); }
    void torchStaysBehindTheEngine() { report(arch::torchStaysBehindTheEngine(m_rooms)); }
    void onlyControllersConnect() { report(arch::onlyControllersConnect(m_rooms)); }
    void filesAreShort() { report(arch::filesAreShort(m_all)); }
    void functionsAreShort() { report(arch::functionsAreShort(m_all)); }
    void classesAreShort() { report(arch::classesAreShort(m_rooms, kLongClasses)); }
    void filesOpenAsTheyShould() { report(arch::filesOpenAsTheyShould(m_all)); }
    void modulesAreNamedInPresetsOnly() { report(arch::modulesAreNamedInPresetsOnly(m_rooms)); }
    void nothingWaits() { report(arch::nothingWaits(m_all)); }
    void classesAreCounted() { report(arch::classesAreCounted(m_rooms)); }
    void errorsAreTranslated() { report(arch::errorsAreTranslated(m_rooms)); }
    void sentencesAreWhole() { report(arch::sentencesAreWhole(m_rooms)); }
    void wordsAreTranslated() { report(arch::wordsAreTranslated(m_rooms)); }
    void pluralsAreLeftToTheLanguage() { report(arch::pluralsAreLeftToTheLanguage(m_rooms)); }
    void sourcesAreBuilt() { report(arch::sourcesAreBuilt(m_all, read)); }
    void readmesListTheRooms()
    {
        report(arch::readmeListsTheRooms(
            read(u"app/README.md"_s) + read(u"model/README.md"_s) + read(u"ui/README.md"_s), m_roomNames));
    }
    void offersAreUsed() { report(arch::offersAreUsed(m_rooms)); }
    void readmesExplainTheirRooms()
    {
        for (const QString& path : {u"app/README.md"_s, u"model/README.md"_s, u"ui/README.md"_s})
            report(arch::readmeExplainsTheRooms(path, read(path), m_rooms));
    }
    void testsMirrorTheRooms() { report(arch::testsMirrorTheRooms(arch::foldersOf(m_tests), m_roomNames)); }

private:
    static QString read(const QString& path)
    {
        QFile file(QStringLiteral(GLYPHSCOPE_SOURCE_DIR "/") + path);
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    }

    static void report(const QStringList& complaints)
    {
        QVERIFY2(complaints.isEmpty(), qPrintable(u'\n' + complaints.join(u'\n')));
    }

    QList<SourceFile> m_rooms;  ///< app, model and ui
    QList<SourceFile> m_tests;
    QList<SourceFile> m_all;
    QStringList m_roomNames;
};

void TstHouse::initTestCase()
{
    const QString root = QStringLiteral(GLYPHSCOPE_SOURCE_DIR);
    m_rooms = arch::readSources(root, {u"app"_s, u"model"_s, u"ui"_s});
    m_tests = arch::readSources(root, {u"tests"_s});
    m_all = m_rooms + m_tests;
    for (const SourceFile& file : m_rooms)
        m_roomNames += arch::roomOf(file.path);
    m_roomNames.removeDuplicates();
    // An empty tree would break no rule.
    QVERIFY(m_roomNames.contains(u"model/types"));
    QVERIFY(m_tests.size() > 3);
}

GLYPHSCOPE_TEST(TstHouse, Core)
#include "tst_house.moc"
