// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/run.h"

#include <QtWidgets/QWidget>

#include <vector>

class QBoxLayout;
class QLabel;
class QPushButton;

namespace glyphscope {

class FactSheet;
class NoteEdit;
class Scrubber;

/// One run: what became of it, its weights through time, its settings, a note, and what can be done with it.
class RunDetails : public QWidget {
    Q_OBJECT

public:
    explicit RunDetails(QWidget* parent = nullptr);

    /// `active` is the id of the run that is trained now, or empty. A note that is being written stays.
    void setRun(const RunInfo& run, const QString& active);
    void setCheckpoints(const std::vector<RunCheckpoint>& checkpoints);
    void setEngineReady(bool ready);
    void setPaused(bool paused);  ///< the run that is being written
    [[nodiscard]] QString id() const { return QString::fromStdString(m_run.id); }

    /// Ends the scrubbing and saves the note: the run is no longer looked at.
    void leave();
    void clear();
    [[nodiscard]] bool isScrubbing() const;
    void endScrubbing();

Q_SIGNALS:
    void noteEdited(const QString& id, const QString& note);
    void resumeWanted(const QString& id);
    void useWanted(const QString& id, std::int64_t step);
    void folderWanted(const QString& id);
    void trashWanted(const QString& id);
    void scrubbed(const QString& id, std::int64_t step);
    void scrubEnded();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    [[nodiscard]] QWidget* makeHead();
    [[nodiscard]] QWidget* makeButtons();
    [[nodiscard]] QWidget* makeScrubCard();
    [[nodiscard]] QWidget* makeNote();
    [[nodiscard]] QWidget* makeFacts();
    void connectParts();
    void use();
    void refresh();

    RunInfo m_run;
    QString m_active;
    bool m_paused = false;
    bool m_ready = false;
    QBoxLayout* m_columns = nullptr;
    QLabel* m_title = nullptr;
    QLabel* m_summary = nullptr;
    QLabel* m_fate = nullptr;
    QPushButton* m_resume = nullptr;
    QPushButton* m_use = nullptr;
    QPushButton* m_folder = nullptr;
    QPushButton* m_trash = nullptr;
    Scrubber* m_scrubber = nullptr;
    NoteEdit* m_note = nullptr;
    FactSheet* m_figures = nullptr;
    FactSheet* m_settings = nullptr;
};

/// The title of a part of a page about runs.
[[nodiscard]] QLabel* makeHeading(const QString& text, QWidget* parent);

}  // namespace glyphscope
