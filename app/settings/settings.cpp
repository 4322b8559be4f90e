// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/settings.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QSaveFile>
#include <QtCore/QStandardPaths>

using namespace Qt::StringLiterals;

namespace glyphscope {
namespace {

constexpr qint64 kLargestFile = 1 << 20;
constexpr double kThinnest = 0.5;
constexpr double kThickest = 2.5;

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

Settings settingsOf(const QJsonObject& object)
{
    Settings settings;
    if (object[u"dark"_s].isBool())
        settings.dark = object[u"dark"_s].toBool();
    const double pen = object[u"pen"_s].toDouble(1);
    settings.pen = pen >= kThinnest && pen <= kThickest ? pen : 1;
    settings.useTrained = object[u"useTrained"_s].toBool(true);
    settings.layout = QByteArray::fromBase64(object[u"layout"_s].toString().toLatin1());
    return settings;
}

}  // namespace

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
    if (!file.open(QIODevice::ReadOnly))
        return {};
    if (const auto object = readObject(file))
        return settingsOf(*object);
    file.close();
    const QString aside = path + u".bad"_s;
    QFile::remove(aside);
    QFile::rename(path, aside);
    *notice = QCoreApplication::translate("Settings",
                                          "The settings in %1 are damaged. They were set aside as %2, and "
                                          "the program starts with its defaults.")
                  .arg(path, QFileInfo(aside).fileName());
    return {};
}

bool saveSettings(const QString& path, const Settings& settings)
{
    QJsonObject object{
        {u"pen"_s, settings.pen},
        {u"useTrained"_s, settings.useTrained},
        {u"layout"_s, QString::fromLatin1(settings.layout.toBase64())},
    };
    if (settings.dark)
        object[u"dark"_s] = *settings.dark;
    QDir().mkpath(QFileInfo(path).absolutePath());
    QSaveFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(QJsonDocument(object).toJson()) > 0 && file.commit();
}

}  // namespace glyphscope
