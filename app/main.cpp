// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include <QtCore/QCoreApplication>

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    return glyphscope::runCommand(QCoreApplication::arguments());
}
