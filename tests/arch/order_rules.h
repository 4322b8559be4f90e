// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/arch/source_file.h"

#include <QtCore/QHash>

#include <functional>

/// The order inside the rooms. Each rule takes the files it is to judge and returns its complaints.
namespace glyphscope::arch {

inline constexpr int kMostHeaderLines = 300;   ///< 200 is the target
inline constexpr int kMostSourceLines = 600;   ///< 450 is the target
inline constexpr int kMostClassLines = 600;    ///< its header and all sources with members of it
inline constexpr int kMostFunctionLines = 80;  ///< braces included; the median is to be 5

[[nodiscard]] QStringList filesAreShort(const QList<SourceFile>& files);

/// Relies on the layout that clang-format gives: the braces of a function alone on their lines.
[[nodiscard]] QStringList functionsAreShort(const QList<SourceFile>& files);

/// Classes that were longer when the rule came, and how long they are now. They may only shrink.
using LongClasses = QHash<QString, qsizetype>;

/// A class is no shorter for being cut over several files: those of canvas.h, canvas*.cpp that define members
/// of Canvas are counted together. Also complains of one in `known` that has grown, or that fits by now.
[[nodiscard]] QStringList classesAreShort(const QList<SourceFile>& files, const LongClasses& known = {});

/// The licence on the first line, #pragma once in headers, no `using namespace` there.
[[nodiscard]] QStringList filesOpenAsTheyShould(const QList<SourceFile>& files);

/// No nested event loop, no processEvents, no sleep; in tests no qWait.
[[nodiscard]] QStringList nothingWaits(const QList<SourceFile>& files);

/// Every folder with sources is named in the README, and every room the README names is there.
[[nodiscard]] QStringList readmeListsTheRooms(const QString& readme, const QStringList& rooms);

/// tests/<room> belongs to a room; the rest are the known shared folders.
[[nodiscard]] QStringList testsMirrorTheRooms(const QStringList& testFolders, const QStringList& rooms);

/// The text of "model/types/CMakeLists.txt"; empty where there is none.
using BuildFile = std::function<QString(const QString& path)>;

/// Every source is named in the build file of its folder or of one above.
[[nodiscard]] QStringList sourcesAreBuilt(const QList<SourceFile>& files, const BuildFile& buildFile);

}  // namespace glyphscope::arch
