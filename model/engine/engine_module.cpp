// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/engine/engine_module.h"

#include "model/engine/detail/torch_engine.h"

extern "C" __attribute__((visibility("default"))) glyphscope::Engine* glyphscopeCreateEngine()
{
    return new glyphscope::TorchEngine;
}
