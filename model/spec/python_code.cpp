// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/spec/code_lines.h"
#include "model/types/shortest_text.h"

#include <algorithm>

namespace glyphscope {
namespace {

bool isIndex(std::string_view name)
{
    return std::ranges::all_of(name, [](char c) { return c >= '0' && c <= '9'; });
}

/// Whether `self.name` is possible: Python renames what begins with two underscores inside a class.
bool isPlain(std::string_view name)
{
    return !isIndex(name) && !name.starts_with("__");
}

/// Modules as nested expressions of Python. A Repeat's copies that are alike are written once.
class PythonNested : public NestedCode {
public:
    /// `residual` and `chain` are how the class Residual and the maker of named chains are called; no
    /// `chain`: those are OrderedDicts.
    PythonNested(const std::vector<NetworkLayer>& layers, CodeLines& lines, std::string residual,
                 std::string chain)
        : NestedCode(layers, lines), m_residual(std::move(residual)), m_chain(std::move(chain))
    {
    }

protected:
    [[nodiscard]] std::string leaf(const NetworkLayer& layer) const override
    {
        return "nn." + layerText(layer);
    }
    [[nodiscard]] std::string empty() const override { return "nn.Sequential()"; }
    [[nodiscard]] std::string comment(const NetworkLayer& layer) const override
    {
        return "  # " + sizeText(layer.outputShape);
    }

    [[nodiscard]] Form formOf(const NetworkLayer& block) const override
    {
        if (block.kind == LayerKind::Residual)
            return {m_residual + '(', ")", "", "=", true, ","};
        if (areNumbered(layers(), block.children))
            return {"nn.Sequential(", ")", "", "", false, ","};
        if (m_chain.empty())
            return {"nn.Sequential(OrderedDict([", "]))", "(\"", "\", ", true, "),"};
        const bool plain =
            std::ranges::all_of(block.children, [this](int child) { return isPlain(layerAt(child).name()); });
        if (plain)
            return {m_chain + '(', ")", "", "=", true, ","};
        return {m_chain + "(**{", "})", "\"", "\": ", true, ","};
    }

    void writeChildren(const NetworkLayer& block, const Form& form) override
    {
        if (block.kind != LayerKind::Repeat) {
            NestedCode::writeChildren(block, form);
            return;
        }
        const std::vector<int>& copies = block.children;
        for (std::size_t i = 0; i < copies.size();) {
            std::size_t end = i + 1;
            while (end < copies.size() && textOf(copies[end]) == textOf(copies[i]))
                ++end;
            const bool last = end == copies.size();
            if (end - i == 1 && !last)
                write(static_cast<std::size_t>(copies[i]), "", ",");
            else
                writeRepeated(copies[i], end - i);
            i = end;
        }
    }

private:
    void writeRepeated(int copy, std::size_t times)
    {
        const std::string& path = layerAt(copy).path;
        lines().add("*[", path);
        lines().in();
        write(static_cast<std::size_t>(copy), "", "");
        lines().add("for _ in range(" + std::to_string(times) + ")", path);
        lines().out();
        lines().add("],", path);
    }

    [[nodiscard]] std::string textOf(int place) const
    {
        const NetworkLayer& layer = layerAt(place);
        std::string text = std::string(layer.name()) + '=' + layerText(layer);
        if (layer.kind == LayerKind::Sequential)
            text = layerText(layer);
        for (const int child : layer.children)
            text += '(' + std::string(layerAt(child).name()) + textOf(child) + ')';
        return text;
    }

    std::string m_residual;
    std::string m_chain;
};

constexpr const char* kResidualClass = R"(    class %1(nn.Module):
        """Adds what the shortcut gives to what the body gives."""

        def __init__(self, body, shortcut):
            super().__init__()
            self.body = body
            self.shortcut = shortcut

        def forward(self, x: torch.Tensor) -> torch.Tensor:
            return self.body(x) + self.shortcut(x)
)";

constexpr const char* kPrintedAsResidual = R"(
        def _get_name(self):
            return "Residual"
)";

constexpr const char* kChainMethod = R"(    @staticmethod
    def %1(**modules):
        """An nn.Sequential whose modules have names."""
        chain = nn.Sequential()
        for name, module in modules.items():
            chain.add_module(name, module)
        return chain
)";

constexpr const char* kPlainResidual = R"(

class Residual(nn.Module):
    """Adds what the shortcut gives to what the body gives."""

    def __init__(self, body, shortcut):
        super().__init__()
        self.body = body
        self.shortcut = shortcut

    def forward(self, x):
        return self.body(x) + self.shortcut(x)


)";

std::string named(std::string_view text, const std::string& name)
{
    const std::string arguments[]{name};
    return withArguments(text, arguments);
}

bool hasResidual(const std::vector<NetworkLayer>& layers)
{
    return std::ranges::any_of(layers,
                               [](const NetworkLayer& layer) { return layer.kind == LayerKind::Residual; });
}

bool hasNamedChain(const std::vector<NetworkLayer>& layers)
{
    return std::ranges::any_of(layers, [&layers](const NetworkLayer& layer) {
        return layer.kind == LayerKind::Sequential && !areNumbered(layers, layer.children);
    });
}

/// A name for a member of the class that no module has.
std::string memberName(const std::vector<NetworkLayer>& layers, std::string name)
{
    while (std::ranges::find(layers, name, &NetworkLayer::path) != layers.end())
        name += '_';
    return name;
}

std::string batchOf(const std::vector<int>& shape)
{
    std::string text = "[N";
    for (const int side : shape)
        text += ", " + std::to_string(side);
    return text + ']';
}

void writeForward(const std::vector<NetworkLayer>& layers, CodeLines& lines)
{
    lines.add("def forward(self, x: torch.Tensor) -> torch.Tensor:");
    lines.in();
    for (const int place : topLayers(layers)) {
        const NetworkLayer& layer = layers[static_cast<std::size_t>(place)];
        const std::string call =
            isPlain(layer.path) ? "self." + layer.path : "self.get_submodule(\"" + layer.path + "\")";
        lines.add("x = " + call + "(x)  # " + batchOf(layer.outputShape), layer.path);
    }
    lines.add("return x");
    lines.out();
}

/// What comes in and goes out, as lines of a comment.
std::vector<std::string> introduction(const NetworkSpec& network, const std::vector<NetworkLayer>& layers)
{
    const InputSpec& input = network.input;
    return {totalsText(layers),
            "In: " + batchOf({input.channels, input.height, input.width}) + ", pixels as (x / 255 - " +
                shortestText(input.mean) + ") / " + shortestText(input.deviation) +
                ". Out: " + batchOf({static_cast<int>(network.classes.size())}) + ", logits."};
}

}  // namespace

SourceCode pythonCode(const NetworkSpec& network, const std::vector<NetworkLayer>& layers)
{
    CodeLines lines(4);
    lines.addBlock("import torch\nfrom torch import nn\n\n\n");
    lines.add("class " + classNameOf(network) + "(nn.Module):");
    const std::vector<std::string> words = introduction(network, layers);
    lines.in();
    lines.add("\"\"\"" + words[0]);
    lines.add(words[1] + "\"\"\"");
    const std::string residual = memberName(layers, "Residual");
    const std::string chain = memberName(layers, "_chain");
    if (hasResidual(layers)) {
        lines.add();
        lines.addBlock(named(kResidualClass, residual));
        if (residual != "Residual")
            lines.addBlock(kPrintedAsResidual);
    }
    if (hasNamedChain(layers)) {
        lines.add();
        lines.addBlock(named(kChainMethod, chain));
    }
    lines.add();
    lines.add("def __init__(self):");
    lines.in();
    lines.add("super().__init__()");
    PythonNested nested(layers, lines, "self." + residual, "self." + chain);
    for (const int place : topLayers(layers)) {
        const std::string& name = layers[static_cast<std::size_t>(place)].path;
        if (isPlain(name))
            nested.write(static_cast<std::size_t>(place), "self." + name + " = ", "");
        else
            nested.write(static_cast<std::size_t>(place), "self.add_module(\"" + name + "\", ", ")");
    }
    lines.out();
    lines.add();
    writeForward(layers, lines);
    return lines.take();
}

SourceCode sequentialCode(const NetworkSpec& network, const std::vector<NetworkLayer>& layers)
{
    CodeLines lines(4);
    const std::vector<int> top = topLayers(layers);
    const bool numbered = areNumbered(layers, top);
    for (const std::string& words : introduction(network, layers))
        lines.add("# " + words);
    if (!numbered || hasNamedChain(layers))
        lines.addBlock("from collections import OrderedDict\n\n");
    lines.add("from torch import nn");
    lines.addBlock(hasResidual(layers) ? kPlainResidual : "\n");
    lines.add(numbered ? "model = nn.Sequential(" : "model = nn.Sequential(OrderedDict([");
    lines.in();
    PythonNested nested(layers, lines, "Residual", {});
    for (const int place : top) {
        const std::string& name = layers[static_cast<std::size_t>(place)].path;
        nested.write(static_cast<std::size_t>(place), numbered ? "" : "(\"" + name + "\", ",
                     numbered ? "," : "),");
    }
    lines.out();
    lines.add(numbered ? ")" : "]))");
    return lines.take();
}

}  // namespace glyphscope
