// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/settings.h"
#include "model/types/error.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

#include <QtCore/QFileInfo>
#include <QtCore/QTemporaryDir>

using namespace glyphscope;
using namespace Qt::StringLiterals;

class TstSettings : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnQtWarnings(); }
    void comeBackAsTheyWere();
    void missingFileGivesDefaults();
    void damagedFileIsSetAside_data();
    void damagedFileIsSetAside();
    void valuesOutOfRangeAreDefaults();
    void onlyHintsThatThereAreAreRead();
    void folderThatCannotBeWrittenIsNoDisaster();
    void pathFollowsTheEnvironment();

private:
    void write(const QByteArray& text)
    {
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }
    [[nodiscard]] QString path() const { return m_folder.filePath(u"settings.json"_s); }

    QTemporaryDir m_folder;
};

void TstSettings::comeBackAsTheyWere()
{
    Settings settings;
    settings.dark = true;
    settings.language = u"zh_CN"_s;
    settings.pen = 1.75;
    settings.layout = QByteArray("\x00\xff layout", 9);
    settings.parameterColumns = QByteArray("\x01\xfe columns", 10);
    settings.module = u"conv2"_s;
    settings.why.options.method = AttributionMethod::Occlusion;
    settings.why.options.samples = 8;
    settings.why.options.noise = 0.3;
    settings.why.options.steps = 128;
    settings.why.options.patch = 7;
    settings.why.opacity = 0.4;
    settings.why.smooth = false;
    settings.why.onCanvas = true;
    settings.dismissedHints = {kCardHint};
    settings.lessonsDone = {u"parameters/3"_s};
    settings.welcomed = true;
    saveSettings(path(), settings);
    QString notice;
    const Settings back = loadSettings(path(), &notice);
    QCOMPARE(back.dark, settings.dark);
    QCOMPARE(back.language, settings.language);
    QCOMPARE(languageIn(path()), settings.language);
    QCOMPARE(back.pen, settings.pen);
    QCOMPARE(back.layout, settings.layout);
    QCOMPARE(back.parameterColumns, settings.parameterColumns);
    QCOMPARE(back.module, settings.module);
    QVERIFY(back.why == settings.why);
    QCOMPARE(back.dismissedHints, settings.dismissedHints);
    QCOMPARE(back.lessonsDone, settings.lessonsDone);
    QVERIFY(back.welcomed);
    QVERIFY(notice.isEmpty());
}

void TstSettings::missingFileGivesDefaults()
{
    QString notice;
    const Settings settings = loadSettings(m_folder.filePath(u"nothing"_s), &notice);
    QVERIFY(!settings.dark.has_value());
    QVERIFY(languageIn(m_folder.filePath(u"nothing"_s)).isEmpty());
    QCOMPARE(settings.pen, 1.0);
    QVERIFY(notice.isEmpty());
}

void TstSettings::damagedFileIsSetAside_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("not json") << QByteArray("dark = true");
    QTest::newRow("cut off") << QByteArray("{\"dark\": tr");
    QTest::newRow("a list") << QByteArray("[1, 2]");
    QTest::newRow("huge") << QByteArray(2'000'000, ' ');
}

void TstSettings::damagedFileIsSetAside()
{
    QFETCH(QByteArray, text);
    write(text);
    QString notice;
    QCOMPARE(loadSettings(path(), &notice).pen, 1.0);
    QVERIFY(notice.contains(u"settings.json.bad"_s));
    QVERIFY(!QFileInfo::exists(path()));
    QCOMPARE(QFileInfo(path() + u".bad"_s).size(), text.size());
}

void TstSettings::valuesOutOfRangeAreDefaults()
{
    write(
        R"({"pen": 1e300, "language": "klingon", "dark": "yes", "layout": 7, "parameterColumns": {}, "module": 3, "hooks": 1,
              "why": {"method": "guess", "samples": 1000000, "noise": -1, "steps": "many", "patch": 4,
                      "opacity": 7, "smooth": 0, "onCanvas": "no"}})");
    QString notice;
    const Settings settings = loadSettings(path(), &notice);
    QCOMPARE(settings.pen, 1.0);
    QVERIFY(!settings.dark.has_value());
    QVERIFY(settings.language.isEmpty());
    QVERIFY(settings.layout.isEmpty());
    QVERIFY(settings.parameterColumns.isEmpty());
    QVERIFY(settings.module.isEmpty());
    QVERIFY(settings.hooks.empty());
    QVERIFY(settings.why == WhyChoice());
    QVERIFY(notice.isEmpty());
}

void TstSettings::onlyHintsThatThereAreAreRead()
{
    write(R"({"dismissedHints": ["train", "nothing", 7, "train", null, "bar"]})");
    QString notice;
    QCOMPARE(loadSettings(path(), &notice).dismissedHints, (QStringList{kTrainHint, kBarHint}));
    write(R"({"lessonsDone": ["a/0", "", 7, "a/0", "b/2"], "welcomed": "yes"})");
    QCOMPARE(loadSettings(path(), &notice).lessonsDone, (QStringList{u"a/0"_s, u"b/2"_s}));
    QVERIFY(!loadSettings(path(), &notice).welcomed);
    write(R"({"dismissedHints": "bar"})");
    QVERIFY(loadSettings(path(), &notice).dismissedHints.isEmpty());
    QVERIFY(notice.isEmpty());
}

void TstSettings::folderThatCannotBeWrittenIsNoDisaster()
{
    write("{}");
    QVERIFY_THROWS_EXCEPTION(Error, saveSettings(path() + u"/below/a/file"_s, {}));
}

void TstSettings::pathFollowsTheEnvironment()
{
    qputenv("GLYPHSCOPE_DATA", "/some/where");
    QCOMPARE(settingsPath(), u"/some/where/settings.json"_s);
    qunsetenv("GLYPHSCOPE_DATA");
    QVERIFY(settingsPath().endsWith(u"/glyphscope/settings.json"_s));
}

GLYPHSCOPE_TEST(TstSettings, Core)
#include "tst_settings.moc"
