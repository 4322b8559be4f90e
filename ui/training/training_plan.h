// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QCoreApplication>
#include <QtCore/QString>

#include <optional>

namespace glyphscope {

/// What the next training is, before it begins.
struct TrainingPlan {
    Q_DECLARE_TR_FUNCTIONS(glyphscope::TrainingPlan)

public:
    static constexpr double kLong = 600;  ///< seconds: a training that one is warned of

    QString network;                        ///< that is trained; empty: not known yet
    std::optional<double> imagesPerSecond;  ///< as measured before
    std::optional<double> images;           ///< over all epochs
    double trainedShare = 1;                ///< of the network's parameters; the others are frozen

    [[nodiscard]] std::optional<double> seconds() const;
    [[nodiscard]] bool isLong() const { return seconds().value_or(0) > kLong; }
    [[nodiscard]] QString text() const;
    [[nodiscard]] QString frozenText() const;  ///< empty: all of it learns
};

}  // namespace glyphscope
