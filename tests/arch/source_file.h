// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QList>
#include <QtCore/QString>
#include <QtCore/QStringList>

namespace glyphscope::arch {

/// One file of the source tree as the rules see it.
struct SourceFile {
    QString path;  ///< from the repository's root: "model/types/raster.h"
    QString text;
    QString code;  ///< the text with comments and the insides of literals blanked, line for line

    [[nodiscard]] bool isHeader() const { return path.endsWith(QLatin1String(".h")); }
    [[nodiscard]] bool isUnder(const char* folder) const { return path.startsWith(QLatin1String(folder)); }
};

/// Same length and same lines as `text`, so that positions in one are positions in the other.
[[nodiscard]] QString blankCommentsAndLiterals(const QString& text);

[[nodiscard]] SourceFile sourceFile(const QString& path, const QString& text);

/// Every .h and .cpp below the given folders of `root`, by path.
[[nodiscard]] QList<SourceFile> readSources(const QString& root, const QStringList& folders);

/// Every folder below the given ones of `root` that holds a source directly, by path.
[[nodiscard]] QStringList foldersOf(const QList<SourceFile>& files);

/// "path:line: message"
[[nodiscard]] QString complaint(const SourceFile& file, qsizetype line, const QString& message);

}  // namespace glyphscope::arch
