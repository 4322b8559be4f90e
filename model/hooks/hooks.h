// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Everything: PyTorch's module hooks for LibTorch. README.md tells the rules.
#include "model/hooks/global_hooks.h"
#include "model/hooks/hooked.h"
#include "model/hooks/registration.h"
#include "model/hooks/sequential.h"
#include "model/hooks/state_dict.h"
