// SPDX-License-Identifier: GPL-3.0-or-later
// How long the network alone takes for one glyph on one thread: our own forward pass, with each set of
// instructions that this processor has, against LibTorch's. They take turns, so that a busy moment hits all
// of them. Give a number of rounds as the argument; 200 by default.
#include "app/files/drawing_file.h"
#include "app/settings/installation.h"
#include "model/kernels/forward_pass.h"
#include "model/preprocess/normalize.h"
#include "model/recognition/torch_recognizer.h"
#include "model/types/error.h"

#include <QtCore/QString>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <functional>

using namespace glyphscope;

namespace {

constexpr int kGlyphsARound = 50;

struct Reader {
    std::string name;
    std::function<std::vector<float>(const Glyph&)> logits;
    std::vector<double> microseconds;
};

std::vector<Glyph> glyphsToRead()
{
    std::vector<Glyph> glyphs;
    for (const LabelledDrawing& drawing : loadDrawings(QStringLiteral(GLYPHSCOPE_DRAWINGS)).drawings)
        glyphs.push_back(normalize(drawing.drawing).glyph);
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

double percentile(std::vector<double>& values, double share)
{
    const auto at = static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1));
    std::nth_element(values.begin(), values.begin() + at, values.end());
    return values[static_cast<std::size_t>(at)];
}

void read(Reader& reader, const Glyph& glyph)
{
    for (int i = 0; i < kGlyphsARound; ++i) {
        const auto begin = std::chrono::steady_clock::now();
        (void)reader.logits(glyph);
        const auto time = std::chrono::steady_clock::now() - begin;
        reader.microseconds.push_back(std::chrono::duration<double, std::micro>(time).count());
    }
}

int run(int rounds)
{
    const std::vector<Glyph> glyphs = glyphsToRead();
    std::vector<Reader> readers = readersOf(shippedWeights());
    double difference = 0;
    for (const Glyph& glyph : glyphs)
        for (const Reader& reader : readers)
            difference =
                std::max(difference, largestDifference(reader.logits(glyph), readers.back().logits(glyph)));
    for (int round = 0; round < rounds; ++round)
        for (Reader& reader : readers)
            read(reader, glyphs[static_cast<std::size_t>(round) % glyphs.size()]);
    std::printf("one glyph, one thread, %d times each\n", rounds * kGlyphsARound);
    for (Reader& reader : readers)
        std::printf("%-10s p50 %7.1f us, p99 %7.1f us\n", reader.name.c_str(),
                    percentile(reader.microseconds, 0.5), percentile(reader.microseconds, 0.99));
    std::printf("largest difference of a logit from LibTorch's: %.2g\n", difference);
    return 0;
}

}  // namespace

int main(int argc, char** argv)
{
    try {
        return run(argc > 1 ? std::max(1, std::atoi(argv[1])) : 200);
    } catch (const Error& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
}
