// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/controllers/training_preview.h"

#include "app/files/drawing_file.h"
#include "app/files/ink_data.h"
#include "app/session/engine_session.h"
#include "app/session/task_session.h"
#include "app/text/file_name.h"
#include "model/data/dataset_folder.h"
#include "model/data/mnist_location.h"
#include "model/preprocess/normalize.h"
#include "model/types/error.h"
#include "model/types/split_mix.h"
#include "ui/training/training_panel.h"

#include <algorithm>
#include <utility>

namespace glyphscope {
namespace {

constexpr std::size_t kPreviewed = 12;

/// The first images of a set.
std::vector<Glyph> firstGlyphs(const Dataset& data, std::size_t most)
{
    std::vector<Glyph> glyphs(std::min(most, data.size()));
    for (std::size_t i = 0; i < glyphs.size(); ++i)
        std::copy_n(data.images.begin() + static_cast<std::ptrdiff_t>(i * kGlyphPixels), kGlyphPixels,
                    glyphs[i].begin());
    return glyphs;
}

/// Some drawings with ink, from all over the files.
std::vector<LabelledDrawing> someInk(const std::vector<std::string>& files, std::size_t most)
{
    std::vector<LabelledDrawing> all;
    for (const std::string& file : files)
        for (LabelledDrawing& each : loadDrawings(fileNameFromBytes(file)).drawings)
            if (!normalize(each.drawing).empty)
                all.push_back(std::move(each));
    std::vector<LabelledDrawing> some;
    const std::size_t count = std::min(most, all.size());
    for (std::size_t i = 0; i < count; ++i)
        some.push_back(std::move(all[i * all.size() / count]));
    return some;
}

}  // namespace

TrainingPreview::TrainingPreview(TrainingPanel& training, EngineSession& engine, TaskSession& compute)
    : m_training(training), m_engine(engine), m_compute(compute)
{
    connect(&training, &TrainingPanel::augmentationPreviewWanted, this, &TrainingPreview::ask);
}

TrainingPreview::~TrainingPreview() = default;

TrainingPreview::Shown TrainingPreview::shownOf(const DataChoice& data)
{
    Shown shown;
    shown.files = data.ink;
    shown.mnist = data.mnist || data.ink.empty();
    const bool mnist = shown.mnist && hasMnist();
    if (!data.ink.empty())
        shown.ink = someInk(data.ink, mnist ? kPreviewed / 2 : kPreviewed);
    if (mnist)
        shown.images = firstGlyphs(loadIdxFolder(mnistFolder()).test, kPreviewed - shown.ink.size());
    return shown;
}

/// As training varies it, or with one habit alone.
Glyph TrainingPreview::varied(const LabelledDrawing& drawing, const DataChoice& data,
                              const std::string& habit, std::uint64_t seed)
{
    for (const PenHabitName& entry : kPenHabits)
        if (habit == entry.name)
            return inkHabit(drawing, entry.habit, seed);
    return data.inkVariations > 0 ? inkVariation(drawing, data.inkHabits, seed)
                                  : normalize(drawing.drawing).glyph;
}

void TrainingPreview::ask(const std::optional<Augmentation>& augmentation, const QString& habit)
{
    const std::shared_ptr<Engine> engine = m_engine.engine();
    if (!augmentation || !engine || m_asking)
        return;  // one that comes too late is not waited for
    m_asking = true;
    m_compute.run([this, engine, how = *augmentation, seed = ++m_seed, data = m_training.data(),
                   habit = habit.toStdString(), shown = m_shown]() mutable -> std::function<void()> {
        std::vector<Glyph> originals;
        std::vector<Glyph> distorted;
        try {
            if (!shown || shown->files != data.ink || shown->mnist != (data.mnist || data.ink.empty()))
                shown = std::make_shared<const Shown>(shownOf(data));
            originals = shown->images;
            std::vector<Glyph> trained = originals;
            for (const LabelledDrawing& each : shown->ink) {
                originals.push_back(normalize(each.drawing).glyph);
                trained.push_back(varied(each, data, habit, mixSeed(seed, trained.size())));
            }
            distorted = engine->augmented(trained, how, seed);
        } catch (const Error&) {
            // no data, no preview; starting a training says why
        }
        return [this, shown, originals, distorted] {
            m_asking = false;
            m_shown = shown;
            if (!originals.empty() && distorted.size() == originals.size())
                m_training.setAugmented(originals, distorted);
        };
    });
}

}  // namespace glyphscope
