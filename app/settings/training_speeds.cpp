// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/training_speeds.h"

#include <QtCore/QJsonObject>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace glyphscope {

void TrainingSpeeds::note(const Speed& speed)
{
    std::erase_if(m_speeds, [&](const Speed& known) {
        return known.network == speed.network && known.device == speed.device;
    });
    m_speeds.push_back(speed);
    if (m_speeds.size() > kMost)
        m_speeds.erase(m_speeds.begin());
}

std::optional<double> TrainingSpeeds::expected(const std::string& network, const std::string& device,
                                               std::int64_t multiplyAdds) const
{
    const Speed* nearest = nullptr;
    const auto distance = [multiplyAdds](const Speed& speed) {
        return std::abs(
            std::log(static_cast<double>(speed.multiplyAdds) / static_cast<double>(multiplyAdds)));
    };
    for (const Speed& speed : m_speeds) {
        if (speed.device != device)
            continue;
        if (speed.network == network)
            return speed.imagesPerSecond;
        if (multiplyAdds > 0 && (nearest == nullptr || distance(speed) < distance(*nearest)))
            nearest = &speed;
    }
    if (nearest == nullptr)
        return std::nullopt;
    return nearest->imagesPerSecond * static_cast<double>(nearest->multiplyAdds) /
           static_cast<double>(multiplyAdds);
}

QJsonArray speedsToJson(const TrainingSpeeds& speeds)
{
    QJsonArray array;
    for (const TrainingSpeeds::Speed& speed : speeds.all())
        array.append(QJsonObject{{u"network"_s, QString::fromStdString(speed.network)},
                                 {u"device"_s, QString::fromStdString(speed.device)},
                                 {u"multiplyAdds"_s, static_cast<qint64>(speed.multiplyAdds)},
                                 {u"imagesPerSecond"_s, speed.imagesPerSecond}});
    return array;
}

TrainingSpeeds speedsFromJson(const QJsonArray& array)
{
    TrainingSpeeds speeds;
    for (const QJsonValue& value : array) {
        const TrainingSpeeds::Speed speed{
            value[u"network"_s].toString().toStdString(), value[u"device"_s].toString().toStdString(),
            value[u"multiplyAdds"_s].toInteger(), value[u"imagesPerSecond"_s].toDouble()};
        if (!speed.network.empty() && !speed.device.empty() && speed.multiplyAdds > 0 &&
            speed.imagesPerSecond > 0)
            speeds.note(speed);
    }
    return speeds;
}

}  // namespace glyphscope
