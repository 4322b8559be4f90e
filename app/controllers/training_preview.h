// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/data_choice.h"
#include "model/types/labelled_drawing.h"
#include "model/types/raster.h"
#include "model/types/train_options.h"

#include <QtCore/QObject>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace glyphscope {

class EngineSession;
class TaskSession;
class TrainingPanel;

/// Shows what training makes of its data: images distorted, and drawings of ink varied with pens' habits
/// before that. Lives on the GUI thread.
class TrainingPreview : public QObject {
    Q_OBJECT

public:
    TrainingPreview(TrainingPanel& training, EngineSession& engine, TaskSession& compute);
    ~TrainingPreview() override;

private:
    /// What is shown of the data that is chosen.
    struct Shown {
        std::vector<Glyph> images = {};
        std::vector<LabelledDrawing> ink = {};
        std::vector<std::string> files = {};  // of the ink
        bool mnist = false;                   // was wanted
    };
    [[nodiscard]] static Shown shownOf(const DataChoice& data);  // throws Error
    [[nodiscard]] static Glyph varied(const LabelledDrawing& drawing, const DataChoice& data,
                                      const std::string& habit, std::uint64_t seed);
    void ask(const std::optional<Augmentation>& augmentation, const QString& habit);

    TrainingPanel& m_training;
    EngineSession& m_engine;
    TaskSession& m_compute;
    std::shared_ptr<const Shown> m_shown;
    bool m_asking = false;
    std::uint64_t m_seed = 0;
};

}  // namespace glyphscope
