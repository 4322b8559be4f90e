// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/selection.h"

#include "model/network/detail/pieces.h"
#include "model/training/detail/augment.h"
#include "model/training/detail/proxy.h"
#include "model/types/network_spec.h"
#include "model/types/raster.h"

#include <algorithm>
#include <array>
#include <limits>
#include <numeric>

namespace glyphscope {
namespace {

constexpr std::uint64_t kSelectionStream = std::uint64_t{1} << 60;
constexpr double kWrongLabels = 0.001;
constexpr std::int64_t kImagesOfPiece = 500;  // what fits into the cache
constexpr auto kPixelMean = static_cast<float>(kMnistMean);
constexpr auto kPixelDeviation = static_cast<float>(kMnistDeviation);

/// The images that are none of the classes, or all others.
std::vector<std::int64_t> imagesWith(const Dataset& train, bool noClass)
{
    std::vector<std::int64_t> indices;
    for (std::size_t i = 0; i < train.size(); ++i)
        if ((train.labels[i] == kNoClass) == noClass)
            indices.push_back(static_cast<std::int64_t>(i));
    return indices;
}

/// `count` of `indices` by chance.
std::vector<std::int64_t> drawn(const std::vector<std::int64_t>& indices, std::int64_t count,
                                const torch::Generator& generator)
{
    const torch::Tensor order =
        torch::randperm(static_cast<std::int64_t>(indices.size()), generator, torch::kLong);
    const auto* at = order.data_ptr<std::int64_t>();
    std::vector<std::int64_t> result;
    for (std::int64_t i = 0; i < count; ++i)
        result.push_back(indices[static_cast<std::size_t>(at[i])]);
    return result;
}

std::vector<std::int64_t> merged(std::vector<std::int64_t> some, const std::vector<std::int64_t>& others)
{
    some.insert(some.end(), others.begin(), others.end());
    std::sort(some.begin(), some.end());
    return some;
}

/// The means of 2x2 pixels of the images at `indices`, [n, 196], scaled as the network's input is.
torch::Tensor meanPixels(const Dataset& train, const std::vector<std::int64_t>& indices)
{
    constexpr std::size_t kSide = kGlyphSide;
    constexpr std::size_t kHalf = kSide / 2;
    const auto n = static_cast<std::int64_t>(indices.size());
    torch::Tensor result = torch::empty({n, static_cast<std::int64_t>(kHalf * kHalf)});
    float* const out = result.data_ptr<float>();
    forPieces((n + kImagesOfPiece - 1) / kImagesOfPiece, [&](std::int64_t piece) {
        for (std::int64_t i = piece * kImagesOfPiece; i < std::min(n, (piece + 1) * kImagesOfPiece); ++i) {
            const auto image = static_cast<std::size_t>(indices[static_cast<std::size_t>(i)]);
            const std::uint8_t* from = train.images.data() + image * kGlyphPixels;
            float* to = out + static_cast<std::size_t>(i) * kHalf * kHalf;
            for (std::size_t y = 0; y < kHalf; ++y, from += 2 * kSide, to += kHalf)
                for (std::size_t x = 0; x < kHalf; ++x) {
                    const int sum =
                        from[2 * x] + from[2 * x + 1] + from[2 * x + kSide] + from[2 * x + kSide + 1];
                    to[x] = (static_cast<float>(sum) / (4 * 255.0F) - kPixelMean) / kPixelDeviation;
                }
        }
    });
    return result;
}

torch::Tensor labelsOf(const Dataset& train, const std::vector<std::int64_t>& indices)
{
    torch::Tensor labels = torch::empty({static_cast<std::int64_t>(indices.size())}, torch::kLong);
    std::transform(indices.begin(), indices.end(), labels.data_ptr<std::int64_t>(),
                   [&train](std::int64_t i) { return train.labels[static_cast<std::size_t>(i)]; });
    return labels;
}

/// How hard every image is: two small networks learn one half of the images each, side by side, and each
/// judges the half that it has not seen.
torch::Tensor lossesOf(const torch::Tensor& x, const torch::Tensor& labels, const torch::Generator& generator)
{
    const std::int64_t n = x.size(0);
    const std::int64_t classes = labels.max().item<std::int64_t>() + 1;
    const torch::Tensor order = torch::randperm(n, generator, torch::kLong);
    const std::array<torch::Tensor, 2> halves{order.narrow(0, 0, n / 2), order.narrow(0, n / 2, n - n / 2)};
    std::array<Proxy, 2> proxies{Proxy(x.size(1), classes, generator), Proxy(x.size(1), classes, generator)};
    torch::Tensor losses = torch::empty({n});
    forPieces(2, [&](std::int64_t i) {
        const auto half = static_cast<std::size_t>(i);
        proxies[half].learn(x, labels, halves[half]);
    });
    const std::int64_t blocks = (n - n / 2 + kImagesOfPiece - 1) / kImagesOfPiece;  // of the larger half
    forPieces(2 * blocks, [&](std::int64_t i) {
        const auto half = static_cast<std::size_t>(i % 2);
        const std::int64_t begin = i / 2 * kImagesOfPiece;
        const std::int64_t count = std::min(kImagesOfPiece, halves[half].size(0) - begin);
        if (count > 0)
            proxies[1 - half].judge(x, labels, halves[half].narrow(0, begin, count), losses);
    });
    return losses.nan_to_num_(std::numeric_limits<float>::max());
}

/// `count` positions in [0, n): the hardest behind the thousandth, and others drawn from the rest.
std::vector<std::int64_t> chosen(const torch::Tensor& losses, std::int64_t count, double hardShare,
                                 const torch::Generator& generator)
{
    const std::int64_t n = losses.size(0);
    std::vector<std::int64_t> order(static_cast<std::size_t>(n));
    std::iota(order.begin(), order.end(), 0);
    const auto harder = [loss = losses.data_ptr<float>()](std::int64_t a, std::int64_t b) {
        return loss[a] != loss[b] ? loss[a] > loss[b] : a < b;
    };
    const auto hard = static_cast<std::int64_t>(hardShare * static_cast<double>(count));
    const auto skipped =
        std::min(static_cast<std::int64_t>(kWrongLabels * static_cast<double>(n)), n - count);
    std::nth_element(order.begin(), order.begin() + skipped, order.end(), harder);
    std::nth_element(order.begin() + skipped, order.begin() + skipped + hard, order.end(), harder);
    std::vector<std::int64_t> result(order.begin() + skipped, order.begin() + skipped + hard);
    order.erase(order.begin() + skipped, order.begin() + skipped + hard);
    std::sort(order.begin(), order.end());
    return merged(std::move(result), drawn(order, count - hard, generator));
}

}  // namespace

std::int64_t imagesPerEpoch(const Dataset& train, const TrainOptions& options)
{
    const auto all = static_cast<std::int64_t>(train.size());
    return options.selectImages == 0 ? all : std::min<std::int64_t>(options.selectImages, all);
}

std::vector<std::int64_t> selectImages(const Dataset& train, const TrainOptions& options)
{
    const torch::NoGradGuard noGrad;
    const auto all = static_cast<std::int64_t>(train.size());
    const std::int64_t wanted = imagesPerEpoch(train, options);
    std::vector<std::int64_t> indices = imagesWith(train, false);
    std::vector<std::int64_t> noClass = imagesWith(train, true);
    const torch::Generator generator =
        at::detail::createCPUGenerator(mixSeed(options.seed, kSelectionStream));
    if (!noClass.empty())
        noClass = drawn(noClass, wanted * static_cast<std::int64_t>(noClass.size()) / all, generator);
    const std::int64_t count = wanted - static_cast<std::int64_t>(noClass.size());
    if (count >= static_cast<std::int64_t>(indices.size()))
        return merged(std::move(indices), noClass);
    const torch::Tensor x = meanPixels(train, indices);
    const torch::Tensor labels = labelsOf(train, indices);
    std::vector<std::int64_t> positions =
        chosen(lossesOf(x, labels, generator), count, options.hardShare, generator);
    for (std::int64_t& position : positions)
        position = indices[static_cast<std::size_t>(position)];
    return merged(std::move(positions), noClass);
}

}  // namespace glyphscope
