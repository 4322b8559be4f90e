// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/files/canvas_store.h"
#include "app/session/task_session.h"

#include <QtCore/QObject>
#include <QtCore/QTimer>

#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>
#include <vector>

namespace glyphscope {

class Canvas;
class NoticeBar;

/// Keeps what is on the canvas: a kill takes no more than the last two seconds of
/// it, and the next start offers the rest. A window that is closed lets go of its drawing; the next one has
/// it behind Undo. Lives on the GUI thread; the disk is left to a session of its own, where nothing waits.
class CanvasAutosave : public QObject {
    Q_OBJECT

public:
    static constexpr std::chrono::seconds kInterval{1};

    CanvasAutosave(Canvas& canvas, NoticeBar& notices, std::filesystem::path folder);
    ~CanvasAutosave() override;  // closes

    /// Once the window is there.
    void begin();
    /// The window is left as it is now; nothing is kept any more.
    void close();

private:
    void show(const CanvasStore::Found& found);
    void offer(const std::vector<CanvasStore::Left>& left);
    void bringBack(const std::vector<CanvasStore::Left>& left);
    void forget(const std::vector<CanvasStore::Left>& left);
    void keep();
    void keptAgain();
    void notKept(const QString& problem);
    void notForgotten(const QString& problem);
    void attempt(std::function<void()> work, std::function<void()> done,
                 std::function<void(const QString&)> failed);

    Canvas& m_canvas;
    NoticeBar& m_notices;
    const std::shared_ptr<CanvasStore> m_store;  // the tasks' too
    QTimer m_pause;        // until the canvas is kept, or until what failed is tried again
    bool m_asked = false;  // to begin
    bool m_begun = false;
    bool m_closed = false;
    bool m_told = false;  // a problem that is not over yet
    TaskSession m_tasks;
};

}  // namespace glyphscope
