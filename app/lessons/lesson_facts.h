// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/network_spec.h"
#include "model/types/raster.h"
#include "model/types/state_dict.h"

#include <QtCore/QSet>
#include <QtCore/QString>
#include <QtCore/QStringList>

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace glyphscope {

/// A part of the window as it is now.
struct ObjectFacts {
    bool visible = false;
    bool checked = false;
    int rows = 0;           ///< of a list, a table or a tree, at its top
    int index = -1;         ///< of the chosen row or entry
    QString chosen;         ///< its text, of the first column
    QSet<QString> visited;  ///< texts of the rows that were chosen since the step began
};

/// A hook of the user and how it fared.
struct HookFacts {
    QString kind;    ///< "forward-pre", "forward", "full-backward-pre", "full-backward"
    QString module;  ///< empty: of every module
    QString action;  ///< "observe", "zero", "fill", "scale", "clamp", "noise", "patch"
    bool oneChannel = false;
    bool training = false;
    std::int64_t calls = 0;          ///< while predicting
    std::int64_t trainingCalls = 0;  ///< in the running or the newest training
};

/// What the goals of lessons are checked against: plain values of the program's state, and counts that only
/// rise, which a step compares with those of its beginning.
struct LessonFacts {
    // the drawing and its answer
    QString verdict = QStringLiteral("empty");  ///< "digit", "unsure", "not-a-digit", "empty"
    QString best;                               ///< names of classes
    QString second;
    QString explained;  ///< whose percentage is explained
    int strokes = 0;
    double size = 0;  ///< the longer side of the ink's box, as a share of the sheet
    Glyph glyph{};
    bool dataImage = false;  ///< the drawing is an image of a data set
    QString bestBefore;      ///< of the drawing before this one
    Glyph glyphBefore{};
    bool changedByHooks = false;
    int samples = 0;

    // the network
    QString module;      ///< shown large
    QString unitModule;  ///< of the one value that is explained
    QStringList frozen;
    std::vector<HookFacts> hooks;              ///< those that are on
    std::shared_ptr<const StateDict> weights;  ///< shown
    std::optional<NetworkSpec> inUse;
    std::optional<NetworkSpec> edited;
    bool fits = true;  ///< the edited network
    QString language;  ///< of the code that is seen: "python", "cpp", "printed"; empty: none is

    // training
    QString training = QStringLiteral("idle");  ///< "idle", "running", "paused"
    std::int64_t steps = 0;                     ///< ever trained
    std::int64_t firstStep = 0;                 ///< of `first`
    std::int64_t newestStep = 0;
    std::shared_ptr<const StateDict> first;   ///< the first weights that the newest run showed
    std::shared_ptr<const StateDict> newest;  ///< its newest
    double accuracy = -1;                     ///< of the newest run on the test set; -1: not measured
    double learningRate = 0;
    int diverged = 0;  ///< runs that ended so
    int stopped = 0;
    int finished = 0;
    int fineTuned = 0;

    // the rest
    QStringList saved;  ///< suffixes of files
    QStringList opened;
    QStringList devices;  ///< that were chosen
    QStringList printed;  ///< what was read by the program of the lessons: "random", "drawing"
    std::function<ObjectFacts(const QString& objectName)> object;
};

}  // namespace glyphscope
