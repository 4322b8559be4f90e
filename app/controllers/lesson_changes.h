// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/drawing.h"
#include "model/types/hook_spec.h"
#include "model/types/network_spec.h"
#include "model/types/state_dict.h"

#include <QtCore/QStringList>

#include <memory>
#include <optional>
#include <vector>

namespace glyphscope {

class BuildPanel;
class Canvas;
class HookPanel;
class ParameterPanel;
class WeightsController;

/// What a lesson may change, as it was before, and how it is put back.
class LessonChanges {
public:
    struct Parts {
        Canvas& canvas;
        HookPanel& hooks;
        ParameterPanel& parameters;
        BuildPanel& build;
        WeightsController& weights;
    };

    explicit LessonChanges(const Parts& parts) : m_parts(parts) {}

    void remember();
    void forget() { m_before.reset(); }
    [[nodiscard]] bool any() const;  ///< something is not as it was remembered
    void takeBack();

private:
    struct State {
        Drawing drawing;
        std::vector<HookSpec> hooks;
        QStringList frozen;
        std::optional<NetworkSpec> edited;
        std::shared_ptr<const StateDict> weights;
    };
    [[nodiscard]] State now() const;

    const Parts m_parts;
    std::optional<State> m_before;
};

}  // namespace glyphscope
