// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lessons/lesson_reader.h"

#include "app/lessons/lesson_words.h"
#include "model/types/error.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

// Q_INIT_RESOURCE declares a function, which must be in the global namespace.
static void initLessons()
{
    Q_INIT_RESOURCE(glyphscope_lessons);
}

namespace glyphscope {
namespace {

const QString kFormat = u"glyphscope-lesson-1"_s;
constexpr qint64 kLargestFile = 1 << 20;
constexpr qsizetype kMostSteps = 100;
constexpr qsizetype kMostConditions = 8;
constexpr qsizetype kMostActions = 60;
constexpr qsizetype kMostLanguages = 32;
constexpr qsizetype kLongestId = 40;
constexpr qsizetype kLongestTitle = 80;
constexpr qsizetype kLongestText = 600;
constexpr qsizetype kLongestWord = 60;
constexpr qsizetype kLongestMeaning = 400;
constexpr qsizetype kLongestCode = 2000;
constexpr qsizetype kLongestValue = 400;

QString listOf(const std::vector<LessonWord>& words)
{
    QStringList names;
    for (const LessonWord& word : words)
        names << word.name;
    return names.join(u", "_s);
}

/// Reads one file; `place` is the way to a value: "steps[2].goal[0]".
class Reader {
public:
    Reader(QString name, const KnowsObject& knows) : m_name(std::move(name)), m_knows(knows) {}

    [[nodiscard]] Lesson lesson(const QJsonObject& root) const;

    [[noreturn]] void refuse(const QString& place, const Message& reason) const
    {
        throw Error(GLYPHSCOPE_TEXT("Lessons", "%1: %2: %3"), m_name.toStdString(), place.toStdString(),
                    reason);
    }

private:
    void onlyKeys(const QJsonObject& object, const QString& place, const QStringList& known) const;
    [[nodiscard]] QJsonObject objectAt(const QJsonValue& value, const QString& place) const;
    [[nodiscard]] QJsonArray listAt(const QJsonValue& value, const QString& place, qsizetype least,
                                    qsizetype most) const;
    [[nodiscard]] QString wordsAt(const QJsonValue& value, const QString& place, qsizetype longest) const;
    [[nodiscard]] LessonText textAt(const QJsonValue& value, const QString& place, qsizetype longest) const;
    [[nodiscard]] QString objectNameAt(const QJsonValue& value, const QString& place) const;
    [[nodiscard]] LessonStep step(const QJsonObject& object, const QString& place) const;
    [[nodiscard]] QList<LessonPhrase> conditions(const QJsonValue& value, const QString& place) const;
    [[nodiscard]] QList<LessonPhrase> actions(const QJsonValue& value, const QString& place) const;
    [[nodiscard]] LessonPhrase phrase(const QJsonObject& object, const QString& place, const QString& key,
                                      const std::vector<LessonWord>& words) const;
    void check(const LessonParameter& parameter, const QJsonValue& value, const QString& place) const;
    void checkNumber(const LessonParameter& parameter, const QJsonValue& value, const QString& place) const;

    const QString m_name;
    const KnowsObject& m_knows;
};

void Reader::onlyKeys(const QJsonObject& object, const QString& place, const QStringList& known) const
{
    for (const QString& key : object.keys())
        if (!known.contains(key))
            refuse(place, {GLYPHSCOPE_TEXT("Lessons", "there is no key \"%1\" here. Known keys: %2."),
                           key.toStdString(), known.join(u", "_s).toStdString()});
}

QJsonObject Reader::objectAt(const QJsonValue& value, const QString& place) const
{
    if (!value.isObject())
        refuse(place, GLYPHSCOPE_TEXT("Lessons", "expected an object, {...}. Add it or correct it."));
    return value.toObject();
}

QJsonArray Reader::listAt(const QJsonValue& value, const QString& place, qsizetype least,
                          qsizetype most) const
{
    const QJsonArray list = value.toArray();
    if (!value.isArray() || list.size() < least || list.size() > most)
        refuse(place,
               {GLYPHSCOPE_TEXT("Lessons", "expected a list, [...], of %1 to %2 entries."), least, most});
    return list;
}

QString Reader::wordsAt(const QJsonValue& value, const QString& place, qsizetype longest) const
{
    const QString words = value.toString().trimmed();
    if (!value.isString() || words.isEmpty())
        refuse(place, GLYPHSCOPE_TEXT("Lessons", "expected a text in quotes that is not empty."));
    if (words.size() > longest)
        refuse(place,
               {GLYPHSCOPE_TEXT("Lessons", "the text has %1 characters, at most %2 have room. Shorten it."),
                words.size(), longest});
    return words;
}

/// One text for every language, or one for each.
LessonText Reader::textAt(const QJsonValue& value, const QString& place, qsizetype longest) const
{
    if (!value.isObject())
        return {{{QString(), wordsAt(value, place, longest)}}};
    const QJsonObject languages = value.toObject();
    if (languages.isEmpty() || languages.size() > kMostLanguages)
        refuse(place, {GLYPHSCOPE_TEXT("Lessons", "expected texts of 1 to %1 languages."), kMostLanguages});
    LessonText text;
    for (const QString& language : languages.keys()) {
        if (language.isEmpty() || language.size() > kLongestId)
            refuse(place, {GLYPHSCOPE_TEXT("Lessons", "\"%1\" is no name of a language such as en or zh_CN."),
                           language.toStdString()});
        text.byLanguage.insert(language, wordsAt(languages[language], place + u'.' + language, longest));
    }
    return text;
}

QString Reader::objectNameAt(const QJsonValue& value, const QString& place) const
{
    const QString name = wordsAt(value, place, kLongestValue);
    if (!m_knows(name))
        refuse(place, {GLYPHSCOPE_TEXT("Lessons",
                                       "the window has no part \"%1\". The README of the lessons says how "
                                       "to find the name of a part."),
                       name.toStdString()});
    return name;
}

void Reader::checkNumber(const LessonParameter& parameter, const QJsonValue& value,
                         const QString& place) const
{
    const double number = value.toDouble(std::nan(""));
    const bool whole = parameter.kind != LessonParameter::Kind::Whole || number == std::floor(number);
    if (!(number >= parameter.least && number <= parameter.most) || !whole)
        refuse(place, {parameter.kind == LessonParameter::Kind::Whole
                           ? GLYPHSCOPE_TEXT("Lessons", "expected a whole number from %1 to %2.")
                           : GLYPHSCOPE_TEXT("Lessons", "expected a number from %1 to %2."),
                       parameter.least, parameter.most});
}

void Reader::check(const LessonParameter& parameter, const QJsonValue& value, const QString& place) const
{
    using enum LessonParameter::Kind;
    switch (parameter.kind) {
    case Text:
        (void)wordsAt(value, place, kLongestValue);
        break;
    case Object:
        (void)objectNameAt(value, place);
        break;
    case Panel:
        if (!m_knows(u"dock."_s + wordsAt(value, place, kLongestValue)))
            refuse(place, {GLYPHSCOPE_TEXT("Lessons",
                                           "the window has no panel \"%1\". The README of the lessons lists "
                                           "the panels."),
                           value.toString().toStdString()});
        break;
    case Number:
    case Whole:
        checkNumber(parameter, value, place);
        break;
    case Flag:
        if (!value.isBool())
            refuse(place, GLYPHSCOPE_TEXT("Lessons", "expected true or false."));
        break;
    case Choice:
        if (!parameter.choices.contains(value.toString()))
            refuse(place, {GLYPHSCOPE_TEXT("Lessons", "expected one of: %1."),
                           parameter.choices.join(u", "_s).toStdString()});
        break;
    case Conditions:
        (void)conditions(value, place);
        break;
    }
}

LessonPhrase Reader::phrase(const QJsonObject& object, const QString& place, const QString& key,
                            const std::vector<LessonWord>& words) const
{
    const bool isCondition = key == u"is"_s;
    const QString name = wordsAt(object[key], place + u'.' + key, kLongestValue);
    const auto word = std::ranges::find(words, name, &LessonWord::name);
    if (word == words.end())
        refuse(place,
               {isCondition ? GLYPHSCOPE_TEXT("Lessons", "there is no condition \"%1\". Conditions are: %2.")
                            : GLYPHSCOPE_TEXT("Lessons", "there is no action \"%1\". Actions are: %2."),
                name.toStdString(), listOf(words).toStdString()});
    QStringList known{key};
    if (isCondition)
        known << u"not"_s;
    LessonPhrase result{name, object, false};
    result.parameters.remove(key);
    for (const LessonParameter& parameter : word->parameters) {
        known << parameter.name;
        const QString at = place + u'.' + parameter.name;
        if (object.contains(parameter.name))
            check(parameter, object[parameter.name], at);
        else if (parameter.required)
            refuse(place, {GLYPHSCOPE_TEXT("Lessons", "\"%1\" is missing. Add it to \"%2\"."),
                           parameter.name.toStdString(), name.toStdString()});
    }
    onlyKeys(object, place, known);
    if (const QJsonValue negated = result.parameters.take(u"not"_s); !negated.isUndefined()) {
        if (!negated.isBool())
            refuse(place + u".not"_s, GLYPHSCOPE_TEXT("Lessons", "expected true or false."));
        result.negated = negated.toBool();
    }
    return result;
}

QList<LessonPhrase> Reader::conditions(const QJsonValue& value, const QString& place) const
{
    QList<LessonPhrase> result;
    for (const QJsonValue& each : listAt(value, place, 1, kMostConditions)) {
        const QString at = u"%1[%2]"_s.arg(place).arg(result.size());
        result << phrase(objectAt(each, at), at, u"is"_s, lessonConditions());
    }
    return result;
}

QList<LessonPhrase> Reader::actions(const QJsonValue& value, const QString& place) const
{
    QList<LessonPhrase> result;
    for (const QJsonValue& each : listAt(value, place, 1, kMostActions)) {
        const QString at = u"%1[%2]"_s.arg(place).arg(result.size());
        result << phrase(objectAt(each, at), at, u"do"_s, lessonActions());
    }
    return result;
}

LessonStep Reader::step(const QJsonObject& object, const QString& place) const
{
    onlyKeys(object, place, {u"text"_s, u"term"_s, u"target"_s, u"goal"_s, u"code"_s, u"show"_s});
    LessonStep result;
    result.text = textAt(object[u"text"_s], place + u".text"_s, kLongestText);
    if (object.contains(u"term"_s)) {
        const QString at = place + u".term"_s;
        const QJsonObject term = objectAt(object[u"term"_s], at);
        onlyKeys(term, at, {u"word"_s, u"meaning"_s});
        result.term = LessonTerm{textAt(term[u"word"_s], at + u".word"_s, kLongestWord),
                                 textAt(term[u"meaning"_s], at + u".meaning"_s, kLongestMeaning)};
    }
    if (object.contains(u"target"_s))
        result.target = objectNameAt(object[u"target"_s], place + u".target"_s);
    if (object.contains(u"code"_s)) {
        const QString at = place + u".code"_s;
        const QJsonObject code = objectAt(object[u"code"_s], at);
        onlyKeys(code, at, {u"python"_s, u"cpp"_s});
        for (const auto& [key, text] :
             {std::pair(u"python"_s, &result.python), std::pair(u"cpp"_s, &result.cpp)})
            if (code.contains(key))
                *text = wordsAt(code[key], at + u'.' + key, kLongestCode);
    }
    result.goal = conditions(object[u"goal"_s], place + u".goal"_s);
    result.show = actions(object[u"show"_s], place + u".show"_s);
    return result;
}

Lesson Reader::lesson(const QJsonObject& root) const
{
    if (root[u"format"_s].toString() != kFormat)
        refuse(u"format"_s,
               {GLYPHSCOPE_TEXT("Lessons", "expected \"%1\". This is no lesson, or one for another version."),
                kFormat.toStdString()});
    onlyKeys(root, u"lesson"_s, {u"format"_s, u"id"_s, u"title"_s, u"network"_s, u"steps"_s});
    Lesson result;
    result.id = wordsAt(root[u"id"_s], u"id"_s, kLongestId);
    if (!std::ranges::all_of(result.id, [](QChar c) {
            return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'-';
        }))
        refuse(u"id"_s, GLYPHSCOPE_TEXT("Lessons", "expected small letters, digits and hyphens only."));
    result.title = textAt(root[u"title"_s], u"title"_s, kLongestTitle);
    if (root.contains(u"network"_s))
        result.network = wordsAt(root[u"network"_s], u"network"_s, kLongestId);
    for (const QJsonValue& each : listAt(root[u"steps"_s], u"steps"_s, 1, kMostSteps)) {
        const QString place = u"steps[%1]"_s.arg(result.steps.size());
        result.steps << step(objectAt(each, place), place);
    }
    return result;
}

}  // namespace

Lesson readLesson(const QByteArray& bytes, const QString& name, const KnowsObject& knows)
{
    const Reader reader(name, knows);
    if (bytes.size() > kLargestFile)
        throw Error(GLYPHSCOPE_TEXT("Lessons",
                                    "%1: is larger than a lesson may be, %2 bytes. Divide it into several."),
                    name.toStdString(), kLargestFile);
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &error);
    if (document.isNull()) {
        const auto line = bytes.left(error.offset).count('\n') + 1;
        throw Error(GLYPHSCOPE_TEXT("Lessons", "%1: line %2: is no JSON: %3. Correct the line."),
                    name.toStdString(), line, error.errorString().toStdString());
    }
    if (!document.isObject())
        throw Error(GLYPHSCOPE_TEXT("Lessons", "%1: is no lesson: it has to be one object, {...}."),
                    name.toStdString());
    return reader.lesson(document.object());
}

Lesson loadLesson(const QString& path, const KnowsObject& knows)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        throw Error(GLYPHSCOPE_TEXT("Lessons", "%1: cannot be read: %2. Choose another file."),
                    path.toStdString(), file.errorString().toStdString());
    return readLesson(file.read(kLargestFile + 1), path, knows);
}

QList<Lesson> shippedLessons(const KnowsObject& knows)
{
    initLessons();
    const QDir folder(u":/lessons"_s);
    QList<Lesson> lessons;
    for (const QString& name : folder.entryList({u"*.json"_s}, QDir::Files, QDir::Name))
        lessons << loadLesson(folder.filePath(name), knows);
    return lessons;
}

}  // namespace glyphscope
