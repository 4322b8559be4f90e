// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/run.h"
#include "ui/widgets/panel.h"

#include <QtCore/QStringList>

#include <memory>
#include <vector>

class QFrame;
class QLabel;
class QMenu;
class QScrollArea;
class QSplitter;
class QStackedWidget;

namespace glyphscope {

class RunCompare;
class RunDetails;
class RunTable;
class RunTableModel;
class UndoBar;

/// Every training that was kept: a list, one of them in full with its weights through time, or two compared.
class RunsPanel : public Panel {
    Q_OBJECT

public:
    explicit RunsPanel(QWidget* parent = nullptr);
    ~RunsPanel() override;

    [[nodiscard]] QStringList selectedIds() const;
    [[nodiscard]] bool isScrubbing() const;
    /// What can be done with the selected; it deletes itself when it closes.
    [[nodiscard]] QMenu* makeMenu();

public Q_SLOTS:
    /// Selection, order, what is scrolled to and what is being written stay.
    void setRuns(const std::vector<glyphscope::RunInfo>& runs);
    void setCurves(const QString& id, const std::shared_ptr<const glyphscope::RunCurves>& curves);
    void setCheckpoints(const QString& id, const std::vector<glyphscope::RunCheckpoint>& checkpoints);
    void setActive(const QString& id);  ///< the run that is trained now; empty: none
    void setPaused(bool paused);        ///< that run
    void setEngineReady(bool ready);
    void setProblem(const QString& problem);  ///< empty: none
    void leaveScrubbing();                    ///< other weights are looked at now; tells scrubEnded()

Q_SIGNALS:
    /// The one that is selected: its checkpoints are wanted. Told again when there may be more of them.
    void runChosen(const QString& id);
    void curvesWanted(const QStringList& ids);
    void overlaysChanged(const QStringList& ids);  ///< in the order in which they were ticked
    void renameRequested(const QString& id, const QString& name);
    void noteRequested(const QString& id, const QString& note);
    void trashRequested(const QStringList& ids);
    void restoreRequested();  ///< those of the last trashRequested()
    void resumeRequested(const QString& id);
    void useRequested(const QString& id, std::int64_t step);  ///< -1: the best
    void scrubbed(const QString& id, std::int64_t step);
    void scrubEnded();
    void openFolderRequested(const QString& id);

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    [[nodiscard]] QFrame* makeList();
    [[nodiscard]] QWidget* makeUndoBar();
    [[nodiscard]] QWidget* makeMany();
    [[nodiscard]] QScrollArea* makeScroll(QWidget* page);
    void connectList();
    void connectDetails();
    void shareRoom();
    void choose();
    void showChosen(const QStringList& ids);
    void askForMore();
    void trash(const QStringList& ids);

    RunTableModel* m_model;
    RunTable* m_table = nullptr;
    QLabel* m_summary = nullptr;
    QLabel* m_problem = nullptr;
    UndoBar* m_undoBar = nullptr;
    QStackedWidget* m_pages = nullptr;  // none, some
    QSplitter* m_split = nullptr;
    QFrame* m_list = nullptr;
    bool m_dragged = false;              // the user shared the room
    QStackedWidget* m_chosen = nullptr;  // a hint, one, two, many
    QLabel* m_manyWords = nullptr;
    RunDetails* m_details = nullptr;
    RunCompare* m_compare = nullptr;
    QString m_active;
    bool m_ready = false;
    QStringList m_shown;      // the selection as it was last looked at
    bool m_updating = false;  // the list changes: the selection is looked at when it has
};

}  // namespace glyphscope
