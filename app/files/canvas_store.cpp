// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/canvas_store.h"

#include "app/files/canvas_file.h"
#include "model/checkpoint/atomic_file.h"
#include "model/checkpoint/file_lock.h"
#include "model/types/error.h"

#include <algorithm>
#include <charconv>
#include <span>
#include <string_view>
#include <system_error>
#include <utility>

namespace glyphscope {
namespace {

namespace fs = std::filesystem;

constexpr int kMostWindows = 64;
constexpr std::size_t kLargestFile = std::size_t{64} << 20;
constexpr std::string_view kLeft = "left-";
constexpr std::string_view kSuffix = ".json";

/// N of "left-N.json"; 0 for another name.
long numberOf(const fs::path& file)
{
    const std::string name = file.filename().string();
    if (!name.starts_with(kLeft) || !name.ends_with(kSuffix))
        return 0;
    long number = 0;
    const char* const end = name.data() + name.size() - kSuffix.size();
    const auto [at, error] = std::from_chars(name.data() + kLeft.size(), end, number);
    return error == std::errc() && at == end && number > 0 ? number : 0;
}

void write(const fs::path& file, const Drawing& drawing)
{
    std::error_code error;
    if (drawing.empty())
        fs::remove(file, error);
    if (error)
        throw Error(file.string() + ": an older drawing cannot be removed: " + error.message() +
                    ". Check that you may change the folder.");
    if (drawing.empty())
        return;
    const QByteArray bytes = writeCanvas(drawing);
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
    const auto all = FileLock::wait(m_folder / "lock");  // of two that start at once, one goes first
    std::error_code problem;
    Found found;
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
        throw Error(m_folder.string() + ": " + problem.message() +
                    ". Check that you may change the folder, and the space on it.");
    if (!m_lock)
        throw Error(m_folder.string() + ": " + std::to_string(kMostWindows) +
                    " windows are open already. Close some of them.");
    for (const fs::path& file : leftFiles())
        if (auto drawing = read(file, found))
            found.left.push_back({file.filename().string(), std::move(*drawing)});
    if (const fs::path last = m_folder / "last.json"; fs::exists(last, ignored))
        found.last = read(last, found);
    return found;
}

std::optional<Drawing> CanvasStore::read(const fs::path& file, Found& found) const
{
    std::vector<std::byte> bytes;
    try {
        bytes = readWhole(file, kLargestFile);
    } catch (const Error& error) {
        found.notices.push_back(error.what());
        return std::nullopt;  // it may be read the next time
    }
    try {
        return readCanvas(
            QByteArray(reinterpret_cast<const char*>(bytes.data()), static_cast<qsizetype>(bytes.size())),
            QString::fromStdString(file.string()));
    } catch (const Error& error) {
        std::error_code none;
        fs::rename(file, file.string() + ".bad", none);
        found.notices.push_back(std::string(error.what()) + " It was set aside as " +
                                file.filename().string() + ".bad.");
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
    for (; files.size() > kMostLeft; files.erase(files.begin()))
        fs::remove(files.front(), none);
    return files;
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
