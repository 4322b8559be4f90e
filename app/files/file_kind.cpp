// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/file_kind.h"

#include "app/text/file_name.h"
#include "model/checkpoint/weights_file.h"
#include "model/data/idx.h"

#include <QtCore/QFile>

#include <filesystem>
#include <span>
#include <string>
#include <system_error>

namespace glyphscope {

FileKind fileKindOf(const QString& path)
{
    const std::string bytes = fileNameBytes(path);
    std::error_code code;
    if (std::filesystem::is_directory(bytes, code))
        return FileKind::DataSet;
    if (!std::filesystem::is_regular_file(bytes, code))
        return FileKind::Drawings;  // opening a pipe would wait for its other end
    QFile file;
    if (!openToRead(file, path))
        return FileKind::Drawings;
    const QByteArray begin = file.read(static_cast<qint64>(kWeightsMark));
    if (beginsAsIdx(bytes))
        return FileKind::DataSet;
    const auto mark = std::as_bytes(std::span(begin.constData(), static_cast<std::size_t>(begin.size())));
    return looksLikeWeights(mark) ? FileKind::Weights : FileKind::Drawings;
}

}  // namespace glyphscope
