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

#include <QtCore/QFileInfo>
#include <QtGui/QGuiApplication>

#include <algorithm>
#include <utility>

namespace glyphscope {
namespace {

constexpr qint64 kFewestOfClass = 2;  // drawings, on the average, that make one worth learning

/// Digits alone or in a row, which is more than classes.
bool areNumbers(const ClassSet& classes)
{
    const auto ofDigits = [](const std::string& name) {
        return std::ranges::all_of(name, [](char c) { return c >= '0' && c <= '9'; });
    };
    return !classes.isDigits() && std::ranges::all_of(classes.names(), ofDigits);
}

QString otherInkText(const QString& path, int drawings, const ClassSet& classes, const QString& now)
{
    return DataController::tr(
               "%1 has %Ln drawing(s) of %2 classes from \"%3\" to \"%4\", others than those of %5, "
               "which is chosen so far.",
               nullptr, drawings)
        .arg(QFileInfo(path).fileName())
        .arg(classes.size())
        .arg(QString::fromStdString(classes.names().front()), QString::fromStdString(classes.names().back()),
             now);
}

bool isMix(const DataChoice& data)
{
    return data.folders.size() + data.ink.size() + data.notDigits.size() + (data.mnist ? 1 : 0) +
               (data.samples ? 1 : 0) >
           1;
}

}  // namespace

DataController::DataController(const Parts& parts)
    : m_parts(parts), m_preview(parts.training, parts.engine, parts.compute)
{
    TrainingPanel* panel = &m_parts.training;
    connect(panel, &TrainingPanel::addFolderRequested, this, [this] { addSource(Source::Folder); });
    connect(panel, &TrainingPanel::addInkRequested, this, [this] { addSource(Source::Ink); });
    connect(panel, &TrainingPanel::addNotDigitsRequested, this, [this] { addSource(Source::NotDigits); });
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
                         return [this, found = foundIn(folder, Source::Folder, choice)] { propose(found); };
                     });
}

void DataController::offerInk(const QString& path)
{
    if (m_running)
        return;  // it is looked at, and can be chosen later
    m_parts.disk.run([this, path, choice = m_parts.training.data()]() -> std::function<void()> {
        try {
            const FoundSet found = foundIn(path, Source::Ink, choice);
            if (found.images < kFewestOfClass * found.classes.size() || areNumbers(found.classes))
                return {};  // they are read digit by digit
            return [this, found] { proposeOpened(found); };
        } catch (const Error&) {
            return {};  // it was opened as drawings, and nobody asked for more
        }
    });
}

DataController::FoundSet DataController::foundIn(const QString& path, Source kind, const DataChoice& beside)
{
    if (kind == Source::Folder)
        return folderIn(path, beside);
    if (kind == Source::Ink)
        return inkIn(path, beside);
    FoundSet found{.path = path, .kind = kind, .fits = true};
    found.images = static_cast<qint64>(readNotDigits({path}, ClassSet(), {}, &found.notes).size());
    return found;
}

DataController::FoundSet DataController::folderIn(const QString& path, const DataChoice& beside)
{
    const TrainTest set = loadIdxFolder(fileNameBytes(path));
    FoundSet found{.path = path,
                   .images = static_cast<qint64>(set.train.size()),
                   .classes = set.train.classes,
                   .notes = set.notes};
    try {
        found.fits = set.train.classes.fitsInto(classesOf(beside));
    } catch (const Error&) {
        // what was chosen is not there any more
    }
    return found;
}

DataController::FoundSet DataController::inkIn(const QString& path, const DataChoice& beside)
{
    const InkLabels labels{.foldCase = beside.foldCase, .tellFolded = false, .skipMissing = true};
    DataChoice both = beside;
    both.mnist = beside.mnist && hasMnist();
    both.ink.push_back(fileNameBytes(path));
    FoundSet found{.path = path, .kind = Source::Ink};
    const auto read = [&](const DataChoice& choice) {
        found.notes.clear();
        found.classes = classesOf(choice);
        found.images =
            static_cast<qint64>(readInkDataset({path}, found.classes, nullptr, &found.notes, labels).size());
    };
    try {
        read(both);
        found.fits = true;
    } catch (const Error&) {
        if (isInkOfDigits({path}))
            throw;  // something else is wrong with it
        DataChoice alone;
        alone.mnist = false;
        alone.foldCase = beside.foldCase;
        alone.ink = {fileNameBytes(path)};
        read(alone);
    }
    return found;
}

/// Whether something is chosen that says what the classes are.
bool DataController::hasClasses(const DataChoice& data) const
{
    return (data.mnist && m_sources.mnist) || !data.folders.empty() || !data.ink.empty();
}

void DataController::propose(const FoundSet& found)
{
    showSources();
    const DataChoice choice = m_parts.training.data();
    const auto& list = found.kind == Source::Folder ? choice.folders : choice.ink;
    const bool chosen = std::ranges::find(list, fileNameBytes(found.path)) != list.end();
    if (chosen || !hasClasses(choice)) {
        take(found, false);
        return;
    }
    const int images = static_cast<int>(found.images);
    const QString now = QString::fromStdString(nameOfData(choice));
    const NoticeBar::Action instead{tr("Train on it instead"), [this, found] { take(found, true); }};
    if (found.fits)
        m_parts.notices.ask(
            Topic::Open,
            tr("%1 has %Ln image(s) to train on. %2 is chosen so far.", nullptr, images).arg(found.path, now),
            instead, {tr("Add it to the chosen ones"), [this, found] { take(found, false); }});
    else if (found.kind == Source::Ink)
        m_parts.notices.ask(Topic::Open, otherInkText(found.path, images, found.classes, now), instead,
                            {tr("Learn it as none of them"), [this, found] {
                                 FoundSet none = found;
                                 none.kind = Source::NotDigits;
                                 take(none, false);
                             }});
    else
        m_parts.notices.ask(
            Topic::Open,
            tr("%1 has %Ln image(s) of other classes than %2, which is chosen so far.", nullptr, images)
                .arg(found.path, now),
            instead, {});
}

/// What was opened to be looked at is trained on only where the user says so.
void DataController::proposeOpened(const FoundSet& found)
{
    showSources();
    const DataChoice choice = m_parts.training.data();
    if (std::ranges::find(choice.ink, fileNameBytes(found.path)) != choice.ink.end())
        return;
    if (hasClasses(choice) && !found.fits) {
        propose(found);
        return;
    }
    m_parts.notices.ask(Topic::Open,
                        tr("%1 has %Ln labelled drawing(s), from \"%2\" to \"%3\", which can be trained on.",
                           nullptr, static_cast<int>(found.images))
                            .arg(QFileInfo(found.path).fileName(),
                                 QString::fromStdString(found.classes.names().front()),
                                 QString::fromStdString(found.classes.names().back())),
                        {tr("Train on it"), [this, found] { take(found, false); }}, {});
}

void DataController::take(const FoundSet& found, bool instead)
{
    if (m_running) {  // since it was asked
        openFolder(found.path);
        return;
    }
    DataChoice data = m_parts.training.data();
    if (instead) {
        const double validation = data.validation;
        data = {
            .mnist = false, .validation = validation, .foldCase = data.foldCase, .inkHabits = data.inkHabits};
    }
    accept(std::move(data), found);
    const bool mixed = isMix(m_parts.training.data());
    const int images = static_cast<int>(found.images);
    const bool own = found.kind == Source::Ink && !found.classes.isDigits();
    const QString done =
        own ? tr("%1: its %Ln drawing(s) will be trained on. Training gives the network in use an output for "
                 "each of the %2 classes; Build makes another network.",
                 nullptr, images)
                  .arg(found.path)
                  .arg(found.classes.size())
        : mixed ? tr("%1: its %Ln image(s) will be trained on, too. Training shows the mix.", nullptr, images)
                      .arg(found.path)
                : tr("%1: its %Ln image(s) will be trained on.", nullptr, images).arg(found.path);
    tell(done, found.notes);
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
            try {
                const FoundSet found = foundIn(path, kind, choice);
                return [this, found] { sourceRead(found); };
            } catch (const Error& error) {
                return [this, problem = errorText(error)] { m_parts.training.setDataProblem(problem); };
            }
        });
}

void DataController::sourceRead(const FoundSet& found)
{
    if (found.kind == Source::Ink && !found.fits) {
        m_parts.training.setDataProblem({});
        propose(found);
        return;
    }
    accept(m_parts.training.data(), found);
    tell({}, found.notes);
}

/// `data` with what was found is what is trained on from now on.
void DataController::accept(DataChoice data, const FoundSet& found)
{
    m_parts.training.setDataProblem({});
    m_sources.images[found.path] = found.images;
    const bool own = found.kind == Source::Ink && !found.classes.isDigits();
    if (!m_sources.mnist && (found.kind == Source::Folder || own))
        data.mnist = false;  // what is not there cannot be meant beside it
    if (found.kind != Source::Folder && data.ink.empty() && data.notDigits.empty())
        data.inkVariations = kUsualInkVariations;
    std::vector<std::string>& list = found.kind == Source::Folder ? data.folders
                                     : found.kind == Source::Ink  ? data.ink
                                                                  : data.notDigits;
    const std::string name = fileNameBytes(found.path);
    if (std::find(list.begin(), list.end(), name) == list.end())
        list.push_back(name);
    m_parts.training.setData(data);
    showSources();
}

}  // namespace glyphscope
