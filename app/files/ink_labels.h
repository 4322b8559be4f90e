// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/class_set.h"
#include "model/types/labelled_drawing.h"
#include "model/types/message.h"

#include <QtCore/QString>
#include <QtCore/QStringList>

#include <cstddef>
#include <string>
#include <vector>

namespace glyphscope {

/// How the labels of drawings are taken for names of classes.
struct InkLabels {
    bool foldCase = false;     ///< "A" and "a" are one class, if no class has just that name
    bool tellFolded = true;    ///< how many labels differ from their class in case
    bool skipMissing = false;  ///< a drawing without a label is passed over and told; else it is refused
};

/// Where a drawing of a file is, for messages; `number` counts from 1.
[[nodiscard]] Message placeOf(const QString& file, const LabelledDrawing& item, std::size_t number);

/// The name of the class that a label stands for: in Unicode's composed form (NFC), each run of blanks and
/// line ends as one blank; with `foldCase` in small letters.
[[nodiscard]] std::string classNameOf(const std::string& label, bool foldCase);

/// The class whose name a label is, or -1. With `foldCase` also the one class whose name differs in case
/// only.
[[nodiscard]] int classOf(const std::string& label, const ClassSet& classes, bool foldCase);

/// The classes that the labels of ink files make: the numbers among them by value, then all others by code
/// point. Drawings without a label make none. Throws Error: for a file that cannot be read, for labels that
/// are no 2 to 255 classes or longer than a class' name may be, where no drawing has a label.
[[nodiscard]] ClassSet classesOfInk(const QStringList& files, bool foldCase);

/// Whether the labels of ink files can be learnt beside the digits: there are some, and all are
/// digits. Throws Error for a file that cannot be read.
[[nodiscard]] bool isInkOfDigits(const QStringList& files);

}  // namespace glyphscope
