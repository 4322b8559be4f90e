// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/run.h"

#include <QtCore/QString>
#include <QtCore/QStringList>

#include <vector>

namespace glyphscope {

/// What the panel tells of a run, in the words of `glyphscope runs`.
/// "interrupted"; one that is running may be paused.
[[nodiscard]] QString stateText(RunState state, bool paused = false);
[[nodiscard]] QString stateIcon(RunState state, bool paused = false);  ///< a name for icon()
[[nodiscard]] QString startText(const RunInfo& run);                   ///< "2026-03-01 14:05:07", local time
/// Their names, and when they were started where several have the same.
[[nodiscard]] QStringList distinctNames(const std::vector<RunInfo>& runs);
[[nodiscard]] QString stepsText(const RunInfo& run);    ///< "938 of 2,345"
[[nodiscard]] QString timeText(const RunInfo& run);     ///< "12:05", of training
[[nodiscard]] QString runsText(qsizetype count);        ///< "1 run", "30 runs"
[[nodiscard]] QString summaryText(const RunInfo& run);  ///< "Started ..., 938 of 2,345 steps in 1:02"
[[nodiscard]] QString checkpointText(const RunCheckpoint& checkpoint);  ///< while one looks at it

/// Whether it was evaluated at all.
[[nodiscard]] bool isJudged(const RunInfo& run);

/// Over all its time, evaluations included; 0 before the first step.
[[nodiscard]] double imagesPerSecond(const RunInfo& run);

struct RunFact {
    QString name;
    QString value;  ///< empty: it does not apply, or is not known yet
};

/// What it was started with, and how far it came: always the same facts in the same order.
[[nodiscard]] std::vector<RunFact> settingsOf(const RunInfo& run);
[[nodiscard]] std::vector<RunFact> figuresOf(const RunInfo& run, bool paused = false);

/// Why it cannot be thrown away, resumed or used while the run `active` is trained (empty: none is);
/// empty if it can.
[[nodiscard]] QString trashProblem(const RunInfo& run, const QString& active);
[[nodiscard]] QString resumeProblem(const RunInfo& run, const QString& active);
[[nodiscard]] QString useProblem(const RunInfo& run, bool hasCheckpoints);

/// What became of it where that wants a word: why it failed, or that it can be resumed. Else empty.
[[nodiscard]] QString fateText(const RunInfo& run);

}  // namespace glyphscope
