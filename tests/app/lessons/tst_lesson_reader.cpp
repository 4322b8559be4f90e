// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lessons/lesson_reader.h"
#include "app/lessons/lesson_words.h"
#include "model/types/error.h"
#include "tests/support/test_program.h"

#include <QtCore/QDir>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>

using namespace glyphscope;
using namespace Qt::StringLiterals;

class TstLessonReader : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsWhatIsDocumented();
    void refuses_data();
    void refuses();
    void refusesWhatIsNoJson();
    void refusesWhatIsTooLarge();
    void theShippedLessonsSayAllInBothLanguages();
    void theExampleIsRead();
    void theDocumentationNamesEveryWord();
};

namespace {

bool knows(const QString& name)
{
    return name == u"canvas"_s || name == u"dock.answer"_s;
}

QJsonObject goodStep()
{
    return {{u"text"_s, QJsonObject{{u"en"_s, u"Draw."_s}, {u"zh_CN"_s, u"写。"_s}}},
            {u"term"_s, QJsonObject{{u"word"_s, u"pen"_s}, {u"meaning"_s, u"What draws."_s}}},
            {u"target"_s, u"canvas"_s},
            {u"goal"_s, QJsonArray{QJsonObject{{u"is"_s, u"answer"_s}, {u"verdict"_s, u"digit"_s}},
                                   QJsonObject{{u"is"_s, u"frozen"_s}, {u"not"_s, true}}}},
            {u"code"_s, QJsonObject{{u"python"_s, u"model(x)"_s}}},
            {u"show"_s, QJsonArray{QJsonObject{{u"do"_s, u"draw"_s}, {u"what"_s, u"3"_s}, {u"size"_s, 0.5}},
                                   QJsonObject{{u"do"_s, u"panel"_s}, {u"panel"_s, u"answer"_s}}}}};
}

QJsonObject goodLesson(const QJsonObject& step = goodStep())
{
    return {{u"format"_s, u"glyphscope-lesson-1"_s},
            {u"id"_s, u"mine"_s},
            {u"title"_s, u"Mine"_s},
            {u"steps"_s, QJsonArray{step}}};
}

QString messageOf(const QByteArray& bytes)
{
    try {
        (void)readLesson(bytes, u"mine.json"_s, knows);
    } catch (const Error& error) {
        return QString::fromUtf8(error.what());
    }
    return {};
}

QString messageOf(const QJsonObject& lesson)
{
    return messageOf(QJsonDocument(lesson).toJson());
}

QJsonObject with(QJsonObject object, const QString& key, const QJsonValue& value)
{
    object[key] = value;
    return object;
}

QJsonObject without(QJsonObject object, const QString& key)
{
    object.remove(key);
    return object;
}

QJsonArray list(const QJsonObject& only)
{
    return {only};
}

bool everyWindow(const QString&)
{
    return true;
}

}  // namespace

void TstLessonReader::readsWhatIsDocumented()
{
    const Lesson lesson = readLesson(QJsonDocument(goodLesson()).toJson(), u"mine.json"_s, knows);
    QCOMPARE(lesson.id, u"mine"_s);
    QCOMPARE(lesson.title.in(u"fr"_s), u"Mine"_s);
    QCOMPARE(lesson.steps.size(), 1);
    const LessonStep& step = lesson.steps.first();
    QCOMPARE(step.text.in(u"zh_CN"_s), u"写。"_s);
    QCOMPARE(step.term->word.in(u"en"_s), u"pen"_s);
    QCOMPARE(step.goal.size(), 2);
    QVERIFY(!step.goal[0].negated && step.goal[1].negated);
    QCOMPARE(step.goal[0].parameters[u"verdict"_s].toString(), u"digit"_s);
    QCOMPARE(step.show[1].name, u"panel"_s);
    QCOMPARE(step.python, u"model(x)"_s);
    QVERIFY(step.cpp.isEmpty());
}

void TstLessonReader::refuses_data()
{
    QTest::addColumn<QJsonObject>("lesson");
    QTest::addColumn<QString>("place");
    QTest::addColumn<QString>("reason");

    const QJsonObject step = goodStep();
    const auto goal = [&](const QJsonObject& condition) {
        return goodLesson(with(step, u"goal"_s, list(condition)));
    };
    const auto show = [&](const QJsonObject& action) {
        return goodLesson(with(step, u"show"_s, list(action)));
    };
    const auto row = [](const char* name, const QJsonObject& lesson, const QString& place,
                        const QString& reason) { QTest::newRow(name) << lesson << place << reason; };
    row("another format", with(goodLesson(), u"format"_s, u"other"_s), u"format"_s, u"glyphscope-lesson-1"_s);
    row("a key too many", with(goodLesson(), u"author"_s, u"me"_s), u"lesson"_s, u"\"author\""_s);
    row("no steps", with(goodLesson(), u"steps"_s, QJsonArray()), u"steps"_s, u"1 to 100"_s);
    row("a step that is none", with(goodLesson(), u"steps"_s, QJsonArray{3}), u"steps[0]"_s, u"object"_s);
    row("id with a blank", with(goodLesson(), u"id"_s, u"my lesson"_s), u"id"_s, u"hyphens"_s);
    row("no text", goodLesson(without(step, u"text"_s)), u"steps[0].text"_s, u"text in quotes"_s);
    row("empty text", goodLesson(with(step, u"text"_s, u" "_s)), u"steps[0].text"_s, u"not empty"_s);
    row("text too long", goodLesson(with(step, u"text"_s, QString(601, u'a'))), u"steps[0].text"_s, u"600"_s);
    row("long translation", goodLesson(with(step, u"text"_s, QJsonObject{{u"en"_s, QString(700, u'a')}})),
        u"steps[0].text.en"_s, u"700"_s);
    row("a key of a step", goodLesson(with(step, u"hint"_s, u"x"_s)), u"steps[0]"_s, u"\"hint\""_s);
    row("a key of a term", goodLesson(with(step, u"term"_s, QJsonObject{{u"name"_s, u"x"_s}})),
        u"steps[0].term"_s, u"\"name\""_s);
    row("unknown target", goodLesson(with(step, u"target"_s, u"nowhere"_s)), u"steps[0].target"_s,
        u"\"nowhere\""_s);
    row("a language of code", goodLesson(with(step, u"code"_s, QJsonObject{{u"rust"_s, u"x"_s}})),
        u"steps[0].code"_s, u"\"rust\""_s);
    row("no goal", goodLesson(without(step, u"goal"_s)), u"steps[0].goal"_s, u"1 to 8"_s);
    row("unknown condition", goal({{u"is"_s, u"happy"_s}}), u"steps[0].goal[0]"_s, u"\"happy\""_s);
    row("a key of a condition", goal({{u"is"_s, u"answer"_s}, {u"colour"_s, u"red"_s}}),
        u"steps[0].goal[0]"_s, u"\"colour\""_s);
    row("a choice", goal({{u"is"_s, u"answer"_s}, {u"verdict"_s, u"maybe"_s}}), u"steps[0].goal[0].verdict"_s,
        u"not-a-digit"_s);
    row("a missing parameter", goal({{u"is"_s, u"accuracy"_s}}), u"steps[0].goal[0]"_s, u"\"least\""_s);
    row("a number too large", goal({{u"is"_s, u"accuracy"_s}, {u"least"_s, 98}}), u"steps[0].goal[0].least"_s,
        u"0 to 1"_s);
    row("no whole number", goal({{u"is"_s, u"trained"_s}, {u"steps"_s, 1.5}}), u"steps[0].goal[0].steps"_s,
        u"whole number"_s);
    row("no truth value", goal({{u"is"_s, u"frozen"_s}, {u"not"_s, u"yes"_s}}), u"steps[0].goal[0].not"_s,
        u"true or false"_s);
    row("an object of a condition", goal({{u"is"_s, u"visible"_s}, {u"object"_s, u"nowhere"_s}}),
        u"steps[0].goal[0].object"_s, u"\"nowhere\""_s);
    row("no show", goodLesson(without(step, u"show"_s)), u"steps[0].show"_s, u"1 to 60"_s);
    row("unknown action", show({{u"do"_s, u"dance"_s}}), u"steps[0].show[0]"_s, u"\"dance\""_s);
    row("no digit", show({{u"do"_s, u"draw"_s}, {u"what"_s, u"11"_s}}), u"steps[0].show[0].what"_s,
        u"letter"_s);
    row("unknown panel", show({{u"do"_s, u"panel"_s}, {u"panel"_s, u"cellar"_s}}),
        u"steps[0].show[0].panel"_s, u"\"cellar\""_s);
    row("a condition waited for", show({{u"do"_s, u"wait"_s}, {u"for"_s, list({{u"is"_s, u"late"_s}})}}),
        u"steps[0].show[0].for[0]"_s, u"\"late\""_s);
}

void TstLessonReader::refuses()
{
    QFETCH(QJsonObject, lesson);
    QFETCH(QString, place);
    QFETCH(QString, reason);
    const QString message = messageOf(lesson);
    QVERIFY2(message.startsWith(u"mine.json: "_s + place), qPrintable(message));
    QVERIFY2(message.contains(reason), qPrintable(message));
}

void TstLessonReader::refusesWhatIsNoJson()
{
    const QString message = messageOf(QByteArray("{\n  \"format\": \n}"));
    QVERIFY2(message.startsWith(u"mine.json: line 3"_s), qPrintable(message));
    QVERIFY(messageOf(QByteArray("[]")).contains(u"no lesson"_s));
    QVERIFY(!messageOf(QByteArray()).isEmpty());
}

void TstLessonReader::refusesWhatIsTooLarge()
{
    QVERIFY(messageOf(QByteArray((1 << 20) + 1, ' ')).contains(u"larger"_s));
    QJsonArray steps;
    for (int i = 0; i < 101; ++i)
        steps << goodStep();
    QVERIFY(messageOf(with(goodLesson(), u"steps"_s, steps)).contains(u"1 to 100"_s));
}

void TstLessonReader::theShippedLessonsSayAllInBothLanguages()
{
    const QList<Lesson> lessons = shippedLessons(everyWindow);
    const QList<int> least{6, 8, 8, 7, 8, 8, 4};
    QCOMPARE(lessons.size(), least.size());
    for (int chapter = 0; chapter < lessons.size(); ++chapter) {
        const Lesson& lesson = lessons[chapter];
        QVERIFY2(lesson.steps.size() >= least[chapter], qPrintable(lesson.id));
        for (int i = 0; i < lesson.steps.size(); ++i) {
            const LessonStep& step = lesson.steps[i];
            QList<LessonText> texts{lesson.title, step.text};
            if (step.term)
                texts << step.term->word << step.term->meaning;
            for (const LessonText& text : texts)
                QVERIFY2(text.byLanguage.contains(u"en"_s) && text.byLanguage.contains(u"zh_CN"_s),
                         qPrintable(u"%1, step %2"_s.arg(lesson.id).arg(i)));
        }
    }
}

void TstLessonReader::theExampleIsRead()
{
    const QDir folder(QStringLiteral(GLYPHSCOPE_SOURCE_DIR "/resources/lessons/examples"));
    const QStringList names = folder.entryList({u"*.json"_s});
    QVERIFY(!names.isEmpty());
    for (const QString& name : names)
        QVERIFY(!loadLesson(folder.filePath(name), everyWindow).steps.isEmpty());
}

void TstLessonReader::theDocumentationNamesEveryWord()
{
    QFile file(QStringLiteral(GLYPHSCOPE_SOURCE_DIR "/resources/lessons/README.md"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(file.readAll());
    for (const auto* words : {&lessonConditions(), &lessonActions()})
        for (const LessonWord& word : *words) {
            QVERIFY2(text.contains(u"| `%1` |"_s.arg(word.name)), qPrintable(word.name));
            for (const LessonParameter& parameter : word.parameters)
                QVERIFY2(text.contains(u"`%1`"_s.arg(parameter.name)), qPrintable(parameter.name));
        }
}

GLYPHSCOPE_TEST(TstLessonReader, Core)
#include "tst_lesson_reader.moc"
