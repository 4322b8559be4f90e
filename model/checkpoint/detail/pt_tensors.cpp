// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checkpoint/detail/pt_tensors.h"

#include "model/checkpoint/detail/number_type.h"
#include "model/checkpoint/detail/plain_name.h"
#include "model/checkpoint/detail/pt_names.h"
#include "model/checkpoint/safetensors.h"
#include "model/types/error.h"
#include "model/types/shown_text.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace glyphscope::pt {

struct TensorView {
    const NumberType* type = nullptr;
    std::span<const std::byte> data;
    std::uint64_t offset = 0;
    std::vector<std::uint64_t> shape;
    std::vector<std::uint64_t> strides;  ///< in numbers, not bytes
};

namespace {

using Kind = PickleValue::Kind;
using Limits = SafetensorsLimits;

std::uint64_t countOf(const TensorView& view)
{
    std::uint64_t count = 1;
    for (const std::uint64_t side : view.shape)
        count *= side;
    return count;
}

/// The numbers of a view in row-major order.
std::vector<float> valuesOf(const TensorView& view)
{
    const std::size_t rank = view.shape.size();
    std::vector<float> values(static_cast<std::size_t>(countOf(view)));
    std::array<std::uint64_t, Limits::kRank> index{};
    std::uint64_t at = view.offset;
    for (float& value : values) {
        value = view.type->value(view.data.data() + at * view.type->bytes);
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

}  // namespace

void refuse(const std::string& name, const Message& reason)
{
    throw Error(GLYPHSCOPE_TEXT("Checkpoint", "%1: %2 Choose another file, or save the weights alone from "
                                              "Python: torch.save(model.state_dict(), \"weights.pt\")."),
                name, reason);
}

bool Tensors::isTensor(const PickleValue& value) const
{
    return value.kind == Kind::Call;  // of the functions that are known, all make tensors
}

std::vector<std::int64_t> Tensors::shapeOf(const PickleValue& value) const
{
    const PickleValue* data = &value;
    for (const std::string_view function : {kRebuildParameter, kRebuildWithState})
        if (const Numbers* arguments = callOf(*data, function); arguments && !arguments->empty())
            data = &at(arguments->front());
    const Numbers* arguments = plainArguments(*data);
    std::vector<std::int64_t> shape;
    if (arguments == nullptr)
        return shape;
    const PickleValue& sides = at((*arguments)[2]);
    if (sides.kind != Kind::Tuple || sides.items.size() > Limits::kRank)
        return shape;
    for (const std::uint32_t side : sides.items)
        shape.push_back(at(side).integer);
    return shape;
}

NamedTensor Tensors::read(const std::string& key, const PickleValue& value)
{
    if (!isPlainName(key))
        refuse(GLYPHSCOPE_TEXT("Checkpoint",
                               "a tensor has a name that is no plain text of at most 256 characters."));
    const TensorView view = viewOf(key, value);
    // shared and expanded tensors could ask for any amount
    m_taken += countOf(view) * view.type->bytes;
    if (m_taken > m_fileBytes)
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
        refuse({GLYPHSCOPE_TEXT("Checkpoint", "tensor \"%1\" holds a value that is no finite number."), key});
    return tensor;
}

/// The arguments of a call to `function`; nullptr if the value is none.
const Tensors::Numbers* Tensors::callOf(const PickleValue& value, std::string_view function) const
{
    return value.kind == Kind::Call && at(value.items[0]).text == function ? &at(value.items[1]).items
                                                                           : nullptr;
}

bool Tensors::isEmptyDict(std::uint32_t number) const
{
    return at(number).kind == Kind::Dict && at(number).items.empty();
}

/// The tensor that a parameter is made of; the value itself if it is no parameter.
const PickleValue& Tensors::dataOf(const std::string& key, const PickleValue& value) const
{
    const Numbers* arguments = callOf(value, kRebuildParameter);
    std::size_t expected = 3;
    if (arguments == nullptr) {
        arguments = callOf(value, kRebuildWithState);
        expected = 4;  // attributes behind
    }
    if (arguments == nullptr)
        return value;
    if (arguments->size() != expected || !isEmptyDict((*arguments)[2]))
        refuse(
            {GLYPHSCOPE_TEXT("Checkpoint",
                             "tensor \"%1\" is a parameter with hooks, or not put together as PyTorch does."),
             key});
    const PickleValue& data = at(arguments->front());
    if (callOf(data, kRebuildTensor) == nullptr && callOf(data, kRebuildTyped) == nullptr)
        refuse({GLYPHSCOPE_TEXT("Checkpoint", "tensor \"%1\" is a parameter of what is no tensor."), key});
    return data;
}

/// The arguments of _rebuild_tensor_v2, also where a tensor of another class has attributes of its own;
/// nullptr for what is no tensor. Six, the last of them hooks; the seventh, if there is one, is PyTorch's own
/// of no effect.
const Tensors::Numbers* Tensors::plainArguments(const PickleValue& value) const
{
    const Numbers* arguments = callOf(value, kRebuildTensor);
    if (const Numbers* typed = callOf(value, kRebuildTyped); typed != nullptr && typed->size() == 4 &&
                                                             at((*typed)[0]).text == kRebuildTensor &&
                                                             at((*typed)[2]).kind == Kind::Tuple)
        arguments = &at((*typed)[2]).items;
    if (arguments == nullptr)
        return nullptr;
    const bool extra =
        arguments->size() == 7 && (at((*arguments)[6]).kind == Kind::None || isEmptyDict((*arguments)[6]));
    return (arguments->size() == 6 || extra) && isEmptyDict((*arguments)[5]) ? arguments : nullptr;
}

TensorView Tensors::viewOf(const std::string& key, const PickleValue& value) const
{
    const Numbers* arguments = plainArguments(dataOf(key, value));
    if (arguments == nullptr)
        refuse({GLYPHSCOPE_TEXT("Checkpoint",
                                "tensor \"%1\" has hooks, or is not put together as PyTorch does."),
                key});
    TensorView view = storageOf(key, at((*arguments)[0]));
    view.offset =
        wholeNumber({GLYPHSCOPE_TEXT("Checkpoint", "tensor \"%1\": its offset"), key}, at((*arguments)[1]));
    view.shape =
        wholeNumbers({GLYPHSCOPE_TEXT("Checkpoint", "tensor \"%1\": its shape"), key}, at((*arguments)[2]));
    view.strides =
        wholeNumbers({GLYPHSCOPE_TEXT("Checkpoint", "tensor \"%1\": its strides"), key}, at((*arguments)[3]));
    checkExtent(key, view);
    return view;
}

TensorView Tensors::storageOf(const std::string& key, const PickleValue& value) const
{
    const PickleValue* id = value.kind == Kind::Id ? &at(value.items[0]) : nullptr;
    if (id == nullptr || id->kind != Kind::Tuple || id->items.size() != 5 ||
        at(id->items[0]).text != "storage" || at(id->items[1]).kind != Kind::Global ||
        at(id->items[2]).kind != Kind::Text || at(id->items[3]).kind != Kind::Text)
        refuse({GLYPHSCOPE_TEXT("Checkpoint",
                                "tensor \"%1\" refers to its numbers otherwise than PyTorch does."),
                key});
    TensorView view;
    view.type = numberTypeOfStorage(at(id->items[1]).text);
    if (view.type == nullptr)
        refuse({GLYPHSCOPE_TEXT("Checkpoint", "tensor \"%1\" is of the type \"%2\", which is not read."), key,
                shownText(at(id->items[1]).text)});
    const std::string path = std::string(kData) + std::string(at(id->items[2]).text);
    const auto data = m_entries(path);
    if (!data)
        refuse({GLYPHSCOPE_TEXT("Checkpoint", "tensor \"%1\" refers to \"%2\", which is not in the file."),
                key, shownText(path)});
    const std::uint64_t count = wholeNumber(
        {GLYPHSCOPE_TEXT("Checkpoint", "tensor \"%1\": the size of its storage"), key}, at(id->items[4]));
    if (count != data->size() / view.type->bytes || data->size() % view.type->bytes != 0)
        refuse({GLYPHSCOPE_TEXT("Checkpoint",
                                "tensor \"%1\" needs %2 numbers of %3 bytes; \"%4\" has %5 bytes."),
                key, count, view.type->bytes, shownText(path), data->size()});
    view.data = *data;
    return view;
}

std::uint64_t Tensors::wholeNumber(const Message& what, const PickleValue& value) const
{
    // what a file can hold at most: products of two cannot overflow
    if (value.kind != Kind::Integer || value.integer < 0 ||
        static_cast<std::uint64_t>(value.integer) > Limits::kFileBytes)
        refuse({GLYPHSCOPE_TEXT("Checkpoint", "%1 is no whole number from 0 to 2^29."), what});
    return static_cast<std::uint64_t>(value.integer);
}

std::vector<std::uint64_t> Tensors::wholeNumbers(const Message& what, const PickleValue& value) const
{
    if (value.kind != Kind::Tuple || value.items.size() > Limits::kRank)
        refuse({GLYPHSCOPE_TEXT("Checkpoint", "%1 is no list of at most 8 numbers."), what});
    std::vector<std::uint64_t> numbers;
    for (const std::uint32_t item : value.items)
        numbers.push_back(wholeNumber(what, at(item)));
    return numbers;
}

/// Whether all numbers of the view are there, and it has no more of them than its storage.
void Tensors::checkExtent(const std::string& key, const TensorView& view) const
{
    const std::uint64_t stored = view.data.size() / view.type->bytes;
    if (view.shape.size() != view.strides.size())
        refuse({GLYPHSCOPE_TEXT("Checkpoint", "tensor \"%1\" has %2 sides and %3 strides."), key,
                view.shape.size(), view.strides.size()});
    std::uint64_t count = 1;
    std::uint64_t last = view.offset;
    for (std::size_t axis = 0; axis < view.shape.size(); ++axis) {
        count *= view.shape[axis];
        if (count > stored)
            refuse({GLYPHSCOPE_TEXT("Checkpoint", "tensor \"%1\" has more numbers than its storage of %2."),
                    key, stored});
        last += view.shape[axis] == 0 ? 0 : (view.shape[axis] - 1) * view.strides[axis];
    }
    if (count > 0 && last >= stored)
        refuse({GLYPHSCOPE_TEXT("Checkpoint", "tensor \"%1\" reaches to number %2 of a storage of %3."), key,
                last, stored});
}

}  // namespace glyphscope::pt
