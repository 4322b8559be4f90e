// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QMimeData>
#include <QtCore/QStringList>
#include <QtCore/QUrl>

namespace glyphscope {

/// The files on this machine that are dragged or copied.
[[nodiscard]] inline QStringList localFiles(const QMimeData& data)
{
    QStringList paths;
    for (const QUrl& url : data.urls())
        if (url.isLocalFile())
            paths.append(url.toLocalFile());
    return paths;
}

}  // namespace glyphscope
