// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/checkpoint/run_store.h"

#include <QtCore/QObject>
#include <QtCore/QStringList>

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace glyphscope {

class NoticeBar;
class RunsPanel;
class TaskSession;
class TrainingController;
class TrainingPanel;
class WeightsController;

/// The runs on disk: their list, their curves beneath those of the present run,
/// and their checkpoints to scrub through. Lives on the GUI thread; the disk is left to a session.
class RunsController : public QObject {
    Q_OBJECT

public:
    struct Parts {
        RunsPanel& runs;
        TrainingPanel& training;  ///< whose chart shows the curves
        NoticeBar& notices;
        TaskSession& disk;
        WeightsController& weights;
        TrainingController& trainer;
        std::shared_ptr<RunStore> store;
    };

    explicit RunsController(const Parts& parts);
    ~RunsController() override;

    /// Reads the list again.
    void refresh();
    /// Offers to resume the newest run, if the program ended while it trained. For the start of the program.
    void offerInterrupted();
    /// One of the list.
    void resume(const QString& id);

private:
    void connectList();
    void connectChanges();
    void connectScrubbing();

    [[nodiscard]] bool newestWasInterrupted() const;
    void offerNewest();
    void showResumable();
    void showDetails(const QString& id);
    void loadCurves(const QStringList& ids);
    void showOverlays();
    void scrub(const QString& id, std::int64_t step);
    void loadScrubbed();
    void endScrubbing();
    void use(const QString& id, std::int64_t step);
    void trash(const QStringList& ids);
    void restore();
    /// Runs `change` on the disk, then reads the list again.
    void change(std::function<void(RunStore&)> change);

    const Parts m_parts;
    std::vector<RunInfo> m_list;
    QString m_active;                                              // run that is being written
    std::map<QString, std::shared_ptr<const RunCurves>> m_curves;  // as they were read last
    QStringList m_overlays;
    QStringList m_trashed;     // last
    bool m_resumable = false;  // the newest run, from where it was stopped
    struct Scrubbed {
        QString id;
        std::int64_t step = 0;
        friend bool operator==(const Scrubbed&, const Scrubbed&) = default;
    };
    std::optional<Scrubbed> m_wanted;  // the newest; others are not loaded
    bool m_loading = false;
};

}  // namespace glyphscope
