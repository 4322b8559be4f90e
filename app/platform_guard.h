// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QtGlobal>

namespace glyphscope {

/// While it lives, a Qt that finds no display to open a window on ends the program with a message and exit
/// status 1, where it would abort. One at a time, around the making of the QApplication.
class PlatformGuard {
public:
    PlatformGuard();
    ~PlatformGuard();
    PlatformGuard(const PlatformGuard&) = delete;
    PlatformGuard& operator=(const PlatformGuard&) = delete;

private:
    const QtMessageHandler m_before;
};

}  // namespace glyphscope
