// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/run_difference.h"

#include "ui/text/number_text.h"

#include <QtCore/QStringList>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace glyphscope {

namespace {

/// The confusion's rows are the truths.
std::optional<double> accuracyOf(const Evaluation& test, std::size_t truth)
{
    const auto classes = static_cast<std::size_t>(test.classCount);
    const auto row = test.confusion.begin() + static_cast<std::ptrdiff_t>(truth * classes);
    std::int64_t all = 0;
    for (auto cell = row; cell != row + test.classCount; ++cell)
        all += *cell;
    if (all == 0)
        return std::nullopt;
    return static_cast<double>(row[static_cast<std::ptrdiff_t>(truth)]) / static_cast<double>(all);
}

bool isWhole(const Evaluation& test)
{
    const auto classes = static_cast<std::size_t>(test.classCount);
    return test.classCount > 0 && test.confusion.size() == classes * classes;
}

}  // namespace

std::vector<FactPair> factPairs(const std::vector<RunFact>& a, const std::vector<RunFact>& b)
{
    std::vector<FactPair> pairs;
    for (const RunFact& fact : a)
        pairs.push_back({fact.name, fact.value, {}});
    for (const RunFact& fact : b) {
        const auto same =
            std::ranges::find_if(pairs, [&](const FactPair& pair) { return pair.name == fact.name; });
        if (same == pairs.end())
            pairs.push_back({fact.name, {}, fact.value});
        else
            same->b = fact.value;
    }
    std::erase_if(pairs, [](const FactPair& pair) { return pair.a.isEmpty() && pair.b.isEmpty(); });
    return pairs;
}

std::optional<double> ClassPair::points() const
{
    return a && b ? std::optional(100 * (*b - *a)) : std::nullopt;
}

std::vector<ClassPair> classPairs(const RunInfo& a, const RunInfo& b)
{
    if (!isWhole(a.test) || !isWhole(b.test) || a.test.classCount != b.test.classCount ||
        a.classNames != b.classNames)
        return {};
    std::vector<ClassPair> pairs;
    for (std::size_t k = 0; k < static_cast<std::size_t>(a.test.classCount); ++k) {
        const QString name =
            k < a.classNames.size() ? QString::fromStdString(a.classNames[k]) : QString::number(k);
        pairs.push_back({name, accuracyOf(a.test, k), accuracyOf(b.test, k)});
    }
    return pairs;
}

double largestChange(const std::vector<ClassPair>& pairs)
{
    double largest = 0;
    for (const ClassPair& pair : pairs)
        largest = std::max(largest, std::abs(pair.points().value_or(0)));
    return largest;
}

QString changeText(double points)
{
    return signedText(points, 2);
}

StylePair stylesFor(std::optional<int> a, std::optional<int> b)
{
    StylePair styles;
    styles.a = a.value_or(b == 0 ? 1 : 0);
    styles.b = b.value_or(styles.a == 1 ? 2 : 1);
    return styles;
}

}  // namespace glyphscope
