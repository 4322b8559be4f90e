// SPDX-License-Identifier: GPL-3.0-or-later

// What a fine-tune on a few drawings of a contributor does for that contributor's other drawings, and what it
// costs on the MNIST test set. One line for each random choice of the samples, then mean and worst.
// With --by-hand, one fine-tune for each hand of a contributor (the part of an id before the colon) that has
// more drawings than it takes; counts of all hands together.
// usage: finetune_ink --ink FILE... [--per-class 5] [--seeds 3] [--held-out 0] [--data DIR] [--no-replay]
//                     [--by-hand] [--steps N] [--share S] [--rate R]

#include "app/files/drawing_file.h"
#include "model/checkpoint/safetensors.h"
#include "model/data/dataset_folder.h"
#include "model/data/mnist_location.h"
#include "model/data/split.h"
#include "model/engine/load_engine.h"
#include "model/preprocess/normalize.h"

#include <QtCore/QCommandLineParser>
#include <QtCore/QCoreApplication>
#include <QtCore/QFileInfo>

#include <algorithm>
#include <cstdio>
#include <map>
#include <numeric>
#include <random>
#include <string>
#include <vector>

using namespace glyphscope;
using namespace Qt::StringLiterals;

namespace {

constexpr int kDigits = 10;

struct Setting {
    std::shared_ptr<Engine> engine;
    StateDict weights;
    TrainTest replay;
    FineTuneOptions options;
    std::size_t perClass = 5;
    std::uint64_t seeds = 3;
};

/// Misread drawings that were not trained on, and what became of the test set.
struct Outcome {
    std::int64_t count = 0;
    std::int64_t before = 0;
    std::int64_t after = 0;
    double test = 0;  // change in points
    double seconds = 0;

    /// How much of the way to 100 % it went, in per cent.
    [[nodiscard]] double way() const
    {
        return 100 * static_cast<double>(before - after) /
               static_cast<double>(std::max<std::int64_t>(1, before));
    }
};

struct Ink {
    Dataset glyphs;
    std::vector<std::string> hands;  // one a glyph
};

Ink inkOf(const QString& file)
{
    Ink ink;
    ink.glyphs.classes = ClassSet::digits();
    for (const LabelledDrawing& item : loadDrawings(file).drawings) {
        const Stages stages = normalize(item.drawing);
        ink.glyphs.images.insert(ink.glyphs.images.end(), stages.glyph.begin(), stages.glyph.end());
        ink.glyphs.labels.push_back(static_cast<std::uint8_t>(std::stoi(item.truth)));
        ink.hands.push_back(item.id.substr(0, item.id.find(':')));
    }
    return ink;
}

/// The drawings of each hand.
std::vector<Dataset> handsOf(const Ink& ink)
{
    std::map<std::string, std::vector<std::uint32_t>> positions;
    for (std::size_t i = 0; i < ink.hands.size(); ++i)
        positions[ink.hands[i]].push_back(static_cast<std::uint32_t>(i));
    std::vector<Dataset> hands;
    for (const auto& hand : positions)
        hands.push_back(subset(ink.glyphs, hand.second));
    return hands;
}

/// So many of every class at random for training; all others as validation.
Split draw(const Dataset& data, std::size_t perClass, std::uint64_t seed)
{
    std::vector<std::uint32_t> order(data.size());
    std::iota(order.begin(), order.end(), 0U);
    std::mt19937_64 random(seed);
    for (std::size_t i = order.size(); i > 1; --i)
        std::swap(order[i - 1], order[random() % i]);
    std::vector<std::size_t> taken(kDigits);
    Split split;
    for (const std::uint32_t at : order)
        (taken[data.labels[at]]++ < perClass ? split.train : split.validation).push_back(at);
    return split;
}

Outcome fineTuneOn(const Dataset& data, std::uint64_t seed, const Setting& setting)
{
    const Split split = draw(data, setting.perClass, seed);
    if (split.validation.empty())
        return {};
    const Dataset others = subset(data, split.validation);
    const auto misread = [&](const StateDict& weights) {
        const Evaluation evaluation = setting.engine->evaluate(weights, others, "cpu", {});
        return evaluation.count - evaluation.correct;
    };
    FineTuneOptions options = setting.options;
    options.seed = seed;
    TrainSink silent;
    const FineTuneResult result = setting.engine->fineTune(setting.weights, subset(data, split.train),
                                                           setting.replay, options, {}, silent);
    const FineTuneReport& report = result.report;
    return {static_cast<std::int64_t>(others.size()), misread(setting.weights), misread(result.weights),
            100 * (report.testAfter.accuracy() - report.testBefore.accuracy()), report.seconds};
}

/// All hands as one: counts added, the mean change of the test set.
Outcome fineTuneOnHands(const std::vector<Dataset>& hands, std::uint64_t seed, const Setting& setting)
{
    Outcome all;
    double tuned = 0;
    for (const Dataset& hand : hands) {
        const Outcome one = fineTuneOn(hand, seed, setting);
        all.count += one.count;
        all.before += one.before;
        all.after += one.after;
        all.test += one.test;
        all.seconds += one.seconds;
        tuned += one.count > 0 ? 1 : 0;
    }
    all.test /= std::max(1.0, tuned);
    all.seconds /= std::max(1.0, tuned);
    return all;
}

void print(const QByteArray& name, const Outcome& o)
{
    const auto accuracy = [&](std::int64_t wrong) {
        return 100 -
               100 * static_cast<double>(wrong) / static_cast<double>(std::max<std::int64_t>(1, o.count));
    };
    std::printf("%-14s %6lld %8.2f %8.2f %8.1f %+8.2f %8.1f\n", name.constData(),
                static_cast<long long>(o.count), accuracy(o.before), accuracy(o.after), o.way(), o.test,
                o.seconds);
    std::fflush(stdout);
}

void measure(const QString& file, bool byHand, const Setting& setting)
{
    const Ink ink = inkOf(file);
    const std::vector<Dataset> hands = byHand ? handsOf(ink) : std::vector{ink.glyphs};
    const QByteArray name = QFileInfo(file).completeBaseName().toLocal8Bit() + ' ';
    std::vector<Outcome> outcomes;
    Outcome all;
    for (std::uint64_t seed = 0; seed < setting.seeds; ++seed) {
        const Outcome one = fineTuneOnHands(hands, seed, setting);
        print(name + QByteArray::number(static_cast<qulonglong>(seed)), one);
        outcomes.push_back(one);
        all.count += one.count;
        all.before += one.before;
        all.after += one.after;
        all.test += one.test / static_cast<double>(setting.seeds);
        all.seconds += one.seconds / static_cast<double>(setting.seeds);
    }
    print("  all", all);
    std::printf("  worst: %.1f %% of the way; MNIST %+.2f\n\n",
                std::ranges::min(outcomes, {}, &Outcome::way).way(),
                std::ranges::min(outcomes, {}, &Outcome::test).test);
}

void run(const QStringList& arguments)
{
    QCommandLineParser parser;
    const auto add = [&parser](const char16_t* name, const char16_t* value) {
        const QString text = QString::fromUtf16(name);
        parser.addOption({text, QString(), text, QString::fromUtf16(value)});
    };
    parser.addOption({u"ink"_s, u"InkML file of one contributor; more may follow"_s, u"FILE"_s});
    add(u"per-class", u"5");
    add(u"seeds", u"3");
    add(u"held-out", u"0");
    add(u"data", u"");
    const FineTuneOptions defaults;
    parser.addOption({u"steps"_s, u"of a fine-tune"_s, u"N"_s, QString::number(defaults.steps)});
    parser.addOption({u"share"_s, u"of samples in a batch"_s, u"S"_s, QString::number(defaults.sampleShare)});
    parser.addOption({u"rate"_s, u"highest learning rate"_s, u"R"_s, QString::number(defaults.learningRate)});
    parser.addOption({u"no-replay"_s, u"as on a machine without MNIST"_s});
    parser.addOption({u"by-hand"_s, u"one fine-tune for each hand"_s});
    parser.addHelpOption();
    parser.addPositionalArgument(u"files"_s, QString(), u"[FILE...]"_s);
    parser.process(arguments);

    Setting setting;
    const QString folder = parser.value(u"data"_s);
    setting.replay =
        loadIdxFolder(folder.isEmpty() ? mnistFolder() : std::filesystem::path(folder.toStdString()));
    if (parser.isSet(u"no-replay"_s))
        setting.replay.train = {};
    setting.perClass = parser.value(u"per-class"_s).toULongLong();
    setting.seeds = std::max(1ULL, parser.value(u"seeds"_s).toULongLong());
    setting.options.heldOut = parser.value(u"held-out"_s).toDouble();
    setting.options.steps = parser.value(u"steps"_s).toInt();
    setting.options.sampleShare = parser.value(u"share"_s).toDouble();
    setting.options.learningRate = parser.value(u"rate"_s).toDouble();
    prepareForEngine();
    setting.engine = loadEngine(GLYPHSCOPE_ENGINE);
    setting.weights = readSafetensors(GLYPHSCOPE_WEIGHTS);
    std::printf("contributor    others   before    after %% of way    MNIST  seconds\n");
    for (const QString& file : parser.values(u"ink"_s) + parser.positionalArguments())
        measure(file, parser.isSet(u"by-hand"_s), setting);
}

}  // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    try {
        run(QCoreApplication::arguments());
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
    return 0;
}
