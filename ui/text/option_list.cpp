// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/option_list.h"

#include "model/types/optimizer_traits.h"

#include <QtCore/QCoreApplication>

namespace glyphscope {
namespace {

using Scale = NumberRange::Scale;

template <auto Member>
double getOption(const TrainOptions& o)
{
    return static_cast<double>(o.*Member);
}

template <auto Member>
void setOption(TrainOptions& o, double value)
{
    using Type = std::remove_reference_t<decltype(o.*Member)>;
    o.*Member = static_cast<Type>(value);
}

template <auto Member>
double getDistortion(const TrainOptions& o)
{
    return o.augmentation.*Member;
}

template <auto Member>
void setDistortion(TrainOptions& o, double value)
{
    o.augmentation.*Member = value;
}

bool always(const TrainOptions&)
{
    return true;
}

bool isSgd(const TrainOptions& o)
{
    return !usesBetas(o.optimizer);
}

bool hasBetas(const TrainOptions& o)
{
    return usesBetas(o.optimizer);
}

bool isMuon(const TrainOptions& o)
{
    return o.optimizer == OptimizerKind::Muon;
}

bool warmsUp(const TrainOptions& o)
{
    return o.schedule == ScheduleKind::OneCycle || o.schedule == ScheduleKind::Linear;
}

bool isStepwise(const TrainOptions& o)
{
    return o.schedule == ScheduleKind::Step;
}

bool selects(const TrainOptions& o)
{
    return o.selectImages > 0;
}

bool isElastic(const TrainOptions& o)
{
    return o.augmentation.elasticAlpha > 0;
}

/// A share below one that says how much of the past is kept.
constexpr NumberRange kDecay{.most = 0.999999, .high = 0.9999, .scale = Scale::NearOne};

// What may be typed is what checkOptions() of model/training/recipes.cpp lets pass.

std::vector<NumberOption> learningRateOptions()
{
    using O = TrainOptions;
    constexpr auto group = OptionGroup::LearningRate;
    return {
        {"learningRate",
         group,
         QT_TRANSLATE_NOOP("TrainingPanel", "Learning rate"),
         QT_TRANSLATE_NOOP("TrainingPanel", "How far each step goes; the highest point of the schedule"),
         {.least = 1e-9, .most = 1000, .low = 1e-5, .high = 1, .scale = Scale::Logarithmic},
         true,
         getOption<&O::peakLearningRate>,
         setOption<&O::peakLearningRate>,
         always},
        {"matrixRate",
         group,
         QT_TRANSLATE_NOOP("TrainingPanel", "Matrix rate"),
         QT_TRANSLATE_NOOP(
             "TrainingPanel",
             "How far each step of the weight matrices goes; the highest point of the schedule"),
         {.least = 1e-9, .most = 1000, .low = 1e-3, .high = 1, .scale = Scale::Logarithmic},
         true,
         getOption<&O::matrixRate>,
         setOption<&O::matrixRate>,
         isMuon},
        {"warmup",
         group,
         QT_TRANSLATE_NOOP("TrainingPanel", "Warm-up"),
         QT_TRANSLATE_NOOP("TrainingPanel", "Share of the steps on which the learning rate still rises"),
         {.least = 0.001, .most = 0.999, .low = 0, .high = 1},
         false,
         getOption<&O::warmup>,
         setOption<&O::warmup>,
         warmsUp},
        {"decayEvery",
         group,
         QT_TRANSLATE_NOOP("TrainingPanel", "Decay every"),
         QT_TRANSLATE_NOOP("TrainingPanel", "Epochs after which the learning rate falls"),
         {.least = 1, .most = 100000, .low = 1, .high = 20, .whole = true},
         false,
         getOption<&O::decayEvery>,
         setOption<&O::decayEvery>,
         isStepwise},
        {"decayFactor",
         group,
         QT_TRANSLATE_NOOP("TrainingPanel", "Decay factor"),
         QT_TRANSLATE_NOOP("TrainingPanel", "What the learning rate is multiplied by each time"),
         {.least = 1e-6, .most = 1, .low = 0, .high = 1},
         false,
         getOption<&O::decayFactor>,
         setOption<&O::decayFactor>,
         isStepwise},
    };
}

std::vector<NumberOption> optimizerOptions()
{
    using O = TrainOptions;
    constexpr auto group = OptionGroup::Optimizer;
    return {
        {"momentum", group, QT_TRANSLATE_NOOP("TrainingPanel", "Momentum"),
         QT_TRANSLATE_NOOP("TrainingPanel", "How much of the last step goes on in the next"), kDecay, true,
         getOption<&O::beta1>, setOption<&O::beta1>, isSgd},
        {"beta1", group, QT_TRANSLATE_NOOP("TrainingPanel", "Beta 1"),
         QT_TRANSLATE_NOOP("TrainingPanel", "Decay of the average of the gradients"), kDecay, true,
         getOption<&O::beta1>, setOption<&O::beta1>, hasBetas},
        {"beta2", group, QT_TRANSLATE_NOOP("TrainingPanel", "Beta 2"),
         QT_TRANSLATE_NOOP("TrainingPanel", "Decay of the average of the squared gradients"), kDecay, true,
         getOption<&O::beta2>, setOption<&O::beta2>, hasBetas},
        {"matrixMomentum", group, QT_TRANSLATE_NOOP("TrainingPanel", "Matrix momentum"),
         QT_TRANSLATE_NOOP("TrainingPanel", "Momentum of the weight matrices, which Muon makes orthogonal"),
         kDecay, true, getOption<&O::matrixMomentum>, setOption<&O::matrixMomentum>, isMuon},
        {"weightDecay",
         group,
         QT_TRANSLATE_NOOP("TrainingPanel", "Weight decay"),
         QT_TRANSLATE_NOOP("TrainingPanel",
                           "Pulls the weights towards zero; decoupled in AdamW and Muon, L2 elsewhere"),
         {.least = 0, .most = 1000, .low = 1e-6, .high = 1, .scale = Scale::Logarithmic},
         true,
         getOption<&O::weightDecay>,
         setOption<&O::weightDecay>,
         always},
    };
}

std::vector<NumberOption> regularisationOptions()
{
    using O = TrainOptions;
    constexpr auto group = OptionGroup::Regularisation;
    return {
        {"labelSmoothing",
         group,
         QT_TRANSLATE_NOOP("TrainingPanel", "Label smoothing"),
         QT_TRANSLATE_NOOP("TrainingPanel", "Share of each label spread over all classes"),
         {.least = 0, .most = 0.999, .low = 0, .high = 0.5},
         true,
         getOption<&O::labelSmoothing>,
         setOption<&O::labelSmoothing>,
         always},
        {"dropout",
         group,
         QT_TRANSLATE_NOOP("TrainingPanel", "Dropout"),
         QT_TRANSLATE_NOOP("TrainingPanel",
                           "Share of the units of relu3 switched off at random in each step"),
         {.least = 0, .most = 0.999, .low = 0, .high = 0.9},
         true,
         getOption<&O::dropout>,
         setOption<&O::dropout>,
         always},
        {"averaging", group, QT_TRANSLATE_NOOP("TrainingPanel", "Averaging"),
         QT_TRANSLATE_NOOP("TrainingPanel",
                           "Decay of the moving average of the weights that is read with; 0: no average"),
         kDecay, false, getOption<&O::averaging>, setOption<&O::averaging>, always},
    };
}

std::vector<NumberOption> augmentationOptions()
{
    using A = Augmentation;
    constexpr auto group = OptionGroup::Augmentation;
    return {
        {"rotation",
         group,
         QT_TRANSLATE_NOOP("TrainingPanel", "Rotation"),
         QT_TRANSLATE_NOOP("TrainingPanel", "Largest turn either way, in degrees"),
         {.least = 0, .most = 180, .low = 0, .high = 50},
         true,
         getDistortion<&A::rotation>,
         setDistortion<&A::rotation>,
         always},
        {"scale",
         group,
         QT_TRANSLATE_NOOP("TrainingPanel", "Scale"),
         QT_TRANSLATE_NOOP("TrainingPanel", "Largest change of size along each axis, as a share"),
         {.least = 0, .most = 0.9, .low = 0, .high = 0.5},
         true,
         getDistortion<&A::scale>,
         setDistortion<&A::scale>,
         always},
        {"shear",
         group,
         QT_TRANSLATE_NOOP("TrainingPanel", "Shear"),
         QT_TRANSLATE_NOOP("TrainingPanel", "Largest slant: 1 is 45 degrees"),
         {.least = 0, .most = 2, .low = 0, .high = 1},
         true,
         getDistortion<&A::shear>,
         setDistortion<&A::shear>,
         always},
        {"translation",
         group,
         QT_TRANSLATE_NOOP("TrainingPanel", "Translation"),
         QT_TRANSLATE_NOOP("TrainingPanel", "Largest shift along each axis, in pixels"),
         {.least = 0, .most = 14, .low = 0, .high = 5},
         true,
         getDistortion<&A::translation>,
         setDistortion<&A::translation>,
         always},
        {"elasticAlpha",
         group,
         QT_TRANSLATE_NOOP("TrainingPanel", "Elastic"),
         QT_TRANSLATE_NOOP("TrainingPanel", "Standard deviation of the elastic distortion, in pixels"),
         {.least = 0, .most = 20, .low = 0, .high = 5},
         true,
         getDistortion<&A::elasticAlpha>,
         setDistortion<&A::elasticAlpha>,
         always},
        {"elasticSigma",
         group,
         QT_TRANSLATE_NOOP("TrainingPanel", "Smoothness"),
         QT_TRANSLATE_NOOP("TrainingPanel", "How far neighbouring pixels move together, in pixels"),
         {.least = 0.5, .most = 20, .low = 0, .high = 10},
         true,
         getDistortion<&A::elasticSigma>,
         setDistortion<&A::elasticSigma>,
         isElastic},
    };
}

std::vector<NumberOption> batchOptions()
{
    using O = TrainOptions;
    constexpr auto group = OptionGroup::Batches;
    return {{"batchSize",
             group,
             QT_TRANSLATE_NOOP("TrainingPanel", "Batch size"),
             QT_TRANSLATE_NOOP("TrainingPanel", "Images in each step"),
             {.least = 2, .most = 65536, .low = 8, .high = 1024, .scale = Scale::PowersOfTwo, .whole = true},
             false,
             getOption<&O::batchSize>,
             setOption<&O::batchSize>,
             always},
            {"selectImages",
             group,
             QT_TRANSLATE_NOOP("TrainingPanel", "Images"),
             QT_TRANSLATE_NOOP("TrainingPanel",
                               "Trains on so many images, chosen by two small networks before; 0: on all"),
             {.least = 0, .most = 1e9, .low = 0, .high = 60000, .whole = true},
             false,
             getOption<&O::selectImages>,
             setOption<&O::selectImages>,
             always},
            {"hardShare",
             group,
             QT_TRANSLATE_NOOP("TrainingPanel", "Hard share"),
             QT_TRANSLATE_NOOP("TrainingPanel",
                               "How many of them are those they find hardest; the others come by chance"),
             {.least = 0, .most = 1, .low = 0, .high = 1},
             false,
             getOption<&O::hardShare>,
             setOption<&O::hardShare>,
             selects}};
}

}  // namespace

QString NumberOption::title() const
{
    return QCoreApplication::translate("TrainingPanel", caption);
}

QString NumberOption::explanation() const
{
    return QCoreApplication::translate("TrainingPanel", tip);
}

const std::vector<NumberOption>& numberOptions()
{
    static const std::vector<NumberOption> all = [] {
        std::vector<NumberOption> list;
        for (const auto& part : {learningRateOptions(), optimizerOptions(), regularisationOptions(),
                                 augmentationOptions(), batchOptions()})
            list.insert(list.end(), part.begin(), part.end());
        return list;
    }();
    return all;
}

}  // namespace glyphscope
