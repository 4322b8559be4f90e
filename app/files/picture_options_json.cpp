// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/picture_options_json.h"

#include <QtCore/QJsonArray>

#include <cmath>

using namespace Qt::StringLiterals;

namespace glyphscope {
namespace {

constexpr PictureGround kGrounds[]{PictureGround::Auto, PictureGround::Sheet, PictureGround::Transparent};

std::optional<PictureCrop> cropOf(const QJsonValue& value)
{
    const QJsonArray numbers = value.toArray();
    const PictureCrop crop{numbers.at(0).toDouble(std::nan("")), numbers.at(1).toDouble(std::nan("")),
                           numbers.at(2).toDouble(std::nan("")), numbers.at(3).toDouble(std::nan(""))};
    return numbers.size() == 4 && isPart(crop) ? std::optional(crop) : std::nullopt;
}

/// One field of the options; false if it is none.
bool take(PictureOptions& options, const QString& key, const QJsonValue& value)
{
    if (key == "ground"_L1) {
        const auto ground = pictureGroundNamed(value.toString());
        options.ground = ground.value_or(PictureGround::Auto);
        return ground.has_value();
    }
    if (key == "threshold"_L1) {
        options.threshold = value.toInt(-1);
        return *options.threshold >= PictureOptions::kLowestThreshold &&
               *options.threshold <= PictureOptions::kHighestThreshold;
    }
    if (key == "crop"_L1) {
        options.crop = cropOf(value);
        return options.crop.has_value();
    }
    if (key == "rules"_L1)
        options.takeOutRules = value.toBool();
    else if (key == "shadow"_L1)
        options.evenOutShadow = value.toBool();
    else
        return false;
    return value.isBool();
}

}  // namespace

QJsonObject pictureOptionsJson(const PictureOptions& options)
{
    QJsonObject object;
    if (options.ground != PictureGround::Auto)
        object[u"ground"_s] = pictureGroundName(options.ground);
    if (options.threshold)
        object[u"threshold"_s] = *options.threshold;
    if (options.crop)
        object[u"crop"_s] =
            QJsonArray{options.crop->left, options.crop->top, options.crop->width, options.crop->height};
    if (!options.takeOutRules)
        object[u"rules"_s] = false;
    if (!options.evenOutShadow)
        object[u"shadow"_s] = false;
    return object;
}

std::optional<PictureOptions> pictureOptionsOf(const QJsonValue& value)
{
    if (!value.isObject())
        return std::nullopt;
    const QJsonObject object = value.toObject();
    PictureOptions options;
    for (auto field = object.begin(); field != object.end(); ++field)
        if (!take(options, field.key(), field.value()))
            return std::nullopt;
    return options;
}

QString pictureGroundName(PictureGround ground)
{
    switch (ground) {
    case PictureGround::Sheet:
        return u"sheet"_s;
    case PictureGround::Transparent:
        return u"transparent"_s;
    case PictureGround::Auto:
        break;
    }
    return u"auto"_s;
}

std::optional<PictureGround> pictureGroundNamed(const QString& name)
{
    for (const PictureGround ground : kGrounds)
        if (name == pictureGroundName(ground))
            return ground;
    return std::nullopt;
}

}  // namespace glyphscope
