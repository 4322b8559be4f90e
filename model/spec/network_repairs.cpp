// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/spec/layer_shapes.h"
#include "model/spec/network_check.h"
#include "model/spec/spec_edit.h"

#include <algorithm>
#include <numeric>
#include <optional>
#include <utility>

namespace glyphscope {
namespace {

constexpr std::size_t kMostRepairs = 3;
constexpr int kMostSteps = 24;  // of one repair; each mends one problem

using Steps = std::vector<Repair>;

/// One step for one problem. What it gives may still not fit.
class Candidates {
public:
    Candidates(const NetworkSpec& network, const NetworkProblem& problem,
               const std::vector<NetworkLayer>& layers)
        : m_network(network), m_problem(problem), m_spec(layerAt(network, problem.place))
    {
        const auto found = std::ranges::find(layers, problem.module, &NetworkLayer::path);
        m_layer = found == layers.end() ? nullptr : &*found;
        m_layers = &layers;
    }

    Steps find()
    {
        byKind();
        if (m_spec != nullptr)
            offer({GLYPHSCOPE_TEXT("Spec", "Remove %1"), m_problem.module},
                  [this](NetworkSpec& n) { removeLayer(n, m_problem.place); });
        return std::move(m_steps);
    }

private:
    template <typename Change>
    void offer(Message caption, const Change& change)
    {
        NetworkSpec changed = m_network;
        change(changed);
        m_steps.push_back({{std::move(caption)}, std::move(changed)});
    }

    void set(std::string_view option, OptionValue value, const std::string& shown)
    {
        offer({GLYPHSCOPE_TEXT("Spec", "Set %1 of %2 to %3"), option, m_problem.module, shown},
              [&](NetworkSpec& n) { layerAt(n, m_problem.place)->options[std::string(option)] = value; });
    }

    void set(std::string_view option, std::int64_t value) { set(option, value, std::to_string(value)); }

    void insertBefore(std::string_view kind)
    {
        offer({GLYPHSCOPE_TEXT("Spec", "Insert %1 before %2"), kind, m_problem.module},
              [&](NetworkSpec& n) { insertLayer(n, m_problem.place, newLayer(kind)); });
    }

    void byKind()
    {
        switch (m_problem.kind) {
        case ProblemKind::WantsFlat:
            return insertBefore("Flatten");
        case ProblemKind::WantsMaps:
            return bringMaps();
        case ProblemKind::KernelTooLarge:
        case ProblemKind::NothingLeft:
            return shrinkKernel();
        case ProblemKind::PoolPadding:
            set("padding", m_layer->option("kernel_size") / 2);
            return set("kernel_size", 2 * m_layer->option("padding"));
        case ProblemKind::Groups:
            return divide();
        case ProblemKind::SoftmaxDim:
            return set("dim", 1);
        case ProblemKind::ResidualEnds:
            return joinEnds();
        case ProblemKind::Name:
        case ProblemKind::TwiceNamed:
            return rename();
        case ProblemKind::Option:
            return mendOption();
        case ProblemKind::Children:
            return offer({GLYPHSCOPE_TEXT("Spec", "Remove the children of %1"), m_problem.module},
                         [this](NetworkSpec& n) { layerAt(n, m_problem.place)->children.clear(); });
        case ProblemKind::Classes:
            return giveClasses();
        case ProblemKind::TooLarge:
        case ProblemKind::ManyParameters:
            return shrink();
        case ProblemKind::NoActivationBetween:
            return insertBefore("ReLU");
        case ProblemKind::NoActivationAtAll:
            return activateAll();
        case ProblemKind::BiasBeforeNorm:
            return set("bias", false, "False");
        case ProblemKind::DropoutBeforeNorm:
            return offer(
                {GLYPHSCOPE_TEXT("Spec", "Move %1 behind the norm"), m_problem.module},
                [this](NetworkSpec& n) { moveLayer(n, m_problem.place, besides(m_problem.place, 2)); });
        case ProblemKind::DropsOnFlat:
            return offer({GLYPHSCOPE_TEXT("Spec", "Make %1 a Dropout"), m_problem.module},
                         [this](NetworkSpec& n) { layerAt(n, m_problem.place)->kind = "Dropout"; });
        case ProblemKind::UnknownKind:
        case ProblemKind::Depth:
        case ProblemKind::SoftmaxBeforeLoss:
            return;  // it is removed
        }
    }

    /// The Flatten that took the maps away is taken out, or the module goes in front of it.
    void bringMaps()
    {
        const std::vector<LayerSpec>* siblings = layersAt(m_network, blockOf(m_problem.place));
        for (std::size_t i = m_problem.place.back(); siblings != nullptr && i-- > 0;) {
            if ((*siblings)[i].kind != "Flatten")
                continue;
            SpecPlace flatten = m_problem.place;
            flatten.back() = i;
            offer({GLYPHSCOPE_TEXT("Spec", "Move %1 before %2"), m_problem.module, (*siblings)[i].name},
                  [&](NetworkSpec& n) { moveLayer(n, m_problem.place, flatten); });
            offer({GLYPHSCOPE_TEXT("Spec", "Remove %1"), (*siblings)[i].name},
                  [&](NetworkSpec& n) { removeLayer(n, flatten); });
            return;
        }
        if (m_spec != nullptr && (m_spec->kind == "BatchNorm2d" || m_spec->kind == "GroupNorm"))
            offer({GLYPHSCOPE_TEXT("Spec", "Make %1 a LayerNorm"), m_problem.module}, [this](NetworkSpec& n) {
                LayerSpec& layer = *layerAt(n, m_problem.place);
                layer.kind = "LayerNorm";
                layer.options.clear();
            });
    }

    void shrinkKernel()
    {
        const std::int64_t side = std::min(m_layer->inputShape[1], m_layer->inputShape[2]);
        const std::int64_t padding = m_layer->option("padding");
        const std::int64_t dilation = m_layer->kind == LayerKind::Conv2d ? m_layer->option("dilation") : 1;
        const std::int64_t kernel = m_layer->option("kernel_size");
        std::int64_t largest = (side + 2 * padding - 1) / dilation + 1;
        if (m_layer->kind == LayerKind::Conv2d && largest > 1 && largest % 2 == 0)
            --largest;
        set("kernel_size", std::max<std::int64_t>(largest, 1));
        const std::int64_t wanted = (kernelSpan(*m_layer) - side + 1) / 2;
        if (m_layer->kind == LayerKind::Conv2d || wanted <= kernel / 2)
            set("padding", wanted);
        if (dilation > 1)
            set("dilation", 1);
    }

    /// The largest divisor of `channels` that is at most `groups`.
    static std::int64_t divisor(std::int64_t channels, std::int64_t groups)
    {
        std::int64_t best = std::min(groups, channels);
        while (best > 1 && channels % best != 0)
            --best;
        return std::max<std::int64_t>(best, 1);
    }

    void divide()
    {
        const std::int64_t in = m_layer->inputShape[0];
        if (m_layer->kind == LayerKind::GroupNorm)
            return set("num_groups", divisor(in, m_layer->option("num_groups")));
        const std::int64_t out = m_layer->option("out_channels");
        const std::int64_t groups = m_layer->option("groups");
        set("groups", divisor(std::gcd(in, out), groups));
        if (in % groups == 0)
            set("out_channels", (out + groups - 1) / groups * groups);
    }

    void joinEnds()
    {
        if (m_spec == nullptr)
            return;
        set("shortcut", std::string("auto"), "auto");
        if (m_layer != nullptr && m_layer->inputShape.size() == 3)
            keepSize();
        offer({GLYPHSCOPE_TEXT("Spec", "Make %1 a Sequential"), m_problem.module}, [this](NetworkSpec& n) {
            LayerSpec& layer = *layerAt(n, m_problem.place);
            layer.kind = "Sequential";
            layer.options.clear();
        });
    }

    /// The body's windows keep the picture's size.
    void keepSize()
    {
        offer({GLYPHSCOPE_TEXT("Spec", "Pad the body of %1 so that its size stays"), m_problem.module},
              [this](NetworkSpec& n) {
                  for (LayerSpec& child : layerAt(n, m_problem.place)->children)
                      if (child.kind == "Conv2d" && child.options.contains("kernel_size")) {
                          const auto* kernel = std::get_if<std::int64_t>(&child.options["kernel_size"]);
                          child.options["stride"] = std::int64_t{1};
                          child.options.erase("dilation");
                          if (kernel != nullptr)
                              child.options["padding"] = *kernel / 2;
                      }
              });
    }

    void rename()
    {
        const std::vector<LayerSpec>* siblings = layersAt(m_network, blockOf(m_problem.place));
        if (m_spec == nullptr || siblings == nullptr)
            return;
        const std::string name = freeName(*siblings, newLayer(m_spec->kind).name);
        offer({GLYPHSCOPE_TEXT("Spec", "Rename %1 to %2"), m_problem.module, name},
              [&](NetworkSpec& n) { layerAt(n, m_problem.place)->name = name; });
    }

    void mendOption()
    {
        const KindInfo* kind = m_spec == nullptr ? nullptr : kindNamed(m_spec->kind);
        const KindOption* option = kind == nullptr ? nullptr : kind->option(m_problem.option);
        const LayerSpec start = m_spec == nullptr ? LayerSpec() : newLayer(m_spec->kind);
        if (const auto usual = start.options.find(m_problem.option); usual != start.options.end())
            return set(m_problem.option, usual->second,
                       std::to_string(std::get<std::int64_t>(usual->second)));
        if (option == nullptr || option->usual || !option->usualAs.empty())
            offer({GLYPHSCOPE_TEXT("Spec", "Remove the option %1 of %2"), m_problem.option, m_problem.module},
                  [this](NetworkSpec& n) { layerAt(n, m_problem.place)->options.erase(m_problem.option); });
    }

    void giveClasses()
    {
        const auto classes = static_cast<std::int64_t>(m_network.classes.size());
        const auto last = std::find_if(m_layers->rbegin(), m_layers->rend(), [](const NetworkLayer& layer) {
            return layer.kind == LayerKind::Linear;
        });
        if (last != m_layers->rend())
            offer({GLYPHSCOPE_TEXT("Spec", "Set %1 of %2 to %3"), "out_features", last->path, classes},
                  [&](NetworkSpec& n) { layerAt(n, last->place)->options["out_features"] = classes; });
        const bool maps =
            m_layers->empty() || m_layers->back().hasMaps() || (m_layer != nullptr && m_layer->hasMaps());
        const Message caption =
            maps ? Message(GLYPHSCOPE_TEXT("Spec", "Add Flatten and a Linear with %1 outputs"), classes)
                 : Message(GLYPHSCOPE_TEXT("Spec", "Add a Linear with %1 outputs"), classes);
        offer(caption, [&](NetworkSpec& n) {
            LayerSpec linear = newLayer("Linear");
            linear.options["out_features"] = classes;
            if (maps)
                insertLayer(n, {n.layers.size()}, newLayer("Flatten"));
            insertLayer(n, {n.layers.size()}, std::move(linear));
        });
    }

    /// The layer that has most of what there is too much of gets half as many outputs.
    void shrink()
    {
        const auto sized = [](const NetworkLayer& layer) {
            return layer.kind == LayerKind::Conv2d || layer.kind == LayerKind::Linear;
        };
        const auto weight = [](const NetworkLayer& layer) {
            return std::max(parameterCount(layer) * 20, layer.multiplyAdds);  // as the limits are
        };
        const NetworkLayer* most = m_layer != nullptr && sized(*m_layer) ? m_layer : nullptr;
        for (const NetworkLayer& layer : *m_layers)
            if (sized(layer) && (most == nullptr || weight(layer) > weight(*most)))
                most = &layer;
        if (most == nullptr)
            return;
        const std::string_view option = most->kind == LayerKind::Linear ? "out_features" : "out_channels";
        const std::int64_t fewer = std::max<std::int64_t>(most->option(option) / 2, 1);
        offer(
            {GLYPHSCOPE_TEXT("Spec", "Set %1 of %2 to %3"), option, most->path, fewer}, [&](NetworkSpec& n) {
                if (LayerSpec* layer = layerAt(n, most->place); layer->options.contains(std::string(option)))
                    layer->options[std::string(option)] = fewer;
            });
        if (most->kind == LayerKind::Conv2d && most->option("kernel_size") > 3)
            offer({GLYPHSCOPE_TEXT("Spec", "Set %1 of %2 to %3"), "kernel_size", most->path, 3},
                  [&](NetworkSpec& n) { layerAt(n, most->place)->options["kernel_size"] = std::int64_t{3}; });
    }

    void activateAll()
    {
        offer(GLYPHSCOPE_TEXT("Spec", "Insert a ReLU behind every layer with weights but the last"),
              [](NetworkSpec& n) {
                  for (std::size_t i = n.layers.size(); i-- > 1;) {
                      const std::string& kind = n.layers[i - 1].kind;
                      if (kind == "Conv2d" || kind == "Linear")
                          insertLayer(n, {i}, newLayer("ReLU"));
                  }
              });
    }

    const NetworkSpec& m_network;
    const NetworkProblem& m_problem;
    const LayerSpec* m_spec;                // of the problem's module; null for the network
    const NetworkLayer* m_layer = nullptr;  // the same with its shapes, as far as they are known
    const std::vector<NetworkLayer>* m_layers = nullptr;
    Steps m_steps;
};

bool isWarning(ProblemKind kind)
{
    return kind >= ProblemKind::NoActivationBetween;
}

/// Mends what else does not fit, one problem after the other, the first way that is new. Nothing where it
/// takes too many steps.
std::optional<Repair> finished(Repair repair)
{
    std::vector<NetworkSpec> seen{repair.network};
    for (int step = 0; step < kMostSteps; ++step) {
        const NetworkInference inference = infer(repair.network);
        if (inference.problems.empty())
            return repair;
        Steps next = Candidates(repair.network, inference.problems.front(), inference.layers).find();
        const auto better = std::ranges::find_if(next, [&seen](const Repair& candidate) {
            return std::ranges::find(seen, candidate.network) == seen.end();
        });
        if (better == next.end())
            return std::nullopt;
        repair.steps.push_back(std::move(better->steps.front()));
        repair.network = std::move(better->network);
        seen.push_back(repair.network);
    }
    return std::nullopt;
}

}  // namespace

std::vector<Repair> repairsOf(const NetworkSpec& network, const NetworkProblem& problem)
{
    const NetworkInference inference = infer(network);
    std::vector<Repair> ways;
    for (Repair& candidate : Candidates(network, problem, inference.layers).find()) {
        if (candidate.network == network)
            continue;
        std::optional<Repair> repair = finished(std::move(candidate));
        if (repair && (!isWarning(problem.kind) || repair->steps.size() == 1))
            ways.push_back(std::move(*repair));
    }
    std::ranges::stable_sort(ways, {}, [](const Repair& repair) { return repair.steps.size(); });
    std::vector<Repair> repairs;
    for (Repair& way : ways)
        if (repairs.size() < kMostRepairs && std::ranges::none_of(repairs, [&way](const Repair& other) {
                return other.network == way.network;
            }))
            repairs.push_back(std::move(way));
    return repairs;
}

}  // namespace glyphscope
