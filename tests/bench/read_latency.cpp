// SPDX-License-Identifier: GPL-3.0-or-later
// How long the network alone takes for one glyph on one thread: our own forward pass, with each set of
// instructions that this processor has, against LibTorch's. They take turns, so that a busy moment hits all
// of them. And how long strokes take to become that glyph. usage: read_latency [--rounds N] [--json]
#include "app/files/drawing_file.h"
#include "app/settings/installation.h"
#include "model/kernels/forward_pass.h"
#include "model/preprocess/normalize.h"
#include "model/recognition/torch_recognizer.h"
#include "model/types/error.h"
#include "tests/bench/figure.h"

#include <QtCore/QCommandLineParser>
#include <QtCore/QCoreApplication>
#include <QtCore/QString>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <functional>

using namespace glyphscope;
using namespace glyphscope::bench;
using namespace Qt::StringLiterals;

namespace {

constexpr int kGlyphsARound = 50;

struct Reader {
    std::string name;
    std::function<std::vector<float>(const Glyph&)> logits;
    std::vector<double> microseconds;
};

double microsecondsSince(std::chrono::steady_clock::time_point begin)
{
    return std::chrono::duration<double, std::micro>(std::chrono::steady_clock::now() - begin).count();
}

/// The drawings that come with the program as glyphs, and how long each took to become one, `rounds` times.
std::vector<Glyph> glyphsToRead(int rounds, std::vector<double>& microseconds)
{
    std::vector<Glyph> glyphs;
    const auto drawings = loadDrawings(QStringLiteral(GLYPHSCOPE_DRAWINGS)).drawings;
    for (int round = 0; round < rounds; ++round) {
        glyphs.clear();
        for (const LabelledDrawing& drawing : drawings) {
            const auto begin = std::chrono::steady_clock::now();
            glyphs.push_back(normalize(drawing.drawing).glyph);
            microseconds.push_back(microsecondsSince(begin));
        }
    }
    return glyphs;
}

std::vector<Reader> readersOf(const StateDict& weights)
{
    std::vector<Reader> readers;
    const auto network = std::make_shared<const PackedNetwork>(weights);
    for (const std::string& name : forwardInstructions()) {
        const auto pass = std::make_shared<ForwardPass>(network, name);
        readers.push_back({name,
                           [pass](const Glyph& glyph) {
                               const std::span<const float> logits = pass->logits(glyph);
                               return std::vector<float>(logits.begin(), logits.end());
                           },
                           {}});
    }
    const std::shared_ptr<Recognizer> torch = makeTorchRecognizer(weights, "cpu");
    readers.push_back({"LibTorch", [torch](const Glyph& glyph) { return torch->predict(glyph).logits; }, {}});
    return readers;
}

double largestDifference(const std::vector<float>& a, const std::vector<float>& b)
{
    double largest = 0;
    for (std::size_t k = 0; k < a.size(); ++k)
        largest = std::max(largest, std::abs(static_cast<double>(a[k]) - static_cast<double>(b[k])));
    return largest;
}

void read(Reader& reader, const Glyph& glyph)
{
    for (int i = 0; i < kGlyphsARound; ++i) {
        const auto begin = std::chrono::steady_clock::now();
        (void)reader.logits(glyph);
        reader.microseconds.push_back(microsecondsSince(begin));
    }
}

/// Ours with the best instructions there are, beside LibTorch's; the goals are the issue's.
std::vector<Figure> figuresOf(std::vector<Reader>& readers, double difference, std::vector<double>& strokes)
{
    Reader& best = readers.front();
    Reader& torch = readers.back();
    std::vector<Figure> figures{
        {"strokes to 28x28, p50", quantile(strokes, 0.5), "us"},
        {"strokes to 28x28, p99", quantile(strokes, 0.99), "us"},
        {"one glyph, one thread, " + best.name + ", p50", quantile(best.microseconds, 0.5), "us", false,
         "us: LibTorch", quantile(torch.microseconds, 0.5), 120},
        {"one glyph, one thread, " + best.name + ", p99", quantile(best.microseconds, 0.99), "us", false,
         "us: LibTorch", quantile(torch.microseconds, 0.99), 240},
        {"logits, largest difference from LibTorch's", difference, "", false, {}, {}, 1e-4}};
    figures.front().goal = 150;
    for (std::size_t k = 1; k + 1 < readers.size(); ++k)
        figures.push_back(
            {"one glyph with " + readers[k].name + ", p50", quantile(readers[k].microseconds, 0.5), "us"});
    return figures;
}

int run(int rounds, bool json)
{
    std::vector<double> strokes;
    const std::vector<Glyph> glyphs = glyphsToRead(rounds, strokes);
    std::vector<Reader> readers = readersOf(shippedWeights());
    double difference = 0;
    for (const Glyph& glyph : glyphs)
        for (const Reader& reader : readers)
            difference =
                std::max(difference, largestDifference(reader.logits(glyph), readers.back().logits(glyph)));
    for (int round = 0; round < rounds; ++round)
        for (Reader& reader : readers)
            read(reader, glyphs[static_cast<std::size_t>(round) % glyphs.size()]);
    print(figuresOf(readers, difference, strokes), "read_latency", json);
    return 0;
}

}  // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser options;
    options.addHelpOption();
    options.addOptions({{u"rounds"_s, u"of 50 glyphs, of every reader in turn."_s, u"N"_s, u"200"_s},
                        {u"json"_s, u"An object a line."_s}});
    options.process(application);
    try {
        return run(std::max(1, options.value(u"rounds"_s).toInt()), options.isSet(u"json"_s));
    } catch (const Error& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
}
