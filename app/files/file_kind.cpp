// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/file_kind.h"

#include "app/text/file_name.h"
#include "model/data/content_kind.h"
#include "model/data/idx.h"
#include "model/data/npz_set.h"
#include "model/spec/spec_json.h"

#include <QtCore/QFile>

#include <filesystem>
#include <string>
#include <system_error>

namespace glyphscope {

FileKind fileKindOf(const QString& path)
{
    const std::string name = fileNameBytes(path);
    std::error_code code;
    if (std::filesystem::is_directory(name, code))
        return FileKind::DataSet;
    if (!std::filesystem::is_regular_file(name, code))
        return FileKind::Drawings;  // opening a pipe would wait for its other end
    switch (contentKindOf(name)) {
    case ContentKind::Idx:
        return FileKind::DataSet;
    case ContentKind::NumpyArchive:
        return isNpzSet(name) ? FileKind::DataSet : FileKind::Weights;
    case ContentKind::Gzip:
        return beginsAsIdx(name) ? FileKind::DataSet : FileKind::Drawings;
    case ContentKind::Picture:
    case ContentKind::Ink:
    case ContentKind::WebPage:
    case ContentKind::Packed:
    case ContentKind::Json:
    case ContentKind::Text:
    case ContentKind::Empty:
    case ContentKind::Unknown:
        return FileKind::Drawings;
    default:
        return FileKind::Weights;  // or what cannot be used as such, which their reader tells
    }
}

bool isNetworkFile(const QString& path)
{
    const std::string name = fileNameBytes(path);
    std::error_code code;
    if (!std::filesystem::is_regular_file(name, code) || contentKindOf(name) != ContentKind::Json)
        return false;
    QFile file(path);
    return file.open(QIODevice::ReadOnly) &&
           file.read(static_cast<qint64>(SpecLimits::kBytes)).contains("\"glyphscope-network\"");
}

}  // namespace glyphscope
