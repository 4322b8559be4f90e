// SPDX-License-Identifier: BSD-3-Clause
#pragma once

/// The version of this library. CMake reads it here, so find_package(torch_hooks 1.0) asks for the same one.
#define TORCH_HOOKS_VERSION_MAJOR 1
#define TORCH_HOOKS_VERSION_MINOR 0
#define TORCH_HOOKS_VERSION_PATCH 0

/// One number to compare: TORCH_HOOKS_VERSION >= TORCH_HOOKS_VERSION_NUMBER(1, 2, 0).
#define TORCH_HOOKS_VERSION_NUMBER(major, minor, patch) ((major)*10000 + (minor)*100 + (patch))
#define TORCH_HOOKS_VERSION                                                                                  \
    TORCH_HOOKS_VERSION_NUMBER(TORCH_HOOKS_VERSION_MAJOR, TORCH_HOOKS_VERSION_MINOR,                         \
                               TORCH_HOOKS_VERSION_PATCH)
