// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/runs_folder.h"

#include "app/cli/command.h"
#include "app/settings/installation.h"

#include <filesystem>
#include <system_error>

namespace glyphscope {
namespace {

/// In `noneOfThem` %1 is `begin`.
RunInfo only(std::vector<RunInfo> runs, const std::string& begin, MessageText noneOfThem)
{
    std::vector<RunInfo> matches;
    for (RunInfo& run : runs) {
        if (run.id == begin)
            return run;
        if (run.id.starts_with(begin))
            matches.push_back(std::move(run));
    }
    if (matches.empty())
        throw UsageError(noneOfThem, begin);
    if (matches.size() > 1)
        throw UsageError(
            matches.size() == 2
                ? GLYPHSCOPE_TEXT("Command", "%1 runs begin with \"%2\": %3, %4. Give more of the id.")
                : GLYPHSCOPE_TEXT("Command", "%1 runs begin with \"%2\": %3, %4, .... Give more of the id."),
            matches.size(), begin, matches[0].id, matches[1].id);
    return std::move(matches.front());
}

}  // namespace

KeptRun keptRun(const QString& name)
{
    const std::string begin = name.toStdString();
    std::error_code none;
    if (std::filesystem::exists(std::filesystem::path(begin) / "run.json", none)) {
        const std::filesystem::path folder = std::filesystem::canonical(begin);
        RunStore store(folder.parent_path());
        RunInfo info = store.info(folder.filename().string());
        return {std::move(store), std::move(info)};
    }
    RunStore store(runsFolder());
    RunInfo info = only(store.list(), begin,
                        GLYPHSCOPE_TEXT("Command", "There is no run \"%1\". glyphscope runs lists them."));
    return {std::move(store), std::move(info)};
}

RunInfo trashedRun(const RunStore& store, const QString& name)
{
    const std::string begin = name.toStdString();
    return only(store.trashed(), begin, GLYPHSCOPE_TEXT("Command", "There is no run \"%1\" in the trash."));
}

}  // namespace glyphscope
