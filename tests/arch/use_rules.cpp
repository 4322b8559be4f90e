// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/arch/use_rules.h"

#include "tests/arch/wall_rules.h"

#include <QtCore/QHash>
#include <QtCore/QRegularExpression>
#include <QtCore/QSet>

#include <algorithm>

namespace glyphscope::arch {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kLeastWords = 3;  // that say what a room is for

/// "ui/runs/runs_panel" for that header, its source and runs_panel_layout.cpp.
bool isOwnFile(const SourceFile& file, const SourceFile& header)
{
    const QString stem = header.path.chopped(2);
    return file.path == header.path || file.path == stem + u".cpp"_s || file.path.startsWith(stem + u'_');
}

/// The class and those that are derived from it, by which its members may be named.
QSet<QString> namesOf(const QString& className, const QList<SourceFile>& files)
{
    const QRegularExpression derived(u"\\bclass (\\w+)[^;{]*: public %1\\b"_s.arg(className));
    QSet<QString> names{className};
    for (const SourceFile& file : files)
        for (auto match = derived.globalMatch(file.code); match.hasNext();)
            names += match.next().captured(1);
    return names;
}

/// What variables and functions that hold or give a `className` are called.
QSet<QString> receiversOf(const QString& className, const QList<SourceFile>& files)
{
    const QRegularExpression declared(
        u"\\b%1\\s*(?:const\\s*)?[*&]?\\s*(?:const\\s+)?(\\w+)\\s*(?=[;(){=,\\[])"
        u"|\\b(\\w+)\\s*(?:=\\s*|\\()new %1\\b|\\b(\\w+)\\s*=[^;\\n]*<%1\\*?>"_s.arg(className));
    QSet<QString> receivers;
    for (const SourceFile& file : files) {
        if (!file.code.contains(className))
            continue;
        for (auto match = declared.globalMatch(file.code); match.hasNext();) {
            const auto found = match.next();
            receivers += found.captured(found.lastCapturedIndex());
        }
    }
    return receivers;
}

/// Matches none where there are none.
QString anyOf(const QSet<QString>& words)
{
    if (words.isEmpty())
        return u"(?!)"_s;
    return u"(?:"_s + QStringList(words.cbegin(), words.cend()).join(u'|') + u')';
}

}  // namespace

QList<Offer> offersOf(const SourceFile& header)
{
    static const QRegularExpression opening(u"^class (\\w+)[^;]*$"_s);
    static const QRegularExpression section(
        u"^(public Q_SLOTS|Q_SIGNALS|(?:public|protected|private)(?: Q_SLOTS)?):"_s);
    static const QRegularExpression member(u"^ {4}(?:\\[\\[nodiscard\\]\\] )?[\\w:<>,&* ]+ (\\w+)\\("_s);
    QList<Offer> offers;
    QString className;
    bool offered = false;
    const QStringList lines = header.code.split(u'\n');
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (const auto match = opening.match(lines[i]); match.hasMatch()) {
            className = match.captured(1);
            offered = false;
        } else if (const auto begin = section.match(lines[i]); begin.hasMatch()) {
            offered = begin.captured(1) == u"public Q_SLOTS" || begin.captured(1) == u"Q_SIGNALS";
        } else if (const auto found = member.match(lines[i]);
                   offered && found.hasMatch() && !lines[i].contains(u" override")) {
            offers.append({className, found.captured(1), i + 1});
        }
        if (lines[i].startsWith(u'}'))
            offered = false;
    }
    return offers;
}

QStringList offersAreUsed(const QList<SourceFile>& files)
{
    QStringList complaints;
    QHash<QString, QString> names;
    QHash<QString, QString> receivers;
    for (const SourceFile& header : files) {
        if (!header.isUnder("ui/") || !header.isHeader())
            continue;
        for (const Offer& offer : offersOf(header)) {
            if (!names.contains(offer.className)) {
                names[offer.className] = anyOf(namesOf(offer.className, files));
                receivers[offer.className] = anyOf(receiversOf(offer.className, files));
            }
            const QString type = names[offer.className];
            const QRegularExpression connected(u"&%1::%2\\b"_s.arg(type, offer.name));
            const QRegularExpression used(
                u"\\b%1::%3\\b|(?:\\b%2(?:\\(\\))?|<%1\\*?>\\([^()]*\\))\\s*(?:->|\\.)\\s*%3\\b"_s.arg(
                    type, receivers[offer.className], offer.name));
            const bool found = std::ranges::any_of(files, [&](const SourceFile& file) {
                return file.code.contains(offer.name) &&
                       file.code.contains(isOwnFile(file, header) ? connected : used);
            });
            if (!found)
                complaints +=
                    complaint(header, offer.line, u"nothing uses %1::%2"_s.arg(offer.className, offer.name));
        }
    }
    return complaints;
}

QStringList readmeExplainsTheRooms(const QString& path, const QString& readme, const QList<SourceFile>& files)
{
    static const QRegularExpression row(u"^\\| `(\\w+/\\w+)` \\| ([^|]+) \\| ([^|]+) \\|$"_s,
                                        QRegularExpression::MultilineOption);
    static const QRegularExpression quoted(u"`([\\w./]+)`"_s);
    const QString floor = path.section(u'/', 0, 0);
    QSet<QString> rooms;
    QSet<QString> paths;
    for (const SourceFile& file : files)
        if (file.path.startsWith(floor + u'/') && file.path.count(u'/') > 1) {
            rooms += roomOf(file.path);
            paths += file.path;
        }
    QStringList complaints;
    QSet<QString> explained;
    for (auto match = row.globalMatch(readme); match.hasNext();) {
        const auto found = match.next();
        const QString room = found.captured(1);
        if (!rooms.contains(room))
            complaints += u"%1 explains `%2`, and there is no such room"_s.arg(path, room);
        if (explained.contains(room))
            complaints += u"%1 explains `%2` twice"_s.arg(path, room);
        explained += room;
        if (!quoted.match(found.captured(2)).hasMatch())
            complaints += u"%1 names no main file of `%2`"_s.arg(path, room);
        for (auto file = quoted.globalMatch(found.captured(2)); file.hasNext();)
            if (const QString name = file.next().captured(1); !paths.contains(room + u'/' + name))
                complaints += u"%1 names %2/%3, and there is no such file"_s.arg(path, room, name);
        if (found.captured(3).split(u' ', Qt::SkipEmptyParts).size() < kLeastWords)
            complaints += u"%1 does not say what `%2` is for"_s.arg(path, room);
    }
    QStringList missing((rooms - explained).values());
    missing.sort();
    for (const QString& room : missing)
        complaints += u"%1 does not explain the room `%2`"_s.arg(path, room);
    return complaints;
}

}  // namespace glyphscope::arch
