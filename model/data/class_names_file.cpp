// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/data/class_names_file.h"

#include "model/types/dataset.h"
#include "model/types/error.h"

#include <fstream>
#include <optional>
#include <set>
#include <sstream>
#include <string>
#include <system_error>
#include <vector>

namespace glyphscope {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostClasses = kNoClass;
constexpr std::size_t kLeastClasses = 2;
constexpr std::size_t kLongestLine = 200;

/// The lines of a small file without line ends and empty lines behind. Throws Error for one that is no list.
std::vector<std::string> linesOf(const fs::path& file)
{
    std::ifstream in(file);
    if (!in)
        throw Error(GLYPHSCOPE_TEXT("Data", "%1: cannot be read. Check that you may read it."), file);
    std::vector<std::string> lines;
    for (std::string line; std::getline(in, line);) {
        if (line.ends_with('\r'))
            line.pop_back();
        if (lines.size() > kMostClasses || line.size() > kLongestLine)
            throw Error(
                GLYPHSCOPE_TEXT("Data",
                                "%1: no list of classes. It needs one name a line, and 255 classes at most."),
                file);
        lines.push_back(line);
    }
    while (!lines.empty() && lines.back().empty())
        lines.pop_back();
    return lines;
}

ClassSet checked(const fs::path& file, std::vector<std::string> names)
{
    if (names.size() < kLeastClasses || names.size() > kMostClasses)
        throw Error(
            GLYPHSCOPE_TEXT("Data", "%1: names %2 classes. It needs one line a class, from 2 to 255."), file,
            names.size());
    std::set<std::string> seen;
    for (std::size_t k = 0; k < names.size(); ++k) {
        if (names[k].empty())
            throw Error(GLYPHSCOPE_TEXT("Data", "%1: line %2 is empty. Give each class a name of its own."),
                        file, k + 1);
        if (!seen.insert(names[k]).second)
            throw Error(
                GLYPHSCOPE_TEXT(
                    "Data", "%1: line %2 gives the name \"%3\" again. Give each class a name of its own."),
                file, k + 1, names[k]);
    }
    return ClassSet(std::move(names));
}

std::optional<fs::path> emnistMapping(const fs::path& folder)
{
    std::optional<fs::path> found;
    std::error_code code;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder, code)) {
        const std::string name = entry.path().filename().string();
        if (!name.starts_with("emnist-") || !name.ends_with("-mapping.txt"))
            continue;
        if (found)
            return std::nullopt;  // which of them is meant, nothing says
        found = entry.path();
    }
    return found;
}

/// Of several code points, the first names the class: upper case, where upper and lower case are one.
FolderClasses mappedClasses(const fs::path& file)
{
    std::vector<std::string> names;
    bool namesZero = false;
    for (const std::string& line : linesOf(file)) {
        std::istringstream in(line);
        int label = -1;
        int character = 0;
        if (!(in >> label >> character) || label < 0 || label >= static_cast<int>(kMostClasses) ||
            character <= ' ' || character > '~')
            throw Error(GLYPHSCOPE_TEXT("Data", "%1: \"%2\" is no label and code point. Take EMNIST's own "
                                                "file, or name the classes in %3."),
                        file, line, kClassNamesFile);
        namesZero = namesZero || label == 0;
        for (std::size_t k = names.size(); k <= static_cast<std::size_t>(label); ++k)
            names.push_back(std::to_string(k));
        names[static_cast<std::size_t>(label)] = static_cast<char>(character);
    }
    return {checked(file, std::move(names)), file, namesZero};
}

}  // namespace

std::optional<FolderClasses> classesInFolder(const fs::path& folder)
{
    std::error_code code;
    const fs::path named = folder / kClassNamesFile;
    if (fs::exists(named, code))
        return FolderClasses{checked(named, linesOf(named)), named};
    if (const std::optional<fs::path> mapping = emnistMapping(folder))
        return mappedClasses(*mapping);
    return std::nullopt;
}

}  // namespace glyphscope
