// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/training_settings.h"

#include "model/types/error.h"

#include <QtCore/QJsonArray>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace glyphscope {
namespace {

constexpr double kSmoothest = 0.999;
constexpr qsizetype kMostSections = 32;

// in the order of the enumerations
const std::array<QString, kQuantities.size()> kQuantityNames{u"loss"_s, u"accuracy"_s, u"learningRate"_s,
                                                             u"gradientNorm"_s, u"imagesPerSecond"_s};
const std::array<QString, 3> kAxisNames{u"step"_s, u"epoch"_s, u"time"_s};

QJsonArray namesOf(const std::vector<Quantity>& quantities)
{
    QJsonArray names;
    for (const Quantity quantity : quantities)
        names.append(kQuantityNames.at(static_cast<std::size_t>(quantity)));
    return names;
}

/// Each once; the names of none are passed over.
std::vector<Quantity> quantitiesOf(const QJsonArray& names)
{
    std::vector<Quantity> quantities;
    for (const QJsonValue& name : names) {
        const auto found = std::ranges::find(kQuantityNames, name.toString());
        if (found == kQuantityNames.end())
            continue;
        const Quantity quantity = kQuantities.at(static_cast<std::size_t>(found - kQuantityNames.begin()));
        if (std::ranges::find(quantities, quantity) == quantities.end())
            quantities.push_back(quantity);
    }
    return quantities;
}

QJsonObject lookToJson(const CurveLook& look)
{
    return {{u"shown"_s, namesOf(look.shown)},
            {u"logarithmic"_s, namesOf(look.logarithmic)},
            {u"axis"_s, kAxisNames.at(static_cast<std::size_t>(look.axis))},
            {u"smoothing"_s, look.smoothing}};
}

CurveLook lookOf(const QJsonObject& object)
{
    CurveLook look;
    if (const std::vector<Quantity> shown = quantitiesOf(object[u"shown"_s].toArray()); !shown.empty())
        look.shown = shown;
    look.logarithmic = quantitiesOf(object[u"logarithmic"_s].toArray());
    const auto axis = std::ranges::find(kAxisNames, object[u"axis"_s].toString());
    if (axis != kAxisNames.end())
        look.axis = static_cast<CurveAxis>(axis - kAxisNames.begin());
    const double smoothing = object[u"smoothing"_s].toDouble(look.smoothing);
    if (smoothing >= 0 && smoothing <= kSmoothest)
        look.smoothing = smoothing;
    return look;
}

std::optional<TrainingChoice> choiceOf(const QJsonValue& value)
{
    if (!value.isString())
        return std::nullopt;
    try {
        return decodeTrainingChoice(value.toString().toStdString(), "settings");
    } catch (const Error&) {
        return std::nullopt;
    }
}

}  // namespace

QJsonObject trainingToJson(const TrainingSettings& training)
{
    QJsonObject object{{u"openSections"_s, QJsonArray::fromStringList(training.openSections)},
                       {u"look"_s, lookToJson(training.look)},
                       {u"speeds"_s, speedsToJson(training.speeds)}};
    if (training.choice)  // as text: a seed has more digits than Qt's numbers
        object[u"choice"_s] = QString::fromStdString(encodeTrainingChoice(*training.choice));
    return object;
}

TrainingSettings trainingFromJson(const QJsonObject& object)
{
    TrainingSettings training;
    training.choice = choiceOf(object[u"choice"_s]);
    for (const QJsonValue& key : object[u"openSections"_s].toArray())
        if (training.openSections.size() < kMostSections && key.isString())
            training.openSections << key.toString();
    training.look = lookOf(object[u"look"_s].toObject());
    training.speeds = speedsFromJson(object[u"speeds"_s].toArray());
    return training;
}

}  // namespace glyphscope
