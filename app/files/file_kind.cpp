// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/file_kind.h"

#include "model/checkpoint/weights_file.h"
#include "model/data/idx.h"

#include <QtCore/QFile>
#include <QtCore/QFileInfo>

#include <span>

namespace glyphscope {

FileKind fileKindOf(const QString& path)
{
    const QFileInfo info(path);
    if (info.isDir())
        return FileKind::DataSet;
    if (!info.isFile())
        return FileKind::Drawings;  // opening a pipe would wait for its other end
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return FileKind::Drawings;
    const QByteArray begin = file.read(static_cast<qint64>(kWeightsMark));
    if (beginsAsIdx(path.toStdString()))
        return FileKind::DataSet;
    const auto bytes = std::as_bytes(std::span(begin.constData(), static_cast<std::size_t>(begin.size())));
    return looksLikeWeights(bytes) ? FileKind::Weights : FileKind::Drawings;
}

}  // namespace glyphscope
