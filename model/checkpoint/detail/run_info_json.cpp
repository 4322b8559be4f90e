// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checkpoint/detail/run_info_json.h"

#include "model/checkpoint/detail/choice_json.h"
#include "model/checkpoint/detail/run_fields.h"
#include "model/checkpoint/detail/run_files.h"
#include "model/spec/presets.h"
#include "model/spec/spec_json.h"
#include "model/types/error.h"
#include "model/types/shown_text.h"

#include <algorithm>
#include <array>
#include <utility>

namespace glyphscope {
namespace {

using nlohmann::json;

constexpr int kRunVersion = 1;
constexpr int kMostClasses = 256;  // labels are bytes

constexpr auto kStates =
    std::to_array<std::pair<RunState, const char*>>({{RunState::Running, "running"},
                                                     {RunState::Done, "done"},
                                                     {RunState::Stopped, "stopped"},
                                                     {RunState::Failed, "failed"},
                                                     {RunState::Interrupted, "interrupted"}});

const char* stateName(RunState state)
{
    return std::ranges::find(kStates, state, &std::pair<RunState, const char*>::first)->second;
}

RunState stateOf(const RunFields& fields)
{
    std::string name;
    fields.read("state", name);
    for (const auto& [state, text] : kStates)
        if (name == text)
            return state;
    fields.refuse("state", GLYPHSCOPE_TEXT("Checkpoint", "is none that this program knows"));
}

void readFigures(const RunFields& fields, RunInfo& info)
{
    fields.read("data_name", info.dataName);
    fields.read("train_images", info.trainImages);
    fields.read("class_names", info.classNames);
    if (info.classNames.size() > kMostClasses)
        fields.refuse("class_names", GLYPHSCOPE_TEXT("Checkpoint", "has more than 256 names"));
    fields.read("step", info.step);
    fields.read("total_steps", info.totalSteps);
    fields.read("seconds", info.seconds, {.low = 0});
    fields.read("epochs_done", info.epochsDone);
    info.last = epochOf(fields.object("last"));
    info.best = epochOf(fields.object("best"));
    info.test = evaluationOf(fields.object("test"));
}

}  // namespace

std::string firstName(const TrainOptions& options)
{
    const std::string network = options.network ? titleOf(*options.network) + ", " : std::string();
    return network + options.recipe + ", seed " + std::to_string(options.seed);
}

json epochJson(const EpochStats& s)
{
    json result = {{"epoch", s.epoch},
                   {"step", s.step},
                   {"train_loss", figureJson(s.trainLoss)},
                   {"train_accuracy", figureJson(s.trainAccuracy)},
                   {"test_loss", figureJson(s.testLoss)},
                   {"test_accuracy", figureJson(s.testAccuracy)},
                   {"seconds", figureJson(s.seconds)}};
    if (s.validated) {
        result["validation_loss"] = figureJson(s.validationLoss);
        result["validation_accuracy"] = figureJson(s.validationAccuracy);
    }
    return result;
}

EpochStats epochOf(const RunFields& fields)
{
    EpochStats s;
    fields.read("epoch", s.epoch, {.low = 0});
    fields.read("step", s.step);
    fields.readFigure("train_loss", s.trainLoss);
    fields.readFigure("train_accuracy", s.trainAccuracy);
    fields.readFigure("test_loss", s.testLoss);
    fields.readFigure("test_accuracy", s.testAccuracy);
    fields.readFigure("seconds", s.seconds);
    s.validated = fields.has("validation_accuracy");
    fields.readFigure("validation_loss", s.validationLoss);
    fields.readFigure("validation_accuracy", s.validationAccuracy);
    return s;
}

json evaluationJson(const Evaluation& e)
{
    return {{"count", e.count},
            {"correct", e.correct},
            {"class_count", e.classCount},
            {"loss", figureJson(e.loss)},
            {"confusion", e.confusion}};
}

Evaluation evaluationOf(const RunFields& fields)
{
    Evaluation e;
    fields.read("count", e.count);
    fields.read("correct", e.correct);
    fields.read("class_count", e.classCount, {0, kMostClasses});
    fields.readFigure("loss", e.loss);
    fields.read("confusion", e.confusion);
    if (e.correct > e.count)
        fields.refuse("correct", GLYPHSCOPE_TEXT("Checkpoint", "is more than there were"));
    const auto classes = static_cast<std::size_t>(e.classCount);
    if (!e.confusion.empty() && e.confusion.size() != classes * classes)
        fields.refuse(
            "confusion",
            GLYPHSCOPE_TEXT("Checkpoint", "has another number of cells than there are pairs of classes"));
    return e;
}

std::string encodeRunInfo(const RunInfo& info)
{
    json described = {{"format", "glyphscope run"},
                      {"version", kRunVersion},
                      {"name", info.name},
                      {"note", info.note},
                      {"state", stateName(info.state)},
                      {"failure", info.failure},
                      {"started_at", info.startedAt},
                      {"options", optionsJson(info.options)},
                      {"data", dataJson(info.data)},
                      {"data_name", info.dataName},
                      {"train_images", info.trainImages},
                      {"class_names", info.classNames},
                      {"step", info.step},
                      {"total_steps", info.totalSteps},
                      {"seconds", info.seconds},
                      {"epochs_done", info.epochsDone},
                      {"last", epochJson(info.last)},
                      {"best", epochJson(info.best)},
                      {"test", evaluationJson(info.test)}};
    if (info.network)
        described["network"] = json::parse(encodeSpec(*info.network));
    std::string text = jsonText(described) + '\n';
    if (text.size() > run_files::kInfoBytes)
        throw Error(GLYPHSCOPE_TEXT("Checkpoint", "What is to be noted of the run \"%1\" is more than the 1 "
                                                  "MiB that run.json may have. Take a shorter name or note."),
                    info.name.substr(0, 80));
    return text;
}

RunInfo decodeRunInfo(std::span<const std::byte> text, const std::string& place)
{
    const RunFields fields = RunFields::parse(text, place);
    fields.require({"version", "state", "started_at", "options"});
    int version = 0;
    fields.read("version", version, {.low = 1});
    if (version > kRunVersion)
        throw NewerRun(
            GLYPHSCOPE_TEXT(
                "Checkpoint",
                "%1: was written by a newer version of this program. Use that one to see the run."),
            place);
    RunInfo info;
    fields.read("name", info.name);
    info.name = shownText(info.name, info.name.size());  // older versions took line ends in a name
    fields.read("note", info.note);
    info.state = stateOf(fields);
    fields.read("failure", info.failure);
    fields.read("started_at", info.startedAt, {0, 253402300799.0});  // to the year 9999
    info.options = optionsOf(fields.object("options"));
    if (fields.has("network"))
        info.network = decodeSpec(fields.text("network"),
                                  Message(GLYPHSCOPE_TEXT("Checkpoint", "%1: \"network\""), place));
    if (info.network && *info.network != shippedNetwork(static_cast<int>(info.network->classes.size())))
        info.options.network = info.network;
    info.data = dataOf(fields.object("data"));
    readFigures(fields, info);
    return info;
}

}  // namespace glyphscope
