// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/controllers/canvas_autosave.h"

#include "app/text/message_text.h"
#include "ui/canvas/canvas.h"
#include "ui/widgets/notice_bar.h"

#include <exception>
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

CanvasAutosave::CanvasAutosave(Canvas& canvas, NoticeBar& notices, std::filesystem::path folder)
    : m_canvas(canvas), m_notices(notices), m_store(std::make_shared<CanvasStore>(std::move(folder)))
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(kInterval);
    connect(&m_pause, &QTimer::timeout, this, [this] { m_begun ? keep() : begin(); });
    connect(&m_canvas, &Canvas::drawingChanged, this, [this] {
        if (m_begun && !m_pause.isActive())
            m_pause.start();
    });
}

CanvasAutosave::~CanvasAutosave()
{
    close();
}

/// `work` has the disk; then, here, `done`, or `failed` with what went wrong.
void CanvasAutosave::attempt(std::function<void()> work, std::function<void()> done,
                             std::function<void(const QString&)> failed)
{
    m_tasks.run([work = std::move(work), done = std::move(done),
                 failed = std::move(failed)]() -> std::function<void()> {
        try {
            work();
        } catch (const std::exception& error) {
            return [failed, problem = errorText(error)] { failed(problem); };
        }
        return done;
    });
}

void CanvasAutosave::begin()
{
    m_asked = true;
    const auto found = std::make_shared<CanvasStore::Found>();
    attempt([store = m_store, found] { *found = store->begin(); }, [this, found] { show(*found); },
            [this](const QString& problem) { notKept(problem); });
}

void CanvasAutosave::show(const CanvasStore::Found& found)
{
    if (m_closed)
        return;
    m_begun = true;
    m_told = false;
    if (found.last && m_canvas.isEmpty() && !m_canvas.canUndo()) {
        m_canvas.setDrawing(*found.last);
        m_canvas.clear();
    } else if (!m_canvas.isEmpty()) {
        m_pause.start();  // drawn while the store was opened
    }
    for (const Message& notice : found.notices)
        m_notices.warning(messageText(notice));
    if (found.others)
        m_notices.info(
            tr("Another window of the program is open. They share runs, handwriting and weights."));
    if (!found.left.empty())
        offer(found.left);
}

void CanvasAutosave::offer(const std::vector<CanvasStore::Left>& left)
{
    const bool one = left.size() == 1;
    const QString text =
        one ? tr("The program ended unexpectedly. The drawing on its canvas was kept.")
            : tr("The program ended unexpectedly, more than once. %1 drawings were kept; Undo goes back from "
                 "the newest.")
                  .arg(left.size());
    m_notices.offer(
        text, one ? tr("Bring it back") : tr("Bring them back"), [this, left] { bringBack(left); },
        [this, left] { forget(left); });
}

/// Each is one step of the history, behind which stays what is on the canvas now.
void CanvasAutosave::bringBack(const std::vector<CanvasStore::Left>& left)
{
    for (const CanvasStore::Left& item : left)
        m_canvas.setDrawing(item.drawing);
    const auto kept = std::make_shared<bool>(false);  // before they are forgotten
    attempt(
        [store = m_store, kept, names = namesOf(left), drawing = m_canvas.drawing()] {
            store->keep(drawing);
            *kept = true;
            store->forget(names);
        },
        [this] { keptAgain(); },
        [this, kept](const QString& problem) { *kept ? notForgotten(problem) : notKept(problem); });
}

void CanvasAutosave::forget(const std::vector<CanvasStore::Left>& left)
{
    attempt([store = m_store, names = namesOf(left)] { store->forget(names); }, [] {},
            [this](const QString& problem) { notForgotten(problem); });
}

void CanvasAutosave::keep()
{
    attempt([store = m_store, drawing = m_canvas.drawing()] { store->keep(drawing); },
            [this] { keptAgain(); }, [this](const QString& problem) { notKept(problem); });
}

void CanvasAutosave::keptAgain()
{
    m_told = false;
    m_notices.settle(Topic::Canvas);
}

/// Said once, and tried again until it is kept: the user may write nothing more.
void CanvasAutosave::notKept(const QString& problem)
{
    if (!m_closed && !m_pause.isActive())
        m_pause.start();
    if (!std::exchange(m_told, true))
        m_notices.warning(tr("What is on the canvas is not kept from a crash for now. %1").arg(problem),
                          Topic::Canvas);
}

void CanvasAutosave::notForgotten(const QString& problem)
{
    m_notices.warning(
        tr("Drawings kept from an earlier time could not be removed; the next start offers them again. %1")
            .arg(problem));
}

/// A window may close before its store is open; what the one before it left stays then unless something
/// was drawn.
void CanvasAutosave::close()
{
    m_closed = true;
    m_pause.stop();
    const bool asked = std::exchange(m_asked, false);
    if (std::exchange(m_begun, false) || (asked && !m_canvas.isEmpty()))
        attempt([store = m_store, drawing = m_canvas.drawing()] { store->close(drawing); }, [] {},
                [this](const QString& problem) { notKept(problem); });
}

}  // namespace glyphscope
