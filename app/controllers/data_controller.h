// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/controllers/training_preview.h"
#include "model/types/class_set.h"
#include "model/types/data_choice.h"
#include "model/types/message.h"
#include "ui/training/data_sources.h"

#include <QtCore/QObject>
#include <QtCore/QStringList>

#include <vector>

namespace glyphscope {

class EngineSession;
class FileDialogs;
class NoticeBar;
class TaskSession;
class TrainingPanel;

/// What is trained on: the sources that there are, those that the user adds, and the preview of the
/// augmentation. Lives on the GUI thread.
class DataController : public QObject {
    Q_OBJECT

public:
    struct Parts {
        TrainingPanel& training;
        NoticeBar& notices;
        FileDialogs& dialogs;
        EngineSession& engine;
        TaskSession& disk;
        TaskSession& compute;
    };

    explicit DataController(const Parts& parts);
    ~DataController() override;

    /// A folder with a set of IDX files was opened: trains on it where nothing else is chosen, else asks
    /// whether instead of that or beside it.
    void openFolder(const QString& folder);
    /// A file of labelled ink was opened as drawings: offers to train on it, where its labels make classes.
    void offerInk(const QString& path);
    void setSampleCount(int count);
    void setRunning(bool running);
    /// Looks again what there is.
    void showSources();

Q_SIGNALS:
    /// Whether MNIST is there, and else how to get it.
    void mnistSeen(bool there, const QString& howToGet);

private:
    enum class Source { Folder, Ink, NotDigits };
    struct FoundSet {
        QString path;
        Source kind = Source::Folder;
        qint64 images = 0;
        bool fits = false;  // its classes are those of the data chosen, or can be learnt beside them
        ClassSet classes = {};
        std::vector<Message> notes = {};
    };
    // throw Error
    [[nodiscard]] static FoundSet foundIn(const QString& path, Source kind, const DataChoice& beside);
    [[nodiscard]] static FoundSet folderIn(const QString& path, const DataChoice& beside);
    [[nodiscard]] static FoundSet inkIn(const QString& path, const DataChoice& beside);

    void propose(const FoundSet& found);
    void proposeOpened(const FoundSet& found);
    void take(const FoundSet& found, bool instead);
    [[nodiscard]] bool hasClasses(const DataChoice& data) const;
    /// Says what was done, and what was done to the data when it was read.
    void tell(const QString& done, const std::vector<Message>& notes);
    void addSource(Source kind);
    void addSources(const QStringList& paths, Source kind);
    void sourceRead(const FoundSet& found);
    void accept(DataChoice data, const FoundSet& found);

    const Parts m_parts;
    DataSources m_sources;
    bool m_running = false;
    TrainingPreview m_preview;
};

}  // namespace glyphscope
