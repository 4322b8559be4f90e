// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QJsonObject>
#include <QtCore/QList>
#include <QtCore/QMap>
#include <QtCore/QString>

#include <optional>

namespace glyphscope {

/// A text in several languages, by their names ("en", "zh_CN"); one for all of them has the name "".
struct LessonText {
    QMap<QString, QString> byLanguage;

    /// In `language`, else in a language that it begins with or that begins with it, else in English.
    [[nodiscard]] QString in(const QString& language) const;
};

/// A condition that the program can check, or an action that it can do: a name of the fixed lists of
/// lesson_words.h and its parameters, which the reader has checked.
struct LessonPhrase {
    QString name;
    QJsonObject parameters;
    bool negated = false;  ///< of a condition
};

struct LessonTerm {
    LessonText word;
    LessonText meaning;
};

struct LessonStep {
    LessonText text;
    std::optional<LessonTerm> term;
    QString target;  ///< object name of what is outlined; empty: nothing is
    QString python;
    QString cpp;
    QList<LessonPhrase> goal;  ///< all of them hold
    QList<LessonPhrase> show;  ///< what "Show me" does
};

/// One chapter, as resources/lessons/README.md documents it.
struct Lesson {
    QString id;
    LessonText title;
    QString network;  ///< name of the preset that it is about; empty: any network will do
    QList<LessonStep> steps;
};

}  // namespace glyphscope
