// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/data/npz_set.h"
#include "tests/fuzz/promises.h"
#include "tests/fuzz/scratch_folder.h"
#include "tests/fuzz/targets.h"

namespace glyphscope::fuzz {
namespace {

constexpr const char* kNpzName = "input.npz";

void checkSet(const Dataset& data)
{
    require(!data.labels.empty(), "there are labels");
    require(data.images.size() == data.labels.size() * kGlyphPixels, "as many images as labels");
}

}  // namespace

bool fuzzNpz(Input input)
{
    static const ScratchFolder folder;
    static const std::filesystem::path file = folder.file(kNpzName);
    writeFile(file, input);
    return accepted(kNpzName, [] {
        const TrainTest set = readNpzSet(file);
        checkSet(set.train);
        checkSet(set.test);
        require(isNpzSet(file), "what is read is known as such");
    });
}

}  // namespace glyphscope::fuzz
