// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/unipen_include.h"

#include "model/types/error.h"
#include "model/types/shown_text.h"

#include <QtCore/QDir>
#include <QtCore/QFileInfo>

#include <algorithm>
#include <string>

namespace glyphscope {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMostParents = 8;
constexpr qsizetype kLongestName = 256;

/// A name out of a file as messages show it.
std::string shownName(const QString& name)
{
    return shownText(name.toStdString());
}

/// Whether the name stays below whatever folder it is put into.
bool staysBelow(const QString& name)
{
    const QStringList parts = name.split(u'/');
    return QDir::isRelativePath(name) && !name.contains(u'\\') && !name.contains(QChar::Null) &&
           !parts.contains(u".."_s) && !parts.contains(QString());
}

/// `name` as the files below `folder` spell it, whatever the case of its letters; empty if there is none.
QString spelledIn(const QString& folder, const QString& name)
{
    QString path = folder;
    for (const QString& part : name.split(u'/')) {
        const QDir here(path);
        QString found = part;
        if (!QFileInfo::exists(here.filePath(part))) {
            const QStringList names =
                here.entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name);
            const auto same = std::ranges::find_if(names, [&part](const QString& other) {
                return other.compare(part, Qt::CaseInsensitive) == 0;
            });
            if (same == names.end())
                return {};
            found = *same;
        }
        path = here.filePath(found);
    }
    return path;
}

/// The file of that name in `folder`, or an empty string. Throws if links lead out of the folder.
QString fileIn(const QString& folder, const QString& name)
{
    const QFileInfo info(spelledIn(folder, name));
    if (info.filePath().isEmpty() || !info.isFile())
        return {};
    const QString path = info.canonicalFilePath();
    const QString root = QFileInfo(folder).canonicalFilePath();
    if (!path.startsWith(root.endsWith(u'/') ? root : root + u'/'))
        throw Error(GLYPHSCOPE_TEXT("Files", "\"%1\" leads out of %2. Put the file itself there."),
                    shownName(name), folder.toStdString());
    return path;
}

}  // namespace

QString findUnipenInclude(const QString& name, const QString& from, const QString& main)
{
    if (name.isEmpty() || name.size() > kLongestName || !staysBelow(name))
        throw Error(
            GLYPHSCOPE_TEXT(
                "Files",
                "\"%1\" is no name of a file below this one's folder, which is all that may be included."),
            shownName(name));
    if (const QString found = fileIn(QFileInfo(from).absolutePath(), name); !found.isEmpty())
        return found;
    QString parent = QFileInfo(main).absolutePath();
    for (int i = 0; i < kMostParents; ++i, parent = QFileInfo(parent).path())
        if (const QString found = fileIn(QDir(parent).filePath(u"include"_s), name); !found.isEmpty())
            return found;
    throw Error(GLYPHSCOPE_TEXT("Files", "\"%1\" is included, but there is no such file, neither beside this "
                                         "one nor in a folder \"include\" above it. Put it there."),
                shownName(name));
}

bool isUnipenDocumentation(const QString& name)
{
    static const QStringList suffixes{u"doc"_s, u"txt"_s, u"lex"_s, u"nfo"_s, u"md"_s,   u"rtf"_s,
                                      u"tex"_s, u"pdf"_s, u"ps"_s,  u"htm"_s, u"html"_s, u"hlp"_s};
    static const QStringList folders{u"doc"_s, u"docs"_s, u"documentation"_s};
    QStringList parts = name.toLower().split(u'/');
    const QString file = parts.takeLast();
    return file == "readme"_L1 || suffixes.contains(QFileInfo(file).suffix()) ||
           std::ranges::any_of(parts, [](const QString& part) { return folders.contains(part); });
}

}  // namespace glyphscope
