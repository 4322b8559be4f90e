// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/network_report.h"

#include "app/cli/command_text.h"
#include "app/cli/text_columns.h"
#include "app/text/message_text.h"

#include <QtCore/QJsonArray>
#include <QtCore/QLocale>
#include <QtCore/QStringList>

#include <vector>

namespace glyphscope {
namespace {

using namespace Qt::StringLiterals;

constexpr int kClassesOfAPreset = 10;
constexpr std::int64_t kBytesOfAValue = 4;  // float32

QString plain(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

/// Of the module's output for one image.
qint64 memoryOf(const NetworkLayer& layer)
{
    return valuesIn(layer.outputShape) * kBytesOfAValue;
}

QString kibibytes(qint64 bytes)
{
    constexpr double kKibi = 1024;
    return CommandText::tr("%1 KiB").arg(QLocale().toString(static_cast<double>(bytes) / kKibi, 'f', 1));
}

QString number(std::int64_t value)
{
    return QLocale().toString(static_cast<qlonglong>(value));
}

QJsonArray shapeJson(const std::vector<int>& shape)
{
    QJsonArray sides;
    for (const int side : shape)
        sides.append(side);
    return sides;
}

QJsonObject moduleJson(const NetworkLayer& layer)
{
    return {{u"path"_s, plain(layer.path)},
            {u"kind"_s, plain(layer.info().name)},
            {u"module"_s, plain(layerText(layer))},
            {u"output"_s, shapeJson(layer.outputShape)},
            {u"parameters"_s, static_cast<qint64>(parameterCount(layer))},
            {u"macs"_s, static_cast<qint64>(layer.multiplyAdds)},
            {u"memory_bytes"_s, memoryOf(layer)}};
}

/// What to do, in the steps of one repair.
QString repairText(const Repair& repair)
{
    QStringList steps;
    for (const Message& step : repair.steps)
        steps << messageText(step);
    return steps.join(u"; "_s);
}

QJsonObject problemJson(const NetworkProblem& problem)
{
    QJsonArray repairs;
    for (const Repair& repair : problem.repairs)
        repairs.append(repairText(repair));
    return {{u"module"_s, plain(problem.module)}, {u"problem"_s, messageText(problem.text)},
            {u"got"_s, messageText(problem.got)}, {u"expected"_s, messageText(problem.expected)},
            {u"torch"_s, plain(problem.torch)},   {u"repairs"_s, repairs}};
}

QJsonArray warningsJson(const std::vector<NetworkProblem>& warnings)
{
    QJsonArray texts;
    for (const NetworkProblem& warning : warnings)
        texts.append(messageText(warning.text));
    return texts;
}

void addWarnings(const std::vector<NetworkProblem>& warnings, QStringList& lines)
{
    for (const NetworkProblem& warning : warnings)
        lines << CommandText::tr("warning: %1").arg(messageText(warning.text));
}

QString totalsLine(const NetworkTotals& totals)
{
    return CommandText::tr("%1, %2 parameters, %3 multiply-adds and %4 an image",
                           "%n module(s), numbers, memory of what the modules give")
        .arg(CommandText::tr("%Ln module(s)", nullptr, static_cast<int>(totals.modules)),
             number(totals.parameters), number(totals.multiplyAdds),
             kibibytes(totals.values * kBytesOfAValue));
}

}  // namespace

QJsonObject presetJson(const Preset& preset)
{
    const NetworkTotals totals = totalsOf(layersOf(preset.make(kClassesOfAPreset)));
    return {{u"name"_s, plain(preset.name)},
            {u"title"_s, plain(preset.title)},
            {u"parameters"_s, static_cast<qint64>(totals.parameters)},
            {u"macs"_s, static_cast<qint64>(totals.multiplyAdds)},
            {u"modules"_s, static_cast<qint64>(totals.modules)}};
}

QString presetTable()
{
    std::vector<QStringList> rows{{CommandText::tr("name"), CommandText::tr("network"),
                                   CommandText::tr("parameters"), CommandText::tr("multiply-adds"),
                                   CommandText::tr("modules")}};
    for (const Preset& preset : presets()) {
        const NetworkTotals totals = totalsOf(layersOf(preset.make(kClassesOfAPreset)));
        rows.push_back({plain(preset.name), plain(preset.title), number(totals.parameters),
                        number(totals.multiplyAdds), number(totals.modules)});
    }
    return columns(rows);
}

QJsonObject networkJson(const NetworkSpec& network)
{
    const std::vector<NetworkLayer> layers = layersOf(network);
    const NetworkTotals totals = totalsOf(layers);
    QJsonArray modules;
    for (const NetworkLayer& layer : layers)
        modules.append(moduleJson(layer));
    return {{u"title"_s, plain(titleOf(network))},
            {u"classes"_s, static_cast<int>(network.classes.size())},
            {u"parameters"_s, static_cast<qint64>(totals.parameters)},
            {u"macs"_s, static_cast<qint64>(totals.multiplyAdds)},
            {u"memory_bytes"_s, static_cast<qint64>(totals.values * kBytesOfAValue)},
            {u"modules"_s, modules},
            {u"warnings"_s, warningsJson(warningsOf(layers))}};
}

QString networkText(const NetworkSpec& network)
{
    const std::vector<NetworkLayer> layers = layersOf(network);
    std::vector<QStringList> rows{{CommandText::tr("module"), CommandText::tr("kind"),
                                   CommandText::tr("output"), CommandText::tr("parameters"),
                                   CommandText::tr("multiply-adds"), CommandText::tr("memory")}};
    for (const NetworkLayer& layer : layers)
        rows.push_back({plain(layer.path), plain(layerText(layer)), plain(sizeText(layer.outputShape)),
                        number(parameterCount(layer)), number(layer.multiplyAdds),
                        kibibytes(memoryOf(layer))});
    QStringList lines{columns(rows), totalsLine(totalsOf(layers))};
    addWarnings(warningsOf(layers), lines);
    return lines.join(u'\n');
}

QJsonObject checkJson(const NetworkCheck& check)
{
    QJsonArray problems;
    for (const NetworkProblem& problem : check.problems)
        problems.append(problemJson(problem));
    return {
        {u"fits"_s, check.fits()}, {u"problems"_s, problems}, {u"warnings"_s, warningsJson(check.warnings)}};
}

QString checkText(const NetworkCheck& check)
{
    QStringList lines;
    for (const NetworkProblem& problem : check.problems) {
        lines << messageText(problem.text);
        for (const Repair& repair : problem.repairs)
            lines << CommandText::tr("  repair: %1").arg(repairText(repair));
        if (!problem.torch.empty())
            lines << CommandText::tr("  PyTorch says: %1").arg(plain(problem.torch));
    }
    if (check.fits())
        lines << CommandText::tr("It fits: %1.").arg(totalsLine(totalsOf(check.layers)));
    addWarnings(check.warnings, lines);
    return lines.join(u'\n');
}

}  // namespace glyphscope
