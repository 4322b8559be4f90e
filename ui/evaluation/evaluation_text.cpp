// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/evaluation/evaluation_text.h"

#include "ui/style/class_name.h"
#include "ui/text/joined_text.h"
#include "ui/text/number_text.h"

#include <QtCore/QCoreApplication>

#include <cmath>

using namespace Qt::StringLiterals;

namespace glyphscope {
namespace {

struct EvaluationText {
    Q_DECLARE_TR_FUNCTIONS(glyphscope::EvaluationText)
};

}  // namespace

QString imagesText(std::int64_t count)
{
    return EvaluationText::tr("%Ln image(s)", nullptr, static_cast<int>(count));
}

QString shareText(std::optional<double> share)
{
    return share ? percentText(*share) : dashText();
}

QString headlineText(const Evaluation& evaluation)
{
    const std::int64_t errors = evaluation.count - evaluation.correct;
    const QString images = imagesText(evaluation.count);
    const QString words =
        errors == 0 ? EvaluationText::tr("No error in %1").arg(images)
                    : EvaluationText::tr("%Ln error(s) in %1", nullptr, static_cast<int>(errors)).arg(images);
    return EvaluationText::tr("%1, loss %2").arg(words, lossText(evaluation.loss));
}

QString cellName(const QStringList& names, int truth, int answer)
{
    if (truth == answer)
        return EvaluationText::tr("%1 read right").arg(className(names, truth));
    return EvaluationText::tr("%1 read as %2").arg(className(names, truth), className(names, answer));
}

QString cellText(const QStringList& names, int truth, int answer, std::int64_t count, std::int64_t support)
{
    const QString words = EvaluationText::tr("%1: %2 of %3")
                              .arg(cellName(names, truth, answer), countText(count), imagesText(support));
    if (support <= 0)
        return words;
    return listText({words, percentText(static_cast<double>(count) / static_cast<double>(support))});
}

QString choiceName(const ImageChoice& choice, const QStringList& names)
{
    if (choice.truth && choice.answer)
        return cellName(names, *choice.truth, *choice.answer);
    if (choice.truth)
        return EvaluationText::tr("Errors of %1").arg(className(names, *choice.truth));
    if (choice.answer)
        return EvaluationText::tr("Wrongly read as %1").arg(className(names, *choice.answer));
    return EvaluationText::tr("All errors");
}

QString nothingText(const ImageChoice& choice, const QStringList& names)
{
    if (!choice.truth && !choice.answer)
        return EvaluationText::tr("No errors: every image was read right.");
    if (!choice.answer)
        return EvaluationText::tr("Every %1 was read right.").arg(className(names, *choice.truth));
    if (!choice.truth)
        return EvaluationText::tr("Nothing was wrongly read as %1.").arg(className(names, *choice.answer));
    if (*choice.truth == *choice.answer)
        return EvaluationText::tr("No %1 was read right.").arg(className(names, *choice.truth));
    return EvaluationText::tr("No %1 was read as %2.")
        .arg(className(names, *choice.truth), className(names, *choice.answer));
}

QString imageText(const Evaluation& evaluation, const Dataset& images, int index, const QStringList& names)
{
    const auto place = static_cast<std::size_t>(index);
    const double ofTruth = static_cast<double>(evaluation.truthProbability[place]);
    const QString loss = ofTruth > 0 ? lossText(-std::log(ofTruth)) : EvaluationText::tr("above 100");
    return EvaluationText::tr(
               "Image %1 of %2\nTruth: %3, probability %4\nAnswer: %5, probability %6\nLoss: %7")
        .arg(countText(index + 1), countText(static_cast<std::int64_t>(images.size())),
             className(names, images.labels[place]), percentText(ofTruth),
             className(names, evaluation.answers[place]),
             percentText(static_cast<double>(evaluation.confidence[place])), loss);
}

}  // namespace glyphscope
