// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wiring_ink.h"

#include "ui/canvas/canvas.h"
#include "ui/window/main_window.h"
#include "ui/window/notice_bar.h"

#include <utility>

namespace glyphscope {
namespace {

std::vector<std::string> namesOf(const std::vector<CanvasStore::Left>& left)
{
    std::vector<std::string> names;
    for (const CanvasStore::Left& item : left)
        names.push_back(item.name);
    return names;
}

}  // namespace

InkWiring::InkWiring(MainWindow& window, std::filesystem::path folder)
    : m_window(window), m_store(std::make_shared<CanvasStore>(std::move(folder)))
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(kInterval);
    connect(&m_pause, &QTimer::timeout, this, &InkWiring::keep);
    connect(&m_tasks, &TaskSession::failed, this, &InkWiring::tell);
    connect(m_window.canvas(), &Canvas::drawingChanged, this, [this] {
        if (m_begun && !m_pause.isActive())
            m_pause.start();
    });
}

InkWiring::~InkWiring()
{
    close();
}

void InkWiring::begin()
{
    m_tasks.run([this, store = m_store]() -> std::function<void()> {
        const auto found = std::make_shared<const CanvasStore::Found>(store->begin());
        return [this, found] { show(*found); };
    });
}

void InkWiring::show(const CanvasStore::Found& found)
{
    m_begun = true;
    Canvas* canvas = m_window.canvas();
    if (found.last && canvas->isEmpty() && !canvas->canUndo()) {
        canvas->setDrawing(*found.last);
        canvas->clear();
    } else if (!canvas->isEmpty()) {
        m_pause.start();  // somebody was quick
    }
    for (const std::string& notice : found.notices)
        m_window.notices()->warning(QString::fromStdString(notice));
    if (found.others)
        m_window.notices()->info(
            tr("Another window of the program is open. They share runs, handwriting and weights."));
    if (!found.left.empty())
        offer(found.left);
}

void InkWiring::offer(const std::vector<CanvasStore::Left>& left)
{
    const bool one = left.size() == 1;
    const QString text =
        one ? tr("The program ended unexpectedly. The drawing on its canvas was kept.")
            : tr("The program ended unexpectedly, more than once. %1 drawings were kept; Undo goes back from "
                 "the newest.")
                  .arg(left.size());
    m_window.notices()->offer(
        text, one ? tr("Bring it back") : tr("Bring them back"), [this, left] { bringBack(left); },
        [this, left] { forget(left); });
}

/// Each is one step of the history, behind which stays what is on the canvas now.
void InkWiring::bringBack(const std::vector<CanvasStore::Left>& left)
{
    for (const CanvasStore::Left& item : left)
        m_window.canvas()->setDrawing(item.drawing);
    m_tasks.run([store = m_store, names = namesOf(left),
                 drawing = m_window.canvas()->drawing()]() -> std::function<void()> {
        store->keep(drawing);  // before they are forgotten
        store->forget(names);
        return {};
    });
}

void InkWiring::forget(const std::vector<CanvasStore::Left>& left)
{
    m_tasks.run([store = m_store, names = namesOf(left)]() -> std::function<void()> {
        store->forget(names);
        return {};
    });
}

void InkWiring::keep()
{
    m_tasks.run([this, store = m_store, drawing = m_window.canvas()->drawing()]() -> std::function<void()> {
        store->keep(drawing);
        return [this] { m_told = false; };
    });
}

void InkWiring::tell(const QString& problem)
{
    if (!std::exchange(m_told, true))
        m_window.notices()->warning(
            tr("What is on the canvas is not kept from a crash for now. %1").arg(problem));
}

void InkWiring::close()
{
    m_pause.stop();
    if (std::exchange(m_begun, false))
        m_tasks.run([store = m_store, drawing = m_window.canvas()->drawing()]() -> std::function<void()> {
            store->close(drawing);
            return {};
        });
}

}  // namespace glyphscope
