// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/detail/checkpoint_entries.h"

#include "model/types/error.h"
#include "model/types/shortest_text.h"

#include <charconv>
#include <system_error>

namespace glyphscope {

NamedTensor flatEntry(const std::string& name, const torch::Tensor& values)
{
    const torch::Tensor flat = values.to(torch::kCPU).contiguous();
    const auto* data = flat.data_ptr<float>();
    return {name, {flat.numel()}, std::vector<float>(data, data + flat.numel())};
}

void readFlatEntry(const StateDict& checkpoint, const std::string& name, torch::Tensor& into)
{
    const NamedTensor* entry = checkpoint.find(name);
    if (entry == nullptr || static_cast<std::int64_t>(entry->values.size()) != into.numel())
        throw Error(
            GLYPHSCOPE_TEXT(
                "Training",
                "The checkpoint's \"%1\" is missing or of another length, so its run cannot be resumed."),
            name);
    const torch::NoGradGuard noGrad;
    into.copy_(torch::from_blob(const_cast<float*>(entry->values.data()), {into.numel()}));
}

std::int64_t countIn(const StateDict& checkpoint, const std::string& key)
{
    const auto entry = checkpoint.metadata.find(key);
    std::int64_t count = -1;
    if (entry != checkpoint.metadata.end())
        std::from_chars(entry->second.data(), entry->second.data() + entry->second.size(), count);
    if (count < 0)
        throw Error(GLYPHSCOPE_TEXT("Training",
                                    "The checkpoint does not say its \"%1\", so its run cannot be resumed."),
                    key);
    return count;
}

std::int64_t countIn(const StateDict& checkpoint, const std::string& key, std::int64_t otherwise)
{
    return checkpoint.metadata.contains(key) ? countIn(checkpoint, key) : otherwise;
}

void putNumber(StateDict& checkpoint, const std::string& key, double value)
{
    checkpoint.metadata[key] = shortestText(value);
}

double numberIn(const StateDict& checkpoint, const std::string& key)
{
    const auto entry = checkpoint.metadata.find(key);
    if (entry == checkpoint.metadata.end())
        return 0;
    const std::string& text = entry->second;
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size())
        throw Error(GLYPHSCOPE_TEXT("Training", "The checkpoint's \"%1\" is \"%2\", which is no number."),
                    key, text);
    return value;
}

}  // namespace glyphscope
