// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QCoreApplication>

namespace glyphscope {

/// CommandText::tr("...") is what the command line prints for people, in the language that the program
/// speaks. JSON, names of options and files stay as they are.
struct CommandText {
    Q_DECLARE_TR_FUNCTIONS(glyphscope::CommandText)
};

}  // namespace glyphscope
