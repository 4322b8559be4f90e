// SPDX-License-Identifier: GPL-3.0-or-later
// How long `glyphscope train` takes, from the data in memory, evaluations included, with seeds 0, 1, 2 and so
// on: the sprint until 99.0 % of MNIST's test set, beside PyTorch's own example in Python until the same; or
// another recipe to its end. usage: train_speed [--recipe NAME] [--seeds N] [--no-rival] [--quick] [--json]
#include "model/data/mnist_location.h"
#include "tests/bench/figure.h"
#include "tests/bench/processor.h"
#include "tests/bench/python_rival.h"

#include <QtCore/QCommandLineParser>
#include <QtCore/QCoreApplication>
#include <QtCore/QJsonDocument>
#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <numeric>

using namespace glyphscope;
using namespace glyphscope::bench;
using namespace Qt::StringLiterals;

namespace {

/// What issue and README promise of a recipe.
struct Goal {
    const char* recipe;
    double accuracy;
    double seconds;         ///< 0: as long as it takes
    double secondsWithout;  ///< where the processor does not multiply bfloat16
};
constexpr Goal kGoals[]{{"sprint", 0.99, 3, 8}, {"standard", 0.994, 40, 0}, {"quality", 0.9965, 0, 0}};

struct Trainings {
    std::vector<double> seconds, rates, accuracies;
};

/// One run of the program; false if it failed.
bool train(const QStringList& settings, int seed, const QTemporaryDir& folder, Trainings& results)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(QStringLiteral(GLYPHSCOPE_PROGRAM),
                  QStringList{u"train"_s, u"--json"_s, u"--no-run"_s, u"--seed"_s, QString::number(seed),
                              u"--out"_s, folder.filePath(u"weights.safetensors"_s)} +
                      settings);
    if (!process.waitForFinished(-1) || process.exitCode() != 0)
        return false;
    const QJsonObject done =
        QJsonDocument::fromJson(process.readAllStandardOutput().trimmed().split('\n').last()).object();
    if (done[u"event"_s] != u"done"_s)
        return false;
    results.seconds.push_back(done[u"seconds"_s].toDouble());
    results.rates.push_back(done[u"images_per_second"_s].toDouble());
    results.accuracies.push_back(done[u"test_accuracy"_s].toDouble());
    std::fprintf(stderr, "  seed %d: %.2f s, %.2f %%\n", seed, results.seconds.back(),
                 100 * results.accuracies.back());
    return true;
}

void besideRival(Figure& figure, bool wanted)
{
    if (!wanted)
        return;
    std::fprintf(stderr, "  PyTorch's example in Python, about a minute ...\n");
    const RivalWords words =
        askRival({u"train"_s, u"--data"_s, QString::fromStdString(mnistFolder().string())});
    figure.rival = words.missing;
    if (words.lines.isEmpty())
        return;
    const QJsonObject& line = words.lines.first();
    const bool reached = line[u"reached"_s].toBool();
    if (reached)  // or there is nothing to compare
        figure.rivalValue = line[u"seconds"_s].toDouble();
    figure.rival = (reached ? u"s: PyTorch %1's example, %2 epochs to %3 %, %4 thread(s)"_s
                            : u"PyTorch %1's example stayed below: after %2 epochs %3 %, %4 thread(s)"_s)
                       .arg(line[u"torch"_s].toString())
                       .arg(line[u"epochs"_s].toInt())
                       .arg(100 * line[u"test_accuracy"_s].toDouble(), 0, 'f', 2)
                       .arg(line[u"threads"_s].toInt())
                       .toStdString();
    figure.ratioGoal = 20;
}

std::vector<Figure> figuresOf(const Trainings& results, const Goal& goal, bool rival)
{
    const std::string name = "train --recipe " + std::string(goal.recipe);
    const bool sprint = std::string(goal.recipe) == "sprint";
    const double mean = std::accumulate(results.accuracies.begin(), results.accuracies.end(), 0.0) /
                        static_cast<double>(results.accuracies.size());
    const auto below = std::ranges::count_if(results.accuracies, [&](double a) { return a < goal.accuracy; });
    Figure seconds{name + (sprint ? " --until 0.99, median" : ", median"), median(results.seconds), "s"};
    const double most = processorHas(u"avx512_bf16"_s) ? goal.seconds : goal.secondsWithout;
    if (sprint && below > 0) {  // seconds until something that was not reached
        seconds.what +=
            ", " + std::to_string(below) + " of " + std::to_string(results.seconds.size()) + " below it";
    } else {
        if (most > 0)
            seconds.goal = most;
        if (sprint)
            besideRival(seconds, rival);
    }
    Figure accuracy{name + ", accuracy, mean", 100 * mean, "%", true};
    accuracy.goal = 100 * goal.accuracy;
    Figure least{name + ", accuracy, worst seed", 100 * *std::ranges::min_element(results.accuracies), "%",
                 true};
    if (sprint)
        least.goal = 100 * goal.accuracy;
    const Figure rate{name + ", training alone", median(results.rates), "images/s", true};
    return {seconds, accuracy, least, rate};
}

}  // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser options;
    options.addHelpOption();
    options.addOptions({{u"recipe"_s, u"of the program's."_s, u"NAME"_s, u"sprint"_s},
                        {u"seeds"_s, u"how many runs."_s, u"N"_s, u"5"_s},
                        {u"no-rival"_s, u"Leave Python out."_s},
                        {u"quick"_s, u"One seed, until 90 %, without Python."_s},
                        {u"json"_s, u"An object a line."_s}});
    options.process(application);
    const std::string recipe = options.value(u"recipe"_s).toStdString();
    const auto* goal = std::ranges::find(kGoals, recipe, [](const Goal& g) { return std::string(g.recipe); });
    if (goal == std::end(kGoals) || !hasMnist()) {
        std::fprintf(stderr, "%s\n",
                     hasMnist() ? "There is no such recipe." : howToGetMnist().text().c_str());
        return 1;
    }
    const bool quick = options.isSet(u"quick"_s);
    QStringList settings{u"--recipe"_s, options.value(u"recipe"_s)};
    if (quick || recipe == "sprint")
        settings += {u"--until"_s, quick ? u"0.9"_s : u"0.99"_s};
    const QTemporaryDir folder;
    Trainings results;
    for (int seed = 0; seed < (quick ? 1 : std::max(1, options.value(u"seeds"_s).toInt())); ++seed)
        if (!train(settings, seed, folder, results))
            return 1;
    print(figuresOf(results, *goal, !quick && !options.isSet(u"no-rival"_s)), "train_speed",
          options.isSet(u"json"_s));
    return 0;
}
