// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command_description.h"

namespace glyphscope {
namespace {

DescribedCommands* describedNow = nullptr;

}  // namespace

DescribedCommands::DescribedCommands()
{
    describedNow = this;
}

DescribedCommands::~DescribedCommands()
{
    describedNow = nullptr;
}

DescribedCommands* DescribedCommands::current()
{
    return describedNow;
}

}  // namespace glyphscope
