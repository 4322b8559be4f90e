// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/dataset.h"
#include "model/types/labelled_drawing.h"
#include "model/types/prediction.h"
#include "model/types/training_progress.h"

#include <QtCore/QJsonObject>
#include <QtCore/QString>

namespace glyphscope {

/// Results as the command line prints them. The JSON fields are documented in README; others rely on them.
[[nodiscard]] QJsonObject predictionJson(const QString& file, int item, const LabelledDrawing& drawing,
                                         const Prediction& prediction);
/// "a.png: 7 (98.2 %)"; with `item` >= 0 "a.inkml[3]: ..."; with more than one `top` class all of them.
[[nodiscard]] QString predictionText(const QString& file, int item, const Prediction& prediction, int top);

[[nodiscard]] QJsonObject evaluationJson(const Evaluation& evaluation, const ClassSet& classes = {});
/// Accuracy, a line for each class and the confusion matrix; where classes have names, each line ends in its
/// own.
[[nodiscard]] QString evaluationText(const Evaluation& evaluation, const ClassSet& classes);

[[nodiscard]] QJsonObject epochJson(const EpochStats& epoch);
[[nodiscard]] QString epochText(const EpochStats& epoch, int epochs);
/// `run` is the id of the run that was kept; empty for none.
[[nodiscard]] QJsonObject doneJson(const TrainResult& result, const QString& out, const QString& run);

/// "digit", "unsure", "not-a-digit", "empty".
[[nodiscard]] QString verdictName(Verdict verdict);
/// The same; where classes are no digits "class" and "not-a-class".
[[nodiscard]] QString verdictName(const Prediction& prediction);
/// In the user's language.
[[nodiscard]] QString verdictText(Verdict verdict);

/// 0.98234 as "98.23 %".
[[nodiscard]] QString percent(double share, int decimals = 2);

}  // namespace glyphscope
