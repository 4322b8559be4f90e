// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/gradients.h"

#include <QtCore/QString>

#include <deque>
#include <optional>
#include <set>
#include <string>

namespace glyphscope {

/// What is to be said of a module's gradients, the gravest first.
enum class FlowState {
    NotFinite,
    Exploding,  ///< above kExploding
    Vanishing,  ///< below kVanishing
    Dead,       ///< half or more of a ReLU's channels are 0 for every image
    Flowing,
};

inline constexpr double kVanishing = 1e-6;
inline constexpr double kExploding = 1e3;

/// Norm of the weights' gradient against that of the weights; none where there are no weights, or where no
/// gradient reaches them because they are frozen.
[[nodiscard]] std::optional<double> relativeGradient(const GradientFlow::Layer& layer);

[[nodiscard]] FlowState flowState(const GradientFlow::Layer& layer);

/// "exploding", "vanishing", "62 % dead"; empty where there is nothing to say.
[[nodiscard]] QString flowWords(const GradientFlow::Layer& layer);

/// The modules at the top and those in open blocks. A folded block has the weights and the gradients of what
/// it holds, and the largest share that is dead in it.
[[nodiscard]] GradientFlow folded(const GradientFlow& flow, const std::set<std::string>& open);

/// Whether a module holds others of the flow.
[[nodiscard]] bool holdsOthers(const GradientFlow& flow, const std::string& module);

/// "0.0123", "3.1e−07": three significant digits.
[[nodiscard]] QString magnitudeText(double value);

/// All that is known of the module, in lines.
[[nodiscard]] QString flowTip(const GradientFlow& flow, std::size_t layer);

/// Whole decades on a logarithmic axis.
struct Decades {
    int low = -6;
    int high = 1;
    /// In [0, 1]; values beyond the ends, and 0, are at the ends.
    [[nodiscard]] double share(double value) const;
    friend bool operator==(const Decades&, const Decades&) = default;
};

/// The newest probes of one run. A probe of other modules, or of an earlier step, begins a new one.
class FlowHistory {
public:
    static constexpr std::size_t kKept = 60;

    void add(const GradientFlow& flow);
    void clear() { m_flows.clear(); }

    [[nodiscard]] bool empty() const { return m_flows.empty(); }
    [[nodiscard]] const std::deque<GradientFlow>& flows() const { return m_flows; }
    [[nodiscard]] const GradientFlow& newest() const { return m_flows.back(); }

    /// From 1e-6 to 10 at least, and as far as the values kept need it.
    [[nodiscard]] Decades decades() const;
    /// Those of the outputs whose gradients flow as they should: what a scale of colours is to tell apart.
    [[nodiscard]] Decades flowingDecades() const;

private:
    std::deque<GradientFlow> m_flows;  // of the same modules
};

}  // namespace glyphscope
