// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/spec/layer_shapes.h"
#include "model/spec/module_names.h"
#include "model/spec/network_layers.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace glyphscope {
namespace {

/// A module's output: its shape and the path of the module that gives it.
struct Flow {
    std::vector<int> shape;
    std::string source;
};

/// Walks the tree once, from the input to the output.
class TreeWalk {
public:
    explicit TreeWalk(const NetworkSpec& network) : m_network(network) {}

    NetworkInference run()
    {
        const InputSpec& input = m_network.input;
        Flow flow{{input.channels, input.height, input.width}, "input"};
        m_layerCount = m_network.layers.size();
        flow = chain(m_network.layers, {}, {}, -1, std::move(flow));
        if (m_known && !m_full)
            checkOutput(flow);
        return {std::move(m_layers), std::move(m_problems)};
    }

private:
    void add(ProblemKind kind, const std::string& module, const SpecPlace& place, Message text,
             Message got = {}, Message expected = {}, std::string torch = {}, std::string option = {})
    {
        m_problems.push_back({kind,
                              module,
                              place,
                              std::move(text),
                              std::move(got),
                              std::move(expected),
                              std::move(option),
                              std::move(torch),
                              {}});
    }

    /// One after the other. What their shapes are is unknown behind one that does not fit.
    Flow chain(const std::vector<LayerSpec>& specs, const std::string& prefix, const SpecPlace& place,
               int parent, Flow flow)
    {
        for (std::size_t i = 0; i < specs.size() && !m_full; ++i) {
            SpecPlace here = place;
            here.push_back(i);
            checkName(specs, i, prefix + specs[i].name, here);
            flow = module(specs[i], prefix + specs[i].name, here, parent, std::move(flow));
        }
        return flow;
    }

    Flow module(const LayerSpec& spec, const std::string& path, const SpecPlace& place, int parent, Flow flow)
    {
        if (m_layers.size() >= NetworkLimits::kModules)
            return refuseMore(path, place, std::move(flow));
        if (!checkSpec(spec, path, place)) {
            m_known = false;
            return flow;
        }
        const std::size_t index = begin(spec, path, place, parent, flow);
        if (kindOf(spec).isBlock())
            return block(index, std::move(flow));
        if (!spec.children.empty())
            add(ProblemKind::Children, path, place,
                {GLYPHSCOPE_TEXT("Spec", "%1: %2 has no children."), path, spec.kind});
        if (!m_known)
            return flow;
        m_layers[index].sources = {flow.source};
        std::optional<NetworkProblem> problem = inferShape(m_layers[index]);
        if (!problem)
            problem = overLimits(m_layers[index]);
        if (problem) {
            m_problems.push_back(std::move(*problem));
            m_known = false;
            return flow;
        }
        return {m_layers[index].outputShape, path};
    }

    std::size_t begin(const LayerSpec& spec, const std::string& path, const SpecPlace& place, int parent,
                      const Flow& flow)
    {
        NetworkLayer layer;
        layer.path = path;
        layer.kind = kindOf(spec).kind;
        layer.spec = spec;
        layer.place = place;
        layer.parent = parent;
        if (m_known)
            layer.inputShape = layer.outputShape = flow.shape;
        const auto index = m_layers.size();
        if (parent >= 0)
            m_layers[static_cast<std::size_t>(parent)].children.push_back(static_cast<int>(index));
        m_layers.push_back(std::move(layer));
        return index;
    }

    Flow block(std::size_t index, Flow flow)
    {
        const LayerKind kind = m_layers[index].kind;
        std::vector<std::string> sources;
        if (kind == LayerKind::Residual) {
            flow = residual(index, std::move(flow), sources);
        } else if (kind == LayerKind::Repeat) {
            flow = repeat(index, std::move(flow));
            sources = {flow.source};
        } else {
            const LayerSpec spec = m_layers[index].spec;  // the list of layers moves
            const SpecPlace place = m_layers[index].place;
            flow = chain(spec.children, m_layers[index].path + '.', place, static_cast<int>(index),
                         std::move(flow));
            sources = {flow.source};
        }
        NetworkLayer& layer = m_layers[index];
        layer.sources = std::move(sources);
        if (m_known)
            layer.outputShape = flow.shape;
        return {std::move(flow.shape), layer.path};
    }

    Flow repeat(std::size_t index, Flow flow)
    {
        const LayerSpec spec = m_layers[index].spec;
        const std::string path = m_layers[index].path;
        const SpecPlace place = m_layers[index].place;
        const std::int64_t times = optionOf(spec, "n");
        for (std::int64_t i = 0; i < times && !m_full; ++i)
            flow = sequence(std::to_string(i), spec.children, path, place, index, std::move(flow));
        return flow;
    }

    /// A Sequential that the block at `index` makes of its children.
    Flow sequence(const std::string& name, const std::vector<LayerSpec>& children, const std::string& path,
                  const SpecPlace& place, std::size_t index, Flow flow)
    {
        const LayerSpec made{name, "Sequential", {}, children};
        if (m_layers.size() >= NetworkLimits::kModules)
            return refuseMore(path, place, std::move(flow));
        const std::size_t sequenceIndex =
            begin(made, path + '.' + name, place, static_cast<int>(index), flow);
        flow =
            chain(children, path + '.' + name + '.', place, static_cast<int>(sequenceIndex), std::move(flow));
        m_layers[sequenceIndex].sources = {flow.source};
        if (m_known)
            m_layers[sequenceIndex].outputShape = flow.shape;
        return {std::move(flow.shape), path + '.' + name};
    }

    Flow residual(std::size_t index, Flow flow, std::vector<std::string>& sources)
    {
        const LayerSpec spec = m_layers[index].spec;
        const std::string path = m_layers[index].path;
        const SpecPlace place = m_layers[index].place;
        const Flow body = sequence("body", spec.children, path, place, index, flow);
        if (!m_known || m_full)
            return body;
        const std::string way = optionTextOf(spec, "shortcut");
        const bool same = body.shape == flow.shape;
        LayerSpec shortcut{"shortcut", "Identity", {}, {}};
        if (way == "conv1x1" || (way == "auto" && !same)) {
            const std::optional<std::int64_t> stride = shortcutStride(flow.shape, body.shape);
            if (!stride)
                return refuseEnds(index, body, flow);
            shortcut = {"shortcut",
                        "Conv2d",
                        {{"out_channels", std::int64_t{body.shape[0]}},
                         {"kernel_size", std::int64_t{1}},
                         {"stride", *stride},
                         {"bias", false}},
                        {}};
        } else if (!same) {
            return refuseEnds(index, body, flow);
        }
        const Flow other = module(shortcut, path + ".shortcut", place, static_cast<int>(index), flow);
        sources = {body.source, other.source};
        return {body.shape, path};
    }

    Flow refuseEnds(std::size_t index, const Flow& body, const Flow& input)
    {
        const NetworkLayer& layer = m_layers[index];
        if (body.shape == input.shape) {
            add(ProblemKind::ResidualEnds, layer.path, layer.place,
                {GLYPHSCOPE_TEXT("Spec",
                                 "%1: a 1x1 convolution as its shortcut needs maps, but %2 values come "
                                 "in. Take the shortcut auto."),
                 layer.path, sizeText(input.shape)},
                {GLYPHSCOPE_TEXT("Spec", "%1 values"), sizeText(input.shape)},
                GLYPHSCOPE_TEXT("Spec", "maps, as channels x height x width"));
            m_known = false;
            return input;
        }
        std::size_t side = 0;
        while (side < body.shape.size() && side < input.shape.size() && body.shape[side] == input.shape[side])
            ++side;
        std::string torch;
        if (body.shape.size() == input.shape.size())
            torch = "RuntimeError: The size of tensor a (" + std::to_string(body.shape[side]) +
                    ") must match the size of tensor b (" + std::to_string(input.shape[side]) +
                    ") at non-singleton dimension " + std::to_string(side + 1);
        add(ProblemKind::ResidualEnds, layer.path, layer.place,
            {GLYPHSCOPE_TEXT("Spec", "%1: its body gives %2, but %3 comes in, and the two cannot be added. "
                                     "Give the body the size of its input, or take another shortcut."),
             layer.path, sizeText(body.shape), sizeText(input.shape)},
            sizeText(body.shape), sizeText(input.shape), std::move(torch));
        m_known = false;
        return input;
    }

    Flow refuseMore(const std::string& path, const SpecPlace& place, Flow flow)
    {
        if (!m_full)
            add(ProblemKind::TooLarge, path, place,
                {GLYPHSCOPE_TEXT("Spec", "%1: is one too many: a network has at most %2 modules."), path,
                 NetworkLimits::kModules},
                {}, {GLYPHSCOPE_TEXT("Spec", "at most %1 modules"), NetworkLimits::kModules});
        m_full = true;
        m_known = false;
        return flow;
    }

    void checkName(const std::vector<LayerSpec>& siblings, std::size_t i, const std::string& path,
                   const SpecPlace& place)
    {
        const std::string& name = siblings[i].name;
        if (!isModuleName(name))
            add(ProblemKind::Name, path, place,
                {GLYPHSCOPE_TEXT("Spec", "\"%1\" is no name of a module: take an identifier of up to 64 "
                                         "letters, digits and underscores, or a number."),
                 name},
                name, GLYPHSCOPE_TEXT("Spec", "an identifier or a number"));
        else if (isTakenByPyTorch(name))
            add(ProblemKind::Name, path, place,
                {GLYPHSCOPE_TEXT("Spec", "%1: a module of PyTorch cannot be called this: it is a word of "
                                         "Python or a member of nn.Module. Rename it."),
                 path},
                name, GLYPHSCOPE_TEXT("Spec", "another name"),
                "KeyError: \"attribute '" + name + "' already exists\"");
        else if (place.size() == 1 && isTakenHere(name))
            add(ProblemKind::Name, path, place,
                {GLYPHSCOPE_TEXT("Spec", "%1: this program calls the picture \"input\" and the answer "
                                         "\"softmax\". Rename the module."),
                 path},
                name, GLYPHSCOPE_TEXT("Spec", "another name"));
        const auto before = siblings.begin() + static_cast<std::ptrdiff_t>(i);
        if (std::find_if(siblings.begin(), before,
                         [&name](const LayerSpec& other) { return other.name == name; }) != before)
            add(ProblemKind::TwiceNamed, path, place,
                {GLYPHSCOPE_TEXT("Spec", "%1: two modules have this name. Rename one of them."), path}, name,
                GLYPHSCOPE_TEXT("Spec", "another name"));
    }

    /// Whether kind, depth and options are known and right, so that there is something to infer.
    bool checkSpec(const LayerSpec& spec, const std::string& path, const SpecPlace& place)
    {
        const KindInfo* kind = kindNamed(spec.kind);
        if (kind == nullptr) {
            std::string known;
            for (const KindInfo& one : layerKinds())
                known += (known.empty() ? "" : ", ") + std::string(one.name);
            add(ProblemKind::UnknownKind, path, place,
                {GLYPHSCOPE_TEXT("Spec", "%1: there is no kind \"%2\". Choose one of %3."), path, spec.kind,
                 known},
                spec.kind, known);
            return false;
        }
        if (place.size() > NetworkLimits::kDepth) {
            add(ProblemKind::Depth, path, place,
                {GLYPHSCOPE_TEXT("Spec", "%1: is nested deeper than %2."), path, NetworkLimits::kDepth});
            m_full = true;
            return false;
        }
        const std::size_t before = m_problems.size();
        for (const auto& [name, value] : spec.options)
            if (kind->option(name) == nullptr)
                add(ProblemKind::Option, path, place,
                    {GLYPHSCOPE_TEXT("Spec", "%1: %2 has no option \"%3\"."), path, spec.kind, name}, name,
                    {}, "TypeError: __init__() got an unexpected keyword argument '" + name + "'", name);
        LayerSpec named = spec;
        named.name = path;
        named.children.clear();
        for (const KindOption& option : kind->options)
            if (std::optional<Message> wrong = optionProblem(named, option))
                add(ProblemKind::Option, path, place, std::move(*wrong), {}, {}, {},
                    std::string(option.name));
        return m_problems.size() == before;
    }

    std::optional<NetworkProblem> overLimits(const NetworkLayer& layer)
    {
        m_parameters += parameterCount(layer);
        m_multiplyAdds += layer.multiplyAdds;
        m_values += valuesIn(layer.outputShape);
        NetworkProblem problem;
        problem.kind = ProblemKind::TooLarge;
        problem.module = layer.path;
        problem.place = layer.place;
        if (m_parameters > NetworkLimits::kParameters) {
            problem.text = {
                GLYPHSCOPE_TEXT(
                    "Spec",
                    "%1: the network has more than 50 million parameters, which is this program's limit."),
                layer.path};
            problem.got = {GLYPHSCOPE_TEXT("Spec", "%1 parameters up to here"), m_parameters};
            problem.expected = {GLYPHSCOPE_TEXT("Spec", "at most %1"), NetworkLimits::kParameters};
            return problem;
        }
        if (m_multiplyAdds > NetworkLimits::kMultiplyAdds) {
            problem.text = {
                GLYPHSCOPE_TEXT(
                    "Spec",
                    "%1: an image takes more than 1 billion multiply-adds, which is this program's limit."),
                layer.path};
            problem.got = {GLYPHSCOPE_TEXT("Spec", "%1 multiply-adds up to here"), m_multiplyAdds};
            problem.expected = {GLYPHSCOPE_TEXT("Spec", "at most %1"), NetworkLimits::kMultiplyAdds};
            return problem;
        }
        if (m_values > NetworkLimits::kValues) {
            problem.text = {GLYPHSCOPE_TEXT("Spec", "%1: the modules give more than 16 million values for an "
                                                    "image, which is this program's limit."),
                            layer.path};
            problem.got = {GLYPHSCOPE_TEXT("Spec", "%1 values up to here"), m_values};
            problem.expected = {GLYPHSCOPE_TEXT("Spec", "at most %1"), NetworkLimits::kValues};
            return problem;
        }
        return std::nullopt;
    }

    void checkOutput(const Flow& flow)
    {
        const auto classes = m_network.classes.size();
        if (flow.shape == std::vector{static_cast<int>(classes)})
            return;
        const Message expected(GLYPHSCOPE_TEXT("Spec", "%1 values, one a class"), classes);
        if (m_network.layers.empty()) {
            add(ProblemKind::Classes, "", {},
                {GLYPHSCOPE_TEXT("Spec", "The network: the output is %1, but there are %2 classes. The last "
                                         "layer gives one value a class."),
                 sizeText(flow.shape), classes},
                sizeText(flow.shape), expected);
            return;
        }
        add(ProblemKind::Classes, flow.source, {m_layerCount - 1},
            {GLYPHSCOPE_TEXT(
                 "Spec",
                 "%1: the output is %2, but there are %3 classes. The last layer gives one value a class."),
             flow.source, sizeText(flow.shape), classes},
            sizeText(flow.shape), expected);
    }

    const NetworkSpec& m_network;
    std::size_t m_layerCount = 0;
    std::vector<NetworkLayer> m_layers;
    std::vector<NetworkProblem> m_problems;
    bool m_known = true;  // shapes are
    bool m_full = false;  // nothing more is looked at
    std::int64_t m_parameters = 0;
    std::int64_t m_multiplyAdds = 0;
    std::int64_t m_values = 0;
};

}  // namespace

NetworkInference infer(const NetworkSpec& network)
{
    return TreeWalk(network).run();
}

}  // namespace glyphscope
