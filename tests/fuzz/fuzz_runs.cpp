// SPDX-License-Identifier: GPL-3.0-or-later
// The first byte of the input says which file of a run the rest stands for.
#include "model/checkpoint/detail/run_info_json.h"
#include "model/checkpoint/run_store.h"
#include "model/checkpoint/run_writer.h"
#include "tests/fuzz/promises.h"
#include "tests/fuzz/scratch_folder.h"
#include "tests/fuzz/targets.h"
#include "tests/model/checkpoint/run_values.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace glyphscope::fuzz {
namespace {

namespace fs = std::filesystem;

/// One run of 40 steps that is put right again after every input.
class SampleRun {
public:
    SampleRun() : m_store(m_folder.path()), m_id(test::longRun(m_store, RunState::Stopped))
    {
        for (const fs::directory_entry& entry : fs::recursive_directory_iterator(path()))
            if (entry.is_regular_file())
                m_files[entry.path()] = readFile(entry.path());
    }

    [[nodiscard]] RunStore& store() { return m_store; }
    [[nodiscard]] const std::string& id() const { return m_id; }
    [[nodiscard]] fs::path path() const { return m_folder.path() / m_id; }
    [[nodiscard]] fs::path file(const char* name) const { return path() / name; }

    void restore() const
    {
        for (const auto& [file, bytes] : m_files)
            writeFile(file, bytes);
    }
    void restore(const fs::path& file) const { writeFile(file, m_files.at(file)); }

private:
    ScratchFolder m_folder;
    RunStore m_store;
    std::string m_id;
    std::map<fs::path, std::vector<std::byte>> m_files;
};

void checkInfo(const RunInfo& info)
{
    require(info.test.correct <= info.test.count, "no more is right than there was");
    const auto classes = static_cast<std::size_t>(info.test.classCount);
    require(info.test.confusion.empty() || info.test.confusion.size() == classes * classes,
            "as many cells as pairs of classes");
    require(info.options.batchSize >= 2 && info.options.epochs >= 1, "options are in their ranges");
    require(std::isfinite(info.seconds) && info.seconds >= 0, "times are finite");
    const std::string text = encodeRunInfo(info);
    require(encodeRunInfo(decodeRunInfo(std::as_bytes(std::span(text)), "written")) == text,
            "a run survives being written");
}

bool readInfo(SampleRun& run, Input input)
{
    const fs::path file = run.file("run.json");
    writeFile(file, input);
    std::vector<Message> notices;
    const std::vector<RunInfo> runs = run.store().list(&notices);
    require(runs.size() + notices.size() == 1, "a run is listed, or it is said why not");
    std::ranges::for_each(runs, checkInfo);
    const fs::path aside = run.file("run.json.bad");
    if (!notices.empty()) {
        const std::string notice = notices.front().text();
        requireRefusal(notice, run.id() + "/run.json: ");
        const bool newer = notice.find("newer version") != std::string::npos;
        require(fs::exists(newer ? file : aside) && !fs::exists(newer ? aside : file),
                "what is damaged, and that alone, is set aside");
        fs::remove(aside);
    }
    run.restore(file);
    return !runs.empty();
}

void checkCurves(const RunCurves& curves)
{
    const StepCurves& steps = curves.steps;
    for (const std::vector<float>* column :
         {&steps.epoch, &steps.seconds, &steps.loss, &steps.accuracy, &steps.learningRate,
          &steps.gradientNorm, &steps.imagesPerSecond})
        require(column->size() == steps.size(), "columns are equally long");
    require(std::ranges::adjacent_find(steps.step, std::greater_equal()) == steps.step.end(), "steps ascend");
    require(steps.size() == 0 || steps.step.front() > 0, "steps are counted from 1");
    require(std::ranges::is_sorted(curves.epochs, {}, &EpochStats::step), "evaluations do not go back");
    require(std::ranges::is_sorted(curves.marks, {}, &RunMark::step), "changes do not go back");
}

bool readCurvesFile(SampleRun& run, const char* name, Input input)
{
    const fs::path file = run.file(name);
    writeFile(file, input);
    const bool good = accepted(run.id(), [&] { checkCurves(run.store().curves(run.id())); });
    run.restore(file);
    return good;
}

/// As a checkpoint among others: a damaged one hides none.
bool readCheckpoint(SampleRun& run, Input input)
{
    const fs::path file = run.file("checkpoints/step-00000010.safetensors");
    writeFile(file, input);
    require(run.store().checkpoints(run.id()).size() >= 3, "a damaged checkpoint hides no others");
    const bool good = accepted({}, [&] { (void)run.store().weights(run.id(), 10); });
    run.restore(file);
    return good;
}

bool resume(SampleRun& run, Input input)
{
    writeFile(run.file("last.safetensors"), input);
    const bool good = accepted({}, [&] {
        const auto writer = run.store().resume(run.id());
        const std::int64_t step = writer->info().step;
        require(step >= 0 && writer->info().last.step <= step, "a run goes on where its resume point is");
        const RunCurves curves = run.store().curves(run.id());
        checkCurves(curves);
        require(curves.steps.size() == 0 || curves.steps.step.back() <= step, "curves end there");
    });
    run.restore();
    return good;
}

}  // namespace

bool fuzzRuns(Input input)
{
    static SampleRun run;
    if (input.empty())
        return false;
    const Input content = input.subspan(1);
    switch (static_cast<char>(input.front())) {
    case 'i':
        return readInfo(run, content);
    case 'c':
        return readCurvesFile(run, "curves.bin", content);
    case 'e':
        return readCurvesFile(run, "epochs.jsonl", content);
    case 'm':
        return readCurvesFile(run, "marks.jsonl", content);
    case 's':
        return readCheckpoint(run, content);
    case 'g':
        return resume(run, content);
    default:
        return false;
    }
}

}  // namespace glyphscope::fuzz
