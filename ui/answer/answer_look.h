// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace glyphscope {

/// What an answer panel shows.
struct AnswerLook {
    static constexpr int kGoodRow = 16;  ///< pixels
    bool tightHead = false;              ///< Why? beside the verdict
    bool labels = true;
    bool labelsInOneLine = false;
    int row = kGoodRow;  ///< the least height of a bar; 0: no bars
    bool card = false;
};

/// The heights of a panel's parts, in pixels, each with the space before it.
struct AnswerRoom {
    int height = 0;  ///< of the whole panel
    int head = 0;    ///< with the margins of the panel
    int tightHead = 0;
    int badge = 0;            ///< with the row of a number; 0: there is neither
    int labels = 0;           ///< above each other
    int labelsInOneLine = 0;  ///< 0: too wide for that
    int bars = 0;             ///< how many are to be seen at once
    int beforeBars = 0;
    int card = 0;
};

enum class CardWish { None, WhereThereIsRoom, Always };

/// The card comes below the bars where there is room; asked for where there is none, it takes that of the
/// labels first, then that of the bars. Labels go for a badge only where nothing else helps.
[[nodiscard]] AnswerLook answerLook(const AnswerRoom& room, CardWish card);

}  // namespace glyphscope
