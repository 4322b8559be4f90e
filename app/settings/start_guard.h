// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

namespace glyphscope {

/// Notices that an earlier start died while it put the window back as it was left, so that the same is not
/// tried again. A start leaves a mark beside the settings, with its process in it, until the window stands.
class StartGuard {
public:
    /// The mark is `settingsPath` + ".starting".
    explicit StartGuard(const QString& settingsPath);

    /// There is the mark of a process that is gone.
    [[nodiscard]] bool lastStartDied() const;

    void begin() const;  ///< what cannot be written is not guarded
    void done() const;

private:
    QString m_mark;
};

}  // namespace glyphscope
