// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/labelled_drawing.h"
#include "model/types/message.h"

#include <QtCore/QByteArray>
#include <QtCore/QString>

#include <cstddef>
#include <vector>

namespace glyphscope {

/// What a UNIPEN file may be at most, together with all that it includes.
struct UnipenLimits {
    static constexpr qsizetype bytes = 16 << 20;
    static constexpr qsizetype line = 64 << 10;  ///< bytes between two line ends
    static constexpr int files = 64;
    static constexpr int depth = 8;  ///< of files that include files
    static constexpr std::size_t segments = 100'000;
    static constexpr std::size_t points = 1'000'000;  ///< written, and again in all drawings together
    static constexpr double coordinate = 1e9;         ///< either way from 0
};

/// Whether a line near the beginning starts with a keyword of UNIPEN's.
[[nodiscard]] bool looksLikeUnipen(const QByteArray& bytes);

/// The drawings of a UNIPEN 1.0 file (Guyon et al. 1994): its segments at the level CHARACTER, CHAR or DIGIT
/// in the file's order, with their labels as truth. In a file without any segment each set is one drawing
/// without a label.
/// - Components are counted from 0 in each set; those without points are not counted, those written with the
///   pen up are, but leave no ink. Points are counted from 0 in each component; "0:3-1:7" holds both its
///   ends.
/// - Unequal resolutions are corrected by scaling Y, which is turned to grow downwards; (0, 0) is the top
///   left of each drawing.
/// - ids read "contributor/file:delineation", as in "ced/aaaa9018_s_2h:386-387". The contributor is the first
///   folder in an .INCLUDE, or else the one the file lies in.
/// - .INCLUDE names are relative to the including file, or to a folder "include" in a folder above `path`,
///   and cannot lead out of either. Names, and keywords, are taken in any case.
/// - Documentation (.doc and the like) that is included and missing is told in `notes`, if there are any.
/// `bytes` are those of the file at `path`. Throws Error with file, line and reason on anything malformed, on
/// another include that is missing or in a circle, on segments of other levels only, and beyond UnipenLimits.
[[nodiscard]] std::vector<LabelledDrawing> readUnipen(const QByteArray& bytes, const QString& path,
                                                      std::vector<Message>* notes = nullptr);

}  // namespace glyphscope
