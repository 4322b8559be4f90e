// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/pen_habits.h"

#include <string>
#include <vector>

namespace glyphscope {

/// What a network is trained on, in any mix. Without MNIST and folders, labels of ink that are no digits make
/// classes of their own.
struct DataChoice {
    bool mnist = true;
    std::vector<std::string> folders = {};    ///< of IDX files
    std::vector<std::string> ink = {};        ///< InkML files
    int inkVariations = 0;                    ///< so many variations of each of their drawings besides, >= 0
    std::vector<std::string> notDigits = {};  ///< InkML files of what is none of the classes
    bool samples = false;                     ///< my handwriting
    double validation = 0;                    ///< share of every class of the mix held out, in [0, 1)
    bool foldCase = false;                    ///< "A" and "a" of ink are one class
    PenHabits inkHabits = {};                 ///< of pens, that variations are given
    friend bool operator==(const DataChoice&, const DataChoice&) = default;
};

}  // namespace glyphscope
