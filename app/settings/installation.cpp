// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/installation.h"

#include "model/checkpoint/safetensors.h"
#include "model/data/mnist_location.h"
#include "model/engine/load_engine.h"
#include "model/types/error.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QFile>

#include <span>

static void initWeightsResource()
{
    Q_INIT_RESOURCE(glyphscope_weights);
}

namespace glyphscope {

std::filesystem::path engineModule()
{
    const std::filesystem::path folder = QCoreApplication::applicationDirPath().toStdString();
    const std::filesystem::path beside = folder / kEngineModuleName;
    if (std::filesystem::exists(beside))
        return beside;
    return folder.parent_path() / "lib" / "glyphscope" / kEngineModuleName;
}

StateDict shippedWeights()
{
    initWeightsResource();
    QFile file(QStringLiteral(":/weights/simplecnn.safetensors"));
    if (!file.open(QIODevice::ReadOnly))
        throw Error(GLYPHSCOPE_TEXT(
            "Settings", "The program was built without its weights. Build it again with ./run.sh build."));
    const QByteArray bytes = file.readAll();
    return parseSafetensors(
        std::as_bytes(std::span(bytes.constData(), static_cast<std::size_t>(bytes.size()))),
        QCoreApplication::translate("Settings", "the shipped weights").toStdString());
}

std::filesystem::path dataFolder()
{
    return mnistFolder().parent_path();
}

std::filesystem::path runsFolder()
{
    return dataFolder() / "runs";
}

}  // namespace glyphscope
