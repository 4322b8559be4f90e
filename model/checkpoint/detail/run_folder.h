// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/message.h"
#include "model/types/run.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <string>

namespace glyphscope {

/// Throws Error unless `id` can be nothing but the name of a folder among the runs.
void checkRunId(const std::string& id);
[[nodiscard]] bool isRunId(const std::string& id);
/// "20260501-142233-standard-7"
[[nodiscard]] std::string runIdOf(std::int64_t startedAt, const TrainOptions& options);

/// RunInfo of a run's folder, its id too. A run that is Running, but that nobody writes, is Interrupted.
/// Throws Error.
[[nodiscard]] RunInfo readRunInfo(const std::filesystem::path& run);

/// Changes run.json under its lock. Throws Error.
void editRunInfo(const std::filesystem::path& run, const std::function<void(RunInfo&)>& change);

/// For the one who writes the run: all of `info` but for the name and the note that run.json has, which come
/// back in it. Throws Error.
void saveRunInfo(const std::filesystem::path& run, RunInfo& info);

/// As readRunInfo() for a list of them: if run.json is damaged, it is renamed to run.json.bad, and `notice`
/// says so. Nothing if there is none to be shown.
[[nodiscard]] std::optional<RunInfo> listedRunInfo(const std::filesystem::path& run, Message& notice);

}  // namespace glyphscope
