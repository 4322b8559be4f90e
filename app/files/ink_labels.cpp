// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/ink_labels.h"

#include "app/files/drawing_file.h"
#include "app/text/file_name.h"
#include "model/spec/network_layers.h"
#include "model/types/dataset.h"
#include "model/types/error.h"
#include "model/types/shown_text.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

namespace glyphscope {
namespace {

constexpr int kFewestClasses = 2;
constexpr int kMostClasses = kNoClass;  // its value stands for none of them

/// Numbers first and by value, "2" before "10"; then by code point, which UTF-8 is ordered by.
struct NameOrder {
    bool operator()(const std::string& a, const std::string& b) const { return keyOf(a) < keyOf(b); }

private:
    static std::tuple<bool, std::size_t, std::string, std::string> keyOf(const std::string& name)
    {
        const bool isNumber =
            !name.empty() && std::ranges::all_of(name, [](char c) { return c >= '0' && c <= '9'; });
        if (!isNumber)
            return {true, 0, name, name};
        const std::string value = name.substr(std::min(name.find_first_not_of('0'), name.size() - 1));
        return {false, value.size(), value, name};
    }
};

using Names = std::set<std::string, NameOrder>;

Names namesIn(const QStringList& files, bool foldCase)
{
    Names names;
    for (const QString& file : files)
        for (const LabelledDrawing& item : loadDrawings(file).drawings)
            if (std::string name = classNameOf(item.truth, foldCase); !name.empty())
                names.insert(std::move(name));
    return names;
}

void refuseLongName(const Names& names)
{
    constexpr std::size_t kMost = NetworkLimits::kNameBytes;
    const auto found =
        std::ranges::find_if(names, [](const std::string& name) { return name.size() > kMost; });
    if (found != names.end())
        throw Error(GLYPHSCOPE_TEXT("Files",
                                    "The label \"%1\" has %2 bytes, and the name of a class may have "
                                    "%3. Give these drawings a shorter one."),
                    shownText(*found, kMost / 2), found->size(), kMost);
}

}  // namespace

Message placeOf(const QString& file, const LabelledDrawing& item, std::size_t number)
{
    if (item.id.empty())
        return {GLYPHSCOPE_TEXT("Files", "%1: drawing %2"), fileNameBytes(file), number};
    return {GLYPHSCOPE_TEXT("Files", "%1: drawing %2 (%3)"), fileNameBytes(file), number, item.id};
}

std::string classNameOf(const std::string& label, bool foldCase)
{
    const QString name = QString::fromStdString(label).simplified().normalized(QString::NormalizationForm_C);
    return (foldCase ? name.toLower() : name).toStdString();
}

int classOf(const std::string& label, const ClassSet& classes, bool foldCase)
{
    const int exact = std::max(classes.indexOf(label), classes.indexOf(classNameOf(label, false)));
    if (exact >= 0 || !foldCase)
        return exact;
    const std::string folded = classNameOf(label, true);
    int found = -1;
    for (int k = 0; k < classes.size(); ++k) {
        if (folded.empty() || classNameOf(classes.name(k), true) != folded)
            continue;
        if (found >= 0)
            return -1;  // it may be either of them
        found = k;
    }
    return found;
}

ClassSet classesOfInk(const QStringList& files, bool foldCase)
{
    const Names names = namesIn(files, foldCase);
    const auto count = static_cast<int>(names.size());
    if (count == 0)
        throw Error(GLYPHSCOPE_TEXT(
                        "Files", "%1: no drawing has a label. Label them by <annotation type=\"truth\"> in "
                                 "InkML, by the last word of .SEGMENT in UNIPEN, or choose another file."),
                    files.isEmpty() ? std::string() : fileNameBytes(files.front()));
    if (count < kFewestClasses)
        throw Error(GLYPHSCOPE_TEXT("Files",
                                    "All labels of the ink are \"%1\". A network learns at least two "
                                    "classes: choose ink with other labels as well."),
                    *names.begin());
    if (count > kMostClasses && !foldCase)
        throw Error(GLYPHSCOPE_TEXT("Files", "The ink has %1 different labels, and a network learns at most "
                                             "%2 classes. Choose ink with fewer, or merge capitals and small "
                                             "letters by --fold-case."),
                    count, kMostClasses);
    if (count > kMostClasses)
        throw Error(GLYPHSCOPE_TEXT("Files", "The ink has %1 different labels, and a network learns at most "
                                             "%2 classes. Choose ink with fewer."),
                    count, kMostClasses);
    refuseLongName(names);
    return ClassSet({names.begin(), names.end()});
}

bool isInkOfDigits(const QStringList& files)
{
    const Names names = namesIn(files, false);
    const auto isDigit = [](const std::string& name) { return ClassSet::digits().indexOf(name) >= 0; };
    return !names.empty() && std::ranges::all_of(names, isDigit);
}

}  // namespace glyphscope
