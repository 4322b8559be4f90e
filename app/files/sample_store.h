// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/dataset.h"
#include "model/types/labelled_drawing.h"
#include "model/types/sample.h"

#include <QtCore/QString>
#include <QtCore/QStringList>

#include <cstddef>
#include <string>
#include <vector>

namespace glyphscope {

/// The user's own samples in a folder, a file each: InkML, or PNG for a drawing with a picture, with the name
/// of the class inside, so that they can be used without this program and with weights of any classes. Every
/// change is on disk when the call returns; files appear whole or not at all, and two programs on one folder
/// do no harm. Functions block and throw Error.
class SampleStore {
public:
    static constexpr std::size_t kLongestLabel = 100;

    explicit SampleStore(QString folder);

    /// All samples, the oldest first. A file that cannot be read is set aside as `.bad`; `notices` gets a
    /// line.
    [[nodiscard]] std::vector<Sample> load(QStringList* notices = nullptr) const;

    /// Keeps a drawing that was meant to be of the class `label`. Neither may be empty, and a name is one
    /// line of at most kLongestLabel bytes.
    Sample add(const Drawing& drawing, const std::string& label) const;
    /// The same of several at once: all of them or, where one cannot be kept, none.
    std::vector<Sample> addAll(const std::vector<LabelledDrawing>& drawings) const;
    void relabel(const std::string& id, const std::string& label) const;
    /// Moves them to the folder's trash; restore() brings them back.
    void remove(const std::vector<std::string>& ids) const;
    void restore(const std::vector<std::string>& ids) const;

    struct Import {
        std::vector<Sample> added;
        int known = 0;  ///< left out: the same glyph with the same label is there already
    };
    /// Labelled drawings of an InkML file, or the images of a folder of IDX files.
    [[nodiscard]] Import import(const QString& path) const;

private:
    [[nodiscard]] QString pathOf(const std::string& id) const;
    [[nodiscard]] std::string freeId(const char* suffix) const;

    QString m_folder;
};

/// Writes all strokes to one InkML file. Throws Error, also for samples made of pictures: InkML holds strokes
/// only.
void exportInkml(const QString& path, const std::vector<Sample>& samples);

/// Writes four IDX files as MNIST's to `folder`: a fifth of each class (validationSplit) as the test set, the
/// rest as the training set; together all samples. Digits have their numbers as labels; where there are other
/// samples, a file beside them names the classes (kClassNamesFile).
void exportIdx(const QString& folder, const std::vector<Sample>& samples);

/// The samples of `classes` as glyphs. Those of other classes are left out and counted.
[[nodiscard]] Dataset datasetOf(const std::vector<Sample>& samples, const ClassSet& classes);

}  // namespace glyphscope
