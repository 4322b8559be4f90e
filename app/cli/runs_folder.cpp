// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/runs_folder.h"

#include "app/cli/command.h"
#include "app/settings/installation.h"

#include <filesystem>
#include <system_error>

namespace glyphscope {
namespace {

RunInfo only(std::vector<RunInfo> runs, const std::string& begin, const std::string& noneOfThem)
{
    std::vector<RunInfo> matches;
    for (RunInfo& run : runs) {
        if (run.id == begin)
            return run;
        if (run.id.starts_with(begin))
            matches.push_back(std::move(run));
    }
    if (matches.empty())
        throw UsageError(noneOfThem);
    if (matches.size() > 1)
        throw UsageError(std::to_string(matches.size()) + " runs begin with \"" + begin +
                         "\": " + matches[0].id + ", " + matches[1].id + (matches.size() > 2 ? ", ..." : "") +
                         ". Give more of the id.");
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
    RunInfo info =
        only(store.list(), begin, "There is no run \"" + begin + "\". glyphscope runs lists them.");
    return {std::move(store), std::move(info)};
}

RunInfo trashedRun(const RunStore& store, const QString& name)
{
    const std::string begin = name.toStdString();
    return only(store.trashed(), begin, "There is no run \"" + begin + "\" in the trash.");
}

}  // namespace glyphscope
