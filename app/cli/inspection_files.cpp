// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/inspection_files.h"

#include "app/cli/command_text.h"
#include "app/files/module_pictures.h"
#include "model/checkpoint/atomic_file.h"
#include "model/checkpoint/npz.h"
#include "model/types/error.h"

#include <QtCore/QBuffer>
#include <QtCore/QLocale>
#include <QtCore/QStringList>

#include <algorithm>
#include <span>
#include <unistd.h>

namespace glyphscope {
namespace {

NamedTensor vectorOf(const std::string& name, const std::vector<float>& values)
{
    return {name, {static_cast<std::int64_t>(values.size())}, values};
}

NamedTensor inputPlane(const std::string& name, const std::vector<float>& values)
{
    return {name, {1, kGlyphSide, kGlyphSide}, values};
}

NamedTensor arrayOf(const std::string& name, const ModuleOutput& module)
{
    return {name, {module.shape.begin(), module.shape.end()}, module.values};
}

void writePng(const std::filesystem::path& file, const QImage& picture)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    if (!picture.save(&buffer, "PNG"))
        throw Error(GLYPHSCOPE_TEXT("Command", "%1: the picture could not be made. There is too little "
                                               "memory, or Qt cannot write PNG here."),
                    file);
    writeAtomically(file,
                    std::as_bytes(std::span(bytes.constData(), static_cast<std::size_t>(bytes.size()))));
}

/// A picture beside others of another drawing or class would tell of neither.
void removeOld(const std::filesystem::path& file)
{
    std::error_code code;
    std::filesystem::remove(file, code);
    if (code)
        throw Error(GLYPHSCOPE_TEXT("Command", "%1: this picture of an earlier run could not be removed "
                                               "(%2). Remove it, or name another folder with --out."),
                    file, code.message());
}

QString aboutModule(const ModuleOutput& module)
{
    QStringList shape;
    for (const int side : module.shape)
        shape << QString::number(side);
    const auto [low, high] = std::ranges::minmax(module.values);
    return CommandText::tr("%1  %L2 to %L3  %4",
                           "shape of an output, its lowest and highest value, kind of module")
        .arg(shape.join(u'x'), -8)
        .arg(low, 8, 'f', 3)
        .arg(high, 8, 'f', 3)
        .arg(QString::fromStdString(module.kind));
}

QString aboutAttribution(const Attribution& attribution)
{
    const int target = attribution.target.target;
    if (attribution.method == AttributionMethod::GradCam)
        return CommandText::tr("Grad-CAM of class %1 on the maps of %2")
            .arg(target)
            .arg(QString::fromStdString(attribution.layer));
    if (!attribution.completeness)
        return CommandText::tr("integrated gradients of class %1").arg(target);
    return CommandText::tr("integrated gradients of class %1, completeness gap %2")
        .arg(target)
        .arg(QLocale().toString(attribution.completeness->gap(), 'g', 3).toLower());
}

}  // namespace

std::vector<NamedTensor> arraysOf(const Inspection& inspection)
{
    const Reading& reading = inspection.reading;
    std::vector<NamedTensor> arrays{inputPlane("input", reading.input)};
    for (const ModuleOutput& module : reading.modules)
        arrays.push_back(arrayOf(module.name, module));
    for (const NamedTensor& answer : {vectorOf("logits", reading.prediction.logits),
                                      vectorOf("probabilities", reading.prediction.probabilities)})
        if (std::ranges::find(arrays, answer.name, &NamedTensor::name) == arrays.end())  // a module's name
            arrays.push_back(answer);
    if (inspection.gradients) {
        arrays.push_back(inputPlane("gradient.input", inspection.gradients->input));
        for (const ModuleOutput& module : inspection.gradients->modules)
            arrays.push_back(arrayOf("gradient." + module.name, module));
    }
    if (inspection.attribution)
        arrays.push_back({"attribution", {kGlyphSide, kGlyphSide}, inspection.attribution->values});
    return arrays;
}

void prepareFolder(const std::filesystem::path& folder)
{
    std::error_code code;
    std::filesystem::create_directories(folder, code);
    if (!std::filesystem::is_directory(folder, code) || ::access(folder.c_str(), W_OK | X_OK) != 0)
        throw Error(GLYPHSCOPE_TEXT("Command", "%1: files cannot be written there. Name a folder of yours "
                                               "with --out; it is made if it is not there."),
                    folder);
}

std::vector<WrittenFile> writeInspection(const Inspection& inspection, const std::filesystem::path& folder)
{
    if (!inspection.attribution)
        removeOld(folder / "attribution.png");
    std::vector<WrittenFile> written;
    const std::vector<NamedTensor> arrays = arraysOf(inspection);
    writeNpz(folder / "activations.npz", arrays);
    written.push_back({QStringLiteral("activations.npz"),
                       CommandText::tr("%n array(s)", nullptr, static_cast<int>(arrays.size()))});

    const auto picture = [&](const std::string& name, const QImage& image, const QString& about) {
        writePng(folder / (name + ".png"), image);
        written.push_back({QString::fromStdString(name + ".png"), about});
    };
    picture("input", glyphPicture(inspection.reading.glyph), QStringLiteral("28x28"));
    for (const ModuleOutput& module : inspection.reading.modules)
        picture(module.name, modulePicture(module), aboutModule(module));
    if (inspection.attribution)
        picture("attribution", attributionPicture(inspection.attribution->values, inspection.reading.glyph),
                aboutAttribution(*inspection.attribution));
    return written;
}

}  // namespace glyphscope
