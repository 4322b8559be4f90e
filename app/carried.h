// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/engine/engine.h"
#include "ui/canvas/drawing_history.h"

#include <QtCore/QString>

#include <memory>

namespace glyphscope {

/// What a rebuilt window takes over from the one before, beside what is kept on disk.
struct Carried {
    std::shared_ptr<Engine> engine;  ///< none: it is to be loaded
    QString device;
    DrawingHistory drawing;
    QString run;  ///< that was interrupted, to be resumed; empty: there is none
};

}  // namespace glyphscope
