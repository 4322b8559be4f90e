// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/network_choice.h"

#include "app/files/file_kind.h"
#include "app/text/file_name.h"
#include "model/checkpoint/weights_file.h"
#include "model/spec/network_layers.h"
#include "model/spec/parse_code.h"
#include "model/spec/presets.h"
#include "model/spec/spec_json.h"
#include "model/spec/spec_of.h"
#include "model/types/error.h"

#include <QtCore/QFile>

#include <filesystem>
#include <system_error>

namespace glyphscope {
namespace {

constexpr int kClassesOfPresets = 10;

/// The file's beginning: what is longer than any description is refused by whoever reads it.
std::string textOfNetwork(const QString& path)
{
    const std::string name = fileNameBytes(path);
    std::error_code code;
    if (!std::filesystem::is_regular_file(name, code))  // opening a pipe would wait for its other end
        throw Error(GLYPHSCOPE_TEXT("Files", "%1: is no file. Name a network's .json, weights, or a text."),
                    name);
    QFile file;
    if (!openToRead(file, path))
        throw Error(GLYPHSCOPE_TEXT("Files", "%1: cannot be opened: %2."), name,
                    file.errorString().toStdString());
    return file.read(static_cast<qint64>(SpecLimits::kBytes) + 1).toStdString();
}

bool beginsAsJson(const std::string& text)
{
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    return first != std::string::npos && text[first] == '{';
}

NetworkSpec networkInText(const QString& path, NetworkNeed need)
{
    const std::string name = fileNameBytes(path);
    const std::string text = textOfNetwork(path);
    const bool fitting = need == NetworkNeed::Fitting;
    if (beginsAsJson(text))
        return fitting ? decodeSpec(text, name) : readSpec(text, name);
    NetworkSpec network = parseNetwork(text, name);
    if (!fitting)
        return network;
    try {
        (void)layersOf(network);
    } catch (const Error& error) {
        throw Error(GLYPHSCOPE_TEXT("Files", "%1: %2"), name, error);
    }
    return network;
}

}  // namespace

NetworkSpec networkNamed(const QString& name, NetworkNeed need)
{
    if (const Preset* preset = presetNamed(name.toStdString()))
        return preset->make(kClassesOfPresets);
    const std::string file = fileNameBytes(name);
    std::error_code code;
    if (!std::filesystem::exists(file, code)) {
        std::string known;
        for (const Preset& preset : presets())
            known += (known.empty() ? "" : ", ") + std::string(preset.name);
        throw Error(GLYPHSCOPE_TEXT("Files", "%1: there is no network and no file of this name. The networks "
                                             "are %2; a file is a network's .json, weights, or the text of "
                                             "an nn.Sequential."),
                    file, known);
    }
    if (fileKindOf(name) != FileKind::Weights)
        return networkInText(name, need);
    const StateDict weights = readWeights(file);
    try {
        return specOf(weights);
    } catch (const Error& error) {
        throw Error(GLYPHSCOPE_TEXT("Files", "%1: %2"), file, error);
    }
}

}  // namespace glyphscope
