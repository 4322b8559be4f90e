// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

namespace glyphscope {

/// What a file of the user's is opened as.
enum class FileKind {
    Weights,  ///< safetensors or PyTorch's, or a model of another program's
    DataSet,  ///< IDX, raw or gzip, an .npz of a data set, or a folder
    Drawings  ///< anything else: whoever reads it says what it is not
};

/// By the file's content, whatever it is called. Throws nothing: what cannot be opened is Drawings.
[[nodiscard]] FileKind fileKindOf(const QString& path);

/// Whether it is the description of a network (spec_json.h), by its content. Throws nothing.
[[nodiscard]] bool isNetworkFile(const QString& path);

}  // namespace glyphscope
