// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/spec/code_signatures.h"

#include "model/spec/layer_kinds.h"
#include "model/types/shown_text.h"

#include <algorithm>
#include <array>
#include <set>

namespace glyphscope {
namespace {

using enum ArgumentUse;
using Expression = CodeExpression::Kind;

constexpr CodeArgument kDevice{"device", Without};
constexpr CodeArgument kType{"dtype", Without};
constexpr CodeArgument kInplace{"inplace", Without};

constexpr CodeArgument kConv[]{{"in_channels", Given},
                               {"out_channels"},
                               {"kernel_size"},
                               {"stride"},
                               {"padding"},
                               {"dilation"},
                               {"groups"},
                               {"bias"},
                               {"padding_mode", Only, "zeros"},
                               kDevice,
                               kType};
constexpr CodeArgument kLinearArguments[]{{"in_features", Given}, {"out_features"}, {"bias"}, kDevice, kType};
constexpr CodeArgument kBatch[]{{"num_features", Given},
                                {"eps"},
                                {"momentum"},
                                {"affine"},
                                {"track_running_stats", Only, "True"},
                                kDevice,
                                kType};
constexpr CodeArgument kGroup[]{{"num_groups"}, {"num_channels", Given}, {"eps"}, {"affine"}, kDevice, kType};
constexpr CodeArgument kLayer[]{{"normalized_shape", Given}, {"eps"}, {"elementwise_affine"},
                                {"bias", Only, "True"},      kDevice, kType};
constexpr CodeArgument kActivation[]{kInplace};
constexpr CodeArgument kLeakySlope[]{{"negative_slope"}, kInplace};
constexpr CodeArgument kGelu[]{{"approximate", Only, "none"}};
constexpr CodeArgument kMaxPool[]{{"kernel_size"},
                                  {"stride"},
                                  {"padding"},
                                  {"dilation", Only, "1"},
                                  {"return_indices", Only, "False"},
                                  {"ceil_mode", Only, "False"}};
constexpr CodeArgument kAvgPool[]{{"kernel_size"},
                                  {"stride"},
                                  {"padding"},
                                  {"ceil_mode", Only, "False"},
                                  {"count_include_pad", Only, "True"},
                                  {"divisor_override", Only, "None"}};
constexpr CodeArgument kAdaptive[]{{"output_size"}};
constexpr CodeArgument kDrop[]{{"p"}, kInplace};
constexpr CodeArgument kFlatten[]{{"start_dim", Only, "1"}, {"end_dim", Only, "-1"}};
constexpr CodeArgument kSoftmaxDim[]{{"dim"}};

constexpr std::span<const CodeArgument> kConvAll(kConv);
constexpr std::span<const CodeArgument> kLinearAll(kLinearArguments);
constexpr std::span<const CodeArgument> kBatchAll(kBatch);

/// Those whose names begin with Lazy take no sizes that are inferred.
constexpr auto kSignatures = std::to_array<CodeSignature>({
    {"Conv2d", "Conv2d", kConvAll},
    {"LazyConv2d", "Conv2d", kConvAll.subspan(1)},
    {"Linear", "Linear", kLinearAll},
    {"LazyLinear", "Linear", kLinearAll.subspan(1)},
    {"BatchNorm2d", "BatchNorm2d", kBatchAll},
    {"LazyBatchNorm2d", "BatchNorm2d", kBatchAll.subspan(1)},
    {"GroupNorm", "GroupNorm", kGroup},
    {"LayerNorm", "LayerNorm", kLayer},
    {"ReLU", "ReLU", kActivation},
    {"LeakyReLU", "LeakyReLU", kLeakySlope},
    {"GELU", "GELU", kGelu},
    {"Sigmoid", "Sigmoid", {}},
    {"Tanh", "Tanh", {}},
    {"MaxPool2d", "MaxPool2d", kMaxPool},
    {"AvgPool2d", "AvgPool2d", kAvgPool},
    {"AdaptiveAvgPool2d", "AdaptiveAvgPool2d", kAdaptive},
    {"Dropout", "Dropout", kDrop},
    {"Dropout2d", "Dropout2d", kDrop},
    {"Flatten", "Flatten", kFlatten},
    {"Identity", "Identity", {}},
    {"Softmax", "Softmax", kSoftmaxDim},
});

/// A value with a tuple of equal sides as one of them: kernel_size=(3, 3).
CodeExpression squared(const CodeExpression& value, std::string_view argument, const CodePage& page)
{
    if (value.kind != Expression::List)
        return value;
    const bool whole =
        !value.items.empty() && std::ranges::all_of(value.items, [](const CodeExpression& side) {
            return side.kind == Expression::Whole && !side.starred;
        });
    if (!whole || value.items.size() > 2)
        page.refuse(value.offset,
                    GLYPHSCOPE_TEXT("Spec", "%1 must be a whole number, or two that are equal."), argument);
    if (value.items.front().whole != value.items.back().whole)
        page.refuse(value.offset,
                    GLYPHSCOPE_TEXT("Spec", "%1 is not square: %2 by %3. This program knows square windows "
                                            "alone; give both sides one size."),
                    argument, value.items.front().whole, value.items.back().whole);
    CodeExpression side = value.items.front();
    side.offset = value.offset;
    return side;
}

/// As Python writes it.
std::string valueText(const CodeExpression& value)
{
    switch (value.kind) {
    case Expression::None:
        return "None";
    case Expression::Flag:
        return value.flag ? "True" : "False";
    case Expression::Whole:
        return std::to_string(value.whole);
    case Expression::Text:
    case Expression::Name:
        return value.text;
    default:
        return {};
    }
}

std::vector<std::int64_t> sizesIn(const CodeExpression& value, std::string_view argument,
                                  const CodePage& page)
{
    std::vector<std::int64_t> sizes;
    const std::span<const CodeExpression> parts =
        value.kind == Expression::List ? std::span(value.items) : std::span(&value, 1);
    for (const CodeExpression& part : parts) {
        if (part.kind == Expression::Name)
            page.refuse(part.offset,
                        GLYPHSCOPE_TEXT("Spec", "\"%1\" is not known here. Write out what it is."),
                        shownText(part.text));
        if (part.kind != Expression::Whole || part.whole < 1)
            page.refuse(part.offset, GLYPHSCOPE_TEXT("Spec", "%1 must be a whole number above 0."), argument);
        sizes.push_back(part.whole);
    }
    return sizes;
}

class CallReader {
public:
    CallReader(const CodeExpression& call, const CodeSignature& signature, const CodePage& page)
        : m_call(call), m_signature(signature), m_page(page), m_kind(*kindNamed(signature.kind))
    {
        m_result.layer.kind = signature.kind;
    }

    ReadCall read()
    {
        std::size_t place = 0;
        for (const CodeExpression& value : m_call.items) {
            if (value.starred)
                m_page.refuse(
                    value.offset,
                    GLYPHSCOPE_TEXT("Spec", "%1 takes no list behind a *. Write its arguments out."),
                    m_signature.called);
            if (m_call.text == "Identity")
                continue;  // takes anything, and does nothing with it
            if (value.name.empty() && place >= m_signature.arguments.size())
                refuseMore(value);
            const CodeArgument& argument =
                value.name.empty() ? m_signature.arguments[place++] : argumentNamed(value);
            if (!m_seen.insert(argument.name).second)
                m_page.refuse(value.offset, GLYPHSCOPE_TEXT("Spec", "%1 is given twice. Remove one of them."),
                              argument.name);
            take(argument, value);
        }
        resolvePadding();
        dropDefaults();
        return std::move(m_result);
    }

private:
    const CodeArgument& argumentNamed(const CodeExpression& value) const
    {
        const auto found = std::ranges::find(m_signature.arguments, value.name, &CodeArgument::name);
        if (found != m_signature.arguments.end())
            return *found;
        if (m_signature.arguments.empty())
            refuseMore(value);
        m_page.refuse(value.offset, GLYPHSCOPE_TEXT("Spec", "%1 has no argument \"%2\". It takes %3."),
                      m_signature.called, shownText(value.name), knownArguments());
    }

    [[nodiscard]] std::string knownArguments() const
    {
        std::string known;
        for (const CodeArgument& argument : m_signature.arguments)
            known += (known.empty() ? "" : ", ") + std::string(argument.name);
        return known;
    }

    [[noreturn]] void refuseMore(const CodeExpression& value) const
    {
        if (m_signature.arguments.empty())
            m_page.refuse(value.offset, GLYPHSCOPE_TEXT("Spec", "%1 takes no arguments. Remove this one."),
                          m_signature.called);
        m_page.refuse(value.offset,
                      GLYPHSCOPE_TEXT("Spec", "There are too many arguments: %1 takes %2. Remove this one."),
                      m_signature.called, knownArguments());
    }

    void take(const CodeArgument& argument, const CodeExpression& value)
    {
        switch (argument.use) {
        case Given:
            m_result.given.push_back({argument.name, sizesIn(value, argument.name, m_page), value.offset});
            return;
        case Without:
            return;
        case Only:
            if (valueText(squared(value, argument.name, m_page)) != argument.only)
                m_page.refuse(value.offset,
                              GLYPHSCOPE_TEXT("Spec", "%1 of %2 can only be %3 in this program."),
                              argument.name, m_signature.called, argument.only);
            return;
        case Option:
            break;
        }
        takeOption(*m_kind.option(argument.name), squared(value, argument.name, m_page));
    }

    void takeOption(const KindOption& option, const CodeExpression& value)
    {
        const std::string name(option.name);
        if (value.kind == Expression::Name)
            m_page.refuse(value.offset,
                          GLYPHSCOPE_TEXT("Spec", "\"%1\" is not known here. Write out what it is."),
                          shownText(value.text));
        if (name == "padding" && value.kind == Expression::Text && m_kind.kind == LayerKind::Conv2d) {
            m_padding = value;
            return;
        }
        const bool leftToDefault = value.kind == Expression::None && (name == "stride" || name == "dim");
        if (leftToDefault)
            return;
        if (value.kind == Expression::Flag && option.type == OptionType::Flag)
            m_result.layer.options[name] = value.flag;
        else if (value.kind == Expression::Whole && option.type == OptionType::Whole)
            m_result.layer.options[name] = value.whole;
        else if (value.kind == Expression::Whole && option.type == OptionType::Real)
            m_result.layer.options[name] = static_cast<double>(value.whole);
        else if (value.kind == Expression::Real && option.type == OptionType::Real)
            m_result.layer.options[name] = value.real;
        else
            refuseType(option, value);
    }

    [[noreturn]] void refuseType(const KindOption& option, const CodeExpression& value) const
    {
        if (option.type == OptionType::Flag)
            m_page.refuse(value.offset, GLYPHSCOPE_TEXT("Spec", "%1 must be True or False."), option.name);
        if (option.type == OptionType::Real)
            m_page.refuse(value.offset, GLYPHSCOPE_TEXT("Spec", "%1 must be a number."), option.name);
        m_page.refuse(value.offset,
                      GLYPHSCOPE_TEXT("Spec", "%1 must be a whole number, or two that are equal."),
                      option.name);
    }

    /// padding="same" and padding="valid" as numbers.
    void resolvePadding()
    {
        if (!m_padding || m_padding->text == "valid")
            return;
        if (m_padding->text != "same")
            m_page.refuse(m_padding->offset,
                          GLYPHSCOPE_TEXT("Spec", "padding must be a whole number, \"same\" or \"valid\"."));
        const auto option = [this](const char* name, std::int64_t usual) {
            const auto found = m_result.layer.options.find(name);
            return found == m_result.layer.options.end() ? usual : std::get<std::int64_t>(found->second);
        };
        constexpr std::int64_t kMostSide = 1'000'000;  // more is refused by check()
        const std::int64_t gaps =
            std::min(option("dilation", 1), kMostSide) * (std::min(option("kernel_size", 1), kMostSide) - 1);
        if (option("stride", 1) != 1)
            m_page.refuse(m_padding->offset,
                          GLYPHSCOPE_TEXT("Spec", "padding=\"same\" goes with a stride of 1 only."));
        if (gaps % 2 != 0)
            m_page.refuse(m_padding->offset,
                          GLYPHSCOPE_TEXT("Spec",
                                          "padding=\"same\" of an even kernel_size is not the same on "
                                          "both sides, which this program cannot do. Take an odd "
                                          "one."));
        m_result.layer.options["padding"] = gaps / 2;
    }

    void dropDefaults()
    {
        const LayerSpec whole = m_result.layer;
        for (const KindOption& option : m_kind.options)
            if (!optionProblem(whole, option) && isUsual(whole, option))
                m_result.layer.options.erase(std::string(option.name));
    }

    const CodeExpression& m_call;
    const CodeSignature& m_signature;
    const CodePage& m_page;
    const KindInfo& m_kind;
    ReadCall m_result;
    std::set<std::string_view> m_seen;
    std::optional<CodeExpression> m_padding;  // by its name
};

}  // namespace

const CodeSignature* signatureOf(std::string_view called)
{
    const auto found = std::ranges::find(kSignatures, called, &CodeSignature::called);
    return found == kSignatures.end() ? nullptr : &*found;
}

ReadCall readCall(const CodeExpression& call, const CodeSignature& signature, const CodePage& page)
{
    return CallReader(call, signature, page).read();
}

}  // namespace glyphscope
