// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/file_kind.h"

#include "model/checkpoint/weights_file.h"

#include <QtCore/QFile>
#include <QtCore/QFileInfo>

#include <span>

namespace glyphscope {
namespace {

/// The magic number of images or labels, or gzip, in which nothing else comes here.
bool looksLikeIdx(const QByteArray& begin)
{
    return begin.startsWith(QByteArray("\0\0\x08\x03", 4)) ||
           begin.startsWith(QByteArray("\0\0\x08\x01", 4)) || begin.startsWith("\x1f\x8b");
}

}  // namespace

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
    if (looksLikeIdx(begin))
        return FileKind::DataSet;
    const auto bytes = std::as_bytes(std::span(begin.constData(), static_cast<std::size_t>(begin.size())));
    return looksLikeWeights(bytes) ? FileKind::Weights : FileKind::Drawings;
}

}  // namespace glyphscope
