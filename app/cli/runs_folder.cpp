// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/runs_folder.h"

#include "app/cli/command.h"
#include "app/settings/installation.h"

namespace glyphscope {

std::filesystem::path runsFolder()
{
    return dataFolder() / "runs";
}

RunInfo runNamed(const RunStore& store, const QString& prefix)
{
    const std::string begin = prefix.toStdString();
    std::vector<RunInfo> matches;
    for (RunInfo& run : store.list()) {
        if (run.id == begin)
            return run;
        if (run.id.starts_with(begin))
            matches.push_back(std::move(run));
    }
    if (matches.empty())
        throw UsageError("There is no run \"" + begin + "\". glyphscope runs lists them.");
    if (matches.size() > 1)
        throw UsageError(std::to_string(matches.size()) + " runs begin with \"" + begin +
                         "\": " + matches[0].id + ", " + matches[1].id + " ... Give more of the id.");
    return std::move(matches.front());
}

}  // namespace glyphscope
