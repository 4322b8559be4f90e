// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/recipes.h"

#include "model/types/error.h"
#include "model/types/option_fields.h"
#include "model/types/option_names.h"
#include "model/types/shortest_text.h"

#include <charconv>
#include <cmath>
#include <sstream>
#include <system_error>

namespace glyphscope {
namespace {

constexpr const char* kPrefix = "option.";
constexpr const char* kFrozen = "frozen";

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
            throw Error("The checkpoint does not say its option \"" + std::string(name) +
                        "\", so its run cannot be gone on with; it can still be used as weights.");
        return entry->second;
    }
    void operator()(const char* name, std::string& value) { value = text(name); }
    template <typename Number>
    void operator()(const char* name, Number& value)
    {
        const std::string& from = text(name);
        const auto [end, error] = std::from_chars(from.data(), from.data() + from.size(), value);
        if (error != std::errc() || end != from.data() + from.size())
            throw Error("The checkpoint's option \"" + std::string(name) + "\" is \"" + from +
                        "\", which is no number.");
    }
};

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
    throw Error("There is no recipe \"" + name + "\". Choose one of: " + known + ".");
}

void checkOptions(const TrainOptions& o)
{
    const auto require = [](bool holds, const char* what) {
        if (!holds)
            throw Error(std::string("These training options make no sense: ") + what + ".");
    };
    require(o.epochs >= 1 && o.epochs <= 100000, "epochs must be 1 to 100,000");
    require(o.batchSize >= 2 && o.batchSize <= 65536, "the batch size must be 2 to 65,536");
    require(std::isfinite(o.peakLearningRate) && o.peakLearningRate > 0, "the learning rate must be above 0");
    require(o.warmup > 0 && o.warmup < 1, "the warm-up must be a share between 0 and 1");
    require(o.beta1 >= 0 && o.beta1 < 1 && o.beta2 >= 0 && o.beta2 < 1,
            "momentum and betas must be in [0, 1)");
    require(std::isfinite(o.matrixRate) && o.matrixRate > 0, "the matrices' learning rate must be above 0");
    require(o.matrixMomentum >= 0 && o.matrixMomentum < 1, "the matrices' momentum must be in [0, 1)");
    require(o.weightDecay >= 0 && std::isfinite(o.weightDecay), "the weight decay must be 0 or more");
    require(o.labelSmoothing >= 0 && o.labelSmoothing < 1, "label smoothing must be in [0, 1)");
    require(o.dropout >= 0 && o.dropout < 1, "dropout must be in [0, 1)");
    require(o.decayEvery >= 1, "the epochs between decays must be 1 or more");
    require(o.decayFactor > 0 && o.decayFactor <= 1, "the decay factor must be above 0 and at most 1");
    require(o.averaging >= 0 && o.averaging < 1, "the averaging decay must be in [0, 1)");
    for (const double part : {o.augmentation.rotation, o.augmentation.scale, o.augmentation.shear,
                              o.augmentation.translation, o.augmentation.elasticAlpha})
        require(std::isfinite(part) && part >= 0, "the parts of the augmentation must be 0 or more");
    require(std::isfinite(o.augmentation.elasticSigma) && o.augmentation.elasticSigma > 0,
            "the smoothness of the elastic displacement must be above 0");
    require(o.selectImages >= 0, "the number of images to select must be 0 or more");
    require(o.hardShare >= 0 && o.hardShare <= 1, "the share of hard images must be in [0, 1]");
    require(o.evaluateEvery >= 0, "the steps between evaluations must be 0 or more");
}

void putOptions(const TrainOptions& options, StateDict& checkpoint)
{
    visitOptions(options, Write{checkpoint});
    visitNewerOptions(options, Write{checkpoint});
    checkpoint.metadata[std::string(kPrefix) + "optimizer"] = optimizerName(options.optimizer);
    checkpoint.metadata[std::string(kPrefix) + "schedule"] = scheduleName(options.schedule);
    std::string frozen;
    for (const std::string& name : options.frozen)
        frozen += (frozen.empty() ? "" : ",") + name;
    checkpoint.metadata[std::string(kPrefix) + kFrozen] = frozen;
}

TrainOptions optionsOf(const StateDict& checkpoint)
{
    TrainOptions options;
    Read read{checkpoint};
    visitOptions(options, read);
    visitNewerOptions(options, [&read](const char* name, auto& value) {
        if (read.checkpoint.metadata.contains(kPrefix + std::string(name)))
            read(name, value);
    });
    options.optimizer = optimizerNamed(read.text("optimizer"));
    options.schedule = scheduleNamed(read.text("schedule"));
    const auto frozen = checkpoint.metadata.find(std::string(kPrefix) + kFrozen);
    if (frozen != checkpoint.metadata.end()) {  // older checkpoints froze nothing
        std::istringstream names(frozen->second);
        for (std::string name; std::getline(names, name, ',');)
            options.frozen.push_back(name);
    }
    checkOptions(options);
    return options;
}

}  // namespace glyphscope
