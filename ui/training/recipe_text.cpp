// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/recipe_text.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QStringList>

namespace glyphscope {
namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("TrainingPanel", text);
}

}  // namespace

QString recipeTitle(const TrainOptions& options)
{
    QString title = QString::fromStdString(options.recipe);
    if (!title.isEmpty())
        title[0] = title[0].toUpper();
    return title;
}

QString optimizerTitle(OptimizerKind kind)
{
    switch (kind) {
    case OptimizerKind::Sgd:
        return tr("SGD");
    case OptimizerKind::Nesterov:
        return tr("SGD, Nesterov");
    case OptimizerKind::Adam:
        return tr("Adam");
    case OptimizerKind::AdamW:
        return tr("AdamW");
    }
    return {};
}

QString recipeSummary(const TrainOptions& options)
{
    const QString epochs = options.epochs == 1 ? tr("1 epoch") : tr("%1 epochs").arg(options.epochs);
    const QString optimizer = optimizerTitle(options.optimizer) + tr(" at %1");
    QStringList parts{epochs, tr("batch %1").arg(options.batchSize),
                      optimizer.arg(QString::number(options.peakLearningRate))};
    parts += options.augmentation.any() ? tr("augmented") : tr("no augmentation");
    if (options.averaging > 0)
        parts += tr("averaged weights");
    return parts.join(QStringLiteral(", "));
}

}  // namespace glyphscope
