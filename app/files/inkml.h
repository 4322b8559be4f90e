// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/labelled_drawing.h"

#include <QtCore/QByteArray>
#include <QtCore/QString>

#include <vector>

namespace glyphscope {

/// What an InkML file may be at most.
struct InkmlLimits {
    static constexpr qsizetype bytes = 16 << 20;
    static constexpr int depth = 16;
    static constexpr qsizetype tag = 2048;  ///< characters of one with its attributes
    static constexpr int traces = 100'000;
    static constexpr std::size_t points = 1'000'000;
};

/// The drawings of an InkML document (W3C 2011), with or without a namespace prefix.
/// - Each traceGroup is a drawing; traces outside of one form one drawing, the first. A group inside a group
///   is a drawing of its own, unless the outer one alone has a truth: then it is part of that.
/// - A traceView with a truth is a drawing, one without is part of what it stands in. Traces that a view
///   shows are not ink where they stand, unless a group gives them a truth there; those in <definitions> are
///   ink only where they are shown.
/// - annotation type="truth" or "label" is the truth, without blanks around it, "id" the id. A brush with
///   annotation type="pen" gives its traces that pen width. Traces of type "penUp" leave no ink.
/// - InkmlContexts says what the numbers of a trace mean.
/// - It may be written in UTF-8, UTF-16, Latin-1 or ASCII.
/// Throws Error with `name`, line, column and reason: for any DTD, references that lead nowhere or in a
/// circle, anything malformed and anything beyond InkmlLimits.
[[nodiscard]] std::vector<LabelledDrawing> readInkml(const QByteArray& bytes, const QString& name);

/// An InkML document of these drawings, a traceGroup each. readInkml() gives back the same values, save
/// strokes without a finite point. Throws Error if a drawing has a picture, as InkML holds strokes only, and
/// for more than it would read (InkmlLimits).
[[nodiscard]] QByteArray writeInkml(const std::vector<LabelledDrawing>& drawings);

}  // namespace glyphscope
