// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checkpoint/atomic_file.h"
#include "model/checkpoint/detail/pickle.h"
#include "model/checkpoint/detail/plain_name.h"
#include "model/checkpoint/detail/pt_element.h"
#include "model/checkpoint/detail/pt_names.h"
#include "model/checkpoint/detail/zip_reader.h"
#include "model/checkpoint/pt_file.h"
#include "model/checkpoint/safetensors.h"
#include "model/types/error.h"
#include "model/types/shown_text.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <set>
#include <string_view>

namespace glyphscope {
namespace {

using Kind = PickleValue::Kind;
using Limits = SafetensorsLimits;

constexpr auto kWrappers = std::to_array<std::string_view>({"state_dict", "model_state_dict"});
constexpr auto kPrefixes = std::to_array<std::string_view>({"module.", "_orig_mod."});

/// A tensor in the file: a storage, and which of its numbers belong to it.
struct View {
    const pt::Element* element = nullptr;
    std::span<const std::byte> data;
    std::uint64_t offset = 0;
    std::vector<std::uint64_t> shape;
    std::vector<std::uint64_t> strides;  ///< in numbers, not bytes
};

std::uint64_t countOf(const View& view)
{
    std::uint64_t count = 1;
    for (const std::uint64_t side : view.shape)
        count *= side;
    return count;
}

/// The numbers of a view in row-major order.
std::vector<float> valuesOf(const View& view)
{
    const std::size_t rank = view.shape.size();
    std::vector<float> values(static_cast<std::size_t>(countOf(view)));
    std::array<std::uint64_t, Limits::kRank> index{};
    std::uint64_t at = view.offset;
    for (float& value : values) {
        value = view.element->value(view.data.data() + at * view.element->bytes);
        for (std::size_t axis = rank; axis-- > 0;) {
            at += view.strides[axis];
            if (++index[axis] < view.shape[axis])
                break;
            at -= view.strides[axis] * view.shape[axis];
            index[axis] = 0;
        }
    }
    return values;
}

class PtReader {
public:
    PtReader(std::span<const std::byte> bytes, const std::string& name) : m_bytes(bytes), m_name(name) {}

    StateDict read()
    {
        if (m_bytes.size() > Limits::kFileBytes)
            refuse(GLYPHSCOPE_TEXT("Checkpoint", "larger than 512 MiB."));
        m_entries = readZip(m_bytes, m_name);
        findRoot();
        m_pickle =
            readPickle(*entry(pt::kPickle), m_name + ": " + std::string(pt::kPickle), pt::knownGlobals());
        StateDict result;
        readDict(weightsIn(m_pickle.at(m_pickle.root)), result);
        takeOffPrefix(result);
        readMetadata(result);
        return result;
    }

private:
    [[noreturn]] void refuse(const Message& reason) const
    {
        throw Error(GLYPHSCOPE_TEXT("Checkpoint",
                                    "%1: %2 Choose another file, or save the weights alone from "
                                    "Python: torch.save(model.state_dict(), \"weights.pt\")."),
                    m_name, reason);
    }

    /// All entries lie in one folder, whose name is anything.
    void findRoot()
    {
        if (m_entries.empty())
            refuse(GLYPHSCOPE_TEXT("Checkpoint", "an empty zip."));
        const std::string& first = m_entries.front().name;
        m_root = first.substr(0, first.find('/') + 1);
        for (const ZipEntry& entry : m_entries)
            if (m_root.empty() || !entry.name.starts_with(m_root))
                refuse(GLYPHSCOPE_TEXT("Checkpoint",
                                       "a zip, but none of PyTorch's: its entries are not in one folder."));
        if (entry("constants.pkl"))
            refuse(GLYPHSCOPE_TEXT("Checkpoint",
                                   "a TorchScript program, which is code; its weights alone would be read."));
        if (!entry(pt::kPickle))
            refuse({GLYPHSCOPE_TEXT("Checkpoint", "a zip, but none of PyTorch's: there is no %1 in it."),
                    pt::kPickle});
        if (const auto order = entry(pt::kByteOrder); order && textOf(*order) != "little")
            refuse(GLYPHSCOPE_TEXT("Checkpoint", "its numbers are not little-endian."));
    }

    static std::string_view textOf(std::span<const std::byte> bytes)
    {
        return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
    }

    [[nodiscard]] std::optional<std::span<const std::byte>> entry(std::string_view name) const
    {
        const std::string path = m_root + std::string(name);
        const auto found = std::ranges::find(m_entries, path, &ZipEntry::name);
        return found == m_entries.end() ? std::nullopt : std::optional(found->content);
    }

    [[nodiscard]] const PickleValue& at(std::uint32_t number) const { return m_pickle.at(number); }

    /// The value of a key in a dictionary; nullptr if it is not there.
    [[nodiscard]] const PickleValue* valueOf(const PickleValue& dict, std::string_view key) const
    {
        for (std::size_t i = 0; i + 1 < dict.items.size(); i += 2)
            if (at(dict.items[i]).kind == Kind::Text && at(dict.items[i]).text == key)
                return &at(dict.items[i + 1]);
        return nullptr;
    }

    [[nodiscard]] const PickleValue& weightsIn(const PickleValue& root) const
    {
        if (root.kind != Kind::Dict)
            refuse(GLYPHSCOPE_TEXT("Checkpoint", "it holds no dictionary of tensors."));
        for (const std::string_view wrapper : kWrappers)
            if (const PickleValue* inner = valueOf(root, wrapper); inner && inner->kind == Kind::Dict)
                return *inner;
        return root;
    }

    void readDict(const PickleValue& dict, StateDict& result)
    {
        if (dict.items.size() / 2 > Limits::kTensors)
            refuse(GLYPHSCOPE_TEXT("Checkpoint", "it names more than 1024 tensors."));
        std::set<std::string_view> names;
        for (std::size_t i = 0; i < dict.items.size(); i += 2) {
            const PickleValue& key = at(dict.items[i]);
            if (key.kind != Kind::Text)
                refuse(GLYPHSCOPE_TEXT("Checkpoint", "its dictionary has a key that is no text."));
            if (!names.insert(key.text).second)
                refuse({GLYPHSCOPE_TEXT("Checkpoint", "two tensors are named \"%1\"."), key.text});
            result.tensors.push_back(tensorOf(std::string(key.text), at(dict.items[i + 1])));
        }
        if (result.tensors.empty())
            refuse(GLYPHSCOPE_TEXT("Checkpoint", "its dictionary is empty."));
    }

    NamedTensor tensorOf(const std::string& key, const PickleValue& value)
    {
        if (!isPlainName(key))
            refuse(GLYPHSCOPE_TEXT("Checkpoint",
                                   "a tensor has a name that is no plain text of at most 256 characters."));
        if (value.kind != Kind::Call)
            refuse({GLYPHSCOPE_TEXT("Checkpoint", "the value of \"%1\" is no tensor."), key});
        const View view = viewOf(key, value);
        // shared and expanded tensors could ask for any amount
        m_taken += countOf(view) * view.element->bytes;
        if (m_taken > m_bytes.size())
            refuse({GLYPHSCOPE_TEXT("Checkpoint", "tensor \"%1\" shares its numbers with others, and all "
                                                  "together would be larger than the file."),
                    key});
        m_asFloats += countOf(view) * sizeof(float);  // which bytes become four times as large as
        if (m_asFloats > Limits::kFileBytes)
            refuse({GLYPHSCOPE_TEXT("Checkpoint",
                                    "tensor \"%1\" and those before it are more than 512 MiB as float32."),
                    key});
        NamedTensor tensor{key, {view.shape.begin(), view.shape.end()}, valuesOf(view)};
        if (!std::ranges::all_of(tensor.values, [](float number) { return std::isfinite(number); }))
            refuse({GLYPHSCOPE_TEXT("Checkpoint", "tensor \"%1\" holds a value that is no finite number."),
                    key});
        return tensor;
    }

    /// The arguments of a call to `function`; nullptr if the value is none.
    [[nodiscard]] const std::vector<std::uint32_t>* callOf(const PickleValue& value,
                                                           std::string_view function) const
    {
        return value.kind == Kind::Call && at(value.items[0]).text == function ? &at(value.items[1]).items
                                                                               : nullptr;
    }

    [[nodiscard]] bool isEmptyDict(std::uint32_t number) const
    {
        return at(number).kind == Kind::Dict && at(number).items.empty();
    }

    /// Six arguments, the last of them hooks; the seventh, if there is one, is PyTorch's own of no effect.
    [[nodiscard]] bool isPlainTensor(const std::vector<std::uint32_t>& arguments) const
    {
        const bool extra =
            arguments.size() == 7 && (at(arguments[6]).kind == Kind::None || isEmptyDict(arguments[6]));
        return (arguments.size() == 6 || extra) && isEmptyDict(arguments[5]);
    }

    [[nodiscard]] View viewOf(const std::string& name, const PickleValue& value) const
    {
        if (const auto* arguments = callOf(value, pt::kRebuildParameter)) {
            if (arguments->size() != 3 || !isEmptyDict((*arguments)[2]))
                refuse({GLYPHSCOPE_TEXT(
                            "Checkpoint",
                            "tensor \"%1\" is a parameter with hooks, or not put together as PyTorch does."),
                        name});
            const PickleValue& data = at((*arguments)[0]);
            if (callOf(data, pt::kRebuildTensor) == nullptr)
                refuse({GLYPHSCOPE_TEXT("Checkpoint", "tensor \"%1\" is a parameter of what is no tensor."),
                        name});
            return viewOf(name, data);
        }
        const auto* arguments = callOf(value, pt::kRebuildTensor);
        if (arguments == nullptr || !isPlainTensor(*arguments))
            refuse({GLYPHSCOPE_TEXT("Checkpoint",
                                    "tensor \"%1\" has hooks, or is not put together as PyTorch does."),
                    name});
        View view = storageOf(name, at((*arguments)[0]));
        view.offset = wholeNumber({GLYPHSCOPE_TEXT("Checkpoint", "tensor \"%1\": its offset"), name},
                                  at((*arguments)[1]));
        view.shape = wholeNumbers({GLYPHSCOPE_TEXT("Checkpoint", "tensor \"%1\": its shape"), name},
                                  at((*arguments)[2]));
        view.strides = wholeNumbers({GLYPHSCOPE_TEXT("Checkpoint", "tensor \"%1\": its strides"), name},
                                    at((*arguments)[3]));
        checkExtent(name, view);
        return view;
    }

    [[nodiscard]] View storageOf(const std::string& name, const PickleValue& value) const
    {
        const PickleValue* id = value.kind == Kind::Id ? &at(value.items[0]) : nullptr;
        if (id == nullptr || id->kind != Kind::Tuple || id->items.size() != 5 ||
            at(id->items[0]).text != "storage" || at(id->items[1]).kind != Kind::Global ||
            at(id->items[2]).kind != Kind::Text || at(id->items[3]).kind != Kind::Text)
            refuse({GLYPHSCOPE_TEXT("Checkpoint",
                                    "tensor \"%1\" refers to its numbers otherwise than PyTorch does."),
                    name});
        View view;
        view.element = pt::elementOf(at(id->items[1]).text);
        if (view.element == nullptr)
            refuse({GLYPHSCOPE_TEXT("Checkpoint", "tensor \"%1\" is of the type \"%2\"."), name,
                    at(id->items[1]).text});
        const std::string key = std::string(pt::kData) + std::string(at(id->items[2]).text);
        const auto data = entry(key);
        if (!data)
            refuse(
                {GLYPHSCOPE_TEXT("Checkpoint", "tensor \"%1\" refers to \"%2\", which is not in the file."),
                 name, shownText(key)});
        const std::uint64_t count =
            wholeNumber({GLYPHSCOPE_TEXT("Checkpoint", "tensor \"%1\": the size of its storage"), name},
                        at(id->items[4]));
        if (count != data->size() / view.element->bytes || data->size() % view.element->bytes != 0)
            refuse({GLYPHSCOPE_TEXT("Checkpoint",
                                    "tensor \"%1\" needs %2 numbers of %3 bytes; \"%4\" has %5 bytes."),
                    name, count, view.element->bytes, shownText(key), data->size()});
        view.data = *data;
        return view;
    }

    [[nodiscard]] std::uint64_t wholeNumber(const Message& what, const PickleValue& value) const
    {
        // what a file can hold at most: products of two cannot overflow
        if (value.kind != Kind::Integer || value.integer < 0 ||
            static_cast<std::uint64_t>(value.integer) > Limits::kFileBytes)
            refuse({GLYPHSCOPE_TEXT("Checkpoint", "%1 is no whole number from 0 to 2^29."), what});
        return static_cast<std::uint64_t>(value.integer);
    }

    [[nodiscard]] std::vector<std::uint64_t> wholeNumbers(const Message& what, const PickleValue& value) const
    {
        if (value.kind != Kind::Tuple || value.items.size() > Limits::kRank)
            refuse({GLYPHSCOPE_TEXT("Checkpoint", "%1 is no list of at most 8 numbers."), what});
        std::vector<std::uint64_t> numbers;
        for (const std::uint32_t item : value.items)
            numbers.push_back(wholeNumber(what, at(item)));
        return numbers;
    }

    /// Whether all numbers of the view are there, and it has no more of them than its storage.
    void checkExtent(const std::string& name, const View& view) const
    {
        const std::uint64_t stored = view.data.size() / view.element->bytes;
        if (view.shape.size() != view.strides.size())
            refuse({GLYPHSCOPE_TEXT("Checkpoint", "tensor \"%1\" has %2 sides and %3 strides."), name,
                    view.shape.size(), view.strides.size()});
        std::uint64_t count = 1;
        std::uint64_t last = view.offset;
        for (std::size_t axis = 0; axis < view.shape.size(); ++axis) {
            count *= view.shape[axis];
            if (count > stored)
                refuse(
                    {GLYPHSCOPE_TEXT("Checkpoint", "tensor \"%1\" has more numbers than its storage of %2."),
                     name, stored});
            last += view.shape[axis] == 0 ? 0 : (view.shape[axis] - 1) * view.strides[axis];
        }
        if (count > 0 && last >= stored)
            refuse({GLYPHSCOPE_TEXT("Checkpoint", "tensor \"%1\" reaches to number %2 of a storage of %3."),
                    name, last, stored});
    }

    /// Wrappers may be wrapped: "_orig_mod.module.fc2.bias".
    static void takeOffPrefix(StateDict& weights)
    {
        const auto hasAll = [&weights](std::string_view prefix) {
            return std::ranges::all_of(weights.tensors, [prefix](const NamedTensor& tensor) {
                return tensor.name.starts_with(prefix) && tensor.name.size() > prefix.size();
            });
        };
        for (auto prefix = std::ranges::find_if(kPrefixes, hasAll); prefix != kPrefixes.end();
             prefix = std::ranges::find_if(kPrefixes, hasAll))
            for (NamedTensor& tensor : weights.tensors)
                tensor.name.erase(0, prefix->size());
    }

    void readMetadata(StateDict& result) const
    {
        const auto text = entry(pt::kMetadata);
        if (!text)
            return;
        if (text->size() > pt::kMetadataBytes)
            refuse(GLYPHSCOPE_TEXT("Checkpoint", "its metadata are larger than 64 KiB."));
        const std::string_view metadata = textOf(*text);
        const auto flat = [](int depth, nlohmann::json::parse_event_t, nlohmann::json&) {
            return depth <= 1;  // what is nested deeper is dropped, and never built
        };
        const auto object = nlohmann::json::parse(metadata.begin(), metadata.end(), flat, false);
        if (!object.is_object())
            refuse(GLYPHSCOPE_TEXT("Checkpoint", "its metadata are no JSON object."));
        for (const auto& [key, value] : object.items()) {
            if (!value.is_string())
                refuse({GLYPHSCOPE_TEXT("Checkpoint", "its metadata \"%1\" are not text."), shownText(key)});
            result.metadata[key] = value.get<std::string>();
        }
    }

    std::span<const std::byte> m_bytes;
    const std::string& m_name;
    std::vector<ZipEntry> m_entries;
    std::string m_root;
    Pickle m_pickle;
    std::uint64_t m_taken = 0;  // bytes of the tensors so far, as stored
    std::uint64_t m_asFloats = 0;
};

}  // namespace

StateDict parsePt(std::span<const std::byte> bytes, const std::string& name)
{
    return PtReader(bytes, name).read();
}

StateDict readPt(const std::filesystem::path& file)
{
    return parsePt(readWhole(file, Limits::kFileBytes), file.filename().string());
}

}  // namespace glyphscope
