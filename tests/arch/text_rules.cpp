// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/arch/text_rules.h"

#include <QtCore/QRegularExpression>

#include <algorithm>

namespace glyphscope::arch {

using namespace Qt::StringLiterals;

namespace {

QString foundAt(const SourceFile& file, qsizetype place, const QString& message)
{
    return complaint(file, file.code.left(place).count(u'\n') + 1, message);
}

/// Behind the bracket that closes the one at `open`; the end of the code where none does.
qsizetype behindBracket(const QString& code, qsizetype open)
{
    int depth = 0;
    for (qsizetype i = open; i < code.size(); ++i) {
        depth += code[i] == u'(' ? 1 : code[i] == u')' ? -1 : 0;
        if (depth == 0)
            return i + 1;
    }
    return code.size();
}

/// Behind a call, and behind the calls of arg() on what it gave.
qsizetype behindText(const QString& code, qsizetype open)
{
    static const QRegularExpression arg(u"\\s*\\.arg\\("_s);
    qsizetype end = behindBracket(code, open);
    for (auto match = arg.match(code, end, QRegularExpression::NormalMatch,
                                QRegularExpression::AnchorAtOffsetMatchOption);
         match.hasMatch(); match = arg.match(code, end, QRegularExpression::NormalMatch,
                                             QRegularExpression::AnchorAtOffsetMatchOption))
        end = behindBracket(code, match.capturedEnd() - 1);
    return end;
}

bool beginsWithBreak(const QString& code)
{
    static const QRegularExpression lines(u"^\\s*u?(?:'\\\\[nt]'|\"(?:\\\\[nt])+\")"_s);
    return lines.match(code).hasMatch();
}

bool endsWithBreak(const QString& code)
{
    static const QRegularExpression lines(u"u?(?:'\\\\[nt]'|\"(?:\\\\[nt])+\"(?:_s)?)\\s*$"_s);
    return lines.match(code).hasMatch();
}

}  // namespace

QStringList errorsAreTranslated(const QList<SourceFile>& files)
{
    static const QRegularExpression thrown(u"\\bthrow\\s+\\w*(?:Error|File|Run)\\s*\\("_s);
    static const QRegularExpression words(u"\"[^\"\\n]*[A-Za-z]{2}"_s);
    QStringList complaints;
    for (const SourceFile& file : files) {
        if (file.isUnder("model/hooks/") || !(file.isUnder("app/") || file.isUnder("model/")))
            continue;
        for (auto it = thrown.globalMatch(file.code); it.hasNext();) {
            const auto match = it.next();
            if (match.captured().contains(u"_error"))
                continue;
            const qsizetype end = behindBracket(file.code, match.capturedEnd() - 1);
            const QString statement = file.text.mid(match.capturedStart(), end - match.capturedStart());
            if (words.match(statement).hasMatch() && !statement.contains(u"GLYPHSCOPE_TEXT("))
                complaints += foundAt(file, match.capturedStart(),
                                      u"an error without GLYPHSCOPE_TEXT() has no translation"_s);
        }
    }
    return complaints;
}

QStringList sentencesAreWhole(const QList<SourceFile>& files)
{
    static const QRegularExpression text(u"(?:\\b\\w+::)*\\btr\\("_s);
    QStringList complaints;
    for (const SourceFile& file : files) {
        for (auto it = text.globalMatch(file.code); it.hasNext();) {
            const auto match = it.next();
            const qsizetype end = behindText(file.code, match.capturedEnd() - 1);
            const QString behind = file.text.mid(end, 40).trimmed();
            const QString before = file.text
                                       .mid(std::max<qsizetype>(0, match.capturedStart() - 40),
                                            std::min<qsizetype>(40, match.capturedStart()))
                                       .trimmed();
            const bool added = behind.startsWith(u'+') && !beginsWithBreak(behind.sliced(1));
            const bool behindAnother =
                before.endsWith(u'+') && !endsWithBreak(before.chopped(1)) && !before.endsWith(u"++");
            if (added || behindAnother)
                complaints += foundAt(file, match.capturedStart(),
                                      u"a sentence is glued from parts: use one text with %1"_s);
        }
    }
    return complaints;
}

QStringList wordsAreTranslated(const QList<SourceFile>& files)
{
    // two words, or a word beside a placeholder
    static const QRegularExpression words(
        u"(?:\\bu|QStringLiteral\\()\"[^\"\\n]*(?:\\b[a-z]{2,} (?:[a-z]{2,}\\b|%\\d)|%\\d [a-z]{2,}\\b)[^\"\\n]*\""_s);
    const QStringList judged{u"ui/"_s, u"app/controllers/"_s, u"app/wiring"_s};
    QStringList complaints;
    for (const SourceFile& file : files) {
        const bool isJudged = std::any_of(judged.begin(), judged.end(), [&file](const QString& place) {
            return file.path.startsWith(place);
        });
        if (!isJudged || file.path == u"ui/why/attribution_text.cpp"_s)
            continue;
        for (auto it = words.globalMatch(file.text); it.hasNext();) {
            const auto match = it.next();
            if (file.code[match.capturedStart()] != u' ')  // not in a comment
                complaints += foundAt(file, match.capturedStart(), u"words that do not go through tr()"_s);
        }
    }
    return complaints;
}

QStringList pluralsAreLeftToTheLanguage(const QList<SourceFile>& files)
{
    static const QRegularExpression one(u"==\\s*1\\s*\\?\\s*(?:\\w+::)*tr\\("_s);
    QStringList complaints;
    // lupdate has to see that it is counted
    static const QRegularExpression counted(u"\\b(\\w+)\\(\\s*(?:\"[^\"\\n]*\",\\s*)?\"[^\"\\n]*%L?n\\b"_s);
    static const QStringList seen{u"tr"_s, u"QT_TR_N_NOOP"_s, u"QT_TRANSLATE_N_NOOP"_s};
    for (const SourceFile& file : files) {
        for (auto it = counted.globalMatch(file.text); it.hasNext();)
            if (const auto match = it.next(); !seen.contains(match.captured(1)))
                complaints +=
                    foundAt(file, match.capturedStart(),
                            u"lupdate takes no plural from %1(): tr() or QT_TRANSLATE_N_NOOP()"_s.arg(
                                match.captured(1)));
        for (auto it = one.globalMatch(file.code); it.hasNext();)
            complaints +=
                foundAt(file, it.next().capturedStart(), u"not every language has two forms: use %n"_s);
    }
    return complaints;
}

}  // namespace glyphscope::arch
