// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/undo_places.h"

#include "ui/build/build_panel.h"
#include "ui/canvas/canvas.h"
#include "ui/window/undo_router.h"
#include "ui/window/window_actions.h"

namespace glyphscope {

void routeUndo(const WindowActions& actions, Canvas& canvas, BuildPanel& build, QWidget& code)
{
    auto* router = new UndoRouter(actions.undo, actions.redo, actions.undo->parent());
    router->add({&canvas}, {[&canvas] { canvas.undo(); }, [&canvas] { canvas.redo(); }});
    router->add({&build, &code}, {[&build] { build.undo(); }, [&build] { build.redo(); }});
    QObject::connect(&canvas, &Canvas::historyChanged, router, [router, &canvas](bool undo, bool redo) {
        const QString step = UndoRouter::tr("change of the drawing");
        router->setSteps(&canvas, undo ? step : QString(), redo ? step : QString());
    });
    QObject::connect(
        &build, &BuildPanel::undoChanged, router,
        [router, &build](const QString& undo, const QString& redo) { router->setSteps(&build, undo, redo); });
}

}  // namespace glyphscope
