// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/hook_settings.h"

#include <QtCore/QJsonObject>
#include <QtCore/QtEndian>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace glyphscope {
namespace {

constexpr qsizetype kLongestHookName = 200;
constexpr std::size_t kMostDonorValues = 65'536;  // the largest module has 25,088

// in the order of the enumerations
const QStringList kKinds{u"forwardPre"_s, u"forward"_s, u"fullBackwardPre"_s, u"fullBackward"_s};
const QStringList kActions{u"observe"_s, u"zero"_s,     u"fill"_s, u"scale"_s,
                           u"clamp"_s,   u"addNoise"_s, u"patch"_s};

/// Fields of an object; one that is not as it should be spoils the whole.
class Fields {
public:
    explicit Fields(QJsonObject object) : m_object(std::move(object)) {}

    [[nodiscard]] bool good() const { return m_good; }

    [[nodiscard]] bool flag(const QString& key)
    {
        m_good = m_good && m_object[key].isBool();
        return m_object[key].toBool();
    }
    [[nodiscard]] double number(const QString& key)
    {
        m_good = m_good && m_object[key].isDouble() && std::isfinite(m_object[key].toDouble());
        return m_object[key].toDouble();
    }
    [[nodiscard]] int count(const QString& key, int least)
    {
        const double value = number(key);
        m_good = m_good && value >= least && value <= static_cast<double>(kMostDonorValues) &&
                 value == std::floor(value);
        return m_good ? static_cast<int>(value) : least;
    }
    [[nodiscard]] QString name(const QString& key)
    {
        const QString text = m_object[key].toString();
        m_good = m_good && m_object[key].isString() && text.size() <= kLongestHookName;
        return text;
    }
    template <typename Enum>
    [[nodiscard]] Enum oneOf(const QStringList& names, const QString& key)
    {
        const qsizetype index = names.indexOf(m_object[key].toString());
        m_good = m_good && index >= 0;
        return static_cast<Enum>(std::max<qsizetype>(index, 0));
    }
    /// A whole number that a double may not hold.
    [[nodiscard]] std::uint64_t seed(const QString& key)
    {
        bool isNumber = false;
        const qulonglong value = m_object[key].toString().toULongLong(&isNumber);
        m_good = m_good && isNumber;
        return value;
    }

private:
    const QJsonObject m_object;
    bool m_good = true;
};

QJsonObject donorToJson(const ModuleOutput& donor)
{
    QJsonArray shape;
    for (const int side : donor.shape)
        shape.append(side);
    QByteArray bytes(static_cast<qsizetype>(donor.values.size() * sizeof(float)), Qt::Uninitialized);
    qToLittleEndian<float>(donor.values.data(), static_cast<qsizetype>(donor.values.size()), bytes.data());
    return {{u"name"_s, QString::fromStdString(donor.name)},
            {u"kind"_s, QString::fromStdString(donor.kind)},
            {u"shape"_s, shape},
            {u"values"_s, QString::fromLatin1(bytes.toBase64())}};
}

/// Null for one whose values do not fill its shape.
std::shared_ptr<const ModuleOutput> donorFromJson(const QJsonObject& object)
{
    Fields fields(object);
    auto donor = std::make_shared<ModuleOutput>();
    donor->name = fields.name(u"name"_s).toStdString();
    donor->kind = fields.name(u"kind"_s).toStdString();
    const QJsonArray shape = object[u"shape"_s].toArray();
    if (!fields.good() || shape.isEmpty() || shape.size() > 3)
        return nullptr;
    std::size_t count = 1;
    for (const QJsonValue& each : shape) {
        const int side = each.toInt();
        if (side < 1 || static_cast<std::size_t>(side) > kMostDonorValues / count)
            return nullptr;
        count *= static_cast<std::size_t>(side);
        donor->shape.push_back(side);
    }
    const QByteArray bytes = QByteArray::fromBase64(object[u"values"_s].toString().toLatin1());
    if (static_cast<std::size_t>(bytes.size()) != count * sizeof(float))
        return nullptr;
    donor->values.resize(count);
    qFromLittleEndian<float>(bytes.data(), static_cast<qsizetype>(count), donor->values.data());
    const bool finite = std::ranges::all_of(donor->values, [](float value) { return std::isfinite(value); });
    return finite ? donor : nullptr;
}

QJsonObject hookToJson(const HookSpec& hook)
{
    QJsonObject object{{u"kind"_s, kKinds.at(static_cast<qsizetype>(hook.kind))},
                       {u"module"_s, QString::fromStdString(hook.module)},
                       {u"action"_s, kActions.at(static_cast<qsizetype>(hook.action))},
                       {u"channel"_s, hook.channel},
                       {u"amount"_s, hook.amount},
                       {u"limit"_s, hook.limit},
                       {u"seed"_s, QString::number(hook.seed)},
                       {u"enabled"_s, hook.enabled},
                       {u"predicting"_s, hook.predicting},
                       {u"training"_s, hook.training}};
    if (hook.donor)
        object[u"donor"_s] = donorToJson(*hook.donor);
    return object;
}

std::optional<HookSpec> hookFromJson(const QJsonObject& object)
{
    Fields fields(object);
    HookSpec hook;
    hook.kind = fields.oneOf<HookKind>(kKinds, u"kind"_s);
    hook.module = fields.name(u"module"_s).toStdString();
    hook.action = fields.oneOf<HookAction>(kActions, u"action"_s);
    hook.channel = fields.count(u"channel"_s, -1);
    hook.amount = fields.number(u"amount"_s);
    hook.limit = fields.number(u"limit"_s);
    hook.seed = fields.seed(u"seed"_s);
    hook.enabled = fields.flag(u"enabled"_s);
    hook.predicting = fields.flag(u"predicting"_s);
    hook.training = fields.flag(u"training"_s);
    if (object.contains(u"donor"_s))
        hook.donor = donorFromJson(object[u"donor"_s].toObject());
    const bool lacksDonor = (object.contains(u"donor"_s) || hook.action == HookAction::Patch) && !hook.donor;
    return fields.good() && !lacksDonor ? std::optional(hook) : std::nullopt;
}

}  // namespace

QJsonArray hooksToJson(const std::vector<HookSpec>& hooks)
{
    QJsonArray array;
    for (const HookSpec& hook : hooks)
        if (array.size() < kMostKeptHooks)
            array.append(hookToJson(hook));
    return array;
}

std::vector<HookSpec> hooksFromJson(const QJsonArray& array)
{
    std::vector<HookSpec> hooks;
    for (const QJsonValue& each : array) {
        std::optional<HookSpec> hook = hookFromJson(each.toObject());
        if (!hook || std::ssize(hooks) == kMostKeptHooks)
            continue;
        hook->id = hooks.size() + 1;
        hooks.push_back(std::move(*hook));
    }
    return hooks;
}

}  // namespace glyphscope
