// SPDX-License-Identifier: BSD-3-Clause
#pragma once

/// Everything: PyTorch's module hooks for LibTorch. README.md tells the rules.
#include "torch_hooks/global_hooks.h"
#include "torch_hooks/hooked.h"
#include "torch_hooks/registration.h"
#include "torch_hooks/sequential.h"
#include "torch_hooks/state_dict.h"
#include "torch_hooks/version.h"
#include "torch_hooks/watch_plain.h"
