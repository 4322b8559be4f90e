// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/network/filter_data.h"

#include "ui/widgets/thumbnail.h"

#include <cmath>

namespace glyphscope {

namespace {

const std::string kWeight = ".weight";

/// A tensor of weights whose shape and number of values agree.
const NamedTensor* weightOf(const StateDict& weights, const std::string& module)
{
    const NamedTensor* tensor = weights.find(module + kWeight);
    if (tensor == nullptr || (tensor->shape.size() != 2 && tensor->shape.size() != 4))
        return nullptr;
    std::int64_t count = 1;
    for (const std::int64_t side : tensor->shape)
        count *= side > 0 ? side : 0;
    const bool sound = count > 0 && static_cast<std::size_t>(count) == tensor->values.size();
    return sound ? tensor : nullptr;
}

/// The maps that a linear layer's inputs may have been before they were flattened: as many as the last
/// convolution before it makes, if square ones come out. None for a vector that was one all along.
std::optional<MapCount> guessedMaps(const StateDict& weights, const NamedTensor& linear)
{
    const NamedTensor* before = nullptr;
    for (const NamedTensor& tensor : weights.tensors) {
        if (&tensor == &linear)
            break;
        if (tensor.name.ends_with(kWeight) && tensor.shape.size() >= 2)
            before = &tensor;
    }
    if (before == nullptr || before->shape.size() != 4 || before->shape[0] <= 0 ||
        linear.shape[1] % before->shape[0] != 0)
        return std::nullopt;
    const auto size = static_cast<double>(linear.shape[1] / before->shape[0]);
    const int side = static_cast<int>(std::lround(std::sqrt(size)));
    if (side * side != static_cast<int>(size))
        return std::nullopt;
    return MapCount{.maps = static_cast<int>(before->shape[0]), .width = side, .height = side};
}

/// So many values in a block of about as many rows as columns.
MapCount inRows(int count)
{
    const int columns = columnsFor(count);
    return {.maps = 1, .width = columns, .height = (count + columns - 1) / columns};
}

}  // namespace

std::optional<FilterBanks> filterBanks(const StateDict& weights, const std::string& module)
{
    using Form = FilterBanks::Form;
    const NamedTensor* tensor = weightOf(weights, module);
    if (tensor == nullptr)
        return std::nullopt;
    const auto side = [&](std::size_t i) { return static_cast<int>(tensor->shape[i]); };
    if (tensor->shape.size() == 4) {
        const MapCount kernels{.maps = side(1), .width = side(3), .height = side(2)};
        if (kernels.maps > 1)
            return FilterBanks{.form = Form::InputKernels, .banks = side(0), .map = kernels};
        return FilterBanks{.form = Form::Kernels, .banks = 1, .map = {side(0), side(3), side(2)}};
    }
    if (const auto maps = guessedMaps(weights, *tensor))
        return FilterBanks{.form = Form::Maps, .banks = side(0), .map = *maps, .values = side(1)};
    return FilterBanks{.form = Form::Vector, .banks = side(0), .map = inRows(side(1)), .values = side(1)};
}

void layOut(FilterBanks& banks, const std::optional<MapCount>& flattened)
{
    if (banks.form == FilterBanks::Form::Kernels || banks.form == FilterBanks::Form::InputKernels)
        return;
    const int count = banks.values;
    const bool fits = flattened && flattened->maps * flattened->width * flattened->height == count;
    banks.form = fits ? FilterBanks::Form::Maps : FilterBanks::Form::Vector;
    banks.map = fits ? *flattened : inRows(count);
}

MapSheet filterSheet(const StateDict& weights, const std::string& module, int bank)
{
    const std::optional<FilterBanks> banks = filterBanks(weights, module);
    return banks ? filterSheet(weights, module, *banks, bank) : MapSheet{};
}

MapSheet filterSheet(const StateDict& weights, const std::string& module, const FilterBanks& banks, int bank)
{
    const NamedTensor* tensor = weightOf(weights, module);
    if (tensor == nullptr || bank < 0 || bank >= banks.banks)
        return {};
    const std::vector<float>& values = tensor->values;
    const auto size = static_cast<std::ptrdiff_t>(values.size()) / banks.banks;
    const auto first = values.begin() + bank * size;
    return {.maps = banks.map.maps,
            .width = banks.map.width,
            .height = banks.map.height,
            .vector = banks.form == FilterBanks::Form::Vector,
            .values = std::vector<float>(first, first + size)};
}

ValueRange weightRange(const StateDict& weights, const std::string& module)
{
    ValueRange range;
    for (const NamedTensor& tensor : weights.tensors)
        if (tensor.name.ends_with(kWeight) && (module.empty() || tensor.name == module + kWeight))
            range = united(range, rangeOf(tensor.values));
    return range;
}

}  // namespace glyphscope
