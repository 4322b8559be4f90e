// SPDX-License-Identifier: GPL-3.0-or-later
// Files of UNIPEN's that include others: which are found, and which nobody gets to read.
#include "app/files/drawing_file.h"
#include "app/files/unipen.h"
#include "model/types/error.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QTemporaryDir>
#include <QtTest/QtTest>

#include <memory>

using namespace glyphscope;
using namespace Qt::StringLiterals;

namespace {

const QByteArray kIncludingHead = ".VERSION 1.0\n.COORD X Y\n";
const QByteArray kIncludedPoints = ".PEN_DOWN\n1 2\n3 4\n.PEN_UP\n";

QString includeMessageOf(const QByteArray& bytes, const QString& path)
{
    try {
        std::ignore = readUnipen(bytes, path);
    } catch (const Error& error) {
        return QString::fromUtf8(error.what());
    }
    return u"was read"_s;
}

}  // namespace

class TstUnipenInclude : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void includesAreFound();
    void contributorIsTheFirstFolder();
    void errorsNameTheIncludedFile();
    void everythingInAnyCase();
    void theSameSpellingGoesFirst();
    void missingDocumentationIsNoted_data();
    void missingDocumentationIsNoted();
    void refusesIncludes_data();
    void refusesIncludes();
    void linksLeadNowhere();

private:
    QString at(const QString& name) const { return m_folder->filePath(name); }
    void write(const QString& name, const QByteArray& bytes) const;
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TstUnipenInclude::init()
{
    test::failOnQtWarnings();
    m_folder = std::make_unique<QTemporaryDir>();
}

void TstUnipenInclude::write(const QString& name, const QByteArray& bytes) const
{
    QVERIFY(QDir().mkpath(QFileInfo(at(name)).absolutePath()));
    QFile file(at(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

void TstUnipenInclude::includesAreFound()
{
    write(u"include/abc/abc.doc"_s, ".COORD Y X\n.COMMENT a doc\n");
    write(u"include/abc/data/w1.dat"_s, ".INCLUDE more/w1b.dat\n.PEN_DOWN\n7 7\n");
    write(u"include/abc/data/more/w1b.dat"_s, kIncludedPoints);
    const QByteArray main =
        ".VERSION 1.0\n.INCLUDE abc/abc.doc\n.INCLUDE abc/data/w1.dat\n.INCLUDE near.seg\n";
    write(u"data/1a/abc/w1.dat"_s, main);
    write(u"data/1a/abc/near.seg"_s, ".SEGMENT CHARACTER 0-1 ? \"7\"\n");
    const auto drawings = loadDrawings(at(u"data/1a/abc/w1.dat"_s)).drawings;
    QCOMPARE(drawings.size(), std::size_t(1));
    QCOMPARE(drawings[0].drawing.strokes.size(), std::size_t(2));
    QCOMPARE(drawings[0].truth, std::string("7"));
    QCOMPARE(QString::fromStdString(drawings[0].id), u"abc/w1:0-1"_s);
    QVERIFY(drawings[0].drawing.strokes[0].points[1] ==
            (Point{2, 4}));  // Y X, from (2, 1) to (4, 3); (7, 7) on top
}

void TstUnipenInclude::contributorIsTheFirstFolder()
{
    write(u"include/ibm/ibm0.doc"_s, ".COORD X Y\n");
    const auto drawings =
        readUnipen(".INCLUDE ibm/ibm0.doc\n" + kIncludedPoints + ".SEGMENT CHARACTER 0 ? \"7\"\n",
                   at(u"data/1a/ibm/ibm0/r0007.dat"_s));
    QCOMPARE(QString::fromStdString(drawings.at(0).id), u"ibm/r0007:0"_s);
}

void TstUnipenInclude::errorsNameTheIncludedFile()
{
    write(u"main.dat"_s, kIncludingHead + ".INCLUDE bad.dat\n");
    write(u"bad.dat"_s, ".COMMENT\n\n.PEN_DOWN\n1 2\n\n3 x\n5 6\n");
    const QString message = includeMessageOf(kIncludingHead + ".INCLUDE bad.dat\n", at(u"main.dat"_s));
    QVERIFY2(message.startsWith(QFileInfo(at(u"bad.dat"_s)).canonicalFilePath() +
                                u":6: \"x\" is no number. Mend"_s),
             qPrintable(message));
}

/// As it comes from systems where the case of a name does not matter.
void TstUnipenInclude::everythingInAnyCase()
{
    write(u"Data/Strokes/W1.dat"_s, ".pen_down\n1 2\n3 4\n.pen_up\n");
    const QByteArray main = ".version 1.0\n.coord y x\n.Include STROKES/w1.DAT\n.segment digit 0 ? \" 7 \"\n";
    write(u"Data/main.dat"_s, main);
    const auto drawings = loadDrawings(at(u"Data/main.dat"_s)).drawings;
    QCOMPARE(drawings.size(), std::size_t(1));
    QCOMPARE(drawings[0].truth, std::string("7"));
    QVERIFY(drawings[0].drawing.strokes.at(0).points == (std::vector<Point>{{0, 2}, {2, 0}}));
}

void TstUnipenInclude::theSameSpellingGoesFirst()
{
    write(u"A.dat"_s, ".PEN_DOWN\n1 2\n");
    write(u"a.dat"_s, ".PEN_DOWN\n1 2\n3 4\n");
    for (const auto& [name, points] : {std::pair("A.dat", 1), std::pair("a.dat", 2), std::pair("a.DAT", 1)}) {
        const auto drawings =
            readUnipen(QByteArray(".INCLUDE ") + name + "\n.SEGMENT DIGIT 0 ? \"1\"\n", at(u"main.dat"_s));
        QCOMPARE(std::ssize(drawings.at(0).drawing.strokes.at(0).points), points);
    }
}

void TstUnipenInclude::missingDocumentationIsNoted_data()
{
    QTest::addColumn<QByteArray>("name");
    for (const char* name : {"dene.doc", "abc/ABC.DOC", "readme", "README.txt", "doc/setup.dat", "words.lex",
                             "../above.doc", "/etc/no.doc"})
        QTest::newRow(name) << QByteArray(name);
}

void TstUnipenInclude::missingDocumentationIsNoted()
{
    QFETCH(QByteArray, name);
    write(u"main.dat"_s,
          ".VERSION 1.0\n.INCLUDE " + name + "\n" + kIncludedPoints + ".SEGMENT CHARACTER 0 ? \"7\"\n");
    const DrawingFile file = loadDrawings(at(u"main.dat"_s));
    QCOMPARE(file.drawings.size(), std::size_t(1));
    QCOMPARE(file.notes.size(), std::size_t(1));
    const QString note = QString::fromStdString(file.notes[0].text());
    QVERIFY2(note.startsWith(at(u"main.dat"_s) + u":2: \""_s), qPrintable(note));
    QVERIFY2(note.endsWith(u"It is documentation; the ink is read without it."), qPrintable(note));
}

void TstUnipenInclude::refusesIncludes_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char* name, const QByteArray& file, const char* reason) {
        QTest::newRow(name) << file << QString::fromLatin1(reason);
    };
    row("missing", "nowhere.dat", "there is no such file");
    row("a folder", "loop", "there is no such file");
    row("no name", "", "is no name of a file below");
    row("absolute", "/etc/passwd", "is no name of a file below");
    row("upwards", "../secret.dat", "is no name of a file below");
    row("upwards within", "loop/../../secret.dat", "is no name of a file below");
    row("backslash", "..\\secret.dat", "is no name of a file below");
    row("long", QByteArray(300, 'a'), "is no name of a file below");
    row("itself", "main.dat", "includes itself");
    row("a circle", "loop/a.dat", "includes itself");
    row("deep", "deep0.dat", "more than 8 deep");
    row("many", "many.dat", "more than 64 files");
    row("broken", "broken.dat", "broken.dat:2:");
    row("large", "large.dat", "more than 16 MiB");
}

void TstUnipenInclude::refusesIncludes()
{
    QFETCH(QByteArray, name);
    QFETCH(QString, reason);
    write(u"secret.dat"_s, kIncludedPoints);
    write(u"in/loop/a.dat"_s, ".COMMENT\n.INCLUDE b.dat\n");
    write(u"in/loop/b.dat"_s, ".INCLUDE a.dat\n");
    for (int i = 0; i < 10; ++i)
        write(u"in/deep%1.dat"_s.arg(i), ".INCLUDE deep" + QByteArray::number(i + 1) + ".dat\n");
    write(u"in/many.dat"_s, QByteArray(".INCLUDE one.dat\n").repeated(65));
    write(u"in/one.dat"_s, ".COMMENT\n");
    write(u"in/broken.dat"_s, ".COMMENT\n.COORD X\n");
    write(u"in/large.dat"_s, QByteArray(16 << 20, '\n'));
    const QByteArray main = kIncludingHead + ".INCLUDE " + name + "\n";
    write(u"in/main.dat"_s, main);
    const QString message = includeMessageOf(main, at(u"in/main.dat"_s));
    QVERIFY2(message.contains(reason), qPrintable(message));
    QVERIFY2(message.startsWith(QFileInfo(at(u"in"_s)).canonicalFilePath()) ||
                 message.startsWith(at(u"in"_s)),
             qPrintable(message));
}

void TstUnipenInclude::linksLeadNowhere()
{
    write(u"secret.dat"_s, kIncludedPoints);
    write(u"in/main.dat"_s, kIncludingHead);
    write(u"in/real.dat"_s, kIncludedPoints);
    QVERIFY(QFile::link(at(u"secret.dat"_s), at(u"in/out.dat"_s)));
    QVERIFY(QFile::link(at(u"in/real.dat"_s), at(u"in/within.dat"_s)));
    QCOMPARE(readUnipen(kIncludingHead + ".INCLUDE within.dat\n", at(u"in/main.dat"_s)).size(),
             std::size_t(1));
    const QString message = includeMessageOf(kIncludingHead + ".INCLUDE out.dat\n", at(u"in/main.dat"_s));
    QVERIFY2(message.contains(u"leads out of"_s), qPrintable(message));
}

GLYPHSCOPE_TEST(TstUnipenInclude, Core)
#include "tst_unipen_include.moc"
