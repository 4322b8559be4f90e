// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/recipes.h"

#include "model/types/error.h"
#include "model/types/option_fields.h"
#include "model/types/option_names.h"
#include "model/types/shortest_text.h"

#include <charconv>
#include <cstdint>
#include <sstream>
#include <system_error>

namespace glyphscope {
namespace {

constexpr const char* kPrefix = "option.";
constexpr const char* kFrozen = "frozen";
constexpr const char* kTeachers = "teachers";
constexpr const char* kTeacherTemperature = "teacher_temperature";
constexpr const char* kTeacherShare = "teacher_share";

struct Write {
    StateDict& checkpoint;
    void operator()(const char* name, const std::string& value)
    {
        checkpoint.metadata[kPrefix + std::string(name)] = value;
    }
    template <typename Number>
    void operator()(const char* name, const Number& value)
    {
        (*this)(name, shortestText(value));
    }
};

struct Read {
    const StateDict& checkpoint;

    const std::string& text(const char* name) const
    {
        const auto entry = checkpoint.metadata.find(kPrefix + std::string(name));
        if (entry == checkpoint.metadata.end())
            throw Error(GLYPHSCOPE_TEXT("Training",
                                        "The checkpoint does not say its option \"%1\", so its run "
                                        "cannot be resumed; it can still be used as weights."),
                        name);
        return entry->second;
    }
    void operator()(const char* name, std::string& value) const { value = text(name); }
    template <typename Number>
    void operator()(const char* name, Number& value) const
    {
        const OptionRow* row = findOption(name);
        if (row != nullptr && row->isNewer && !checkpoint.metadata.contains(kPrefix + std::string(name)))
            return;
        const std::string& from = text(name);
        const auto [end, error] = std::from_chars(from.data(), from.data() + from.size(), value);
        if (error != std::errc() || end != from.data() + from.size())
            throw Error(
                GLYPHSCOPE_TEXT("Training", "The checkpoint's option \"%1\" is \"%2\", which is no number."),
                name, from);
    }
};

/// With all of its digits: it may be only just out of range.
MessageArgument shownValue(const OptionRow& row, double value)
{
    constexpr std::size_t kShort = 7;
    if (row.range.whole)
        return static_cast<std::int64_t>(value);
    const std::string digits = shortestText(value);
    return digits.size() <= kShort ? MessageArgument(value) : MessageArgument(digits);
}

TrainOptions sprint()
{
    TrainOptions o;
    o.recipe = "sprint";
    o.epochs = 1;
    o.batchSize = 96;
    o.optimizer = OptimizerKind::Muon;
    o.schedule = ScheduleKind::Linear;
    o.peakLearningRate = 0.006;
    o.warmup = 0.1;
    o.beta1 = 0.8;
    o.beta2 = 0.95;
    o.matrixRate = 0.25;
    o.matrixMomentum = 0.5;
    o.labelSmoothing = 0.1;
    o.selectImages = 7680;
    o.hardShare = 0.7;
    return o;
}

TrainOptions quality()
{
    TrainOptions o;
    o.recipe = "quality";
    o.epochs = 24;
    o.optimizer = OptimizerKind::Muon;
    o.peakLearningRate = 0.003;
    o.beta1 = 0.9;
    o.beta2 = 0.99;
    o.matrixRate = 0.05;
    o.matrixMomentum = 0.9;
    o.averaging = 0.999;
    o.weightDecay = 0.01;
    o.augmentation = {.rotation = 12,
                      .scale = 0.12,
                      .shear = 0.12,
                      .translation = 1.5,
                      .elasticAlpha = 0.9,
                      .elasticSigma = 4};
    return o;
}

void checkTeaching(const Teaching& teaching)
{
    if (!(teaching.temperature >= 1 && teaching.temperature <= kHighestTeaching))
        throw Error(GLYPHSCOPE_TEXT("Training", "The teachers' temperature must be from 1 to %1, not %2."),
                    kHighestTeaching, teaching.temperature);
    if (!(teaching.share >= 0 && teaching.share <= 1))
        throw Error(GLYPHSCOPE_TEXT("Training", "The teachers' share must be from 0 to 1, not %1."),
                    teaching.share);
}

/// A checkpoint without teachers is as it was before there were any.
void putTeaching(const Teaching& teaching, StateDict& checkpoint)
{
    if (teaching.files.empty())
        return;
    std::string files;
    for (const std::string& file : teaching.files)
        files += (files.empty() ? "" : "\n") + file;
    Write write{checkpoint};
    write(kTeachers, files);
    write(kTeacherTemperature, teaching.temperature);
    write(kTeacherShare, teaching.share);
}

Teaching teachingOf(const StateDict& checkpoint)
{
    Teaching teaching;
    const auto entry = checkpoint.metadata.find(std::string(kPrefix) + kTeachers);
    if (entry == checkpoint.metadata.end())
        return teaching;
    std::istringstream files(entry->second);
    for (std::string file; std::getline(files, file);)
        teaching.files.push_back(file);
    const Read read{checkpoint};
    read(kTeacherTemperature, teaching.temperature);
    read(kTeacherShare, teaching.share);
    return teaching;
}

}  // namespace

std::vector<TrainOptions> recipes()
{
    return {sprint(), TrainOptions{}, quality()};
}

TrainOptions recipe(const std::string& name)
{
    std::string known;
    for (const TrainOptions& options : recipes()) {
        if (options.recipe == name)
            return options;
        known += (known.empty() ? "" : ", ") + options.recipe;
    }
    throw Error(GLYPHSCOPE_TEXT("Training", "There is no recipe \"%1\". Choose one of: %2."), name, known);
}

void checkOptions(const TrainOptions& options)
{
    for (const OptionRow& row : kOptionTable)
        if (const double value = optionValue(row, options); !row.range.holds(value))
            throw Error(
                GLYPHSCOPE_TEXT("Training",
                                "These training options make no sense: %1 must be from %2 to %3, not %4."),
                row.words, shownValue(row, row.range.least), shownValue(row, row.range.most),
                shownValue(row, value));
    checkTeaching(options.teaching);
}

void putOptions(const TrainOptions& options, StateDict& checkpoint)
{
    visitOptions(options, Write{checkpoint});
    checkpoint.metadata[std::string(kPrefix) + "optimizer"] = optimizerName(options.optimizer);
    checkpoint.metadata[std::string(kPrefix) + "schedule"] = scheduleName(options.schedule);
    std::string frozen;
    for (const std::string& name : options.frozen)
        frozen += (frozen.empty() ? "" : ",") + name;
    checkpoint.metadata[std::string(kPrefix) + kFrozen] = frozen;
    putTeaching(options.teaching, checkpoint);
}

TrainOptions optionsOf(const StateDict& checkpoint)
{
    TrainOptions options;
    const Read read{checkpoint};
    visitOptions(options, read);
    options.optimizer = optimizerNamed(read.text("optimizer"));
    options.schedule = scheduleNamed(read.text("schedule"));
    const auto frozen = checkpoint.metadata.find(std::string(kPrefix) + kFrozen);
    if (frozen != checkpoint.metadata.end()) {  // older checkpoints froze nothing
        std::istringstream names(frozen->second);
        for (std::string name; std::getline(names, name, ',');)
            options.frozen.push_back(name);
    }
    options.teaching = teachingOf(checkpoint);
    checkOptions(options);
    return options;
}

}  // namespace glyphscope
