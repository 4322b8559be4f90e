// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checkpoint/detail/run_folder.h"

#include "model/checkpoint/atomic_file.h"
#include "model/checkpoint/detail/run_files.h"
#include "model/checkpoint/detail/run_info_json.h"
#include "model/checkpoint/file_lock.h"
#include "model/types/error.h"

#include <algorithm>
#include <array>
#include <ctime>
#include <span>

namespace glyphscope {
namespace {

constexpr std::size_t kMostIdLength = 120;
constexpr std::size_t kMostRecipeLength = 40;

bool isPlain(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '_' || c == '.';
}

std::string placeOf(const std::filesystem::path& run)
{
    return run.filename().string() + "/" + run_files::kInfo;
}

/// As the file has it.
RunInfo storedRunInfo(const std::filesystem::path& run)
{
    const std::vector<std::byte> text = readWhole(run / run_files::kInfo, run_files::kInfoBytes);
    RunInfo info = decodeRunInfo(text, placeOf(run));
    info.id = run.filename().string();
    return info;
}

void store(const std::filesystem::path& run, const RunInfo& info)
{
    const std::string text = encodeRunInfo(info);
    writeAtomically(run / run_files::kInfo, std::as_bytes(std::span(text)));
}

/// Renames run.json if it is damaged; whether it was. Under the lock, and read again: another program may
/// have put a whole one in its place.
bool setAside(const std::filesystem::path& run)
{
    const auto lock = FileLock::wait(run / run_files::kInfoLock);
    const std::vector<std::byte> text = readWhole(run / run_files::kInfo, run_files::kInfoBytes);
    try {
        (void)decodeRunInfo(text, placeOf(run));
        return false;
    } catch (const NewerRun&) {
        return false;
    } catch (const Error&) {
        std::filesystem::rename(run / run_files::kInfo, run / run_files::kBadInfo);
        return true;
    }
}

}  // namespace

bool isRunId(const std::string& id)
{
    return !id.empty() && id.size() <= kMostIdLength && id.front() != '.' && std::ranges::all_of(id, isPlain);
}

void checkRunId(const std::string& id)
{
    if (!isRunId(id))
        throw Error(
            GLYPHSCOPE_TEXT(
                "Checkpoint",
                "\"%1\" is no run's name. A run is named by its folder, such as 20260501-142233-standard-7."),
            id.substr(0, kMostIdLength));
}

std::string runIdOf(std::int64_t startedAt, const TrainOptions& options)
{
    const auto seconds = static_cast<std::time_t>(startedAt);
    std::tm utc = {};
    ::gmtime_r(&seconds, &utc);
    std::array<char, 64> date = {};
    std::strftime(date.data(), date.size(), "%Y%m%d-%H%M%S", &utc);
    std::string recipe = options.recipe.substr(0, kMostRecipeLength);
    std::ranges::replace_if(
        recipe, [](char c) { return !isPlain(c); }, '-');
    return std::string(date.data()) + "-" + recipe + "-" + std::to_string(options.seed);
}

RunInfo readRunInfo(const std::filesystem::path& run)
{
    RunInfo info = storedRunInfo(run);
    if (info.state == RunState::Running && !FileLock::isHeld(run / run_files::kLock)) {
        // Its writer may have ended it between the two looks; what is there after the lock is free stays.
        info = storedRunInfo(run);
        if (info.state == RunState::Running)
            info.state = RunState::Interrupted;
    }
    return info;
}

void editRunInfo(const std::filesystem::path& run, const std::function<void(RunInfo&)>& change)
{
    const auto lock = FileLock::wait(run / run_files::kInfoLock);
    RunInfo info = storedRunInfo(run);
    change(info);
    store(run, info);
}

void saveRunInfo(const std::filesystem::path& run, RunInfo& info)
{
    const auto lock = FileLock::wait(run / run_files::kInfoLock);
    try {
        const RunInfo stored = storedRunInfo(run);
        info.name = stored.name;
        info.note = stored.note;
    } catch (const Error&) {
        // The first time there is none; later a damaged one is mended by what is known here.
    }
    store(run, info);
}

std::optional<RunInfo> listedRunInfo(const std::filesystem::path& run, Message& notice)
{
    std::error_code gone;
    if (!std::filesystem::exists(run / run_files::kInfo, gone))
        return std::nullopt;
    try {
        return readRunInfo(run);
    } catch (const Error& error) {
        notice = error.message();
    }
    try {
        if (setAside(run))
            notice = {GLYPHSCOPE_TEXT("Checkpoint",
                                      "%1 It was set aside as %2; the rest of the run stays in its folder."),
                      notice, run.filename() / run_files::kBadInfo};
    } catch (const std::exception&) {
        // It cannot be read, or nothing can be written there: the notice says what is wrong with it.
    }
    return std::nullopt;
}

}  // namespace glyphscope
