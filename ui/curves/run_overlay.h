// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/run.h"

#include <QtCore/QString>

#include <memory>

namespace glyphscope {

/// An earlier run, drawn beneath the curves of the present one.
struct RunOverlay {
    QString id;
    QString name;
    std::shared_ptr<const RunCurves> curves;
};

}  // namespace glyphscope
