// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/dataset.h"
#include "model/types/labelled_drawing.h"

#include <QtCore/QString>
#include <QtCore/QStringList>

#include <cstddef>
#include <vector>

namespace glyphscope {

/// The two IDX files that a name stands for. "digits.idx" gives "digits-images-idx3-ubyte" and
/// "digits-labels-idx1-ubyte", as does the first of these by itself; ".gz" behind the name packs both.
struct IdxNames {
    QString images;
    QString labels;
    bool packed = false;
};
[[nodiscard]] IdxNames idxNames(const QString& path);

/// Whether a name is one of IDX files: it ends in .idx or in idx3-ubyte, perhaps with .gz behind.
[[nodiscard]] bool isIdxName(const QString& path);

/// Drawings as the glyphs that the network gets of them, and their labels, which are numbers from 0 to 254.
/// Where none of them has a label there are none. Throws Error that names `file` and the drawing if one has
/// no ink, no label beside others that have one, or another label.
[[nodiscard]] Dataset glyphsOf(const std::vector<LabelledDrawing>& drawings, const QString& file);

/// The images of an IDX file, upright, and the labels that lie beside it, if there are any (idxSetOf()).
/// Throws Error, also for images of another size than 28x28 and for labels that are not as many.
[[nodiscard]] Dataset readIdx(const QString& images);

/// An image of the set that is called `dataSet` as a drawing, to the byte, with its label.
[[nodiscard]] LabelledDrawing drawingOf(const Dataset& data, std::size_t item, const std::string& dataSet);

/// A set and the name that its two files are to have; EMNIST's, "emnist-...", are stored transposed.
struct IdxExport {
    QString path;
    Dataset data;
};

/// Writes images, and labels if there are any, of all sets; returns the names of the files. All are written
/// or none, and old and new ones never lie together (replaceTogether()); labels that the new images do not
/// have go. Throws Error.
QStringList saveIdx(std::vector<IdxExport> sets);
QStringList saveIdx(const QString& path, Dataset data);

}  // namespace glyphscope
