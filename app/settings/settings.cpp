// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/settings.h"

#include "app/settings/hook_settings.h"
#include "app/text/language.h"
#include "model/checkpoint/atomic_file.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QFileInfo>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QStandardPaths>

#include <algorithm>
#include <array>
#include <iterator>
#include <span>

using namespace Qt::StringLiterals;

namespace glyphscope {
namespace {

constexpr qint64 kLargestFile = 32 << 20;  // hooks may carry the values of whole modules
constexpr double kThinnest = 0.5;
constexpr double kThickest = 2.5;
constexpr qsizetype kLongestName = 200;
constexpr qsizetype kLongestPath = 4096;
constexpr qsizetype kMostNetworks = 8;
constexpr qsizetype kMostSteps = 1000;

/// The object in the file, or nothing if it is no settings file.
std::optional<QJsonObject> readObject(QFile& file)
{
    if (file.size() > kLargestFile)
        return std::nullopt;
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll());
    if (!document.isObject())
        return std::nullopt;
    return document.object();
}

// in the order of the enumeration
const std::array kMethods{u"saliency"_s, u"inputTimesGradient"_s,  u"smoothGrad"_s,
                          u"gradCam"_s,  u"integratedGradients"_s, u"occlusion"_s};

template <typename Number>
Number numberIn(const QJsonValue& value, Number least, Number most, Number otherwise)
{
    const double number = value.toDouble(static_cast<double>(otherwise));
    const bool fits = number >= static_cast<double>(least) && number <= static_cast<double>(most);
    return fits ? static_cast<Number>(number) : otherwise;
}

QJsonObject whyToJson(const WhyChoice& why)
{
    return {{u"method"_s, kMethods.at(static_cast<std::size_t>(why.options.method))},
            {u"samples"_s, why.options.samples},
            {u"noise"_s, why.options.noise},
            {u"steps"_s, why.options.steps},
            {u"patch"_s, why.options.patch},
            {u"opacity"_s, why.opacity},
            {u"smooth"_s, why.smooth},
            {u"onCanvas"_s, why.onCanvas}};
}

WhyChoice whyOf(const QJsonObject& object)
{
    WhyChoice why;
    const auto method = std::find(kMethods.begin(), kMethods.end(), object[u"method"_s].toString());
    if (method != kMethods.end())
        why.options.method = kAttributionMethods[method - kMethods.begin()];
    why.options.samples = numberIn(object[u"samples"_s], 4, 256, why.options.samples);
    why.options.noise = numberIn(object[u"noise"_s], 0.01, 1.0, why.options.noise);
    why.options.steps = numberIn(object[u"steps"_s], 4, 512, why.options.steps);
    const int patch = numberIn(object[u"patch"_s], 1, 15, why.options.patch);
    why.options.patch = patch % 2 == 1 ? patch : why.options.patch;
    why.opacity = numberIn(object[u"opacity"_s], 0.1, 1.0, why.opacity);
    why.smooth = object[u"smooth"_s].toBool(why.smooth);
    why.onCanvas = object[u"onCanvas"_s].toBool(why.onCanvas);
    return why;
}

/// Names of hints that there are, each once; all else is left out.
QStringList hintsOf(const QJsonArray& array)
{
    QStringList hints;
    for (const QJsonValue& value : array)
        if (const QString name = value.toString(); hintNames().contains(name) && !hints.contains(name))
            hints << name;
    return hints;
}

/// Paths of files, each once.
QStringList pathsOf(const QJsonArray& array)
{
    QStringList paths;
    for (const QJsonValue& value : array)
        if (const QString path = value.toString(); !path.isEmpty() && path.size() <= kLongestPath &&
                                                   !paths.contains(path) && paths.size() < kMostNetworks)
            paths << path;
    return paths;
}

/// Names of steps, each once.
QStringList stepsOf(const QJsonArray& array)
{
    QStringList steps;
    for (const QJsonValue& value : array)
        if (const QString step = value.toString(); !step.isEmpty() && step.size() <= kLongestName &&
                                                   steps.size() < kMostSteps && !steps.contains(step))
            steps << step;
    return steps;
}

Settings settingsOf(const QJsonObject& object)
{
    Settings settings;
    if (object[u"dark"_s].isBool())
        settings.dark = object[u"dark"_s].toBool();
    if (const QString code = object[u"language"_s].toString(); languageFor(code) == code)
        settings.language = code;
    settings.pen = numberIn(object[u"pen"_s], kThinnest, kThickest, 1.0);
    settings.layout = QByteArray::fromBase64(object[u"layout"_s].toString().toLatin1());
    settings.parameterColumns = QByteArray::fromBase64(object[u"parameterColumns"_s].toString().toLatin1());
    if (const QString module = object[u"module"_s].toString(); module.size() <= kLongestName)
        settings.module = module;
    settings.why = whyOf(object[u"why"_s].toObject());
    settings.training = trainingFromJson(object[u"training"_s].toObject());
    settings.dismissedHints = hintsOf(object[u"dismissedHints"_s].toArray());
    settings.networks = pathsOf(object[u"networks"_s].toArray());
    settings.lessonsDone = stepsOf(object[u"lessonsDone"_s].toArray());
    settings.welcomed = object[u"welcomed"_s].toBool();
    settings.hooks = hooksFromJson(object[u"hooks"_s].toArray());
    return settings;
}

/// What cannot be read for now is kept from being saved over, too.
bool renamedToBad(const QString& path)
{
    const QString aside = path + u".bad"_s;
    QFile::remove(aside);
    return QFile::rename(path, aside);
}

}  // namespace

const QStringList& hintNames()
{
    static const QStringList names{kBarHint, kCardHint, kTrainHint};
    return names;
}

QString settingsPath()
{
    const QString data = qEnvironmentVariable("GLYPHSCOPE_DATA");
    const QString folder =
        data.isEmpty()
            ? QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + u"/glyphscope"_s
            : data;
    return folder + u"/settings.json"_s;
}

Settings loadSettings(const QString& path, QString* notice)
{
    QFile file(path);
    if (!file.exists())
        return {};
    if (file.open(QIODevice::ReadOnly))
        if (const auto object = readObject(file))
            return settingsOf(*object);
    file.close();
    if (renamedToBad(path))
        *notice = QCoreApplication::translate(
                      "Settings", "The settings in %1 are damaged or cannot be read. They were set "
                                  "aside as %2, and the program starts with its defaults.")
                      .arg(path, QFileInfo(path).fileName() + u".bad"_s);
    else
        *notice = QCoreApplication::translate("Settings",
                                              "The settings in %1 cannot be read, and the program starts "
                                              "with its defaults. Check that you may change the folder.")
                      .arg(path);
    return {};
}

QString languageIn(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return settingsOf(readObject(file).value_or(QJsonObject())).language;
}

QString setSettingsAside(const QString& path)
{
    if (!QFileInfo::exists(path))
        return {};
    if (renamedToBad(path))
        return QCoreApplication::translate(
                   "Settings", "The program ended unexpectedly while it restored the window from %1. The "
                               "settings were set aside as %2, and the program starts with its defaults.")
            .arg(path, QFileInfo(path).fileName() + u".bad"_s);
    return QCoreApplication::translate(
               "Settings", "The program ended unexpectedly while it restored the window from %1, "
                           "so it starts with its defaults. Check that you may change the folder.")
        .arg(path);
}

void saveSettings(const QString& path, const Settings& settings)
{
    QJsonObject object{
        {u"pen"_s, settings.pen},
        {u"layout"_s, QString::fromLatin1(settings.layout.toBase64())},
        {u"parameterColumns"_s, QString::fromLatin1(settings.parameterColumns.toBase64())},
        {u"module"_s, settings.module},
        {u"why"_s, whyToJson(settings.why)},
        {u"training"_s, trainingToJson(settings.training)},
        {u"dismissedHints"_s, QJsonArray::fromStringList(settings.dismissedHints)},
        {u"networks"_s, QJsonArray::fromStringList(settings.networks)},
        {u"lessonsDone"_s, QJsonArray::fromStringList(settings.lessonsDone)},
        {u"welcomed"_s, settings.welcomed},
        {u"hooks"_s, hooksToJson(settings.hooks)},
    };
    if (!settings.language.isEmpty())
        object[u"language"_s] = settings.language;
    if (settings.dark)
        object[u"dark"_s] = *settings.dark;
    const QByteArray bytes = QJsonDocument(object).toJson();
    writeAtomically(path.toStdString(),
                    std::as_bytes(std::span(bytes.constData(), static_cast<std::size_t>(bytes.size()))));
}

}  // namespace glyphscope
