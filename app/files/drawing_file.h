// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/error.h"
#include "model/types/labelled_drawing.h"
#include "model/types/message.h"

#include <QtCore/QString>

#include <optional>
#include <vector>

namespace glyphscope {

/// A file that cannot be read for now, whatever it holds.
class UnreadableFile : public Error {
public:
    using Error::Error;
};

/// What a file of the user's holds: the drawings of an InkML or UNIPEN file, or one picture.
struct DrawingFile {
    enum class Kind { Ink, Picture } kind = Kind::Ink;
    std::vector<LabelledDrawing> drawings;  ///< may be empty for ink
    std::vector<Message> notes = {};        ///< what to know about the file although it was read
};

/// Reads InkML, UNIPEN with what it includes, PNG, JPEG, BMP or WebP, decided by content, whatever the file
/// is called. Throws Error, UnreadableFile if the system refuses it.
[[nodiscard]] DrawingFile loadDrawings(const QString& path);

/// One picture, of which at most `longest` pixels a side are kept. Throws Error, also for a file of ink.
[[nodiscard]] Picture loadPicture(const QString& path, int longest);

/// How a drawing is written; a picture has 560x560 pixels. An image of a data set is written as the 28x28
/// bytes that are read, and knows that it is one when it is opened again.
enum class DrawingFormat { Inkml, Png, Svg };

/// By a name, in any case: "inkml", "png", "svg".
[[nodiscard]] std::optional<DrawingFormat> drawingFormatNamed(const QString& name);

/// The file appears whole or not at all: an older one stays as it is if something fails. Throws Error, also
/// for InkML if the drawing has a picture.
void saveDrawing(const QString& path, const LabelledDrawing& drawing, DrawingFormat format);

/// The same in the format that the path's suffix names.
void saveDrawing(const QString& path, const LabelledDrawing& drawing);

/// Writes all of them into one InkML file, likewise.
void saveInkml(const QString& path, const std::vector<LabelledDrawing>& drawings);

}  // namespace glyphscope
