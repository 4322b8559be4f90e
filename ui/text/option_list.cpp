// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/option_list.h"

#include <QtCore/QCoreApplication>

#include <optional>

namespace glyphscope {
namespace {

using Group = OptionGroup;

/// What the form calls a row of the table.
struct OptionText {
    const char* key;
    const char* name;
    OptionGroup group;
    const char* caption;
    const char* tip;
    std::optional<OptionNeeds> needs = std::nullopt;  // none: the row's
    const char* zero = nullptr;
};

const OptionText kOptionTexts[] = {
    {"peak_learning_rate", "learningRate", Group::LearningRate,
     QT_TRANSLATE_NOOP("TrainingPanel", "Learning rate"),
     QT_TRANSLATE_NOOP("TrainingPanel", "How far each step goes; the highest point of the schedule")},
    {"matrix_rate", "matrixRate", Group::LearningRate, QT_TRANSLATE_NOOP("TrainingPanel", "Matrix rate"),
     QT_TRANSLATE_NOOP("TrainingPanel",
                       "How far each step of the weight matrices goes; the highest point of the schedule")},
    {"warmup", "warmup", Group::LearningRate, QT_TRANSLATE_NOOP("TrainingPanel", "Warm-up"),
     QT_TRANSLATE_NOOP("TrainingPanel", "Share of the steps on which the learning rate still rises")},
    {"decay_every", "decayEvery", Group::LearningRate, QT_TRANSLATE_NOOP("TrainingPanel", "Decay every"),
     QT_TRANSLATE_NOOP("TrainingPanel", "Epochs after which the learning rate falls")},
    {"decay_factor", "decayFactor", Group::LearningRate, QT_TRANSLATE_NOOP("TrainingPanel", "Decay factor"),
     QT_TRANSLATE_NOOP("TrainingPanel", "What the learning rate is multiplied by each time")},
    {"beta1", "momentum", Group::Optimizer, QT_TRANSLATE_NOOP("TrainingPanel", "Momentum"),
     QT_TRANSLATE_NOOP("TrainingPanel", "How much of the last step is kept in the next"),
     OptionNeeds::Momentum},
    {"beta1", "beta1", Group::Optimizer, QT_TRANSLATE_NOOP("TrainingPanel", "Beta 1"),
     QT_TRANSLATE_NOOP("TrainingPanel", "Decay of the average of the gradients"), OptionNeeds::Betas},
    {"beta2", "beta2", Group::Optimizer, QT_TRANSLATE_NOOP("TrainingPanel", "Beta 2"),
     QT_TRANSLATE_NOOP("TrainingPanel", "Decay of the average of the squared gradients")},
    {"matrix_momentum", "matrixMomentum", Group::Optimizer,
     QT_TRANSLATE_NOOP("TrainingPanel", "Matrix momentum"),
     QT_TRANSLATE_NOOP("TrainingPanel", "Momentum of the weight matrices, which Muon makes orthogonal")},
    {"weight_decay", "weightDecay", Group::Optimizer, QT_TRANSLATE_NOOP("TrainingPanel", "Weight decay"),
     QT_TRANSLATE_NOOP("TrainingPanel",
                       "Pulls the weights towards zero; decoupled in AdamW and Muon, L2 elsewhere")},
    {"label_smoothing", "labelSmoothing", Group::Regularisation,
     QT_TRANSLATE_NOOP("TrainingPanel", "Label smoothing"),
     QT_TRANSLATE_NOOP("TrainingPanel", "Share of each label spread over all classes")},
    {"dropout", "dropout", Group::Regularisation, QT_TRANSLATE_NOOP("TrainingPanel", "Dropout"),
     QT_TRANSLATE_NOOP(
         "TrainingPanel",
         "Share of the values that the last Linear reads, switched off at random in each step")},
    {"averaging", "averaging", Group::Regularisation, QT_TRANSLATE_NOOP("TrainingPanel", "Averaging"),
     QT_TRANSLATE_NOOP("TrainingPanel",
                       "Decay of the moving average of the weights that is read with; 0: no average")},
    {"rotation", "rotation", Group::Augmentation, QT_TRANSLATE_NOOP("TrainingPanel", "Rotation"),
     QT_TRANSLATE_NOOP("TrainingPanel", "Largest turn either way, in degrees")},
    {"scale", "scale", Group::Augmentation, QT_TRANSLATE_NOOP("TrainingPanel", "Scale"),
     QT_TRANSLATE_NOOP("TrainingPanel", "Largest change of size along each axis, as a share")},
    {"shear", "shear", Group::Augmentation, QT_TRANSLATE_NOOP("TrainingPanel", "Shear"),
     QT_TRANSLATE_NOOP("TrainingPanel", "Largest slant: 1 is 45 degrees")},
    {"translation", "translation", Group::Augmentation, QT_TRANSLATE_NOOP("TrainingPanel", "Translation"),
     QT_TRANSLATE_NOOP("TrainingPanel", "Largest shift along each axis, in pixels")},
    {"elastic_alpha", "elasticAlpha", Group::Augmentation, QT_TRANSLATE_NOOP("TrainingPanel", "Elastic"),
     QT_TRANSLATE_NOOP("TrainingPanel", "Standard deviation of the elastic distortion, in pixels")},
    {"elastic_sigma", "elasticSigma", Group::Augmentation, QT_TRANSLATE_NOOP("TrainingPanel", "Smoothness"),
     QT_TRANSLATE_NOOP("TrainingPanel", "How far neighbouring pixels move together, in pixels")},
    {"batch_size", "batchSize", Group::Batches, QT_TRANSLATE_NOOP("TrainingPanel", "Batch size"),
     QT_TRANSLATE_NOOP("TrainingPanel", "Images in each step")},
    {"select_images", "selectImages", Group::Batches, QT_TRANSLATE_NOOP("TrainingPanel", "Images"),
     QT_TRANSLATE_NOOP("TrainingPanel",
                       "Trains on so many images, chosen by two small networks before; 0: on all"),
     std::nullopt, QT_TRANSLATE_NOOP("TrainingPanel", "all")},
    {"hard_share", "hardShare", Group::Batches, QT_TRANSLATE_NOOP("TrainingPanel", "Hard share"),
     QT_TRANSLATE_NOOP("TrainingPanel",
                       "How many of them are those they find hardest; the others come by chance")},
};

}  // namespace

QString NumberOption::title() const
{
    return QCoreApplication::translate("TrainingPanel", caption);
}

QString NumberOption::explanation() const
{
    return QCoreApplication::translate("TrainingPanel", tip);
}

QString NumberOption::zeroText() const
{
    return zero == nullptr ? QString() : QCoreApplication::translate("TrainingPanel", zero);
}

const std::vector<NumberOption>& numberOptions()
{
    static const std::vector<NumberOption> all = [] {
        std::vector<NumberOption> list;
        for (const OptionRow& row : kOptionTable)
            for (const OptionText& text : kOptionTexts)
                if (row.key == std::string_view(text.key))
                    list.push_back({&row, text.name, text.group, text.caption, text.tip,
                                    text.needs.value_or(row.needs), text.zero});
        return list;
    }();
    return all;
}

}  // namespace glyphscope
