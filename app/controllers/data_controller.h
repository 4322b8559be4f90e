// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/data_choice.h"
#include "model/types/message.h"
#include "model/types/raster.h"
#include "model/types/train_options.h"
#include "ui/training/data_sources.h"

#include <QtCore/QObject>
#include <QtCore/QStringList>

#include <cstdint>
#include <memory>
#include <optional>
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
    void setSampleCount(int count);
    void setRunning(bool running);
    /// Looks again what there is.
    void showSources();

Q_SIGNALS:
    /// Whether MNIST is there, and else how to get it.
    void mnistSeen(bool there, const QString& howToGet);

private:
    enum class Source { Folder, Ink, NotDigits };
    struct FoundImages {
        qint64 count = 0;
        std::vector<Message> notes = {};
    };
    [[nodiscard]] static FoundImages imagesIn(const QString& path, Source kind,
                                              const DataChoice& beside);  // throws Error
    struct FoundSet {
        QString folder;
        qint64 images = 0;
        bool fits = false;  // its classes are those of the data chosen
        std::vector<Message> notes = {};
    };
    [[nodiscard]] static FoundSet foundIn(const QString& folder, const DataChoice& beside);  // throws Error
    void propose(const FoundSet& found);
    void take(const FoundSet& found, bool instead);
    /// Says what was done, and what was done to the data when it was read.
    void tell(const QString& done, const std::vector<Message>& notes);
    void addSource(Source kind);
    void addSources(const QStringList& paths, Source kind);
    void sourceRead(const QString& path, Source kind, qint64 images, const QString& problem);
    void accept(DataChoice data, const QString& path, Source kind, qint64 images);
    void preview(const std::optional<Augmentation>& augmentation);

    const Parts m_parts;
    DataSources m_sources;
    bool m_running = false;
    std::shared_ptr<const std::vector<Glyph>> m_originals;  // the preview's
    bool m_previewing = false;
    std::uint64_t m_previewSeed = 0;
};

}  // namespace glyphscope
