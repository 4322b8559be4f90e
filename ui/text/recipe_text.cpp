// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/recipe_text.h"

#include "ui/text/joined_text.h"
#include "ui/text/number_text.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QStringList>

namespace glyphscope {
namespace {

const std::string kCustom = "custom (from ";

struct RecipeText {
    Q_DECLARE_TR_FUNCTIONS(glyphscope::RecipeText)
};

QString titleOfRecipe(const std::string& base)
{
    if (base == "sprint")
        return RecipeText::tr("Sprint");
    if (base == "standard")
        return RecipeText::tr("Standard");
    if (base == "quality")
        return RecipeText::tr("Quality");
    QString title = QString::fromStdString(base);  // of a newer program
    if (!title.isEmpty())
        title[0] = title[0].toUpper();
    return title;
}

}  // namespace

QString recipeTitle(const TrainOptions& options)
{
    const std::string base = baseRecipe(options.recipe);
    if (base != options.recipe)
        return RecipeText::tr("Custom (from %1)").arg(titleOfRecipe(base));
    return titleOfRecipe(base);
}

QString optimizerTitle(OptimizerKind kind)
{
    switch (kind) {
    case OptimizerKind::Sgd:
        return RecipeText::tr("SGD");
    case OptimizerKind::Nesterov:
        return RecipeText::tr("SGD, Nesterov");
    case OptimizerKind::Adam:
        return RecipeText::tr("Adam");
    case OptimizerKind::AdamW:
        return RecipeText::tr("AdamW");
    case OptimizerKind::Muon:
        return RecipeText::tr("Muon");
    }
    return {};
}

QString scheduleTitle(ScheduleKind kind)
{
    switch (kind) {
    case ScheduleKind::OneCycle:
        return RecipeText::tr("One cycle");
    case ScheduleKind::Constant:
        return RecipeText::tr("Constant");
    case ScheduleKind::Cosine:
        return RecipeText::tr("Cosine");
    case ScheduleKind::Step:
        return RecipeText::tr("Steps");
    case ScheduleKind::Linear:
        return RecipeText::tr("Linear");
    }
    return {};
}

std::string customRecipe(const std::string& base)
{
    return kCustom + base + ')';
}

std::string baseRecipe(const std::string& recipe)
{
    const bool custom = recipe.starts_with(kCustom) && recipe.ends_with(')');
    return custom ? recipe.substr(kCustom.size(), recipe.size() - kCustom.size() - 1) : recipe;
}

bool sameRecipe(TrainOptions a, const TrainOptions& b)
{
    a.recipe = b.recipe;
    a.seed = b.seed;
    a.device = b.device;
    a.frozen = b.frozen;
    a.untilAccuracy = b.untilAccuracy;
    a.evaluateEvery = b.evaluateEvery;
    a.network = b.network;
    a.fromWeights = b.fromWeights;
    return a == b;
}

QString recipeSummary(const TrainOptions& options)
{
    const QString epochs = options.selectImages == 0
                               ? RecipeText::tr("%n epoch(s)", nullptr, options.epochs)
                               : RecipeText::tr("%n epoch(s) of %1 chosen images", nullptr, options.epochs)
                                     .arg(countText(options.selectImages));
    QStringList parts{
        epochs, RecipeText::tr("batch %1").arg(options.batchSize),
        RecipeText::tr("%1 at %2", "an optimizer and its learning rate")
            .arg(optimizerTitle(options.optimizer), significantText(options.peakLearningRate, 6)),
        scheduleTitle(options.schedule).toLower()};
    parts += options.augmentation.any() ? RecipeText::tr("augmented") : RecipeText::tr("no augmentation");
    if (options.averaging > 0)
        parts += RecipeText::tr("averaged weights");
    return listText(parts);
}

}  // namespace glyphscope
