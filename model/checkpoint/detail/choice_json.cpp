// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checkpoint/detail/choice_json.h"

#include "model/checkpoint/detail/run_fields.h"
#include "model/types/error.h"
#include "model/types/option_fields.h"
#include "model/types/option_names.h"

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

}  // namespace

nlohmann::json optionsJson(const TrainOptions& options)
{
    nlohmann::json result = {{"optimizer", optimizerName(options.optimizer)},
                             {"schedule", scheduleName(options.schedule)},
                             {"frozen", options.frozen}};
    const auto write = [&result](const char* name, const auto& value) { result[name] = value; };
    visitOptions(options, write);
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
            {"folders", data.folders},
            {"ink", data.ink},
            {"ink_variations", data.inkVariations},
            {"not_digits", data.notDigits},
            {"samples", data.samples},
            {"validation", data.validation}};
}

DataChoice dataOf(const RunFields& fields)
{
    DataChoice data;
    fields.read("mnist", data.mnist);
    fields.read("folders", data.folders);
    fields.read("ink", data.ink);
    fields.read("ink_variations", data.inkVariations, {0, kMostVariations});
    fields.read("not_digits", data.notDigits);
    fields.read("samples", data.samples);
    fields.read("validation", data.validation, kShare);
    return data;
}

}  // namespace glyphscope
