// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checkpoint/detail/run_lines.h"

#include "model/checkpoint/atomic_file.h"
#include "model/checkpoint/detail/run_fields.h"
#include "model/checkpoint/detail/run_files.h"
#include "model/checkpoint/detail/run_info_json.h"
#include "model/types/error.h"

#include <algorithm>
#include <span>

namespace glyphscope {
namespace {

using nlohmann::json;

std::string lineOf(const json& object)
{
    std::string text = jsonText(object) + '\n';
    if (text.size() > run_files::kLineBytes)
        throw Error(GLYPHSCOPE_TEXT(
            "Checkpoint", "More than 1 MiB of text in one line of a run's record; it was not noted."));
    return text;
}

/// Hands out every whole line's fields until `take` returns false; returns where the taken ones end.
template <typename Take>
std::uint64_t readLines(const std::filesystem::path& file, Take take)
{
    const std::vector<std::byte> text = readWhole(file, run_files::kLinesBytes);
    const std::string name = file.parent_path().filename().string() + "/" + file.filename().string();
    std::int64_t before = 0;
    int number = 1;
    for (auto begin = text.begin();; ++number) {
        const auto end = std::find(begin, text.end(), std::byte{'\n'});
        const auto done = static_cast<std::uint64_t>(begin - text.begin());
        if (end == text.end())
            return done;
        const Message place(GLYPHSCOPE_TEXT("Checkpoint", "%1 line %2"), name, number);
        if (static_cast<std::size_t>(end - begin) > run_files::kLineBytes)
            throw Error(GLYPHSCOPE_TEXT("Checkpoint", "%1: is longer than 1 MiB. The file is damaged."),
                        place);
        const RunFields fields = RunFields::parse(std::span(begin, end), place);
        std::int64_t step = 0;
        fields.require({"step"});
        fields.read("step", step);
        if (step < before)
            fields.refuse("step", GLYPHSCOPE_TEXT("Checkpoint", "is below that of the line before"));
        if (!take(fields, step))
            return done;
        before = step;
        begin = end + 1;
    }
}

}  // namespace

bool isBetter(const EpochStats& a, const EpochStats& than)
{
    return a.judgedAccuracy() > than.judgedAccuracy() ||
           (a.judgedAccuracy() == than.judgedAccuracy() && a.judgedLoss() < than.judgedLoss());
}

std::string epochLine(const EpochStats& stats, const Evaluation& test)
{
    json object = epochJson(stats);
    object["test"] = evaluationJson(test);
    return lineOf(object);
}

std::string markLine(const RunMark& mark)
{
    return lineOf({{"step", mark.step}, {"text", mark.text}});
}

RunLines<EpochLine> readEpochs(const std::filesystem::path& file, std::int64_t last)
{
    RunLines<EpochLine> lines;
    lines.bytes = readLines(file, [&](const RunFields& fields, std::int64_t step) {
        if (step <= last)
            lines.entries.push_back({epochOf(fields), evaluationOf(fields.object("test"))});
        return step <= last;
    });
    return lines;
}

RunLines<RunMark> readMarks(const std::filesystem::path& file, std::int64_t last)
{
    RunLines<RunMark> lines;
    lines.bytes = readLines(file, [&](const RunFields& fields, std::int64_t step) {
        if (step > last)
            return false;
        RunMark mark{step, {}};
        fields.read("text", mark.text);
        lines.entries.push_back(std::move(mark));
        return true;
    });
    return lines;
}

}  // namespace glyphscope
