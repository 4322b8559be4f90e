// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/data/dataset_place.h"

#include "model/data/content_kind.h"
#include "model/data/npz_set.h"
#include "model/types/error.h"

#include <algorithm>
#include <array>
#include <deque>
#include <set>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

namespace glyphscope {
namespace {

namespace fs = std::filesystem;

constexpr int kDeepestFolder = 3;
constexpr std::size_t kMostFolders = 2000;

/// How the two sets of a folder may be called.
constexpr auto kStems = std::to_array<std::pair<const char*, const char*>>(
    {{"train", "t10k"}, {"train", "test"}, {"qmnist-train", "qmnist-test"}});

/// "emnist-digits" and the like, of every EMNIST set with a file in the folder.
std::set<std::string> emnistSets(const fs::path& folder)
{
    std::set<std::string> sets;
    std::error_code code;
    for (fs::directory_iterator entry(folder, code), end; !code && entry != end; entry.increment(code)) {
        const std::string name = entry->path().filename().string();
        const std::size_t cut = name.find("-train-images");
        if (isStoredTransposed(entry->path()) && cut != std::string::npos)
            sets.insert(name.substr(0, cut));
    }
    return sets;
}

std::string missingFiles(const fs::path& folder)
{
    std::string missing;
    for (const std::string set : {"train", "t10k"})
        for (const std::string part : {"images-idx3-ubyte", "labels-idx1-ubyte"})
            if (!hasIdxFile(folder, set + '-' + part))
                missing += (missing.empty() ? "" : ", ") + set + '-' + part;
    return missing;
}

/// Looks for whole sets below a folder, level by level.
class FolderSearch {
public:
    explicit FolderSearch(const fs::path& top) { m_waiting.emplace_back(top, 0); }

    /// Those of the first level that has any.
    std::vector<DatasetPlace> run()
    {
        int level = 0;
        for (std::size_t seen = 0; !m_waiting.empty() && seen < kMostFolders; ++seen) {
            const auto [folder, depth] = std::move(m_waiting.front());
            m_waiting.pop_front();
            if (depth > level && !m_found.empty())
                break;
            level = depth;
            lookInto(folder, depth);
        }
        return std::move(m_found);
    }

    /// A packed file on the way.
    [[nodiscard]] const fs::path& packed() const { return m_packed; }

private:
    void lookInto(const fs::path& folder, int depth)
    {
        auto files = datasetFilesIn(folder);
        const bool whole = files.has_value();
        if (whole)
            m_found.push_back({folder, std::move(files)});
        std::error_code code;
        std::vector<fs::path> below;
        for (fs::directory_iterator entry(folder, code), end; !code && entry != end; entry.increment(code)) {
            const fs::path& path = entry->path();
            if (path.filename().string().starts_with('.'))
                continue;
            std::error_code ignored;
            if (entry->is_directory(ignored)) {
                if (depth < kDeepestFolder)
                    below.push_back(path);
            } else if (!whole && path.extension() == ".npz" && isNpzSet(path)) {
                m_found.push_back({path, std::nullopt});
            } else if (m_packed.empty() && (path.extension() == ".zip" || path.extension() == ".tar")) {
                m_packed = path;
            }
        }
        std::ranges::sort(below);
        for (fs::path& path : below)
            m_waiting.emplace_back(std::move(path), depth + 1);
    }

    std::deque<std::pair<fs::path, int>> m_waiting;
    std::vector<DatasetPlace> m_found;
    fs::path m_packed;
};

DatasetPlace placeBelow(const fs::path& folder)
{
    FolderSearch search(folder);
    std::vector<DatasetPlace> found = search.run();
    std::ranges::sort(found, {}, &DatasetPlace::path);
    if (found.size() > 1)
        throw Error(GLYPHSCOPE_TEXT("Data", "%1: holds several data sets, %2 and %3. Choose one of them."),
                    folder, found[0].path.lexically_relative(folder),
                    found[1].path.lexically_relative(folder));
    if (found.size() == 1)
        return std::move(found.front());
    if (!search.packed().empty())
        throw Error(GLYPHSCOPE_TEXT("Data", "%1: no data set is there, but %2, which is packed. Unpack it."),
                    folder, search.packed().filename());
    throw Error(GLYPHSCOPE_TEXT("Data", "%1: not there: %2. ./run.sh fetches MNIST; any folder of four IDX "
                                        "files will do."),
                folder, missingFiles(folder));
}

bool isPartOf(const DatasetFiles& files, const fs::path& file)
{
    std::error_code code;
    const auto isIt = [&](const fs::path& part) { return fs::equivalent(part, file, code); };
    return isIt(files.train.images) || isIt(files.train.labels) || isIt(files.test.images) ||
           isIt(files.test.labels);
}

/// Of one of the four files; it may lie in a folder of its own name.
DatasetPlace placeOfFile(const fs::path& file)
{
    if (isNpzSet(file))
        return {file, std::nullopt};
    std::error_code code;
    const fs::path beside = fs::absolute(file, code).parent_path();
    for (const fs::path& folder : {beside, beside.parent_path()})
        if (auto files = datasetFilesIn(folder); files && isPartOf(*files, file))
            return {folder, std::move(files)};
    if (const ContentKind kind = contentKindOf(file); kind == ContentKind::NumpyArchive)
        throw Error(GLYPHSCOPE_TEXT("Data",
                                    "%1: arrays of NumPy, but none of a data set. It needs x_train, y_train, "
                                    "x_test and y_test."),
                    file.filename());
    else if (const std::optional<Message> advice = adviceFor(kind); advice && kind != ContentKind::Gzip)
        throw Error(GLYPHSCOPE_TEXT("Data", "%1: %2"), file.filename(), *advice);
    throw Error(GLYPHSCOPE_TEXT("Data",
                                "%1: a file, but none of a whole data set. To train on it, its folder "
                                "needs the four files train-images-idx3-ubyte, train-labels-idx1-ubyte, "
                                "t10k-images-idx3-ubyte and t10k-labels-idx1-ubyte; to look at an image, "
                                "glyphscope convert %1 image.png --item 0 takes it out."),
                file.filename());
}

}  // namespace

std::optional<DatasetFiles> datasetFilesIn(const fs::path& folder)
{
    for (const auto& [trainStem, testStem] : kStems) {
        const auto train = findIdxSet(folder, trainStem);
        const auto test = train ? findIdxSet(folder, testStem) : std::nullopt;
        if (train && test)
            return DatasetFiles{*train, *test};
    }
    const std::set<std::string> sets = emnistSets(folder);
    if (sets.size() > 1)
        throw Error(GLYPHSCOPE_TEXT("Data", "%1: holds several sets of EMNIST (%2, %3, ...). Put the four "
                                            "files of one into a folder of their own."),
                    folder, *sets.begin(), *std::next(sets.begin()));
    if (sets.empty())
        return std::nullopt;
    const auto train = findIdxSet(folder, *sets.begin() + "-train");
    const auto test = findIdxSet(folder, *sets.begin() + "-test");
    return train && test ? std::optional(DatasetFiles{*train, *test}) : std::nullopt;
}

DatasetPlace datasetAt(const fs::path& path)
{
    std::error_code code;
    if (fs::is_regular_file(path, code))
        return placeOfFile(path);
    if (!fs::is_directory(path, code))
        throw Error(
            GLYPHSCOPE_TEXT(
                "Data", "%1: no such folder. ./run.sh fetches MNIST; any folder of four IDX files will do."),
            path);
    return placeBelow(path);
}

}  // namespace glyphscope
