// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/arch/order_rules.h"

#include <QtCore/QRegularExpression>

#include <algorithm>

namespace glyphscope::arch {

using namespace Qt::StringLiterals;

namespace {

struct Function {
    QString name;
    qsizetype line = 1;  ///< of the opening brace
    qsizetype lines = 0;
};

/// The last "name(" above the opening brace, for the message.
QString nameAbove(const QStringList& code, qsizetype brace)
{
    static const QRegularExpression call(u"([~\\w:]+)\\s*\\("_s);
    const QString indent = code[brace].left(code[brace].indexOf(u'{'));
    for (qsizetype i = brace - 1; i >= 0 && !code[i].trimmed().isEmpty(); --i) {
        const auto match = call.match(code[i]);
        if (code[i].startsWith(indent) && !code[i].mid(indent.size()).startsWith(u' ') && match.hasMatch())
            return match.captured(1);
    }
    return u"a block"_s;
}

QList<Function> functionsOf(const SourceFile& file)
{
    const QStringList code = file.code.split(u'\n');
    QList<Function> functions;
    for (qsizetype i = 0; i < code.size(); ++i) {
        if (code[i].trimmed() != u"{")
            continue;
        const QString closing = code[i].left(code[i].indexOf(u'{')) + u'}';
        for (qsizetype k = i + 1; k < code.size(); ++k) {
            if (code[k].startsWith(closing)) {
                functions.append({nameAbove(code, i), i + 1, k - i + 1});
                break;
            }
        }
    }
    return functions;
}

qsizetype lineCount(const QString& text)
{
    return text.count(u'\n') + (text.isEmpty() || text.endsWith(u'\n') ? 0 : 1);
}

/// The class that a header is named after, "RunsPanel" in runs_panel.h; empty if it holds another or none.
QString classOf(const SourceFile& header)
{
    static const QRegularExpression definition(u"^(?:class|struct) (\\w+)[^;{]*\\{"_s,
                                               QRegularExpression::MultilineOption);
    const QString name = header.path.section(u'/', -1).chopped(2).remove(u'_');
    for (auto it = definition.globalMatch(header.code); it.hasNext();)
        if (const QString found = it.next().captured(1); found.toLower() == name)
            return found;
    return {};
}

/// Lines of `header` and of the sources beside it, named as it or longer, that define members of `name`.
qsizetype linesOfClass(const QString& name, const SourceFile& header, const QList<SourceFile>& files)
{
    const QRegularExpression member(u"^(?![\\s#/]).*\\b%1::~?\\w+"_s.arg(name),
                                    QRegularExpression::MultilineOption);
    const QString stem = header.path.chopped(2);
    qsizetype lines = lineCount(header.text);
    for (const SourceFile& file : files)
        if (file.path.startsWith(stem) && file.path.endsWith(u".cpp") && member.match(file.code).hasMatch())
            lines += lineCount(file.text);
    return lines;
}

/// A complaint for every match of `pattern` in the code.
QStringList complainOf(const SourceFile& file, const QRegularExpression& pattern, const QString& message)
{
    QStringList complaints;
    for (auto it = pattern.globalMatch(file.code); it.hasNext();) {
        const auto match = it.next();
        complaints += complaint(file, file.code.left(match.capturedStart(1)).count(u'\n') + 1,
                                message.arg(match.captured(1)));
    }
    return complaints;
}

}  // namespace

QStringList filesAreShort(const QList<SourceFile>& files)
{
    QStringList complaints;
    for (const SourceFile& file : files) {
        const qsizetype lines = lineCount(file.text);
        const int most = file.isHeader() ? kMostHeaderLines : kMostSourceLines;
        if (lines > most)
            complaints += complaint(file, lines, u"%1 lines; %2 are the most"_s.arg(lines).arg(most));
    }
    return complaints;
}

QStringList functionsAreShort(const QList<SourceFile>& files)
{
    QStringList complaints;
    for (const SourceFile& file : files) {
        for (const Function& function : functionsOf(file)) {
            if (function.lines > kMostFunctionLines)
                complaints += complaint(file, function.line,
                                        u"%1 has %2 lines; %3 are the most"_s.arg(function.name)
                                            .arg(function.lines)
                                            .arg(kMostFunctionLines));
        }
    }
    return complaints;
}

QStringList classesAreShort(const QList<SourceFile>& files, const LongClasses& known)
{
    QStringList complaints;
    for (const SourceFile& file : files) {
        const QString name = file.isHeader() ? classOf(file) : QString();
        if (name.isEmpty())
            continue;
        const qsizetype lines = linesOfClass(name, file, files);
        const qsizetype most = known.value(name, kMostClassLines);
        if (lines > most)
            complaints += complaint(
                file, 1,
                u"%1 has %2 lines over all its files; %3 are the most"_s.arg(name).arg(lines).arg(most));
        else if (known.contains(name) && lines <= kMostClassLines)
            complaints += complaint(file, 1, u"%1 is short enough: it is no exception any more"_s.arg(name));
    }
    return complaints;
}

QStringList filesOpenAsTheyShould(const QList<SourceFile>& files)
{
    static const QRegularExpression usingNamespace(u"^\\s*(using\\s+namespace)\\b"_s,
                                                   QRegularExpression::MultilineOption);
    QStringList complaints;
    for (const SourceFile& file : files) {
        // The hooks are a library that others take under terms of its own
        const bool isOfHooks = file.isUnder("model/hooks/") || file.isUnder("tests/model/hooks/");
        const QString licence = isOfHooks ? u"BSD-3-Clause"_s : u"GPL-3.0-or-later"_s;
        if (file.text.section(u'\n', 0, 0) != u"// SPDX-License-Identifier: "_s + licence)
            complaints += complaint(file, 1, u"does not begin with the SPDX line of %1"_s.arg(licence));
        if (!file.isHeader())
            continue;
        if (file.text.section(u'\n', 1, 1) != u"#pragma once")
            complaints += complaint(file, 2, u"does not say #pragma once on its second line"_s);
        complaints += complainOf(file, usingNamespace, u"'%1' in a header"_s);
    }
    return complaints;
}

QStringList nothingWaits(const QList<SourceFile>& files)
{
    static const QRegularExpression waiting(
        u"\\b(processEvents|QEventLoop|sleep_for|sleep_until|[mun]?sleep|nanosleep|qSleep|qWait)\\b"_s);
    static const QRegularExpression nested(u"(\\bexec)\\s*\\("_s);
    QStringList complaints;
    for (const SourceFile& file : files) {
        complaints += complainOf(file, waiting, u"%1: wait for a signal instead"_s);
        if (file.isUnder("ui/") || file.isUnder("app/session/"))
            complaints += complainOf(file, nested, u"%1() runs an event loop inside another: use open()"_s);
    }
    return complaints;
}

QStringList readmeListsTheRooms(const QString& readme, const QStringList& rooms)
{
    static const QRegularExpression named(u"`((?:app|model|ui)/[a-z_]+)/?`"_s);
    QStringList complaints;
    QStringList listed;
    for (auto it = named.globalMatch(readme); it.hasNext();)
        listed += it.next().captured(1);
    for (const QString& room : rooms)
        if (room.contains(u'/') && !listed.contains(room))
            complaints += u"no README names the room `%1`"_s.arg(room);
    for (const QString& room : listed)
        if (!rooms.contains(room))
            complaints += u"a README names `%1`, and there is no such room"_s.arg(room);
    return complaints;
}

QStringList testsMirrorTheRooms(const QStringList& testFolders, const QStringList& rooms)
{
    static const QStringList shared{u"arch"_s, u"bench"_s, u"fuzz"_s, u"journeys"_s, u"support"_s};
    QStringList complaints;
    for (const QString& folder : testFolders) {
        const QString room = folder.section(u'/', 1);
        // projects of their own that take the room above as a library
        const bool isOfConsumers = room.endsWith(u"/consumers") && rooms.contains(room.section(u'/', 0, -2));
        if (!shared.contains(room.section(u'/', 0, 0)) && !rooms.contains(room) && !isOfConsumers)
            complaints += u"%1 tests no room: there is no %2"_s.arg(folder, room);
    }
    // the tour is told by the journeys, and so is what composes all of it
    static const QStringList told{u"app"_s, u"model"_s, u"ui"_s, u"app/tour"_s};
    for (const QString& room : rooms)
        if (!told.contains(room) && !testFolders.contains(u"tests/"_s + room))
            complaints += u"nothing in tests/%1 tests this room"_s.arg(room);
    return complaints;
}

QStringList sourcesAreBuilt(const QList<SourceFile>& files, const BuildFile& buildFile)
{
    QStringList complaints;
    for (const SourceFile& file : files) {
        if (file.isHeader())
            continue;
        const QRegularExpression name(u"\\b%1\\b"_s.arg(file.path.section(u'/', -1).chopped(4)));
        bool named = false;
        QString folder = file.path;
        while (!named && folder.contains(u'/')) {
            folder = folder.section(u'/', 0, -2);
            named = buildFile(folder + u"/CMakeLists.txt"_s).contains(name);
        }
        if (!named)
            complaints += complaint(file, 1, u"is in no CMakeLists.txt, so it is never compiled"_s);
    }
    return complaints;
}

}  // namespace glyphscope::arch
