// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>
#include <QtCore/QStringList>

namespace glyphscope {

/// How texts stand beside each other, which is not the same in every language. Empty parts are left out.
[[nodiscard]] QString sentences(const QStringList& parts);  ///< "It learns. It can be undone."
[[nodiscard]] QString listText(const QStringList& parts);   ///< "5 epochs, batch 128, augmented"
[[nodiscard]] QString labelled(const QString& label, const QString& value);  ///< "conv1: 3 dead"
/// A tool tip, and under it why nothing can be changed.
[[nodiscard]] QString withReason(const QString& tip, const QString& reason);

}  // namespace glyphscope
