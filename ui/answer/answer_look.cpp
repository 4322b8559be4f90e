// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/answer/answer_look.h"

#include <optional>
#include <span>

namespace glyphscope {

namespace {

constexpr int kFairRow = 12;
constexpr int kLowRow = 11;

// From what is best.
constexpr AnswerLook kWithCard[]{
    {.card = true}, {.row = kFairRow, .card = true}, {.tightHead = true, .row = kFairRow, .card = true}};
constexpr AnswerLook kForCard[]{{.tightHead = true, .labelsInOneLine = true, .row = kFairRow, .card = true},
                                {.tightHead = true, .labels = false, .row = kLowRow, .card = true}};
constexpr AnswerLook kCardAlone{.labels = false, .row = 0, .card = true};
constexpr AnswerLook kWithoutCard[]{{.row = kFairRow},
                                    {.tightHead = true, .row = kFairRow},
                                    {.tightHead = true, .labelsInOneLine = true, .row = kFairRow},
                                    {.tightHead = true, .labelsInOneLine = true, .row = kLowRow},
                                    {.tightHead = true, .row = kLowRow}};
constexpr AnswerLook kWithoutLabels{.tightHead = true, .labels = false, .row = kLowRow};

bool fits(const AnswerLook& look, const AnswerRoom& room)
{
    int needed = (look.tightHead ? room.tightHead : room.head) + room.badge;
    if (look.labels)
        needed += look.labelsInOneLine ? room.labelsInOneLine : room.labels;
    if (look.row > 0)
        needed += room.beforeBars + look.row * room.bars;
    if (look.card)
        needed += room.card;
    return needed <= room.height && (!look.labelsInOneLine || room.labelsInOneLine > 0);
}

std::optional<AnswerLook> firstThatFits(std::span<const AnswerLook> looks, const AnswerRoom& room)
{
    for (const AnswerLook& look : looks)
        if (fits(look, room))
            return look;
    return std::nullopt;
}

}  // namespace

AnswerLook answerLook(const AnswerRoom& room, CardWish card)
{
    if (card != CardWish::None)
        if (const std::optional<AnswerLook> look = firstThatFits(kWithCard, room))
            return *look;
    if (card == CardWish::Always)
        return firstThatFits(kForCard, room).value_or(kCardAlone);
    return firstThatFits(kWithoutCard, room)
        .value_or(room.badge > 0 ? kWithoutLabels : *std::rbegin(kWithoutCard));
}

}  // namespace glyphscope
