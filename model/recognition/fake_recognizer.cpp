// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/recognition/fake_recognizer.h"

#include "model/recognition/softmax.h"

#include <array>
#include <chrono>
#include <cmath>
#include <numeric>

namespace glyphscope {
namespace {

constexpr std::size_t kBlock = 4;
constexpr std::size_t kBlocks = kGlyphSide / kBlock;
constexpr std::size_t kFont = 5;     // the 20x20 pixels that MNIST's figures fill are the middle 5x5 blocks
constexpr float kSharpness = 20.0F;  // logit of a perfect match

/// Row by row, '#' is ink.
constexpr std::array<const char*, 10> kTemplates = {
    " ### "
    "#   #"
    "#   #"
    "#   #"
    " ### ",
    "  #  "
    "  #  "
    "  #  "
    "  #  "
    "  #  ",
    " ### "
    "    #"
    "  ## "
    " #   "
    "#####",
    "#### "
    "    #"
    " ### "
    "    #"
    "#### ",
    "#  # "
    "#  # "
    "#####"
    "   # "
    "   # ",
    "#####"
    "#    "
    "#### "
    "    #"
    "#### ",
    " ##  "
    "#    "
    "#### "
    "#   #"
    " ### ",
    "#####"
    "    #"
    "   # "
    "  #  "
    " #   ",
    " ### "
    "#   #"
    " ### "
    "#   #"
    " ### ",
    " ####"
    "#   #"
    " ####"
    "    #"
    "   # ",
};

std::vector<float> blocksOf(const Glyph& glyph)
{
    std::vector<float> blocks(kBlocks * kBlocks);
    for (std::size_t y = 0; y < kGlyphSide; ++y)
        for (std::size_t x = 0; x < kGlyphSide; ++x)
            blocks[y / kBlock * kBlocks + x / kBlock] += static_cast<float>(glyph[y * kGlyphSide + x]);
    for (float& block : blocks)
        block /= 255.0F * kBlock * kBlock;
    return blocks;
}

float cosine(const std::vector<float>& a, const std::vector<float>& b)
{
    const auto dot = [](const auto& u, const auto& v) {
        return std::inner_product(u.begin(), u.end(), v.begin(), 0.0F);
    };
    const float lengths = std::sqrt(dot(a, a) * dot(b, b));
    return lengths > 0 ? dot(a, b) / lengths : 0.0F;
}

std::vector<float> logitsOf(const std::vector<float>& blocks)
{
    std::vector<float> logits;
    for (int digit = 0; digit < static_cast<int>(kTemplates.size()); ++digit)
        logits.push_back(kSharpness * cosine(blocks, blocksOf(templateGlyph(digit))));
    return logits;
}

}  // namespace

Prediction FakeRecognizer::predict(const Glyph& glyph)
{
    return predictionOf(logitsOf(blocksOf(glyph)));
}

Reading FakeRecognizer::read(const Glyph& glyph)
{
    const auto begin = std::chrono::steady_clock::now();
    Reading reading;
    std::vector<float> blocks = blocksOf(glyph);
    reading.prediction = predictionOf(logitsOf(blocks));
    const auto side = static_cast<int>(kBlocks);
    reading.modules.push_back({"blocks", "AvgPool2d(4, 4)", {1, side, side}, std::move(blocks)});
    reading.modules.push_back(
        {"templates", "CosineSimilarity", {static_cast<int>(kTemplates.size())}, reading.prediction.logits});
    const auto time = std::chrono::steady_clock::now() - begin;
    reading.microseconds = std::chrono::duration<double, std::micro>(time).count();
    return reading;
}

Glyph templateGlyph(int digit)
{
    Glyph glyph{};
    const char* const rows = kTemplates.at(static_cast<std::size_t>(digit));
    for (std::size_t y = 0; y < kFont * kBlock; ++y)
        for (std::size_t x = 0; x < kFont * kBlock; ++x)
            if (rows[y / kBlock * kFont + x / kBlock] == '#')
                glyph[(y + kBlock) * kGlyphSide + x + kBlock] = 255;
    return glyph;
}

}  // namespace glyphscope
