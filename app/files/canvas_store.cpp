// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/canvas_store.h"

#include "app/files/canvas_file.h"
#include "model/checkpoint/atomic_file.h"
#include "model/checkpoint/file_lock.h"
#include "model/types/error.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <charconv>
#include <csignal>
#include <span>
#include <string_view>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace glyphscope {
namespace {

namespace fs = std::filesystem;

constexpr int kMostWindows = 64;
constexpr std::size_t kLargestFile = std::size_t{64} << 20;
constexpr std::string_view kLeft = "left-";
constexpr std::string_view kSuffix = ".json";

/// N of `prefix`N`suffix`; 0 for another name.
long numberIn(std::string_view name, std::string_view prefix, std::string_view suffix)
{
    if (!name.starts_with(prefix) || !name.ends_with(suffix) || name.size() < prefix.size() + suffix.size())
        return 0;
    long number = 0;
    const char* const end = name.data() + name.size() - suffix.size();
    const auto [at, error] = std::from_chars(name.data() + prefix.size(), end, number);
    return error == std::errc() && at == end && number > 0 ? number : 0;
}

/// N of "left-N.json"; 0 for another name.
long numberOf(const fs::path& file)
{
    return numberIn(file.filename().string(), kLeft, kSuffix);
}

/// "window-MACHINE-", for the names of windows where the file system knows no locks.
std::string windowsOfThisMachine()
{
    std::array<char, 256> host = {};
    (void)::gethostname(host.data(), host.size() - 1);
    std::string name(host.data());
    std::ranges::replace(name, '/', '-');
    return "window-" + name + "-";
}

bool isRunning(long process)
{
    return ::kill(static_cast<pid_t>(process), 0) == 0 || errno != ESRCH;
}

/// A name for a damaged file that none before it has.
fs::path badNameOf(const fs::path& file)
{
    std::error_code none;
    fs::path bad = file.string() + ".bad";
    for (int n = 2; fs::exists(bad, none); ++n)
        bad = file.string() + "." + std::to_string(n) + ".bad";
    return bad;
}

void write(const fs::path& file, const Drawing& drawing)
{
    std::error_code error;
    if (drawing.empty())
        fs::remove(file, error);
    if (error)
        throw Error(
            GLYPHSCOPE_TEXT(
                "Files", "%1: an older drawing cannot be removed: %2. Check that you may change the folder."),
            file, error.message());
    if (drawing.empty())
        return;
    const QByteArray bytes = writeCanvas(drawing);
    if (static_cast<std::size_t>(bytes.size()) > kLargestFile)
        throw Error(GLYPHSCOPE_TEXT("Files", "%1: the drawing would take more than the %2 MiB that are read "
                                             "again. Save it in a file of its own."),
                    file, kLargestFile >> 20);
    writeAtomically(file,
                    std::as_bytes(std::span(bytes.constData(), static_cast<std::size_t>(bytes.size()))));
}

}  // namespace

CanvasStore::CanvasStore(fs::path folder) : m_folder(std::move(folder))
{
}

CanvasStore::~CanvasStore() = default;

CanvasStore::Found CanvasStore::begin()
{
    std::error_code ignored;  // what fails here fails again below
    fs::create_directories(m_folder, ignored);
    m_lock.reset();                                      // of a begin() that failed
    const auto all = FileLock::wait(m_folder / "lock");  // of two that start at once, one goes first
    Found found;
    if (all->holds())
        takePlace(found);
    else
        takeOwnName(found);
    removeOldestLeft();
    for (const fs::path& file : leftFiles())
        if (auto drawing = read(file, found))
            found.left.push_back({file.filename().string(), std::move(*drawing)});
    if (const fs::path last = m_folder / "last.json"; fs::exists(last, ignored))
        found.last = read(last, found);
    return found;
}

/// The first one that no other window holds. What is kept in a place that nobody holds is of a window that
/// was killed.
void CanvasStore::takePlace(Found& found)
{
    std::error_code ignored;
    std::error_code problem;
    for (int place = 1; place <= kMostWindows; ++place) {
        const std::string name = "window-" + std::to_string(place);
        const fs::path lockFile = m_folder / (name + ".lock");
        const fs::path file = m_folder / (name + ".json");
        if (m_lock && !fs::exists(file, ignored)) {
            found.others = found.others || FileLock::isHeld(lockFile);
            continue;
        }
        auto lock = FileLock::tryTo(lockFile);
        if (!lock) {
            found.others = true;
            continue;
        }
        if (fs::exists(file, ignored))
            fs::rename(file, freeName(), problem);  // of a window that was killed
        if (problem && fs::exists(file, ignored))
            continue;  // it is not written over
        if (!m_lock) {
            m_lock = std::move(lock);
            m_file = file;
        }
    }
    if (!m_lock && problem)
        throw Error(
            GLYPHSCOPE_TEXT("Files", "%1: %2. Check that you may change the folder, and the space on it."),
            m_folder, problem.message());
    if (!m_lock)
        throw Error(GLYPHSCOPE_TEXT("Files", "%1: %2 windows are open already. Close some of them."),
                    m_folder, kMostWindows);
}

/// Without locks a place could be another window's, too: a name that no other has, of machine, process and
/// window. Of this machine's processes, those that are gone were killed; of others nothing is known.
void CanvasStore::takeOwnName(Found& found)
{
    static std::atomic<int> windows = 0;
    const std::string machine = windowsOfThisMachine();
    const int ours = ++windows;
    std::vector<fs::path> killed;
    std::error_code none;
    for (fs::directory_iterator it(m_folder, none), end; !none && it != end; it.increment(none)) {
        const std::string name = it->path().filename().string();
        const std::string_view process = std::string_view(name).substr(0, name.find('.', machine.size()));
        const long id = numberIn(process, machine, {});
        const long window = numberIn(name, std::string(process) + ".", kSuffix);
        if (id == 0 || window == 0)
            continue;
        // of our number and not made by us: of an earlier process that had it
        if (id == ::getpid() ? window < ours : isRunning(id))
            found.others = true;
        else
            killed.push_back(it->path());
    }
    for (const fs::path& file : killed)
        fs::rename(file, freeName(), none);
    m_file =
        m_folder / (machine + std::to_string(::getpid()) + "." + std::to_string(ours) + std::string(kSuffix));
}

std::optional<Drawing> CanvasStore::read(const fs::path& file, Found& found) const
{
    std::vector<std::byte> bytes;
    try {
        bytes = readWhole(file, kLargestFile);
    } catch (const Error& error) {
        found.notices.push_back(error.message());
        return std::nullopt;  // it may be read the next time
    }
    try {
        return readCanvas(
            QByteArray(reinterpret_cast<const char*>(bytes.data()), static_cast<qsizetype>(bytes.size())),
            QString::fromStdString(file.string()));
    } catch (const Error& error) {
        std::error_code none;
        const fs::path bad = badNameOf(file);
        fs::rename(file, bad, none);
        found.notices.emplace_back(GLYPHSCOPE_TEXT("Files", "%1 It was set aside as %2."), error,
                                   bad.filename());
        return std::nullopt;
    }
}

std::vector<fs::path> CanvasStore::leftFiles() const
{
    std::vector<fs::path> files;
    std::error_code none;
    for (fs::directory_iterator it(m_folder, none), end; !none && it != end; it.increment(none))
        if (numberOf(it->path()) > 0)
            files.push_back(it->path());
    std::ranges::sort(files, {}, numberOf);
    return files;
}

/// What is beyond kMostLeft, for good.
void CanvasStore::removeOldestLeft()
{
    const std::vector<fs::path> files = leftFiles();
    std::error_code none;
    for (std::size_t i = 0; i + kMostLeft < files.size(); ++i)
        fs::remove(files[i], none);
}

fs::path CanvasStore::freeName() const
{
    const std::vector<fs::path> files = leftFiles();
    const long number = files.empty() ? 1 : numberOf(files.back()) + 1;
    return m_folder / (std::string(kLeft) + std::to_string(number) + std::string(kSuffix));
}

void CanvasStore::keep(const Drawing& drawing)
{
    write(m_file, drawing);
}

void CanvasStore::close(const Drawing& drawing)
{
    write(m_folder / "last.json", drawing);
    write(m_file, {});
    m_lock.reset();
}

void CanvasStore::forget(const std::vector<std::string>& names)
{
    for (const std::string& name : names)
        if (numberOf(name) > 0)
            write(m_folder / fs::path(name).filename(), {});
}

}  // namespace glyphscope
