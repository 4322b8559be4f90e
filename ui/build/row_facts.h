// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/spec/network_check.h"

#include <cstdint>
#include <string>
#include <vector>

namespace glyphscope {

/// Whether something is wrong with a module.
enum class RowMark { None, Warning, Problem };

/// One layer of the spec as its row shows it. Sums are over the layer, what is in it, and all its copies in
/// blocks that are repeated, so that those of the outermost rows add up to the network's.
struct NetworkRow {
    SpecPlace place;
    int parent = -1;  ///< place among the rows; -1: the network itself
    std::vector<int> children;
    LayerSpec layer;   ///< without its children
    std::string path;  ///< of its first copy, "block.0.conv"; empty: its shapes are not known
    std::string text;  ///< layerText(), with the sizes that are inferred; the kind where they are not known
    std::vector<int> inputShape;
    std::vector<int> outputShape;
    std::int64_t parameters = 0;
    std::int64_t multiplyAdds = 0;  ///< of one image
    std::int64_t outputBytes = 0;   ///< of one image
    int copies = 0;                 ///< how often it is in the network
    RowMark mark = RowMark::None;

    [[nodiscard]] bool isKnown() const { return copies > 0; }
    [[nodiscard]] bool isBlock() const;
    [[nodiscard]] std::int64_t repeats() const;  ///< of a Repeat, how often; of others 0
};

/// The rows of the whole tree in its order, a block before its children.
[[nodiscard]] std::vector<NetworkRow> rowsOf(const NetworkSpec& network, const NetworkCheck& check);

/// -1: there is none.
[[nodiscard]] int rowAt(const std::vector<NetworkRow>& rows, const SpecPlace& place);

}  // namespace glyphscope
