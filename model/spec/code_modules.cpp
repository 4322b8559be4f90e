// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/spec/code_modules.h"

#include "model/spec/code_signatures.h"
#include "model/spec/layer_kinds.h"
#include "model/spec/module_names.h"
#include "model/spec/network_layers.h"
#include "model/types/shown_text.h"

#include <algorithm>
#include <array>
#include <utility>

namespace glyphscope {
namespace {

using Node = CodeExpression::Kind;

/// A module in its block.
struct CodeChild {
    std::string name;
    const CodeExpression* module = nullptr;
    bool repeated = false;  ///< by a comprehension, or printed once for many
};

bool isCallOf(const CodeExpression& code, std::string_view name)
{
    return code.kind == Node::Call && code.text == name;
}

bool areCopies(std::vector<LayerSpec>& common, const std::vector<LayerSpec>& copy);

/// Whether a Residual can be both: the shortcut of a copy whose ends differ is a convolution by default, that
/// of one whose ends are the same is an Identity.
bool isCopy(LayerSpec& common, const LayerSpec& copy)
{
    constexpr const char* kShortcut = "shortcut";
    const auto takeOut = [](LayerSpec& layer) {
        const auto node = layer.options.extract(kShortcut);
        return node.empty() ? std::string() : std::get<std::string>(node.mapped());
    };
    LayerSpec other = copy;
    const bool residual = common.kind == "Residual";
    std::string way = residual ? takeOut(common) : std::string();
    const std::string otherWay = residual ? takeOut(other) : std::string();
    const bool same = common.name == other.name && common.kind == other.kind &&
                      common.options == other.options && areCopies(common.children, other.children);
    bool together = way == otherWay;
    if (!together && way != "conv1x1" && otherWay != "conv1x1") {
        way = "auto";
        together = true;
    } else if (!together && (way.empty() || otherWay.empty())) {
        way = "conv1x1";
        together = true;
    }
    if (!way.empty())
        common.options[kShortcut] = way;
    return same && together;
}

/// What all copies of a Repeat have in common.
bool areCopies(std::vector<LayerSpec>& common, const std::vector<LayerSpec>& copy)
{
    if (common.size() != copy.size())
        return false;
    for (std::size_t i = 0; i < copy.size(); ++i)
        if (!isCopy(common[i], copy[i]))
            return false;
    return true;
}

class ModuleReader {
public:
    explicit ModuleReader(const CodePage& page) : m_page(page) {}

    CodeNetwork read(const CodeExpression& code)
    {
        const CodeExpression* top = &code;
        while (isWrapper(*top))
            top = &top->items.front();
        const bool chain = top->printed && top->text != "Residual";
        if (chain || isCallOf(*top, "Sequential"))
            m_network.layers = layersOf(childrenOf(*top), {});
        else if (!top->printed && top->text != "Residual" && signatureOf(top->text) == nullptr)
            m_page.refuse(top->offset,
                          GLYPHSCOPE_TEXT("Spec", "%1 is defined elsewhere. Paste an nn.Sequential(...), or "
                                                  "what print(model) shows."),
                          shownText(top->text, kShown));
        else
            m_network.layers = layersOf({{"0", top, false}}, {});
        return std::move(m_network);
    }

private:
    /// What torch.compile() and DataParallel put around a model.
    static bool isWrapper(const CodeExpression& code)
    {
        return code.printed && code.items.size() == 1 &&
               ((code.text == "OptimizedModule" && code.items[0].name == "_orig_mod") ||
                (code.text.ends_with("DataParallel") && code.items[0].name == "module"));
    }

    std::vector<LayerSpec> layersOf(const std::vector<CodeChild>& children, const std::string& prefix)
    {
        std::vector<LayerSpec> layers;
        for (const CodeChild& child : children) {
            if (!isModuleName(child.name))
                m_page.refuse(child.module->offset,
                              GLYPHSCOPE_TEXT("Spec", "\"%1\" is no name of a module: take an identifier of "
                                                      "up to 64 letters, digits and underscores, or a "
                                                      "number."),
                              shownText(child.name, kShown));
            layers.push_back(module(child, prefix + child.name));
        }
        return layers;
    }

    LayerSpec module(const CodeChild& child, const std::string& path)
    {
        const CodeExpression& code = *child.module;
        if (code.kind == Node::Name)
            m_page.refuse(code.offset,
                          GLYPHSCOPE_TEXT("Spec", "\"%1\" is not known here. Write out what it is."),
                          shownText(code.text, kShown));
        if (code.kind != Node::Call)
            m_page.refuse(code.offset, GLYPHSCOPE_TEXT("Spec", "A module is expected here, such as "
                                                               "nn.Linear(784, 10)."));
        if (++m_modules > NetworkLimits::kModules)
            m_page.refuse(code.offset, GLYPHSCOPE_TEXT("Spec", "A network has at most %1 modules."),
                          NetworkLimits::kModules);
        if (code.text == "Sequential")
            return sequential(child, path);
        if (code.text == "Residual")
            return residual(child, path);
        const CodeSignature* signature = signatureOf(code.text);
        if (signature == nullptr || code.printed)
            refuseKind(code);
        ReadCall read = readCall(code, *signature, m_page);
        for (GivenArgument& given : read.given)
            m_network.given.push_back({path, given.name, std::move(given.sizes), given.offset});
        read.layer.name = child.name;
        return std::move(read.layer);
    }

    [[noreturn]] void refuseKind(const CodeExpression& code) const
    {
        if (code.printed)
            m_page.refuse(code.offset,
                          GLYPHSCOPE_TEXT("Spec", "%1 is a class of its own: how it uses its modules is not "
                                                  "in this text. Only Sequential and Residual can have "
                                                  "modules inside."),
                          shownText(code.text, kShown));
        std::string known;
        for (const KindInfo& kind : layerKinds())
            known += (known.empty() ? "" : ", ") + std::string(kind.name);
        m_page.refuse(code.offset, GLYPHSCOPE_TEXT("Spec", "There is no kind \"%1\". Choose one of %2."),
                      shownText(code.text, kShown), known);
    }

    std::vector<CodeChild> childrenOf(const CodeExpression& block)
    {
        std::vector<CodeChild> children;
        if (block.printed) {
            for (const CodeExpression& item : block.items)
                addPrinted(item, children);
            return children;
        }
        if (block.items.size() == 1 && block.items[0].name.empty() &&
            isCallOf(block.items[0], "OrderedDict") && !block.items[0].printed)
            return namedChildren(block.items[0]);
        for (const CodeExpression& item : block.items) {
            if (!item.name.empty())
                m_page.refuse(item.offset,
                              GLYPHSCOPE_TEXT("Spec", "Sequential takes no arguments with names. Write "
                                                      "nn.Sequential(OrderedDict(%1=...))."),
                              shownText(item.name, kShown));
            addPositional(item, children);
        }
        return children;
    }

    void addPrinted(const CodeExpression& item, std::vector<CodeChild>& children) const
    {
        if (item.kind != Node::Repeated) {
            children.push_back({item.name, &item, false});
            return;
        }
        for (std::int64_t i = 0; i < item.whole; ++i)
            add({std::to_string(static_cast<std::int64_t>(item.real) + i), item.items.data(), true}, item,
                children);
    }

    void addPositional(const CodeExpression& item, std::vector<CodeChild>& children) const
    {
        const auto next = [&children] { return std::to_string(children.size()); };
        const bool list = item.kind == Node::List || item.kind == Node::Repeated;
        if (list && !item.starred)
            m_page.refuse(item.offset,
                          GLYPHSCOPE_TEXT("Spec", "Sequential takes modules, no list of them. Put a * in "
                                                  "front of it."));
        if (item.starred && !list)
            m_page.refuse(item.offset, GLYPHSCOPE_TEXT("Spec", "Only a list can stand behind a *: write "
                                                               "*[...] out."));
        if (item.kind == Node::Repeated) {
            for (std::int64_t i = 0; i < item.whole; ++i)
                add({next(), item.items.data(), true}, item, children);
        } else if (list) {
            for (const CodeExpression& one : item.items)
                addPositional(one, children);
        } else {
            add({next(), &item, false}, item, children);
        }
    }

    /// Before there are so many that their names alone take memory.
    void add(CodeChild child, const CodeExpression& where, std::vector<CodeChild>& children) const
    {
        if (children.size() >= NetworkLimits::kModules)
            m_page.refuse(where.offset, GLYPHSCOPE_TEXT("Spec", "A network has at most %1 modules."),
                          NetworkLimits::kModules);
        children.push_back(std::move(child));
    }

    /// OrderedDict([("a", m), ...]), OrderedDict({"a": m, ...}) and OrderedDict(a=m, ...)
    std::vector<CodeChild> namedChildren(const CodeExpression& dict) const
    {
        std::vector<CodeChild> children;
        for (const CodeExpression& item : dict.items) {
            if (!item.name.empty()) {
                add({item.name, &item, false}, item, children);
                continue;
            }
            if ((item.kind != Node::List && item.kind != Node::Pairs) || item.starred)
                m_page.refuse(item.offset,
                              GLYPHSCOPE_TEXT("Spec", "Write OrderedDict([(\"name\", module), ...])."));
            for (const CodeExpression& pair : item.items) {
                if (pair.kind != Node::List || pair.items.size() != 2 || pair.items[0].kind != Node::Text)
                    m_page.refuse(pair.offset,
                                  GLYPHSCOPE_TEXT("Spec", "A pair of a name and a module is expected here: "
                                                          "(\"name\", module)."));
                add({pair.items[0].text, &pair.items[1], false}, pair, children);
            }
        }
        return children;
    }

    LayerSpec sequential(const CodeChild& child, const std::string& path)
    {
        const CodeExpression& code = *child.module;
        const std::vector<CodeChild> children = childrenOf(code);
        LayerSpec layer{child.name, "Sequential", {}, layersOf(children, path + '.')};
        const bool repeated = std::ranges::any_of(children, &CodeChild::repeated);
        const auto count = static_cast<std::int64_t>(layer.children.size());
        bool equal = repeated || (code.printed && count > 1);
        std::vector<LayerSpec> common;
        for (std::size_t i = 0; i < layer.children.size() && equal; ++i) {
            const LayerSpec& copy = layer.children[i];
            if (i == 0)
                common = copy.children;
            equal = copy.kind == "Sequential" && copy.name == std::to_string(i) &&
                    areCopies(common, copy.children);
        }
        LayerSpec folded{child.name, "Repeat", {{"n", count}}, {}};
        if (!equal || optionProblem(folded, *kindOf(folded).option("n")))
            return layer;
        folded.children = std::move(common);
        return folded;
    }

    /// The two modules of a Residual: "body" and "shortcut", by name or in this order.
    std::array<const CodeExpression*, 2> partsOf(const CodeExpression& code) const
    {
        std::array<const CodeExpression*, 2> parts{};
        std::size_t place = 0;
        for (const CodeExpression& item : code.items) {
            const bool shortcut = item.name == "shortcut" || (item.name.empty() && place == 1);
            const bool known = shortcut || item.name == "body" || (item.name.empty() && place == 0);
            if (!known || item.starred || parts[shortcut ? 1 : 0] != nullptr)
                m_page.refuse(item.offset, GLYPHSCOPE_TEXT("Spec", "Residual takes a body and a shortcut, "
                                                                   "and nothing else."));
            parts[shortcut ? 1 : 0] = &item;
            ++place;
        }
        if (parts[0] == nullptr || !isCallOf(*parts[0], "Sequential"))
            m_page.refuse(code.offset, GLYPHSCOPE_TEXT("Spec", "The body of a Residual is a Sequential."));
        return parts;
    }

    LayerSpec residual(const CodeChild& child, const std::string& path)
    {
        const auto parts = partsOf(*child.module);
        m_modules += 2;
        LayerSpec layer{child.name, "Residual", {}, {}};
        layer.children = layersOf(childrenOf(*parts[0]), path + ".body.");
        if (parts[1] == nullptr || (isCallOf(*parts[1], "Identity") && !parts[1]->printed))
            layer.options["shortcut"] = std::string("identity");
        else
            readShortcut(*parts[1], path + ".shortcut", layer);
        return layer;
    }

    /// What a Residual here can have: nn.Conv2d(16, 32, 1, stride=2, bias=False).
    void readShortcut(const CodeExpression& code, const std::string& path, LayerSpec& layer)
    {
        LayerSpec read;
        std::vector<GivenArgument> given;
        if (isCallOf(code, "Conv2d") && !code.printed) {
            ReadCall call = readCall(code, *signatureOf("Conv2d"), m_page);
            read = std::move(call.layer);
            given = std::move(call.given);
        }
        const auto whole = [&read](const char* name) {
            const auto found = read.options.find(name);
            const auto* value =
                found == read.options.end() ? nullptr : std::get_if<std::int64_t>(&found->second);
            return value == nullptr ? std::int64_t{1} : *value;
        };
        LayerSpec usual{{}, "Conv2d", {{"kernel_size", std::int64_t{1}}, {"bias", false}}, {}};
        for (const char* name : {"out_channels", "stride"})
            if (const auto found = read.options.find(name); found != read.options.end())
                usual.options.insert(*found);
        if (read != usual || given.empty())
            m_page.refuse(code.offset,
                          GLYPHSCOPE_TEXT("Spec", "The shortcut of a Residual is nn.Identity() or a "
                                                  "convolution of kernel_size 1 without padding, groups and "
                                                  "bias."));
        for (GivenArgument& one : given) {
            if (whole("out_channels") == one.sizes.front() && whole("stride") == 1)
                layer.options["shortcut"] = std::string("conv1x1");
            m_network.given.push_back({path, one.name, std::move(one.sizes), one.offset});
        }
        m_network.given.push_back({path, "out_channels", {whole("out_channels")}, code.offset});
        m_network.given.push_back({path, "stride", {whole("stride")}, code.offset});
    }

    static constexpr std::size_t kShown = 64;  // bytes of a name in the text

    const CodePage& m_page;
    CodeNetwork m_network;
    std::size_t m_modules = 0;
};

}  // namespace

CodeNetwork networkOf(const CodeExpression& code, const CodePage& page)
{
    return ModuleReader(page).read(code);
}

}  // namespace glyphscope
