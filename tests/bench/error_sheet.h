// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/raster.h"

#include <QtGui/QImage>

#include <string>
#include <vector>

namespace glyphscope {

struct MisreadGlyph {
    Glyph glyph;
    int truth = 0;
    int answer = 0;
    float confidence = 0;
    std::string id;
};

/// All of them as the network saw them, with what they are labelled, what they were read as and how sure.
[[nodiscard]] QImage errorSheet(const std::vector<MisreadGlyph>& errors);

}  // namespace glyphscope
