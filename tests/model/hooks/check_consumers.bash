#!/bin/bash
# SPDX-License-Identifier: BSD-3-Clause
# usage: check_consumers.bash REPOSITORY WORKPLACE [CMAKE_ARGUMENT...]
# Builds model/hooks by itself, installs it below WORKPLACE, and builds and runs each project of consumers/ against it, without
# the network. What WORKPLACE holds from the last time is built on. Exit status 77: skipped, since something is missing.
set -euo pipefail
repository=$1 workplace=$2
shift 2
consumers=$repository/tests/model/hooks/consumers
# Not optimised: what is judged is whether it builds and acts.
arguments=(-D CMAKE_BUILD_TYPE=None -D CMAKE_CXX_FLAGS=-O0 -D FETCHCONTENT_UPDATES_DISCONNECTED=ON "$@")

if ! command -v cmake >/dev/null; then
    echo "Skipped: there is no cmake in PATH."
    exit 77
fi
mkdir -p "$workplace"
if ! cmake -S "$repository/model/hooks" -B "$workplace/alone" -D CMAKE_INSTALL_PREFIX="$workplace/installed" \
    -D TORCH_HOOKS_EXAMPLES=OFF "${arguments[@]}" >"$workplace/configure.log" 2>&1; then
    if grep -q "TorchConfig.cmake" "$workplace/configure.log"; then
        echo "Skipped: CMake finds no LibTorch. Set Torch_DIR to the folder of TorchConfig.cmake."
        exit 77
    fi
    cat "$workplace/configure.log"
    exit 1
fi
cmake --build "$workplace/alone"
rm -rf "$workplace/installed"
cmake --install "$workplace/alone"

tar -C "$repository" --transform 's,^,torch_hooks/,' -czf "$workplace/torch_hooks.tar.gz" model/hooks
for way in find_package fetch_content add_subdirectory; do
    echo "== $way"
    cmake -S "$consumers/$way" -B "$workplace/$way" -D CMAKE_PREFIX_PATH="$workplace/installed" \
        -D TORCH_HOOKS_URL="$workplace/torch_hooks.tar.gz" -D TORCH_HOOKS_DIR="$repository/model/hooks" "${arguments[@]}"
    cmake --build "$workplace/$way" --parallel 2
    "$workplace/$way/consumer"
done
