// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/figure.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QString>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <utility>

namespace glyphscope::bench {

using namespace Qt::StringLiterals;

namespace {

void put(QJsonObject& object, const QString& name, const std::optional<double>& value)
{
    if (value)
        object[name] = *value;
}

std::optional<double> take(const QJsonObject& object, const QString& name)
{
    const QJsonValue value = object[name];
    return value.isDouble() ? std::optional(value.toDouble()) : std::nullopt;
}

/// Three figures that count; per cent have two decimals, for accuracies are close.
std::string shown(const std::optional<double>& value, const std::string& unit)
{
    if (!value)
        return {};
    const double size = std::abs(*value);
    int decimals = size == 0 || size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : size >= 0.01 ? 3 : 6;
    if (unit == "%")
        decimals = 2;
    return QString::number(*value, 'f', decimals).toStdString();
}

std::string goalOf(const Figure& figure)
{
    std::string goal;
    if (figure.goal)
        goal = std::string(figure.more ? ">= " : "<= ") + shown(figure.goal, figure.unit);
    if (figure.ratioGoal)
        goal += std::string(goal.empty() ? "" : ", ") + shown(figure.ratioGoal, {}) + " x";
    return goal;
}

std::string rivalOf(const Figure& figure)
{
    return figure.rivalValue ? shown(figure.rivalValue, figure.unit) + " " + figure.rival : figure.rival;
}

void printRow(const std::string& what, const std::string& value, const std::string& unit,
              const std::string& ratio, const std::string& goal, const std::string& reached,
              const std::string& rival)
{
    std::printf("%-52s %11s %-9s %7s  %-16s %-4s %s\n", what.c_str(), value.c_str(), unit.c_str(),
                ratio.c_str(), goal.c_str(), reached.c_str(), rival.c_str());
}

}  // namespace

std::optional<double> Figure::ratio() const
{
    if (!rivalValue || *rivalValue <= 0 || value <= 0)
        return std::nullopt;
    return more ? value / *rivalValue : *rivalValue / value;
}

std::optional<bool> Figure::reached() const
{
    if (!goal && !(ratioGoal && ratio()))
        return std::nullopt;
    const bool value_ = !goal || (more ? value >= *goal : value <= *goal);
    const bool ratio_ = !ratioGoal || !ratio() || *ratio() >= *ratioGoal;
    return value_ && ratio_;
}

QJsonObject jsonOf(const Figure& figure, const std::string& bench)
{
    QJsonObject object{{u"bench"_s, QString::fromStdString(bench)},
                       {u"what"_s, QString::fromStdString(figure.what)},
                       {u"value"_s, figure.value},
                       {u"unit"_s, QString::fromStdString(figure.unit)},
                       {u"better"_s, figure.more ? u"more"_s : u"less"_s}};
    if (!figure.rival.empty())
        object[u"rival"_s] = QString::fromStdString(figure.rival);
    put(object, u"rival_value"_s, figure.rivalValue);
    put(object, u"ratio"_s, figure.ratio());
    put(object, u"goal"_s, figure.goal);
    put(object, u"ratio_goal"_s, figure.ratioGoal);
    if (const auto reached = figure.reached())
        object[u"reached"_s] = *reached;
    return object;
}

Figure figureOf(const QJsonObject& object)
{
    const auto text = [&object](const QString& name) { return object[name].toString().toStdString(); };
    return {text(u"what"_s),         object[u"value"_s].toDouble(),
            text(u"unit"_s),         object[u"better"_s] == u"more"_s,
            text(u"rival"_s),        take(object, u"rival_value"_s),
            take(object, u"goal"_s), take(object, u"ratio_goal"_s)};
}

void printJson(const QJsonObject& object)
{
    std::printf("%s\n", QJsonDocument(object).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
}

void print(const std::vector<Figure>& figures, const std::string& bench, bool json)
{
    if (!json)
        printRow("what", "measured", "", "times", "goal", "met", "beside it");
    for (const Figure& figure : figures) {
        if (json) {
            printJson(jsonOf(figure, bench));
            continue;
        }
        const auto reached = figure.reached();
        printRow(figure.what, shown(figure.value, figure.unit), figure.unit, shown(figure.ratio(), {}),
                 goalOf(figure), reached ? (*reached ? "yes" : "no") : "", rivalOf(figure));
    }
    std::fflush(stdout);
}

double quantile(std::vector<double> values, double share)
{
    if (values.empty())
        return 0;
    const auto index = static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1) + 0.5);
    std::ranges::nth_element(values, values.begin() + index);
    return values[static_cast<std::size_t>(index)];
}

double median(std::vector<double> values)
{
    return quantile(std::move(values), 0.5);
}

}  // namespace glyphscope::bench
