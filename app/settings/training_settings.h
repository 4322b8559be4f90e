// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/training_speeds.h"
#include "model/checkpoint/training_choice.h"
#include "model/types/curve_look.h"

#include <QtCore/QJsonObject>
#include <QtCore/QStringList>

#include <optional>

namespace glyphscope {

/// What the training panel remembers.
struct TrainingSettings {
    std::optional<TrainingChoice> choice;  ///< none: as the window starts
    QStringList openSections;
    CurveLook look;
    TrainingSpeeds speeds;
};

[[nodiscard]] QJsonObject trainingToJson(const TrainingSettings& training);

/// A part that cannot be read has its default.
[[nodiscard]] TrainingSettings trainingFromJson(const QJsonObject& object);

}  // namespace glyphscope
