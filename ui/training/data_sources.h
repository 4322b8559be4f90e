// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QHash>
#include <QtCore/QString>

namespace glyphscope {

/// What there is to train on, as the data picker tells it.
struct DataSources {
    bool mnist = false;          ///< is there MNIST?
    QString howToGet;            ///< if not: how to get it, in words
    qint64 mnistImages = 60000;  ///< to train on
    int samples = 0;             ///< of my handwriting
    QHash<QString, qint64>
        images;  ///< to train on, by folder of IDX files or InkML file; missing: not known yet
};

}  // namespace glyphscope
