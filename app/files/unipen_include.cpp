// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/unipen_include.h"

#include "model/types/error.h"
#include "model/types/shown_text.h"

#include <QtCore/QDir>
#include <QtCore/QFileInfo>

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

/// The file of that name in `folder`, or an empty string. Throws if links lead out of the folder.
QString fileIn(const QString& folder, const QString& name)
{
    const QFileInfo info(QDir(folder).filePath(name));
    if (!info.isFile())
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

}  // namespace glyphscope
