// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/weights_history.h"

#include "model/checkpoint/atomic_file.h"
#include "model/checkpoint/file_lock.h"
#include "model/checkpoint/safetensors.h"
#include "model/types/error.h"

#include <QtCore/QByteArray>
#include <QtCore/QCoreApplication>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QRegularExpression>

#include <algorithm>
#include <cstdio>
#include <set>
#include <span>
#include <utility>

using namespace Qt::StringLiterals;

namespace glyphscope {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kLargestHistory = std::size_t{1} << 20;
constexpr const char* kFile = "history.json";
constexpr const char* kBadFile = "history.json.bad";
constexpr const char* kLock = "lock";
constexpr qsizetype kLongestTitle = 200;
constexpr int kHighestNumber = 999999999;  // of nine digits

/// The versions of an object written by write(), or nothing if it is none.
std::optional<std::vector<WeightsHistory::Version>> versionsOf(const QJsonObject& object)
{
    static const QRegularExpression name(u"^(\\d{4,9}\\.safetensors)?$"_s);
    std::vector<WeightsHistory::Version> versions;
    for (const QJsonValue& value : object[u"versions"_s].toArray()) {
        const QString file = value[u"file"_s].toString(u"?"_s);
        const QString title = value[u"title"_s].toString();
        if (!name.match(file).hasMatch() || title.isEmpty() || title.size() > kLongestTitle)
            return std::nullopt;
        versions.push_back({file.toStdString(), title.toStdString()});
    }
    if (versions.empty() || versions.size() > WeightsHistory::kVersions)
        return std::nullopt;
    return versions;
}

QByteArray jsonOf(const std::vector<WeightsHistory::Version>& versions, std::size_t position)
{
    QJsonArray array;
    for (const WeightsHistory::Version& version : versions)
        array.append(QJsonObject{{u"file"_s, QString::fromStdString(version.file)},
                                 {u"title"_s, QString::fromStdString(version.title)}});
    return QJsonDocument(QJsonObject{{u"format"_s, u"glyphscope-weights-history-1"_s},
                                     {u"position"_s, static_cast<qint64>(position)},
                                     {u"versions"_s, array}})
        .toJson();
}

}  // namespace

WeightsHistory::WeightsHistory(fs::path folder, Message* notice)
    : m_folder(std::move(folder)), m_state(shipped())
{
    try {
        m_state = read();
    } catch (const Error& error) {
        if (notice != nullptr)
            *notice = error.message();
    }
}

WeightsHistory::State WeightsHistory::shipped()
{
    return {{{{}, QCoreApplication::translate("WeightsHistory", "Shipped weights").toStdString()}}, 0};
}

/// Of the folder, which another window may have changed meanwhile; held as long as the lock lives.
std::unique_ptr<FileLock> WeightsHistory::refresh()
{
    std::error_code ignored;  // what fails here fails again below
    fs::create_directories(m_folder, ignored);
    auto lock = FileLock::wait(m_folder / kLock);
    m_state = read();
    return lock;
}

/// Throws Error if the list cannot be read, and after it was set aside because it is damaged.
WeightsHistory::State WeightsHistory::read() const
{
    const fs::path file = m_folder / kFile;
    std::error_code code;
    if (!fs::exists(file, code))
        return shipped();
    const std::vector<std::byte> bytes = readWhole(file, kLargestHistory);
    const QJsonObject object = QJsonDocument::fromJson(QByteArray(reinterpret_cast<const char*>(bytes.data()),
                                                                  static_cast<qsizetype>(bytes.size())))
                                   .object();
    const auto versions = versionsOf(object);
    const qint64 position = object[u"position"_s].toInteger(-1);
    if (versions && position >= 0 && position < static_cast<qint64>(versions->size()))
        return {*versions, static_cast<std::size_t>(position)};
    fs::rename(file, m_folder / kBadFile, code);
    if (code)
        throw Error(GLYPHSCOPE_TEXT("Settings",
                                    "The list of earlier weights in %1 is damaged. It cannot be set "
                                    "aside either: %2. Check that you may change the folder."),
                    file, code.message());
    throw Error(GLYPHSCOPE_TEXT("Settings", "The list of earlier weights in %1 is damaged. It was set aside "
                                            "as %2, and reading starts with the shipped weights."),
                file, kBadFile);
}

void WeightsHistory::push(const StateDict& weights, const std::string& title)
{
    const std::lock_guard lock(m_mutex);
    const auto folderLock = refresh();
    const std::string file = freeName();
    writeSafetensors(weights, m_folder / file);
    put({file, title});
}

void WeightsHistory::pushShipped(const std::string& title)
{
    const std::lock_guard lock(m_mutex);
    const auto folderLock = refresh();
    put({{}, title});
}

void WeightsHistory::put(Version version)
{
    version.title = QString::fromStdString(version.title).left(kLongestTitle).toStdString();
    State next = m_state;
    next.versions.resize(next.position + 1);
    next.versions.push_back(std::move(version));
    if (next.versions.size() > kVersions)
        next.versions.erase(next.versions.begin());
    next.position = next.versions.size() - 1;
    write(next);
    sweep(m_state);
}

void WeightsHistory::write(const State& state)
{
    // The list is replaced after the weights that it names are there, and files go after it stopped naming
    // them: killed in between, it names nothing that is not there.
    const QByteArray bytes = jsonOf(state.versions, state.position);
    writeAtomically(m_folder / kFile,
                    std::as_bytes(std::span(bytes.constData(), static_cast<std::size_t>(bytes.size()))));
    m_state = state;
}

void WeightsHistory::sweep(const State& state) const
{
    std::error_code code;
    if (fs::exists(m_folder / kBadFile, code))
        return;  // a list that was set aside may name them: they are the user's to look through
    for (const fs::directory_entry& entry : fs::directory_iterator(m_folder, code)) {
        const std::string name = entry.path().filename().string();
        const bool named = std::ranges::any_of(
            state.versions, [&name](const Version& version) { return version.file == name; });
        if (entry.path().extension() == ".safetensors" && !named)
            fs::remove(entry.path(), code);
    }
}

std::string WeightsHistory::freeName() const
{
    static const QRegularExpression numbered(u"^(\\d{4,9})\\.safetensors$"_s);
    std::set<int> taken{0};
    std::error_code code;
    for (const fs::directory_entry& entry : fs::directory_iterator(m_folder, code))
        if (const auto match = numbered.match(QString::fromStdString(entry.path().filename().string()));
            match.hasMatch() && entry.is_regular_file(code))
            taken.insert(match.captured(1).toInt());
    int number = *taken.rbegin() + 1;
    if (number > kHighestNumber)  // a file of another program: into the first gap
        for (number = 1; taken.contains(number);)
            ++number;
    char name[32];
    std::snprintf(name, sizeof name, "%04d.safetensors", number);
    return name;
}

std::optional<StateDict> WeightsHistory::weightsOf(const Version& version) const
{
    if (version.file.empty())
        return std::nullopt;
    return readSafetensors(m_folder / version.file);
}

std::optional<StateDict> WeightsHistory::moveTo(std::size_t position)
{
    std::optional<StateDict> weights = weightsOf(m_state.versions[position]);
    State next = m_state;
    next.position = position;
    write(next);
    return weights;
}

std::optional<StateDict> WeightsHistory::undo()
{
    const std::lock_guard lock(m_mutex);
    const auto folderLock = refresh();
    if (m_state.position == 0)
        throw Error(GLYPHSCOPE_TEXT("Settings", "There are no earlier weights to go back to."));
    return moveTo(m_state.position - 1);
}

std::optional<StateDict> WeightsHistory::redo()
{
    const std::lock_guard lock(m_mutex);
    const auto folderLock = refresh();
    if (m_state.position + 1 == m_state.versions.size())
        throw Error(GLYPHSCOPE_TEXT("Settings", "There are no later weights to go forward to."));
    return moveTo(m_state.position + 1);
}

std::optional<StateDict> WeightsHistory::current() const
{
    const std::lock_guard lock(m_mutex);
    return weightsOf(m_state.versions[m_state.position]);
}

std::string WeightsHistory::title() const
{
    const std::lock_guard lock(m_mutex);
    return m_state.versions[m_state.position].title;
}

std::string WeightsHistory::undoTitle() const
{
    const std::lock_guard lock(m_mutex);
    return m_state.position == 0 ? std::string() : m_state.versions[m_state.position].title;
}

std::string WeightsHistory::redoTitle() const
{
    const std::lock_guard lock(m_mutex);
    return m_state.position + 1 == m_state.versions.size() ? std::string()
                                                           : m_state.versions[m_state.position + 1].title;
}

}  // namespace glyphscope
