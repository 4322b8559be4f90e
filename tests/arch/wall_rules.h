// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/arch/source_file.h"

/// The walls between the rooms. Each rule takes the files it is to judge and returns its complaints.
namespace glyphscope::arch {

struct Include {
    QString target;  ///< "model/types/raster.h", "QtCore/QString", "vector"
    qsizetype line = 1;
    bool quoted = false;
};

[[nodiscard]] QList<Include> includesOf(const SourceFile& file);

/// Where the file stands: the hooks are included as a library's, "torch_hooks/hooked.h".
[[nodiscard]] QString pathOf(const Include& include);

/// "model/engine" for "model/engine/detail/torch_engine.h", "app" for "app/main.cpp".
[[nodiscard]] QString roomOf(const QString& path);

/// An include of another room must follow an arrow.
[[nodiscard]] QStringList roomsFollowTheArrows(const QList<SourceFile>& files);

/// Qt stays out of model, everything but LibTorch and std out of model/hooks, everything but Qt and std out
/// of ui, everything but Qt Core and the system's headers out of app/session.
[[nodiscard]] QStringList librariesStayInTheirRooms(const QList<SourceFile>& files);

/// LibTorch is named in the engine's rooms only, in headers only below detail/ and in model/hooks, and no
/// other header, nor anything in ui, app or a torch-free room, reaches it by way of others.
[[nodiscard]] QStringList torchStaysBehindTheEngine(const QList<SourceFile>& files);

/// Only app/controllers and app/wiring know a widget and a session at once and connect them.
[[nodiscard]] QStringList onlyControllersConnect(const QList<SourceFile>& files);

}  // namespace glyphscope::arch
