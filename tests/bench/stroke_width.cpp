// SPDX-License-Identifier: GPL-3.0-or-later

// How well labelled ink is read at each stroke width: how kStrokeWidth was chosen.
// usage: stroke_width WEIGHTS.safetensors FILE.inkml...

#include "app/files/drawing_file.h"
#include "model/checkpoint/safetensors.h"
#include "model/engine/load_engine.h"
#include "model/preprocess/normalize.h"
#include "model/types/error.h"

#include <QtCore/QString>

#include <cstdio>
#include <vector>

using namespace glyphscope;

namespace {

Dataset glyphsOf(const std::vector<LabelledDrawing>& drawings, double width)
{
    Dataset data;
    data.classes = ClassSet::digits();
    for (const LabelledDrawing& item : drawings) {
        const Stages stages = normalize(item.drawing, width);
        data.images.insert(data.images.end(), stages.glyph.begin(), stages.glyph.end());
        data.labels.push_back(static_cast<std::uint8_t>(std::stoi(item.truth)));
    }
    return data;
}

void run(char** arguments, int count)
{
    const auto engine = loadEngine(GLYPHSCOPE_ENGINE);
    const StateDict weights = readSafetensors(arguments[1]);
    std::vector<std::vector<LabelledDrawing>> files;
    std::printf("width ");
    for (int i = 2; i < count; ++i) {
        files.push_back(loadDrawings(QString::fromLocal8Bit(arguments[i])).drawings);
        std::printf("%8s", QString::fromLocal8Bit(arguments[i])
                               .section(u'-', -1)
                               .section(u'.', 0, 0)
                               .toLatin1()
                               .constData());
    }
    std::printf("     all\n");
    for (int percent = 6; percent <= 18; ++percent) {
        std::printf("%4d %%", percent);
        std::int64_t right = 0;
        std::int64_t all = 0;
        for (const auto& drawings : files) {
            const Evaluation e = engine->evaluate(weights, glyphsOf(drawings, percent / 100.0), "cpu", {});
            std::printf("%8.2f", 100 * e.accuracy());
            right += e.correct;
            all += e.count;
        }
        std::printf("%8.2f\n", 100.0 * static_cast<double>(right) / static_cast<double>(all));
    }
}

}  // namespace

int main(int argc, char** argv)
{
    if (argc < 3) {
        std::fputs("usage: stroke_width WEIGHTS.safetensors FILE.inkml...\n", stderr);
        return 2;
    }
    try {
        run(argv, argc);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
    return 0;
}
