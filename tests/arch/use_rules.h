// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/arch/source_file.h"

/// What the rooms offer is used, and their README says what they are for.
namespace glyphscope::arch {

/// A public slot or a signal of a class.
struct Offer {
    QString className;
    QString name;
    qsizetype line = 1;
};

/// Those of a header, in their order. Overrides are offers of the base.
[[nodiscard]] QList<Offer> offersOf(const SourceFile& header);

/// Every public slot and signal of ui is used in ui or app, where `files` are from; tests do not count. In
/// the class' own sources only a connection counts (&Class::name). Receivers are found by their declarations:
/// a name that is declared with the class somewhere stands for it everywhere.
[[nodiscard]] QStringList offersAreUsed(const QList<SourceFile>& files);

/// The README of a floor has one row for each of its rooms, "| `ui/runs` | `runs_panel.h` | what for |", that
/// names the room's main files, which are there, and says in a few words what the room is for.
[[nodiscard]] QStringList readmeExplainsTheRooms(const QString& path, const QString& readme,
                                                 const QList<SourceFile>& files);

}  // namespace glyphscope::arch
