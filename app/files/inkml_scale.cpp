// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/inkml_scale.h"

#include "model/types/error.h"
#include "model/types/shown_text.h"

#include <array>
#include <cmath>
#include <utility>
#include <vector>

namespace glyphscope {

using namespace Qt::StringLiterals;

namespace {

constexpr double kLeastDensity = 1e-6;
constexpr double kMostDensity = 1e9;
constexpr double kMostCoefficient = 1e9;

using MatrixRow = std::vector<double>;

double inReach(double density)
{
    return density >= kLeastDensity && density <= kMostDensity ? density : 0;
}

double coefficientIn(const QString& word)
{
    bool ok = false;
    const double value = word.toDouble(&ok);
    if (!ok || !(std::abs(value) <= kMostCoefficient))
        throw Error(GLYPHSCOPE_TEXT("Files", "\"%1\" is no number of an affine mapping"),
                    shownText(word.toStdString(), 20));
    return value;
}

/// Of every row as many numbers as `columns`.
std::vector<MatrixRow> matrixIn(const QString& text, qsizetype rows, qsizetype columns)
{
    std::vector<MatrixRow> matrix;
    for (const QString& line : text.split(u',')) {
        MatrixRow row;
        for (const QString& word : line.simplified().split(u' ', Qt::SkipEmptyParts))
            row.push_back(coefficientIn(word));
        if (std::ssize(row) != columns)
            break;
        matrix.push_back(std::move(row));
    }
    if (std::ssize(matrix) != rows)
        throw Error(GLYPHSCOPE_TEXT("Files", "an affine mapping that is not %1 rows of %2 numbers"), rows,
                    columns);
    return matrix;
}

/// The row of `target` as what X, Y and nothing are multiplied by; as it is without one.
std::array<double, 3> rowFor(const std::vector<MatrixRow>& matrix, const QStringList& sources,
                             qsizetype target, std::array<double, 3> unmapped)
{
    if (target < 0)
        return unmapped;
    const MatrixRow& row = matrix[static_cast<std::size_t>(target)];
    std::array<double, 3> result{0, 0, row.back()};
    for (qsizetype i = 0; i < sources.size(); ++i) {
        const double factor = row[static_cast<std::size_t>(i)];
        if (sources[i] == "X"_L1)
            result[0] = factor;
        else if (sources[i] == "Y"_L1)
            result[1] = factor;
        else if (factor != 0)
            throw Error(GLYPHSCOPE_TEXT("Files", "an affine mapping that makes X or Y of the channel %1"),
                        shownText(sources[i].toStdString()));
    }
    return result;
}

}  // namespace

double inkmlUnitsPerInch(const QString& units)
{
    static constexpr auto kUnits = std::to_array<std::pair<const char*, double>>({{"in", 1},
                                                                                  {"cm", 2.54},
                                                                                  {"mm", 25.4},
                                                                                  {"m", 0.0254},
                                                                                  {"um", 25400},
                                                                                  {"pt", 72},
                                                                                  {"pc", 6},
                                                                                  {"px", 96},
                                                                                  {"himetric", 2540},
                                                                                  {"twip", 1440}});
    for (const auto& [name, perInch] : kUnits)
        if (units.trimmed().compare(QLatin1StringView(name), Qt::CaseInsensitive) == 0)
            return perInch;
    return 0;
}

double inkmlResolution(const QString& value, const QString& units)
{
    bool ok = false;
    const double number = value.trimmed().toDouble(&ok);
    if (!ok || !(number > 0))
        return 0;
    QString unit = units.simplified().remove(u' ');
    if (unit == "dpi"_L1 || unit == "ppi"_L1)
        return inReach(number);
    unit.remove(0, unit.indexOf(u'/') + 1);  // 1/cm, dev/cm, /cm
    const double perInch = inkmlUnitsPerInch(unit);
    return inReach(perInch > 0 ? number * perInch : number);
}

InkmlAffine inkmlAffine(const QString& text, const QStringList& sources, const QStringList& targets)
{
    const std::vector<MatrixRow> matrix = matrixIn(text, targets.size(), sources.size() + 1);
    const auto x = rowFor(matrix, sources, targets.indexOf("X"_L1), {1, 0, 0});
    const auto y = rowFor(matrix, sources, targets.indexOf("Y"_L1), {0, 1, 0});
    return {x[0], x[1], x[2], y[0], y[1], y[2]};
}

}  // namespace glyphscope
