// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QFile>
#include <QtCore/QString>

#include <string>
#include <string_view>

namespace glyphscope {

/// A file's name as Qt holds it. Linux knows names as bytes, which need not be UTF-8: each byte that is none
/// becomes a lone surrogate (U+DC80 to U+DCFF), as Python's surrogateescape has it. Qt itself would lose it.
[[nodiscard]] QString fileNameFromBytes(std::string_view bytes);

/// The bytes that such a name stands for: what the system is to be asked for.
[[nodiscard]] std::string fileNameBytes(const QString& name);

/// Opens the file of that name for reading, whatever bytes are in it; as QFile::open(), with its errors.
[[nodiscard]] bool openToRead(QFile& file, const QString& name);

}  // namespace glyphscope
