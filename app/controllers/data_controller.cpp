// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/controllers/data_controller.h"

#include "app/controllers/file_dialogs.h"
#include "app/files/ink_data.h"
#include "app/files/training_data.h"
#include "app/session/engine_session.h"
#include "app/session/task_session.h"
#include "app/text/file_name.h"
#include "app/text/message_text.h"
#include "model/data/dataset_folder.h"
#include "model/data/mnist_location.h"
#include "model/types/error.h"
#include "ui/training/training_panel.h"
#include "ui/widgets/notice_bar.h"

#include <QtGui/QGuiApplication>

#include <algorithm>
#include <utility>

namespace glyphscope {
namespace {

constexpr std::size_t kPreviewed = 12;

/// The first images of a set, as the preview of the augmentation shows them.
std::vector<Glyph> firstGlyphs(const Dataset& data)
{
    std::vector<Glyph> glyphs(std::min(kPreviewed, data.size()));
    for (std::size_t i = 0; i < glyphs.size(); ++i)
        std::copy_n(data.images.begin() + static_cast<std::ptrdiff_t>(i * kGlyphPixels), kGlyphPixels,
                    glyphs[i].begin());
    return glyphs;
}

bool isMix(const DataChoice& data)
{
    return data.folders.size() + data.ink.size() + data.notDigits.size() + (data.mnist ? 1 : 0) +
               (data.samples ? 1 : 0) >
           1;
}

}  // namespace

DataController::DataController(const Parts& parts) : m_parts(parts)
{
    TrainingPanel* panel = &m_parts.training;
    connect(panel, &TrainingPanel::addFolderRequested, this, [this] { addSource(Source::Folder); });
    connect(panel, &TrainingPanel::addInkRequested, this, [this] { addSource(Source::Ink); });
    connect(panel, &TrainingPanel::addNotDigitsRequested, this, [this] { addSource(Source::NotDigits); });
    connect(panel, &TrainingPanel::augmentationPreviewWanted, this, &DataController::preview);
    connect(qApp, &QGuiApplication::applicationStateChanged, this, [this] {
        if (!m_running)
            showSources();  // MNIST may have been fetched meanwhile
    });
}

DataController::~DataController() = default;

void DataController::openFolder(const QString& folder)
{
    if (m_running) {
        m_parts.notices.warning(tr("A training is running. Add the data when it has ended."), Topic::Open);
        return;
    }
    m_parts.disk.run(Topic::Open,
                     [this, folder, choice = m_parts.training.data()]() -> std::function<void()> {
                         return [this, found = foundIn(folder, choice)] { propose(found); };
                     });
}

DataController::FoundSet DataController::foundIn(const QString& folder, const DataChoice& beside)
{
    const TrainTest set = loadIdxFolder(fileNameBytes(folder));
    bool fits = false;
    try {
        fits = set.train.classes.fitsInto(classesOf(beside));
    } catch (const Error&) {
        // what was chosen is not there any more
    }
    return {folder, static_cast<qint64>(set.train.size()), fits, set.notes};
}

void DataController::propose(const FoundSet& found)
{
    showSources();
    const DataChoice choice = m_parts.training.data();
    const bool chosen =
        std::ranges::find(choice.folders, fileNameBytes(found.folder)) != choice.folders.end();
    const bool alone = !(choice.mnist && m_sources.mnist) && choice.folders.empty() && choice.ink.empty();
    if (chosen || alone) {
        take(found, false);
        return;
    }
    const int images = static_cast<int>(found.images);
    const QString now = QString::fromStdString(nameOfData(choice));
    const NoticeBar::Action instead{tr("Train on it instead"), [this, found] { take(found, true); }};
    if (found.fits)
        m_parts.notices.ask(Topic::Open,
                            tr("%1 has %Ln image(s) to train on. %2 is chosen so far.", nullptr, images)
                                .arg(found.folder, now),
                            instead,
                            {tr("Add it to the chosen ones"), [this, found] { take(found, false); }});
    else
        m_parts.notices.ask(
            Topic::Open,
            tr("%1 has %Ln image(s) of other classes than %2, which is chosen so far.", nullptr, images)
                .arg(found.folder, now),
            instead, {});
}

void DataController::take(const FoundSet& found, bool instead)
{
    if (m_running) {  // since it was asked
        openFolder(found.folder);
        return;
    }
    DataChoice data = m_parts.training.data();
    if (instead) {
        const double validation = data.validation;
        data = {.mnist = false, .validation = validation};
    }
    accept(std::move(data), found.folder, Source::Folder, found.images);
    const bool mixed = isMix(m_parts.training.data());
    const int images = static_cast<int>(found.images);
    tell((mixed ? tr("%1: its %Ln image(s) will be trained on, too. Training shows the mix.", nullptr, images)
                : tr("%1: its %Ln image(s) will be trained on.", nullptr, images))
             .arg(found.folder),
         found.notes);
}

void DataController::tell(const QString& done, const std::vector<Message>& notes)
{
    QStringList sentences;
    if (!done.isEmpty())
        sentences << done;
    for (const Message& note : notes)
        sentences << messageText(note);
    const QString text = sentences.join(u' ');
    if (!notes.empty())
        m_parts.notices.warning(text, Topic::Open);  // which stays
    else if (!text.isEmpty())
        m_parts.notices.info(text);
}

void DataController::setSampleCount(int count)
{
    m_sources.samples = count;
    showSources();
}

void DataController::setRunning(bool running)
{
    m_running = running;
    if (!running)
        showSources();  // a run may have ended for want of them
}

void DataController::showSources()
{
    m_sources.mnist = hasMnist();
    m_sources.howToGet = messageText(howToGetMnist());
    m_parts.training.setDataSources(m_sources);
    Q_EMIT mnistSeen(m_sources.mnist, m_sources.howToGet);
}

void DataController::addSource(Source kind)
{
    const auto add = [this, kind](const QStringList& paths) { addSources(paths, kind); };
    if (kind == Source::Folder) {
        m_parts.dialogs.chooseFolder(*this, tr("Add a folder of IDX files"),
                                     [add](const QString& folder) { add({folder}); });
        return;
    }
    m_parts.dialogs.openFiles(
        *this, kind == Source::Ink ? tr("Add files of ink") : tr("Add files of what is no digit"),
        {tr("Ink: InkML, UNIPEN (*.inkml *.dat)"), tr("All files (*)")}, add);
}

void DataController::addSources(const QStringList& paths, Source kind)
{
    // Each is read once before it is taken: what it cannot be trained on is said here, not at the start.
    for (const QString& path : paths)
        m_parts.disk.run([this, path, kind, choice = m_parts.training.data()]() -> std::function<void()> {
            QString problem;
            FoundImages images;
            try {
                images = imagesIn(path, kind, choice);
            } catch (const Error& error) {
                problem = errorText(error);
            }
            return [this, path, kind, images, problem] {
                sourceRead(path, kind, images.count, problem);
                tell({}, images.notes);
            };
        });
}

DataController::FoundImages DataController::imagesIn(const QString& path, Source kind,
                                                     const DataChoice& beside)
{
    switch (kind) {
    case Source::Folder: {
        const TrainTest set = loadIdxFolder(fileNameBytes(path));
        return {static_cast<qint64>(set.train.size()), set.notes};
    }
    case Source::Ink: {
        FoundImages found;
        found.count =
            static_cast<qint64>(readInkDataset({path}, classesOf(beside), nullptr, &found.notes).size());
        return found;
    }
    case Source::NotDigits:
        break;
    }
    FoundImages found;
    found.count = static_cast<qint64>(readNotDigits({path}, ClassSet(), {}, &found.notes).size());
    return found;
}

void DataController::sourceRead(const QString& path, Source kind, qint64 images, const QString& problem)
{
    if (problem.isEmpty())
        accept(m_parts.training.data(), path, kind, images);
    else
        m_parts.training.setDataProblem(problem);
}

/// `data` with the source at `path` is what is trained on from now on.
void DataController::accept(DataChoice data, const QString& path, Source kind, qint64 images)
{
    m_parts.training.setDataProblem({});
    m_sources.images[path] = images;
    if (kind == Source::Folder && !m_sources.mnist)
        data.mnist = false;  // what is not there cannot be meant beside it
    if (kind != Source::Folder && data.ink.empty() && data.notDigits.empty())
        data.inkVariations = kUsualInkVariations;
    std::vector<std::string>& list = kind == Source::Folder ? data.folders
                                     : kind == Source::Ink  ? data.ink
                                                            : data.notDigits;
    const std::string name = fileNameBytes(path);
    if (std::find(list.begin(), list.end(), name) == list.end())
        list.push_back(name);
    m_parts.training.setData(data);
    showSources();
}

void DataController::preview(const std::optional<Augmentation>& augmentation)
{
    const std::shared_ptr<Engine> engine = m_parts.engine.engine();
    if (!augmentation || !engine || m_previewing)
        return;  // one that comes too late is not waited for
    m_previewing = true;
    m_parts.compute.run([this, engine, how = *augmentation, seed = ++m_previewSeed,
                         originals = m_originals]() mutable -> std::function<void()> {
        std::vector<Glyph> distorted;
        try {
            if (!originals)
                originals = std::make_shared<const std::vector<Glyph>>(
                    hasMnist() ? firstGlyphs(loadIdxFolder(mnistFolder()).test) : std::vector<Glyph>());
            distorted = engine->augmented(*originals, how, seed);
        } catch (const Error&) {
            // no data, no preview; starting a training says why
        }
        return [this, originals, distorted] {
            m_previewing = false;
            m_originals = originals;
            if (originals && distorted.size() == originals->size())
                m_parts.training.setAugmented(*originals, distorted);
        };
    });
}

}  // namespace glyphscope
