// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/preprocess/page_lines.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace glyphscope {
namespace {

// All of a character's height.
constexpr double kBodyHigh = 0.5;    // what stands in a line by itself
constexpr double kBrokenGap = 0.14;  // between the halves of a broken character
constexpr double kBrokenHeight = 1.4;
constexpr double kSmallGap = 1.5;
constexpr double kUnevenNear = 0.6;  // of middles that follow each other
constexpr double kUnevenFar = 0.42;
constexpr double kSlopeFrom = 0.5;  // how far apart in x two are that tell the slope
constexpr double kSlopeTo = 3.5;
constexpr double kSteepest = 0.2;  // a tangent
constexpr double kOneBand = 0.6;   // lines that begin beside each other

/// A character, or what of it hangs together.
struct Body {
    std::vector<std::size_t> pieces;
    double left = 0;
    double right = 0;
    double top = 0;
    double bottom = 0;

    [[nodiscard]] double x() const { return (left + right) / 2; }
    [[nodiscard]] double y() const { return (top + bottom) / 2; }
    [[nodiscard]] double height() const { return bottom - top; }
    void add(std::size_t piece, const InkComponent& c)
    {
        if (pieces.empty())
            *this = {{}, 1.0 * c.left, c.right + 1.0, 1.0 * c.top, c.bottom + 1.0};
        pieces.push_back(piece);
        left = std::min(left, 1.0 * c.left);
        right = std::max(right, c.right + 1.0);
        top = std::min(top, 1.0 * c.top);
        bottom = std::max(bottom, c.bottom + 1.0);
    }
};

/// Whether one stands on the other as the halves of a character that the scan broke.
bool areHalves(const Body& body, const InkComponent& c, double height)
{
    const double across = std::min(body.right, c.right + 1.0) - std::max(body.left, 1.0 * c.left);
    const double narrower = std::min(body.right - body.left, 1.0 * c.width());
    const double apart = std::max(body.top, 1.0 * c.top) - std::min(body.bottom, c.bottom + 1.0);
    const double together = std::max(body.bottom, c.bottom + 1.0) - std::min(body.top, 1.0 * c.top);
    return across >= 0.5 * narrower && apart < kBrokenGap * height && together <= kBrokenHeight * height;
}

std::vector<Body> bodiesOf(const std::vector<InkComponent>& pieces, double height)
{
    std::vector<Body> bodies;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        if (pieces[i].height() < kBodyHigh * height)
            continue;
        const auto half = std::ranges::find_if(
            bodies, [&](const Body& body) { return areHalves(body, pieces[i], height); });
        (half == bodies.end() ? bodies.emplace_back() : *half).add(i, pieces[i]);
    }
    return bodies;
}

/// Adds each low piece to the body that it is nearest to.
void addLow(const std::vector<InkComponent>& pieces, double height, std::vector<Body>& bodies)
{
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        const InkComponent& c = pieces[i];
        if (c.height() >= kBodyHigh * height)
            continue;
        Body* nearest = nullptr;
        double least = std::numeric_limits<double>::infinity();
        for (Body& body : bodies) {
            const double x = std::max({0.0, c.left - body.right, body.left - c.right});
            const double y = std::max({0.0, c.top - body.bottom, body.top - c.bottom});
            if (const double far = std::hypot(x, y); far < least) {
                least = far;
                nearest = &body;
            }
        }
        if (nearest != nullptr)
            nearest->pieces.push_back(i);  // what it reaches over stays that of the character's main part
    }
}

/// The slope of the page, as the middles of neighbours have it: a median.
double slopeOf(const std::vector<Body>& bodies, double height)
{
    std::vector<double> slopes;
    for (const Body& body : bodies) {
        const Body* next = nullptr;
        for (const Body& other : bodies) {
            const double dx = other.x() - body.x();
            if (dx > kSlopeFrom * height && dx < kSlopeTo * height &&
                std::abs(other.y() - body.y()) < kUnevenNear * height &&
                (next == nullptr || other.x() < next->x()))
                next = &other;
        }
        if (next != nullptr)
            slopes.push_back((next->bottom + next->top - body.bottom - body.top) / 2 /
                             (next->x() - body.x()));
    }
    if (slopes.empty())
        return 0;
    std::ranges::sort(slopes);
    return std::clamp(slopes[slopes.size() / 2], -kSteepest, kSteepest);
}

/// Bodies that follow each other.
struct Chain {
    std::vector<const Body*> bodies;
    double level = 0;  ///< of the middles, less the page's slope: of the last ones
    double right = 0;
};

std::vector<Chain> chainsOf(const std::vector<Body>& bodies, double height, double widestGap)
{
    const double slope = slopeOf(bodies, height);
    std::vector<const Body*> byX;
    for (const Body& body : bodies)
        byX.push_back(&body);
    std::ranges::sort(byX, {}, [](const Body* body) { return body->x(); });
    std::vector<Chain> chains;
    for (const Body* body : byX) {
        const double level = body->y() - slope * body->x();
        Chain* best = nullptr;
        double least = std::numeric_limits<double>::infinity();
        for (Chain& chain : chains) {
            const double gap = body->left - chain.right;
            const double uneven = std::abs(level - chain.level);
            const double most = (gap < kSmallGap * height ? kUnevenNear : kUnevenFar) * height;
            if (gap > widestGap * height || uneven > most)
                continue;
            const double cost = uneven + 0.1 * std::max(0.0, gap);
            if (cost < least) {
                least = cost;
                best = &chain;
            }
        }
        if (best == nullptr) {
            chains.push_back({{body}, level, body->right});
            continue;
        }
        best->bodies.push_back(body);
        best->level += 0.4 * (level - best->level);
        best->right = std::max(best->right, body->right);
    }
    return chains;
}

/// In reading order: by bands of height, in each from the left.
void order(std::vector<Chain>& chains, double height)
{
    const auto first = [](const Chain& chain) { return chain.bodies.front()->x(); };
    std::ranges::sort(chains, {}, &Chain::level);
    for (auto begin = chains.begin(); begin != chains.end();) {
        auto end = begin;
        while (end != chains.end() && end->level - begin->level < kOneBand * height)
            ++end;
        std::sort(begin, end, [&](const Chain& a, const Chain& b) { return first(a) < first(b); });
        begin = end;
    }
}

}  // namespace

std::vector<PageLine> linesOf(std::vector<InkComponent> pieces, double height, double widestGap)
{
    std::vector<Body> bodies = bodiesOf(pieces, height);
    addLow(pieces, height, bodies);
    std::vector<Chain> chains = chainsOf(bodies, height, widestGap);
    order(chains, height);
    std::vector<PageLine> lines;
    for (const Chain& chain : chains) {
        PageLine& line = lines.emplace_back();
        for (const Body* body : chain.bodies) {
            PageBody& own = line.emplace_back();
            for (const std::size_t piece : body->pieces)
                own.push_back(std::move(pieces[piece]));
        }
    }
    return lines;
}

}  // namespace glyphscope
