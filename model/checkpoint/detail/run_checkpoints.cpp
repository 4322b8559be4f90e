// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checkpoint/detail/run_checkpoints.h"

#include "model/checkpoint/detail/run_fields.h"
#include "model/checkpoint/detail/run_files.h"
#include "model/checkpoint/safetensors.h"
#include "model/types/error.h"

#include <algorithm>
#include <bit>
#include <charconv>
#include <cmath>
#include <cstring>
#include <fstream>
#include <numeric>
#include <string_view>
#include <system_error>

namespace glyphscope {
namespace {

constexpr std::string_view kBefore = "step-";
constexpr std::string_view kAfter = ".safetensors";
constexpr std::size_t kDigits = 8;

/// -1 for a name of another kind.
std::int64_t stepOfName(std::string_view name)
{
    if (!name.starts_with(kBefore) || !name.ends_with(kAfter) || name.size() < kBefore.size() + kAfter.size())
        return -1;
    name.remove_prefix(kBefore.size());
    name.remove_suffix(kAfter.size());
    std::int64_t step = -1;
    const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), step);
    return error == std::errc() && end == name.data() + name.size() && name.size() >= kDigits ? step : -1;
}

}  // namespace

std::filesystem::path checkpointFile(const std::filesystem::path& run, std::int64_t step)
{
    const std::string digits = std::to_string(step);
    const std::string zeros(digits.size() < kDigits ? kDigits - digits.size() : 0, '0');
    return run / run_files::kCheckpoints / (std::string(kBefore) + zeros + digits + std::string(kAfter));
}

std::vector<KeptFile> keptCheckpoints(const std::filesystem::path& run)
{
    std::vector<KeptFile> files;
    std::error_code none;
    for (std::filesystem::directory_iterator it(run / run_files::kCheckpoints, none), end; !none && it != end;
         it.increment(none)) {
        const std::int64_t step = stepOfName(it->path().filename().string());
        std::error_code gone;  // thinned out by its writer meanwhile
        const std::uintmax_t bytes = it->file_size(gone);
        if (step >= 0 && !gone)
            files.push_back({step, bytes});
    }
    std::ranges::sort(files, {}, &KeptFile::step);
    return files;
}

std::vector<std::int64_t> superfluous(std::vector<KeptFile> files, std::size_t count, std::uintmax_t bytes)
{
    std::vector<std::int64_t> given;
    std::uintmax_t total =
        std::accumulate(files.begin(), files.end(), std::uintmax_t{0},
                        [](std::uintmax_t sum, const KeptFile& f) { return sum + f.bytes; });
    while (files.size() > 2 && (files.size() > count || total > bytes)) {
        auto least = files.begin() + 1;
        const auto gap = [](auto it) { return std::next(it)->step - std::prev(it)->step; };
        for (auto it = least; it != files.end() - 1; ++it)
            if (gap(it) < gap(least))
                least = it;
        given.push_back(least->step);
        total -= least->bytes;
        files.erase(least);
    }
    return given;
}

void removeCheckpoint(const std::filesystem::path& run, std::int64_t step)
{
    std::error_code error;
    std::filesystem::remove(checkpointFile(run, step), error);
    if (error)
        throw Error(
            GLYPHSCOPE_TEXT("Checkpoint", "%1: cannot be removed: %2. Check that you may change the folder."),
            checkpointFile(run, step), error.message());
}

std::map<std::string, std::string> readMetadata(const std::filesystem::path& file)
{
    static_assert(std::endian::native == std::endian::little);
    std::ifstream in(file, std::ios::binary);
    std::uint64_t size = 0;
    std::vector<std::byte> text;
    if (in.read(reinterpret_cast<char*>(&size), sizeof size) && size <= SafetensorsLimits::kHeaderBytes) {
        text.resize(static_cast<std::size_t>(size));
        in.read(reinterpret_cast<char*>(text.data()), static_cast<std::streamsize>(size));
    }
    if (!in || size > SafetensorsLimits::kHeaderBytes)
        throw Error(
            GLYPHSCOPE_TEXT("Checkpoint",
                            "%1: is missing, damaged or cannot be opened. No weights can be read from it."),
            file);
    std::map<std::string, std::string> metadata;
    const RunFields header = RunFields::parse(text, file.filename().string());
    const RunFields fields = header.object("__metadata__");
    for (const char* key : {kStepKey, kEpochKey, kMarksKey})
        if (fields.has(key))
            fields.read(key, metadata[key]);
    return metadata;
}

std::optional<std::int64_t> wholeIn(const std::map<std::string, std::string>& metadata, const char* key)
{
    const auto found = metadata.find(key);
    if (found == metadata.end())
        return std::nullopt;
    std::int64_t value = 0;
    const std::string& text = found->second;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || value < 0)
        return std::nullopt;
    return value;
}

double epochIn(const std::map<std::string, std::string>& metadata)
{
    const auto found = metadata.find(kEpochKey);
    double value = 0;
    if (found != metadata.end())
        std::from_chars(found->second.data(), found->second.data() + found->second.size(), value);
    return std::isfinite(value) ? value : 0;
}

}  // namespace glyphscope
