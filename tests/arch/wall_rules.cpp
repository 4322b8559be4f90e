// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/arch/wall_rules.h"

#include <QtCore/QHash>
#include <QtCore/QRegularExpression>
#include <QtCore/QSet>

#include <algorithm>
#include <optional>

namespace glyphscope::arch {

using namespace Qt::StringLiterals;

namespace {

bool startsWithAny(const QString& text, const QStringList& prefixes)
{
    return std::ranges::any_of(prefixes, [&](const QString& prefix) { return text.startsWith(prefix); });
}

bool isQt(const QString& target)
{
    static const QRegularExpression qt(u"^Q[A-Za-z]"_s);
    return qt.match(target).hasMatch();
}

bool isTorch(const QString& target)
{
    return startsWithAny(target, {u"torch/"_s, u"ATen/"_s, u"c10/"_s, u"caffe2/"_s});
}

/// <vector> and <cmath>: no folder, no suffix.
bool isStandard(const QString& target)
{
    static const QRegularExpression standard(u"^[a-z_0-9]+$"_s);
    return standard.match(target).hasMatch();
}

/// What the operating system gives: threads, signals, resources.
bool isPosix(const QString& target)
{
    static const QRegularExpression posix(u"^(sys/[a-z]+|fcntl|poll|pthread|sched|signal|unistd)\\.h$"_s);
    return posix.match(target).hasMatch();
}

bool isOwn(const Include& include)
{
    return include.quoted && startsWithAny(pathOf(include), {u"app/"_s, u"model/"_s, u"ui/"_s});
}

/// The rooms that panels share stand below them; no panel includes another, and the window all of them.
QStringList reachOfUi(const QString& room)
{
    static const QStringList style{u"ui/style/"_s, u"model/types/"_s, u"model/spec/"_s};
    static const QStringList text = style + QStringList{u"ui/text/"_s};
    static const QStringList panel = text + QStringList{u"ui/widgets/"_s, u"ui/curves/"_s};
    if (room == u"ui/window")
        return {u"ui/"_s, u"model/types/"_s, u"model/spec/"_s};
    if (room == u"ui/style" || room == u"ui/text")
        return room == u"ui/style" ? QStringList{u"model/types/"_s, u"model/spec/"_s} : style;
    if (room == u"ui/widgets")
        return text;
    return room == u"ui/curves" ? text + QStringList{u"ui/widgets/"_s} : panel;
}

/// main.cpp and wiring compose all of it; what they compose reaches downwards only.
QStringList reachOfApp(const QString& room)
{
    static const QHash<QString, QStringList> rooms{
        {u"app/text"_s, {u"ui/text/"_s, u"model/types/"_s}},
        {u"app/session"_s, {u"app/text/"_s, u"model/"_s}},
        {u"app/settings"_s, {u"app/text/"_s, u"model/"_s}},
        {u"app/files"_s, {u"app/settings/"_s, u"app/text/"_s, u"model/"_s, u"ui/widgets/"_s}},
        {u"app/cli"_s, {u"app/files/"_s, u"app/session/"_s, u"app/settings/"_s, u"app/text/"_s, u"model/"_s}},
        {u"app/lessons"_s, {u"app/text/"_s, u"model/types/"_s}},
        {u"app/hand"_s, {u"app/files/"_s, u"model/types/"_s, u"ui/"_s}},
        {u"app/controllers"_s,
         {u"app/files/"_s, u"app/hand/"_s, u"app/lessons/"_s, u"app/session/"_s, u"app/settings/"_s,
          u"app/text/"_s, u"model/"_s, u"ui/"_s}},
        {u"app/tour"_s,
         {u"app/cli/"_s, u"app/files/"_s, u"app/hand/"_s, u"app/settings/"_s, u"app/text/"_s,
          u"app/wiring.h"_s, u"model/"_s, u"ui/"_s}},
    };
    return rooms.value(room, {u"app/"_s, u"model/"_s, u"ui/"_s});
}

/// Controllers are given their panels and do not know the window that holds them.
bool isBarred(const QString& room, const QString& target)
{
    return room == u"app/controllers" && target.startsWith(u"ui/window/");
}

/// What a room may include; nullopt for a room that the house does not have. The chain inside model:
/// types <- spec <- {data, preprocess, kernels, calibration} <- hooks <- network <- {training, recognition,
/// inspection, checkpoint} <- engine. hooks takes nothing: others can take it alone.
std::optional<QStringList> reachOf(const QString& room)
{
    static const QStringList network{u"model/network/"_s, u"model/hooks/"_s,      u"model/kernels/"_s,
                                     u"model/data/"_s,    u"model/preprocess/"_s, u"model/spec/"_s,
                                     u"model/types/"_s};
    static const QStringList spec{u"model/spec/"_s, u"model/types/"_s};
    static const QHash<QString, QStringList> model{
        {u"model/types"_s, {}},
        {u"model/spec"_s, {u"model/types/"_s}},
        {u"model/data"_s, spec},
        {u"model/preprocess"_s, spec},
        {u"model/kernels"_s, spec},
        {u"model/calibration"_s, spec},
        {u"model/hooks"_s, {}},
        {u"model/network"_s, network},
        {u"model/training"_s, network},
        {u"model/recognition"_s, network},
        {u"model/numbers"_s,
         {u"model/recognition/"_s, u"model/preprocess/"_s, u"model/spec/"_s, u"model/types/"_s}},
        {u"model/inspection"_s, network},
        {u"model/checkpoint"_s, network},
        {u"model/engine"_s, {u"model/"_s}},
    };
    if (room.startsWith(u"model"))
        return model.contains(room) ? std::optional(model.value(room)) : std::nullopt;
    if (room.startsWith(u"ui"))
        return reachOfUi(room);
    return reachOfApp(room);
}

bool mayHoldTorch(const SourceFile& file)
{
    if (file.isHeader())
        return file.isUnder("model/hooks/") || (file.isUnder("model/") && file.path.contains(u"/detail/"));
    return startsWithAny(file.path, {u"model/hooks/"_s, u"model/network/"_s, u"model/training/"_s,
                                     u"model/recognition/"_s, u"model/inspection/"_s, u"model/engine/"_s});
}

/// The way from `path` to a torch header, by way of our own headers: "a.h > b.h > torch/torch.h". Empty if
/// none.
QString wayToTorch(const QString& path, const QHash<QString, QList<Include>>& includes, QSet<QString>& seen)
{
    seen.insert(path);
    for (const Include& include : includes.value(path)) {
        if (isTorch(include.target))
            return path + u" > "_s + include.target;
        const QString next = pathOf(include);
        if (!includes.contains(next) || seen.contains(next))
            continue;
        if (const QString rest = wayToTorch(next, includes, seen); !rest.isEmpty())
            return path + u" > "_s + rest;
    }
    return {};
}

}  // namespace

QList<Include> includesOf(const SourceFile& file)
{
    static const QRegularExpression directive(u"^\\s*#\\s*include\\b"_s);
    static const QRegularExpression target(u"#\\s*include\\s*([<\"])([^>\"]+)[>\"]"_s);
    const QStringList text = file.text.split(u'\n');
    const QStringList code = file.code.split(u'\n');
    QList<Include> includes;
    for (qsizetype i = 0; i < code.size(); ++i) {
        if (!directive.match(code[i]).hasMatch())
            continue;
        if (const auto match = target.match(text[i]); match.hasMatch())
            includes.append({match.captured(2), i + 1, match.captured(1) == u"\""});
    }
    return includes;
}

QString pathOf(const Include& include)
{
    return include.target.startsWith(u"torch_hooks/") ? u"model/hooks/"_s + include.target : include.target;
}

QString roomOf(const QString& path)
{
    const QStringList parts = path.split(u'/');
    return parts.size() < 3 ? parts.first() : parts[0] + u'/' + parts[1];
}

QStringList roomsFollowTheArrows(const QList<SourceFile>& files)
{
    QStringList complaints;
    for (const SourceFile& file : files) {
        const QString room = roomOf(file.path);
        const auto reach = reachOf(room);
        if (!reach) {
            complaints += complaint(file, 1, u"%1 is no room of the house"_s.arg(room));
            continue;
        }
        for (const Include& include : includesOf(file)) {
            const QString path = pathOf(include);
            if (isOwn(include) && roomOf(path) != room &&
                (!startsWithAny(path, *reach) || isBarred(room, path)))
                complaints +=
                    complaint(file, include.line, u"%1 may not include %2"_s.arg(room, include.target));
        }
    }
    return complaints;
}

QStringList librariesStayInTheirRooms(const QList<SourceFile>& files)
{
    QStringList complaints;
    for (const SourceFile& file : files) {
        for (const Include& include : includesOf(file)) {
            const QString& target = include.target;
            if (isOwn(include) || isStandard(target) || target.endsWith(u".moc"))
                continue;
            if (file.isUnder("model/") && isQt(target))
                complaints +=
                    complaint(file, include.line, u"model knows no Qt, but here is %1"_s.arg(target));
            if (file.isUnder("model/hooks/") && !isTorch(target))
                complaints += complaint(file, include.line,
                                        u"the hooks know LibTorch and std only, not %1"_s.arg(target));
            if (file.isUnder("ui/") && !isQt(target))
                complaints +=
                    complaint(file, include.line, u"ui knows Qt and std only, not %1"_s.arg(target));
            if (file.isUnder("app/session/") && !target.startsWith(u"QtCore/") && !isPosix(target))
                complaints +=
                    complaint(file, include.line,
                              u"a session knows <QtCore/...> and the system only, not %1"_s.arg(target));
        }
    }
    return complaints;
}

QStringList torchStaysBehindTheEngine(const QList<SourceFile>& files)
{
    QHash<QString, QList<Include>> includes;
    for (const SourceFile& file : files)
        includes.insert(file.path, includesOf(file));

    QStringList complaints;
    for (const SourceFile& file : files) {
        if (mayHoldTorch(file))
            continue;
        QSet<QString> seen;
        if (const QString way = wayToTorch(file.path, includes, seen); !way.isEmpty())
            complaints += complaint(file, 1, u"must not reach LibTorch, but does: %1"_s.arg(way));
    }
    return complaints;
}

QStringList onlyControllersConnect(const QList<SourceFile>& files)
{
    static const QRegularExpression connect(u"\\bconnect\\s*\\("_s);
    QStringList complaints;
    for (const SourceFile& file : files) {
        if (!file.isUnder("app/") || file.isUnder("app/wiring.") || file.isUnder("app/controllers/"))
            continue;
        const QList<Include> includes = includesOf(file);
        const auto knows = [&](const QString& folder) {
            return std::ranges::any_of(includes,
                                       [&](const Include& i) { return i.target.startsWith(folder); });
        };
        const auto match = connect.match(file.code);
        if (match.hasMatch() && knows(u"ui/"_s) && knows(u"app/session/"_s))
            complaints += complaint(
                file, file.code.left(match.capturedStart()).count(u'\n') + 1,
                u"connects with a widget and a session in sight: app/controllers and app/wiring do that"_s);
    }
    return complaints;
}

}  // namespace glyphscope::arch
