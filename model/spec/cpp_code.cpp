// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/spec/code_lines.h"
#include "model/types/shortest_text.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <set>

namespace glyphscope {
namespace {

/// Words of C++20, names of torch::nn::Module and of what is written here, and macros; sorted. What has one
/// of these names, or capitals only as macros have, gets an underscore.
constexpr auto kTakenInCpp = std::to_array<std::string_view>({
    "Chain",
    "Module",
    "Net",
    "Residual",
    "alignas",
    "alignof",
    "and",
    "and_eq",
    "apply",
    "as",
    "asm",
    "assert",
    "auto",
    "bitand",
    "bitor",
    "bool",
    "break",
    "buffers",
    "case",
    "catch",
    "chain",
    "char",
    "char16_t",
    "char32_t",
    "char8_t",
    "children",
    "class",
    "clone",
    "co_await",
    "co_return",
    "co_yield",
    "compl",
    "concept",
    "const",
    "const_cast",
    "consteval",
    "constexpr",
    "constinit",
    "continue",
    "decltype",
    "default",
    "delete",
    "do",
    "double",
    "dynamic_cast",
    "else",
    "enum",
    "errno",
    "eval",
    "explicit",
    "export",
    "extern",
    "false",
    "float",
    "for",
    "forward",
    "friend",
    "goto",
    "if",
    "inline",
    "int",
    "is_serializable",
    "is_training",
    "linux",
    "load",
    "long",
    "modules",
    "mutable",
    "name",
    "named_buffers",
    "named_children",
    "named_modules",
    "named_parameters",
    "namespace",
    "new",
    "noexcept",
    "not",
    "not_eq",
    "nullptr",
    "operator",
    "or",
    "or_eq",
    "parameters",
    "pretty_print",
    "private",
    "protected",
    "public",
    "register",
    "register_buffer",
    "register_module",
    "register_parameter",
    "reinterpret_cast",
    "replace_module",
    "requires",
    "residual",
    "return",
    "save",
    "shared_from_this",
    "short",
    "signed",
    "sizeof",
    "static",
    "static_assert",
    "static_cast",
    "stderr",
    "stdin",
    "stdout",
    "struct",
    "switch",
    "template",
    "this",
    "thread_local",
    "throw",
    "to",
    "torch",
    "train",
    "true",
    "try",
    "typedef",
    "typeid",
    "typename",
    "union",
    "unix",
    "unregister_module",
    "unsigned",
    "using",
    "virtual",
    "void",
    "volatile",
    "wchar_t",
    "weak_from_this",
    "while",
    "x",
    "xor",
    "xor_eq",
    "zero_grad",
});
static_assert(std::ranges::is_sorted(kTakenInCpp));

/// The members of the struct, by the place of their module.
std::vector<std::string> memberNames(const std::vector<NetworkLayer>& layers)
{
    std::vector<std::string> names(layers.size());
    std::set<std::string> used;
    for (const int place : topLayers(layers)) {
        const NetworkLayer& layer = layers[static_cast<std::size_t>(place)];
        std::string name = layer.path;
        if (std::isdigit(static_cast<unsigned char>(name.front())) != 0)
            name = "layer" + name;
        else if (name.front() == '_' || name.find("__") != std::string::npos)
            name = 'm' + name;  // such names are the compiler's
        const bool small = std::ranges::any_of(
            name, [](char c) { return std::islower(static_cast<unsigned char>(c)) != 0; });
        if (!small || std::ranges::binary_search(kTakenInCpp, name))
            name += '_';
        const auto isModule = [&](const std::string& other) {
            return other != layer.path &&
                   std::ranges::find(layers, other, &NetworkLayer::path) != layers.end();
        };
        while (used.contains(name) || isModule(name))
            name += '_';
        used.insert(name);
        names[static_cast<std::size_t>(place)] = std::move(name);
    }
    return names;
}

std::string typeOf(const NetworkLayer& layer)
{
    if (layer.kind == LayerKind::Residual)
        return "Residual";
    return layer.isBlock() ? "Chain" : "torch::nn::" + layer.spec.kind;
}

std::string valueText(const NetworkLayer& layer, const KindOption& option)
{
    if (option.type == OptionType::Flag)
        return layer.flag(option.name) ? "true" : "false";
    return option.type == OptionType::Real ? shortestText(layer.real(option.name))
                                           : std::to_string(layer.option(option.name));
}

/// What the constructor of the kind's options takes: sizes that are inferred, and what has no default.
std::string constructorText(const NetworkLayer& layer)
{
    std::string inside;
    const auto add = [&inside](const std::string& part) { inside += (inside.empty() ? "" : ", ") + part; };
    if (layer.kind == LayerKind::LayerNorm) {
        for (const int side : layer.inputShape)
            add(std::to_string(side));
        return "std::vector<int64_t>{" + inside + '}';
    }
    const ShapeRule shape = layer.info().shape;
    const bool sized =
        shape == ShapeRule::Convolved || shape == ShapeRule::Multiplied || shape == ShapeRule::Normalised;
    if (sized && layer.kind != LayerKind::GroupNorm)
        add(std::to_string(layer.inputShape[0]));
    for (const KindOption& option : layer.info().options)
        if ((!option.usual && option.usualAs.empty()) || option.name == "p" || option.name == "dim")
            add(valueText(layer, option));
    if (layer.kind == LayerKind::GroupNorm)
        add(std::to_string(layer.inputShape[0]));
    return inside;
}

class CppNested : public NestedCode {
public:
    using NestedCode::NestedCode;

protected:
    [[nodiscard]] std::string leaf(const NetworkLayer& layer) const override
    {
        const std::string type = "torch::nn::" + layer.spec.kind;
        const auto& options = layer.info().options;
        if (options.empty())
            return type + "()";
        std::string text = type + "Options(" + constructorText(layer) + ')';
        for (const KindOption& option : options)
            if ((option.usual || !option.usualAs.empty()) && option.name != "p" && option.name != "dim" &&
                !isUsual(layer.spec, option))
                text += '.' + std::string(option.name) + '(' + valueText(layer, option) + ')';
        return type + '(' + text + ')';
    }
    [[nodiscard]] std::string empty() const override { return "chain({})"; }
    [[nodiscard]] std::string comment(const NetworkLayer& layer) const override
    {
        return "  // " + sizeText(layer.outputShape);
    }
    [[nodiscard]] Form formOf(const NetworkLayer& block) const override
    {
        const bool sum = block.kind == LayerKind::Residual;
        return {sum ? "residual({" : "chain({", "})", "{\"", "\", ", true, "},"};
    }
};

constexpr const char* kChainStruct = R"(/// Modules one after the other.
struct ChainImpl : torch::nn::Module {
    explicit ChainImpl(std::vector<torch::nn::NamedAnyModule> modules) : parts(std::move(modules))
    {
        for (auto& part : parts)
            register_module(part.name(), part.module().ptr());
    }
    torch::Tensor forward(torch::Tensor x)
    {
        for (auto& part : parts)
            x = part.module().forward(x);
        return x;
    }
    std::vector<torch::nn::NamedAnyModule> parts;
};
TORCH_MODULE(Chain);

inline Chain chain(std::initializer_list<torch::nn::NamedAnyModule> modules)
{
    return Chain(std::vector<torch::nn::NamedAnyModule>(modules));
}

)";

constexpr const char* kResidualStruct =
    R"(/// The sum of what its parts, body and shortcut, make of the same input.
struct ResidualImpl : torch::nn::Module {
    explicit ResidualImpl(std::vector<torch::nn::NamedAnyModule> modules) : parts(std::move(modules))
    {
        for (auto& part : parts)
            register_module(part.name(), part.module().ptr());
    }
    torch::Tensor forward(torch::Tensor x)
    {
        return parts[0].module().forward(x) + parts[1].module().forward(x);
    }
    std::vector<torch::nn::NamedAnyModule> parts;
};
TORCH_MODULE(Residual);

inline Residual residual(std::initializer_list<torch::nn::NamedAnyModule> modules)
{
    return Residual(std::vector<torch::nn::NamedAnyModule>(modules));
}

)";

void writeStruct(const std::vector<NetworkLayer>& layers, CodeLines& lines)
{
    const std::vector<std::string> names = memberNames(layers);
    lines.add("struct Net : torch::nn::Module {");
    lines.in();
    lines.add("Net()");
    lines.add("{");
    lines.in();
    CppNested nested(layers, lines);
    for (const int at : topLayers(layers)) {
        const auto place = static_cast<std::size_t>(at);
        nested.write(place, names[place] + " = register_module(\"" + layers[place].path + "\", ", ");");
    }
    lines.out();
    lines.add("}");
    lines.add();
    lines.add("torch::Tensor forward(torch::Tensor x)");
    lines.add("{");
    lines.in();
    for (const int at : topLayers(layers)) {
        const auto place = static_cast<std::size_t>(at);
        lines.add("x = " + names[place] + "->forward(x);  // " + sizeText(layers[place].outputShape),
                  layers[place].path);
    }
    lines.add("return x;");
    lines.out();
    lines.add("}");
    lines.add();
    for (const int at : topLayers(layers)) {
        const auto place = static_cast<std::size_t>(at);
        lines.add(typeOf(layers[place]) + ' ' + names[place] + "{nullptr};", layers[place].path);
    }
    lines.out();
    lines.add("};");
}

}  // namespace

SourceCode cppCode(const NetworkSpec& network, const std::vector<NetworkLayer>& layers)
{
    CodeLines lines(4);
    lines.add("// " + classNameOf(network) + ": " + totalsText(layers));
    lines.addBlock("#include <torch/torch.h>\n\n");
    const auto has = [&layers](LayerKind kind) {
        return std::ranges::find(layers, kind, &NetworkLayer::kind) != layers.end();
    };
    if (has(LayerKind::Residual) || has(LayerKind::Sequential) || has(LayerKind::Repeat))
        lines.addBlock(kChainStruct);
    if (has(LayerKind::Residual))
        lines.addBlock(kResidualStruct);
    writeStruct(layers, lines);
    return lines.take();
}

}  // namespace glyphscope
