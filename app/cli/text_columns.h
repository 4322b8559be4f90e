// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>
#include <QtCore/QStringList>

#include <vector>

namespace glyphscope {

/// How many columns of a terminal a text takes: two for each character of Chinese, Japanese or Korean.
[[nodiscard]] qsizetype widthInColumns(const QString& text);

/// Spaces in front up to that width, behind for one below zero: as QString::arg() takes it, but for any
/// script.
[[nodiscard]] QString padded(const QString& text, qsizetype width);

/// In lines of at most so many columns: broken at spaces, and between characters of scripts that write none.
[[nodiscard]] QString broken(const QString& text, qsizetype width);

/// The help of QCommandLineParser, which counts characters, with lines of options that are too wide for a
/// terminal broken again.
[[nodiscard]] QString brokenHelp(const QString& help, qsizetype width);

/// Columns beside each other, each as wide as its widest cell.
[[nodiscard]] QString columns(const std::vector<QStringList>& rows);

}  // namespace glyphscope
