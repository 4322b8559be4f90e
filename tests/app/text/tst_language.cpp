// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/language.h"
#include "tests/support/test_program.h"
#include "ui/text/number_text.h"

#include <QtCore/QFile>
#include <QtCore/QLibraryInfo>
#include <QtCore/QLocale>
#include <QtCore/QRegularExpression>
#include <QtCore/QXmlStreamReader>

#include <cstdio>

using namespace glyphscope;
using namespace Qt::StringLiterals;

namespace {

struct Text {
    QString context;
    QString source;
    QStringList translations;  // several: plural forms
    bool counts = false;       // a number of things
};

Text readMessage(QXmlStreamReader& xml, const QString& context)
{
    Text text{context, {}, {}, xml.attributes().value(u"numerus"_s) == u"yes"};
    while (xml.readNextStartElement()) {
        if (xml.name() == u"source")
            text.source = xml.readElementText();
        else if (xml.name() != u"translation")
            xml.skipCurrentElement();
        else if (!text.counts)
            text.translations << xml.readElementText();
        else
            while (xml.readNextStartElement())
                text.translations << xml.readElementText();
    }
    return text;
}

QList<Text> chineseTexts()
{
    QFile file(QStringLiteral(GLYPHSCOPE_SOURCE_DIR "/resources/translations/glyphscope_zh_CN.ts"));
    QList<Text> texts;
    if (!file.open(QIODevice::ReadOnly))
        return texts;
    QString context;
    for (QXmlStreamReader xml(&file); !xml.atEnd(); xml.readNext()) {
        if (xml.isStartElement() && xml.name() == u"name")
            context = xml.readElementText();
        else if (xml.isStartElement() && xml.name() == u"message")
            texts += readMessage(xml, context);
    }
    return texts;
}

QStringList matches(const QString& text, const QString& pattern)
{
    QStringList found;
    for (auto each = QRegularExpression(pattern).globalMatch(text); each.hasNext();)
        found << each.next().captured().toUpper();
    found.sort();
    found.removeDuplicates();
    return found;
}

/// What is wrong with a translation; empty: nothing.
QString faultOf(const QString& source, const QString& translation)
{
    if (translation.isEmpty())
        return u"empty"_s;
    for (const QString& pattern : {u"%L?\\d+|%L?n"_s, u"</?[a-z]+"_s, u"(?<!&)&\\w"_s, u"[\\n\\t]"_s,
                                   u"^\\s|\\s$"_s, u"--[a-z-]+"_s, u"Ctrl\\+\\w+|Alt\\+\\w+"_s})
        if (matches(source, pattern) != matches(translation, pattern))
            return pattern;
    return {};
}

}  // namespace

class TstLanguage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void followsTheSystem_data();
    void followsTheSystem();
    void choiceComesFirst();
    void changesAtOnce();
    void qtSpeaksIt();
    void chineseKeepsWhatIsNoWord();
};

void TstLanguage::init()
{
    for (const char* name : {"LANG", "LANGUAGE", "LC_ALL", "LC_MESSAGES", "GLYPHSCOPE_LANGUAGE"})
        qunsetenv(name);
}

void TstLanguage::cleanup()
{
    init();
    installLanguage(u"en"_s);
}

void TstLanguage::followsTheSystem_data()
{
    QTest::addColumn<QByteArray>("variable");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("language");
    QTest::newRow("nothing") << QByteArray("LANG") << QByteArray("C.UTF-8") << u"en"_s;
    QTest::newRow("Chinese") << QByteArray("LANG") << QByteArray("zh_CN.UTF-8") << u"zh_CN"_s;
    QTest::newRow("Singapore writes as China")
        << QByteArray("LANG") << QByteArray("zh_SG.UTF-8") << u"zh_CN"_s;
    QTest::newRow("Taiwan does not") << QByteArray("LANG") << QByteArray("zh_TW.UTF-8") << u"en"_s;
    QTest::newRow("British") << QByteArray("LANG") << QByteArray("en_GB.UTF-8") << u"en"_s;
    QTest::newRow("not spoken") << QByteArray("LANG") << QByteArray("de_DE.UTF-8") << u"en"_s;
    QTest::newRow("asked for") << QByteArray("GLYPHSCOPE_LANGUAGE") << QByteArray("zh_CN") << u"zh_CN"_s;
    QTest::newRow("asked for in short")
        << QByteArray("GLYPHSCOPE_LANGUAGE") << QByteArray("zh") << u"zh_CN"_s;
    QTest::newRow("nonsense") << QByteArray("GLYPHSCOPE_LANGUAGE") << QByteArray("?") << u"en"_s;
    QTest::newRow("the second of a list")
        << QByteArray("LANGUAGE") << QByteArray("de:zh_CN:en") << u"zh_CN"_s;
}

void TstLanguage::followsTheSystem()
{
    QFETCH(QByteArray, variable);
    QFETCH(QByteArray, value);
    qputenv("LANG", "en_US.UTF-8");
    qputenv(variable.constData(), value);
    QTEST(languageFor({}), "language");
}

void TstLanguage::choiceComesFirst()
{
    qputenv("LANG", "zh_CN.UTF-8");
    QCOMPARE(languageFor(u"en"_s), u"en"_s);
    QCOMPARE(languageFor(u"klingon"_s), u"zh_CN"_s);
    for (const Language& language : languages())
        QCOMPARE(languageFor(language.code), language.code);
}

void TstLanguage::changesAtOnce()
{
    const auto text = [] { return QCoreApplication::translate("WindowActions", "&Open…"); };
    const auto plural = [] {
        return QCoreApplication::translate("glyphscope::CommandText", "%n tensor(s)", nullptr, 1);
    };
    installLanguage(u"zh_CN"_s);
    QCOMPARE(text(), u"打开(&O)…"_s);
    QCOMPARE(plural(), u"1 个张量"_s);
    QCOMPARE(numberLocale().language(), QLocale::Chinese);
    QCOMPARE(groupedText(12345.5, 1), u"12,345.5"_s);
    installLanguage(u"en"_s);
    QCOMPARE(text(), u"&Open…"_s);
    QCOMPARE(plural(), u"1 tensor"_s);
    QCOMPARE(numberLocale().language(), QLocale::English);
}

void TstLanguage::qtSpeaksIt()
{
    if (!QFile::exists(QLibraryInfo::path(QLibraryInfo::TranslationsPath) + u"/qtbase_zh_CN.qm"_s))
        QSKIP("Qt's translations are not installed (qt6-translations-l10n).");
    installLanguage(u"zh_CN"_s);
    QCOMPARE(QCoreApplication::translate("QPlatformTheme", "Cancel"), u"取消"_s);
}

void TstLanguage::chineseKeepsWhatIsNoWord()
{
    const QList<Text> texts = chineseTexts();
    QVERIFY(texts.size() > 2000);
    int faults = 0;
    for (const Text& text : texts) {
        if (text.translations.size() != 1)
            std::fprintf(stderr, "%s: %d forms, Chinese has one\n", qPrintable(text.source),
                         static_cast<int>(text.translations.size()));
        const QString fault = faultOf(text.source, text.translations.value(0));
        if (!fault.isEmpty())
            std::fprintf(stderr, "%s: \"%s\" as \"%s\": %s\n", qPrintable(text.context),
                         qPrintable(text.source), qPrintable(text.translations.value(0)), qPrintable(fault));
        faults += fault.isEmpty() && text.translations.size() == 1 ? 0 : 1;
    }
    QCOMPARE(faults, 0);
}

GLYPHSCOPE_TEST(TstLanguage, Core)
#include "tst_language.moc"
