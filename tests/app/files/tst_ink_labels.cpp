// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/ink_labels.h"
#include "model/types/error.h"
#include "tests/support/test_program.h"

#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include <tuple>

using namespace glyphscope;
using namespace Qt::StringLiterals;

class TstInkLabels : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void namesAreTidied_data();
    void namesAreTidied();
    void classesAreSorted();
    void classesOfSeveralFiles();
    void foldedClasses();
    void findsTheClass_data();
    void findsTheClass();
    void numbersOfClasses_data();
    void numbersOfClasses();
    void knowsDigits_data();
    void knowsDigits();

private:
    [[nodiscard]] QString inkOf(const QStringList& labels, const QString& name = u"a.inkml"_s) const
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly))
            qFatal("cannot write");
        file.write("<ink>");
        for (const QString& label : labels)
            file.write("<traceGroup><annotation type=\"truth\">" + label.toUtf8() +
                       "</annotation><trace>0 0, 9 9</trace></traceGroup>");
        file.write("</ink>");
        return file.fileName();
    }

    const QTemporaryDir m_folder;
};

namespace {

QStringList labelsUpTo(int count)
{
    QStringList labels;
    for (int k = 0; k < count; ++k)
        labels << u"w%1"_s.arg(k);
    return labels;
}

}  // namespace

void TstInkLabels::namesAreTidied_data()
{
    QTest::addColumn<QString>("label");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("folded");
    QTest::newRow("plain") << u"K"_s << u"K"_s << u"k"_s;
    QTest::newRow("blanks") << u" a\n b\t"_s << u"a b"_s << u"a b"_s;
    QTest::newRow("decomposed") << u"A\u0308"_s << u"\u00c4"_s << u"\u00e4"_s;
    QTest::newRow("other letters") << u"Ж"_s << u"Ж"_s << u"ж"_s;
    QTest::newRow("no letters") << u"字7"_s << u"字7"_s << u"字7"_s;
    QTest::newRow("nothing") << u" "_s << QString() << QString();
}

void TstInkLabels::namesAreTidied()
{
    QFETCH(QString, label);
    QFETCH(QString, name);
    QFETCH(QString, folded);
    QCOMPARE(QString::fromStdString(classNameOf(label.toStdString(), false)), name);
    QCOMPARE(QString::fromStdString(classNameOf(label.toStdString(), true)), folded);
}

void TstInkLabels::classesAreSorted()
{
    const QString file = inkOf({u"b"_s, u"10"_s, u"9"_s, u"ж"_s, u"B"_s, u"a"_s, u"1a"_s, u"b"_s, u"09"_s});
    const ClassSet classes = classesOfInk({file}, false);
    QCOMPARE(classes.names(), (std::vector<std::string>{"09", "9", "10", "1a", "B", "a", "b", "ж"}));
}

void TstInkLabels::classesOfSeveralFiles()
{
    const QStringList files{inkOf({u"b"_s, u""_s}), inkOf({u"a"_s}, u"b.inkml"_s)};
    QCOMPARE(classesOfInk(files, false).names(), (std::vector<std::string>{"a", "b"}));
}

void TstInkLabels::foldedClasses()
{
    const QString file = inkOf({u"A"_s, u"a"_s, u"B"_s, u"Ä"_s, u"ä"_s});
    QCOMPARE(classesOfInk({file}, true).names(), (std::vector<std::string>{"a", "b", "ä"}));
    QCOMPARE(classesOfInk({file}, false).size(), 5);
}

void TstInkLabels::findsTheClass_data()
{
    QTest::addColumn<QString>("label");
    QTest::addColumn<int>("exact");
    QTest::addColumn<int>("folded");
    QTest::newRow("its name") << u"b"_s << 1 << 1;
    QTest::newRow("with blanks") << u" b "_s << 1 << 1;
    QTest::newRow("a capital of one") << u"B"_s << -1 << 1;
    QTest::newRow("a small letter of one") << u"k"_s << -1 << 2;
    QTest::newRow("in a class of its own") << u"C"_s << 4 << 4;
    QTest::newRow("either of two") << u"TH"_s << -1 << -1;
    QTest::newRow("none") << u"z"_s << -1 << -1;
    QTest::newRow("nothing") << QString() << -1 << -1;
}

void TstInkLabels::findsTheClass()
{
    QFETCH(QString, label);
    QFETCH(int, exact);
    QFETCH(int, folded);
    const ClassSet classes({"a", "b", "K", "c", "C", "Th", "th"});
    QCOMPARE(classOf(label.toStdString(), classes, false), exact);
    QCOMPARE(classOf(label.toStdString(), classes, true), folded);
}

void TstInkLabels::numbersOfClasses_data()
{
    QTest::addColumn<QStringList>("labels");
    QTest::addColumn<QString>("refusal");
    QTest::newRow("none") << QStringList{u""_s, u""_s} << u"a.inkml: no drawing has a label"_s;
    QTest::newRow("one") << QStringList{u"a"_s, u"a"_s} << u"All labels of the ink are \"a\""_s;
    QTest::newRow("two") << QStringList{u"a"_s, u"b"_s} << QString();
    QTest::newRow("as many as there may be") << labelsUpTo(255) << QString();
    QTest::newRow("a long one") << QStringList{u"a"_s, QString(3000, u'x')} << u"has 3,000 bytes"_s;
    QTest::newRow("too many") << labelsUpTo(256) << u"The ink has 256 different labels"_s;
}

void TstInkLabels::numbersOfClasses()
{
    QFETCH(QStringList, labels);
    QFETCH(QString, refusal);
    try {
        std::ignore = classesOfInk({inkOf(labels)}, false);
        QVERIFY(refusal.isEmpty());
    } catch (const Error& error) {
        const QString message = QString::fromUtf8(error.what());
        QVERIFY2(!refusal.isEmpty() && message.contains(refusal), error.what());
    }
}

void TstInkLabels::knowsDigits_data()
{
    QTest::addColumn<QStringList>("labels");
    QTest::addColumn<bool>("digits");
    QTest::newRow("digits") << QStringList{u"3"_s, u"0"_s} << true;
    QTest::newRow("and one without a label") << QStringList{u"3"_s, u""_s} << true;
    QTest::newRow("and a letter") << QStringList{u"3"_s, u"x"_s} << false;
    QTest::newRow("a larger number") << QStringList{u"3"_s, u"12"_s} << false;
    QTest::newRow("no labels") << QStringList{u""_s} << false;
}

void TstInkLabels::knowsDigits()
{
    QFETCH(QStringList, labels);
    QFETCH(bool, digits);
    QCOMPARE(isInkOfDigits({inkOf(labels)}), digits);
}

GLYPHSCOPE_TEST(TstInkLabels, Core)
#include "tst_ink_labels.moc"
