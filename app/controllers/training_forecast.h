// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/training_speeds.h"
#include "model/types/network_spec.h"
#include "model/types/training_progress.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QString>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace glyphscope {

class NoticeBar;
class TrainingPanel;

/// How long a training takes: said beforehand, from the speeds of earlier ones, and once it has measured its
/// own. Lives on the GUI thread.
class TrainingForecast {
    Q_DECLARE_TR_FUNCTIONS(glyphscope::TrainingForecast)

public:
    TrainingForecast(TrainingPanel& panel, NoticeBar& notices) : m_panel(panel), m_notices(notices) {}

    void setSpeeds(const TrainingSpeeds& speeds);
    [[nodiscard]] const TrainingSpeeds& speeds() const { return m_speeds; }
    /// That a new run would train, and where.
    void setNetwork(const NetworkSpec& network);
    void setDevice(const std::string& device);

    /// A run of that network begins, goes on and ends.
    void begin(const NetworkSpec& network);
    void follow(const std::vector<StepStats>& steps);
    void end();

private:
    struct Trainee {
        QString title;
        std::string key;  // of its speeds
        std::int64_t multiplyAdds = 0;
    };
    [[nodiscard]] static Trainee traineeOf(const NetworkSpec& network);
    void show();
    void tellIfLong(const StepStats& now);

    TrainingPanel& m_panel;
    NoticeBar& m_notices;
    TrainingSpeeds m_speeds;
    std::string m_device = "cpu";
    Trainee m_next;
    Trainee m_trained;                  // by the newest run
    std::optional<StepStats> m_newest;  // of it
    bool m_told = false;                // that it takes long
};

}  // namespace glyphscope
