// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/help_text.h"

class QTextBrowser;

namespace glyphscope {

/// Writes sections of the help into `browser` in the colours of the theme, each under an anchor of its id,
/// with every one of `sought` marked.
void showHelp(QTextBrowser& browser, const QList<HelpSection>& sections, const QStringList& sought);

/// Words in place of sections.
void showHelpRemark(QTextBrowser& browser, const QString& remark);

}  // namespace glyphscope
