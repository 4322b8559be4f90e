// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checkpoint/run_store.h"

#include "model/checkpoint/detail/curve_file.h"
#include "model/checkpoint/detail/descriptor.h"
#include "model/checkpoint/detail/run_checkpoints.h"
#include "model/checkpoint/detail/run_cut.h"
#include "model/checkpoint/detail/run_files.h"
#include "model/checkpoint/detail/run_folder.h"
#include "model/checkpoint/detail/run_info_json.h"
#include "model/checkpoint/detail/run_lines.h"
#include "model/checkpoint/file_lock.h"
#include "model/checkpoint/run_writer.h"
#include "model/checkpoint/safetensors.h"
#include "model/types/error.h"
#include "model/types/shown_text.h"

#include <algorithm>
#include <chrono>
#include <fcntl.h>
#include <functional>
#include <optional>
#include <span>
#include <system_error>
#include <tuple>
#include <unistd.h>

namespace glyphscope {
namespace {

namespace fs = std::filesystem;

std::int64_t secondsNow()
{
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::seconds>(now).count();
}

/// Folders of runs that never began: killed before run.json was there, or left by a disk that refused to
/// remove them. For the one who may begin a run.
void sweep(const fs::path& folder)
{
    std::vector<fs::path> unborn;
    std::error_code none;
    for (fs::directory_iterator it(folder, none), end; !none && it != end; it.increment(none)) {
        std::error_code error;
        const fs::path& run = it->path();
        const bool born = fs::exists(run / run_files::kInfo, error) ||
                          fs::exists(run / run_files::kBadInfo, error) ||
                          fs::exists(run / run_files::kResumePoint, error) || error;
        if (!born && isRunId(run.filename().string()) && fs::exists(run / run_files::kLock, error) &&
            !FileLock::isHeld(run / run_files::kLock))
            unborn.push_back(run);
    }
    for (const fs::path& run : unborn)
        fs::remove_all(run, none);
}

[[noreturn]] void refuseToMake(const fs::path& folder, const std::error_code& error)
{
    throw Error(
        GLYPHSCOPE_TEXT("Checkpoint",
                        "%1: cannot be made: %2. Check the folder and the space on it; the run is not kept."),
        folder, error.message());
}

/// A folder of a name that no run has, in the trash neither.
std::string makeFolder(const fs::path& folder, const std::string& name)
{
    std::error_code error;
    std::error_code none;
    fs::create_directories(folder, error);
    std::string id = name;
    for (int n = 2; !error; ++n) {
        if (!fs::exists(folder / run_files::kTrash / id, none) && fs::create_directory(folder / id, error)) {
            const Descriptor parent(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
            if (parent.get() >= 0)
                ::fsync(parent.get());
            return id;
        }
        id = name + "-" + std::to_string(n);
    }
    refuseToMake(folder / id, error);
}

std::unique_ptr<FileLock> lockToWrite(const fs::path& run)
{
    auto lock = FileLock::tryTo(run / run_files::kLock);
    if (!lock)
        throw Error(GLYPHSCOPE_TEXT("Checkpoint",
                                    "Run %1 is training, in this program or another. Stop it there first."),
                    run.filename());
    return lock;
}

/// Where locks hold nothing, the files tell: another program wrote them just now, and may be at it still.
void refuseIfFresh(const fs::path& run, const FileLock& lock)
{
    constexpr std::chrono::minutes kFresh{1};
    if (lock.holds() || readRunInfo(run).state != RunState::Interrupted)
        return;
    const auto now = fs::file_time_type::clock::now();
    for (const char* name : {run_files::kInfo, run_files::kCurves, run_files::kResumePoint}) {
        std::error_code none;
        const auto written = fs::last_write_time(run / name, none);
        if (!none && std::chrono::abs(now - written) < kFresh)
            throw Error(
                GLYPHSCOPE_TEXT("Checkpoint",
                                "Run %1 was written less than a minute ago, and its file system knows no "
                                "locks that would tell whether another program trains it. Wait a minute."),
                run.filename());
    }
}

void move(const fs::path& from, const fs::path& to)
{
    std::error_code error;
    fs::create_directories(to.parent_path(), error);
    if (!error)
        fs::rename(from, to, error);
    if (error)
        throw Error(
            GLYPHSCOPE_TEXT(
                "Checkpoint",
                "%1: cannot be moved to %2: %3. It is where it was; check that you may change the folder."),
            from, to, error.message());
}

/// The file with the run's best weights; in between two of them the one before.
fs::path bestFile(const fs::path& run)
{
    std::error_code none;
    const bool there = fs::exists(run / run_files::kBest, none);
    return run / (there ? run_files::kBest : run_files::kBestBefore);
}

std::optional<RunCheckpoint> checkpointIn(const fs::path& file, std::int64_t step)
{
    std::error_code none;
    if (!fs::exists(file, none))  // thinned out meanwhile
        return std::nullopt;
    try {
        const auto metadata = readMetadata(file);
        return RunCheckpoint{wholeIn(metadata, kStepKey).value_or(step), epochIn(metadata), false};
    } catch (const Error&) {
        // One damaged file hides no others; weights() says what is wrong with it.
        return RunCheckpoint{step, 0, false};
    }
}

}  // namespace

RunStore::RunStore(fs::path folder) : m_folder(std::move(folder))
{
}

fs::path RunStore::runFolder(const std::string& id) const
{
    checkRunId(id);
    std::error_code none;
    if (!fs::exists(m_folder / id / run_files::kInfo, none))
        throw Error(GLYPHSCOPE_TEXT("Checkpoint", "There is no run \"%1\" in %2."), id, m_folder);
    return m_folder / id;
}

std::vector<RunInfo> RunStore::list(std::vector<Message>* notices) const
{
    std::vector<RunInfo> runs;
    std::error_code none;  // no folder yet: no runs
    fs::directory_iterator it(m_folder, none);
    if (none && none != std::errc::no_such_file_or_directory && notices != nullptr)
        notices->emplace_back(
            GLYPHSCOPE_TEXT("Checkpoint",
                            "%1: the runs cannot be listed: %2. Check that you may read the folder."),
            m_folder, none.message());
    for (const fs::directory_iterator end; !none && it != end; it.increment(none)) {
        if (!isRunId(it->path().filename().string()))
            continue;
        Message notice;
        if (std::optional<RunInfo> info = listedRunInfo(it->path(), notice))
            runs.push_back(std::move(*info));
        if (!notice.empty() && notices != nullptr)
            notices->push_back(std::move(notice));
    }
    std::ranges::sort(runs, std::greater(), [](const RunInfo& info) {
        return std::tuple(info.startedAt, info.id.size(), info.id);  // of one second: "a", "a-9", "a-10"
    });
    return runs;
}

RunInfo RunStore::info(const std::string& id) const
{
    return readRunInfo(runFolder(id));
}

std::vector<RunInfo> RunStore::trashed() const
{
    return RunStore(m_folder / run_files::kTrash).list();
}

RunCurves RunStore::curves(const std::string& id) const
{
    const fs::path run = runFolder(id);
    RunCurves curves;
    curves.steps = readCurves(run / run_files::kCurves);
    for (const EpochLine& line : readEpochs(run / run_files::kEpochs).entries)
        curves.epochs.push_back(line.stats);
    curves.marks = readMarks(run / run_files::kMarks).entries;
    return curves;
}

std::vector<RunCheckpoint> RunStore::checkpoints(const std::string& id) const
{
    const fs::path run = runFolder(id);
    std::vector<RunCheckpoint> result;
    for (const KeptFile& file : keptCheckpoints(run))
        if (const auto checkpoint = checkpointIn(checkpointFile(run, file.step), file.step))
            result.push_back({file.step, checkpoint->epoch, false});
    if (auto best = checkpointIn(bestFile(run), 0)) {
        best->best = true;
        const auto at = std::ranges::lower_bound(result, best->step, {}, &RunCheckpoint::step);
        if (at != result.end() && at->step == best->step)
            at->best = true;
        else
            result.insert(at, *best);
    }
    return result;
}

StateDict RunStore::weights(const std::string& id, std::int64_t step) const
{
    const fs::path run = runFolder(id);
    std::error_code none;
    if (const fs::path file = checkpointFile(run, step); fs::exists(file, none))
        return readSafetensors(file);
    const auto best = checkpointIn(bestFile(run), 0);
    if (!best || best->step != step)
        throw Error(GLYPHSCOPE_TEXT("Checkpoint", "Run %1 keeps no weights of step %2 any more."), id, step);
    return readSafetensors(bestFile(run));
}

StateDict RunStore::resumePoint(const std::string& id) const
{
    return readSafetensors(runFolder(id) / run_files::kResumePoint);
}

StateDict RunStore::best(const std::string& id) const
{
    return readSafetensors(bestFile(runFolder(id)));
}

void RunStore::rename(const std::string& id, const std::string& name)
{
    if (shownText(name, name.size()) != name)
        throw Error(GLYPHSCOPE_TEXT("Checkpoint", "\"%1\" is no name for a run: it has a line end or another "
                                                  "control character in it. Choose a name of one line."),
                    shownText(name));
    editRunInfo(runFolder(id), [&name](RunInfo& info) {  //
        info.name = name.empty() ? firstName(info.options) : name;
    });
}

void RunStore::setNote(const std::string& id, const std::string& text)
{
    editRunInfo(runFolder(id), [&text](RunInfo& info) { info.note = text; });
}

void RunStore::trash(const std::string& id)
{
    const fs::path run = runFolder(id);
    const auto lock = lockToWrite(run);
    refuseIfFresh(run, *lock);
    const auto infoLock = FileLock::wait(run / run_files::kInfoLock);
    move(run, m_folder / run_files::kTrash / id);
}

void RunStore::restore(const std::string& id)
{
    checkRunId(id);
    std::error_code none;
    if (fs::exists(m_folder / id, none))
        throw Error(
            GLYPHSCOPE_TEXT("Checkpoint", "There is a run \"%1\" already; the one in the trash stays there."),
            id);
    move(m_folder / run_files::kTrash / id, m_folder / id);
}

void RunStore::emptyTrash()
{
    std::error_code error;
    fs::remove_all(m_folder / run_files::kTrash, error);
    if (error)
        throw Error(GLYPHSCOPE_TEXT("Checkpoint", "%1: cannot be emptied: %2."), m_folder / run_files::kTrash,
                    error.message());
}

std::unique_ptr<RunWriter> RunStore::begin(RunInfo given)
{
    RunInfo info;
    info.name = given.name.empty() ? firstName(given.options) : std::move(given.name);
    info.note = std::move(given.note);
    info.startedAt = given.startedAt > 0 ? given.startedAt : secondsNow();
    info.network = given.options.network;
    info.options = std::move(given.options);
    info.data = std::move(given.data);
    info.dataName = std::move(given.dataName);
    info.trainImages = given.trainImages;
    info.classNames = std::move(given.classNames);
    info.totalSteps = given.totalSteps;
    const std::string text = encodeRunInfo(info);
    (void)decodeRunInfo(std::as_bytes(std::span(text)), "options");  // what could not be read is not begun

    std::error_code error;
    if (fs::create_directories(m_folder, error); error)
        refuseToMake(m_folder, error);
    const auto lock = FileLock::wait(m_folder / ".lock");
    if (lock->holds())  // else another may be about to begin one
        sweep(m_folder);
    info.id = makeFolder(m_folder, runIdOf(info.startedAt, info.options));
    const fs::path run = m_folder / info.id;
    try {
        return std::make_unique<RunWriter>(run, std::move(info), lockToWrite(run));
    } catch (const Error&) {
        fs::remove_all(run, error);
        throw;
    }
}

std::unique_ptr<RunWriter> RunStore::resume(const std::string& id)
{
    const fs::path run = runFolder(id);
    auto lock = lockToWrite(run);
    refuseIfFresh(run, *lock);
    RunInfo info = readRunInfo(run);
    cutBack(run, info);
    return std::make_unique<RunWriter>(run, std::move(info), std::move(lock));
}

}  // namespace glyphscope
