// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checkpoint/detail/choice_json.h"

#include "model/checkpoint/detail/run_fields.h"
#include "model/types/error.h"
#include "model/types/option_fields.h"
#include "model/types/option_names.h"

#include <algorithm>
#include <charconv>
#include <string>
#include <string_view>
#include <vector>

namespace glyphscope {
namespace {

constexpr Range kShare{0, 1};
constexpr double kMostVariations = 100;

Range rangeOf(const char* option)
{
    const NumberRange& range = findOption(option)->range;
    return {range.least, range.most};
}

struct ReadOption {
    const RunFields& fields;
    void operator()(const char* name, std::string& value) const { fields.read(name, value); }
    void operator()(const char* name, std::uint64_t& value) const { fields.read(name, value); }
    void operator()(const char* name, int& value) const { fields.read(name, value, rangeOf(name)); }
    void operator()(const char* name, double& value) const { fields.read(name, value, rangeOf(name)); }
};

constexpr std::string_view kEscaped = "file:";  // what RFC 8089 begins the URI of a file with

bool isText(const std::string& path)
{
    try {
        (void)nlohmann::json(path).dump();
        return true;
    } catch (const nlohmann::json::type_error&) {
        return false;
    }
}

/// JSON holds text, and a path on Linux is bytes: one that is no UTF-8 is written as a URI, "file:/caf%E9".
std::string textOfPath(const std::string& path)
{
    if (isText(path) && !path.starts_with(kEscaped))
        return path;
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    std::string text(kEscaped);
    for (const char c : path) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte > 0x20 && byte < 0x7f && byte != '%')
            text += c;
        else
            text.append({'%', kDigits[byte / 16], kDigits[byte % 16]});
    }
    return text;
}

std::string pathOfText(const std::string& text)
{
    if (!text.starts_with(kEscaped))
        return text;
    std::string path;
    for (std::size_t i = kEscaped.size(); i < text.size(); ++i) {
        unsigned byte = 0;
        const char* digits = text.data() + i + 1;
        const bool escaped = text[i] == '%' && text.size() - i > 2 &&
                             std::from_chars(digits, digits + 2, byte, 16).ptr == digits + 2;
        path += escaped ? static_cast<char>(byte) : text[i];
        i += escaped ? 2 : 0;
    }
    return path;
}

std::vector<std::string> textsOfPaths(std::vector<std::string> paths)
{
    std::ranges::transform(paths, paths.begin(), textOfPath);
    return paths;
}

void readPaths(const RunFields& fields, const char* key, std::vector<std::string>& paths)
{
    fields.read(key, paths);
    std::ranges::transform(paths, paths.begin(), pathOfText);
}

/// A run that was made when there were the forms alone had those.
PenHabits habitsOf(const RunFields& fields, int variations)
{
    constexpr const char* kKey = "ink_habits";
    std::vector<std::string> names =
        variations > 0 ? std::vector<std::string>{"forms"} : habitNames(PenHabits());
    fields.read(kKey, names);
    try {
        return habitsNamed(names);
    } catch (const Error& error) {
        fields.refuseUnknown(kKey, error.message());
    }
}

}  // namespace

nlohmann::json optionsJson(const TrainOptions& options)
{
    nlohmann::json result = {{"optimizer", optimizerName(options.optimizer)},
                             {"schedule", scheduleName(options.schedule)},
                             {"frozen", options.frozen}};
    const auto write = [&result](const char* name, const auto& value) { result[name] = value; };
    visitOptions(options, write);
    if (!options.teaching.files.empty()) {
        result["teachers"] = textsOfPaths(options.teaching.files);
        result["teacher_temperature"] = options.teaching.temperature;
        result["teacher_share"] = options.teaching.share;
    }
    return result;
}

TrainOptions optionsOf(const RunFields& fields)
{
    TrainOptions options;
    visitOptions(options, ReadOption{fields});
    std::string optimizer = optimizerName(options.optimizer);
    std::string schedule = scheduleName(options.schedule);
    fields.read("optimizer", optimizer);
    fields.read("schedule", schedule);
    fields.read("frozen", options.frozen);
    readPaths(fields, "teachers", options.teaching.files);
    fields.read("teacher_temperature", options.teaching.temperature, {1, kHighestTeaching});
    fields.read("teacher_share", options.teaching.share, {0, 1});
    const auto lookUp = [&fields](const char* key, const std::string& name, auto* kindOf) {
        try {
            return kindOf(name);
        } catch (const Error& error) {
            fields.refuseUnknown(key, error.message());
        }
    };
    options.optimizer = lookUp("optimizer", optimizer, optimizerNamed);
    options.schedule = lookUp("schedule", schedule, scheduleNamed);
    return options;
}

nlohmann::json dataJson(const DataChoice& data)
{
    return {{"mnist", data.mnist},
            {"folders", textsOfPaths(data.folders)},
            {"ink", textsOfPaths(data.ink)},
            {"fold_case", data.foldCase},
            {"ink_variations", data.inkVariations},
            {"ink_habits", habitNames(data.inkHabits)},
            {"not_digits", textsOfPaths(data.notDigits)},
            {"samples", data.samples},
            {"validation", data.validation}};
}

DataChoice dataOf(const RunFields& fields)
{
    DataChoice data;
    fields.read("mnist", data.mnist);
    readPaths(fields, "folders", data.folders);
    readPaths(fields, "ink", data.ink);
    fields.read("fold_case", data.foldCase);
    fields.read("ink_variations", data.inkVariations, {0, kMostVariations});
    data.inkHabits = habitsOf(fields, data.inkVariations);
    readPaths(fields, "not_digits", data.notDigits);
    fields.read("samples", data.samples);
    fields.read("validation", data.validation, kShare);
    return data;
}

}  // namespace glyphscope
