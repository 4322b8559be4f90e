// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/hyper_parameters.h"

#include "app/cli/weights_source.h"
#include "model/types/option_names.h"

#include <string>
#include <type_traits>
#include <variant>

namespace glyphscope {
namespace {

using namespace Qt::StringLiterals;

/// Whether an option changes anything, beside the others.
enum class Of { All, Muon, Selection, Steps, WarmUp, Elastic };

using Place = std::variant<double& (*)(TrainOptions&), int& (*)(TrainOptions&)>;

struct Number {
    const char* name;
    const char* value;  // as --help calls it
    double low;
    double high;
    Place place;
    const char* says;
    Of of = Of::All;
};

constexpr double kLargestNumber = 1e9;

template <auto Member>
auto& in(TrainOptions& o)
{
    return o.*Member;
}

template <auto Member>
double& distortion(TrainOptions& o)
{
    return o.augmentation.*Member;
}

using T = TrainOptions;
using A = Augmentation;

const Number kNumbers[] = {
    {"epochs", "N", 1, 100000, in<&T::epochs>, "passes over the training set"},
    {"batch", "N", 2, 65536, in<&T::batchSize>, "images a step"},
    {"learning-rate", "R", 1e-9, 10, in<&T::peakLearningRate>, "at its highest"},
    {"warm-up", "SHARE", 0.001, 0.999, in<&T::warmup>,
     "of one-cycle and linear: the share of the steps on the way up", Of::WarmUp},
    {"decay-every", "N", 1, 100000, in<&T::decayEvery>,
     "of the schedule step: epochs from one decay to the next", Of::Steps},
    {"decay-factor", "F", 1e-6, 1, in<&T::decayFactor>, "of the schedule step: what a decay multiplies by",
     Of::Steps},
    {"weight-decay", "D", 0, 10, in<&T::weightDecay>, "decoupled for adamw and muon, L2 for the others"},
    {"momentum", "M", 0, 0.9999, in<&T::beta1>, "of sgd and nesterov; the first beta of the others"},
    {"matrix-rate", "R", 1e-9, 10, in<&T::matrixRate>,
     "of muon: the learning rate of the matrices, at its highest", Of::Muon},
    {"matrix-momentum", "M", 0, 0.9999, in<&T::matrixMomentum>, "of muon: the momentum of the matrices",
     Of::Muon},
    {"select", "N", 0, kLargestNumber, in<&T::selectImages>,
     "train on N images of the set, chosen by two small networks; 0: on all"},
    {"hard-share", "SHARE", 0, 1, in<&T::hardShare>,
     "of those, the share they find hardest; the others come by chance", Of::Selection},
    {"label-smoothing", "SHARE", 0, 0.99, in<&T::labelSmoothing>,
     "share of the truth spread over all classes"},
    {"dropout", "SHARE", 0, 0.99, in<&T::dropout>, "share of relu3's outputs that is zeroed in training"},
    {"averaging", "DECAY", 0, 0.99999, in<&T::averaging>,
     "decay a step of the moving average of the weights; 0: none"},
    {"rotation", "DEGREES", 0, 180, distortion<&A::rotation>, "every image is turned by up to so much"},
    {"scale", "SHARE", 0, 0.9, distortion<&A::scale>, "and stretched or shrunk along each side"},
    {"shear", "SHARE", 0, 2, distortion<&A::shear>, "and slanted"},
    {"translation", "PIXELS", 0, 28, distortion<&A::translation>, "and shifted along each side"},
    {"elastic", "PIXELS", 0, 28, distortion<&A::elasticAlpha>,
     "and bent: the standard deviation of an elastic displacement"},
    {"elastic-smoothness", "PIXELS", 0.5, 28, distortion<&A::elasticSigma>, "of that displacement",
     Of::Elastic},
};

/// What `named` knows under the option's value; what it says otherwise is about the usage.
template <typename Named, typename Value>
void change(Value& value, const Command& command, const QString& option, Named named)
{
    if (!command.isSet(option))
        return;
    try {
        value = named(command.text(option));
    } catch (const Error& error) {
        throw UsageError(error.what());
    }
}

void change(TrainOptions& options, const Command& command, const Number& number)
{
    const QString name = QLatin1StringView(number.name);
    if (!command.isSet(name))
        return;
    std::visit(
        [&](auto place) {
            if constexpr (std::is_same_v<decltype(place(options)), int&>)
                place(options) = static_cast<int>(
                    command.integer(name, static_cast<qint64>(number.low), static_cast<qint64>(number.high)));
            else
                place(options) = command.number(name, number.low, number.high);
        },
        number.place);
}

/// What it goes with, if that is missing; else nothing.
const char* missing(Of of, const TrainOptions& o)
{
    switch (of) {
    case Of::All:
        return nullptr;
    case Of::Muon:
        return o.optimizer == OptimizerKind::Muon ? nullptr : "--optimizer muon";
    case Of::Selection:
        return o.selectImages > 0 ? nullptr : "--select N, at least 1";
    case Of::Steps:
        return o.schedule == ScheduleKind::Step ? nullptr : "--schedule step";
    case Of::WarmUp:
        return o.schedule == ScheduleKind::OneCycle || o.schedule == ScheduleKind::Linear
                   ? nullptr
                   : "--schedule one-cycle or linear";
    case Of::Elastic:
        return o.augmentation.elasticAlpha > 0 ? nullptr : "--elastic PIXELS, above 0";
    }
    return nullptr;
}

}  // namespace

void addHyperParameters(Command& command)
{
    command.addOption(u"optimizer"_s, u"adamw, adam, muon, sgd or nesterov instead of the recipe's"_s,
                      u"NAME"_s);
    command.addOption(u"schedule"_s, u"of the learning rate: one-cycle, constant, cosine, step or linear"_s,
                      u"NAME"_s);
    for (const Number& number : kNumbers)
        command.addOption(QLatin1StringView(number.name), QLatin1StringView(number.says),
                          QLatin1StringView(number.value));
    command.addOption(u"freeze"_s, u"a parameter that keeps its values: conv1.weight; may be repeated"_s,
                      u"NAME"_s);
}

void changeHyperParameters(TrainOptions& options, const Command& command)
{
    change(options.optimizer, command, u"optimizer"_s, optimizerNamed);
    change(options.schedule, command, u"schedule"_s, scheduleNamed);
    for (const Number& number : kNumbers)
        change(options, command, number);
    for (const Number& number : kNumbers)
        if (const char* with = missing(number.of, options);
            with != nullptr && command.isSet(QLatin1StringView(number.name)))
            throw UsageError(std::string("--") + number.name + " goes with " + with + ".");
    options.frozen = frozenFor(command);
}

void refuseHyperParameters(const Command& command)
{
    for (const QString& name : {u"optimizer"_s, u"schedule"_s, u"freeze"_s})
        refuseWithResume(command, name);
    for (const Number& number : kNumbers)
        refuseWithResume(command, QLatin1StringView(number.name));
}

void refuseWithResume(const Command& command, const QString& name)
{
    if (command.isSet(name))
        throw UsageError("--" + name.toStdString() +
                         " cannot be changed with --resume: the run has its own.");
}

}  // namespace glyphscope
