// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/hook_settings.h"
#include "app/settings/settings.h"
#include "app/settings/weights_history.h"
#include "tests/fuzz/promises.h"
#include "tests/fuzz/scratch_folder.h"
#include "tests/fuzz/targets.h"

#include <algorithm>
#include <cmath>

namespace glyphscope::fuzz {
namespace {

namespace fs = std::filesystem;

bool isIn(double value, double least, double most)
{
    return value >= least && value <= most;
}

void checkHook(const HookSpec& hook)
{
    require(std::isfinite(hook.amount) && std::isfinite(hook.limit), "amounts of hooks are finite");
    require(hook.channel >= -1, "channels are counted from 0, -1 is all of them");
    require(hook.action != HookAction::Patch || hook.donor, "a patch has a donor");
    if (!hook.donor)
        return;
    std::size_t count = 1;
    for (const int side : hook.donor->shape)
        count *= static_cast<std::size_t>(side);
    require(count == hook.donor->values.size(), "as many values of a donor as its shape says");
}

void checkSettings(const Settings& settings)
{
    require(isIn(settings.pen, 0.5, 2.5), "the pen is in its range");
    require(isIn(settings.why.opacity, 0.1, 1) && isIn(settings.why.options.noise, 0.01, 1) &&
                isIn(settings.why.options.steps, 4, 512) && isIn(settings.why.options.samples, 4, 256) &&
                isIn(settings.why.options.patch, 1, 15) && settings.why.options.patch % 2 == 1,
            "attributions are in their ranges");
    require(isIn(settings.training.look.smoothing, 0, 0.999), "smoothing is in its range");
    require(!settings.training.look.shown.empty(), "some curve is shown");
    require(std::ssize(settings.hooks) <= kMostKeptHooks, "hooks are bounded");
    std::ranges::for_each(settings.hooks, checkHook);
}

std::vector<std::byte> saved(const Settings& settings, const fs::path& file)
{
    (void)saveSettings(QString::fromStdString(file.string()), settings);
    return readFile(file);
}

Settings loaded(const fs::path& file, QString& notice)
{
    return loadSettings(QString::fromStdString(file.string()), &notice);
}

bool readSettings(Input input, const ScratchFolder& folder)
{
    const fs::path file = folder.file("settings.json");
    const fs::path aside = folder.file("settings.json.bad");
    writeFile(file, input);
    QString notice;
    const Settings settings = loaded(file, notice);
    checkSettings(settings);
    require(fs::exists(aside) == !notice.isEmpty() && fs::exists(file) == notice.isEmpty(),
            "what is damaged, and that alone, is set aside and said");
    if (!notice.isEmpty()) {
        require(std::ranges::equal(readFile(aside), input), "what is set aside stays as it was");
        fs::remove(aside);
        return false;
    }
    const std::vector<std::byte> bytes = saved(settings, file);
    const Settings back = loaded(file, notice);
    require(notice.isEmpty() && saved(back, file) == bytes, "settings survive being saved");
    return true;
}

/// The same bytes as the list of earlier weights.
bool readHistory(Input input, const ScratchFolder& folder)
{
    const fs::path file = folder.file("history.json");
    writeFile(file, input);
    Message notice;
    WeightsHistory history(folder.path(), &notice);
    require(!history.title().empty(), "weights in place have a title");
    fs::remove(folder.file("history.json.bad"));
    if (!notice.empty())
        return false;
    (void)accepted({}, [&] { (void)history.undo(); });
    const StateDict weights{{{"fc2.bias", {1}, {1.0F}}}, {}};
    history.push(weights, "new");
    const WeightsHistory back(folder.path(), &notice);
    require(notice.empty() && back.title() == "new", "a list of weights survives being added to");
    require(back.current()->tensors == weights.tensors, "weights are those that were put in place");
    for (const fs::directory_entry& entry : fs::directory_iterator(folder.path()))
        if (entry.path().extension() == ".safetensors")
            fs::remove(entry.path());
    return true;
}

}  // namespace

bool fuzzSettings(Input input)
{
    static const ScratchFolder folder;
    const bool history = readHistory(input, folder);
    return readSettings(input, folder) || history;
}

}  // namespace glyphscope::fuzz
