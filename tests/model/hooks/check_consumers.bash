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
arguments=(-D CMAKE_BUILD_TYPE=None -D CMAKE_CXX_FLAGS=-O0 "$@")

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

# Named by what is in it, since an archive is unpacked again only where its address has changed.
rm -f "$workplace"/torch_hooks-*.tar
tar -C "$repository" --transform 's,^,torch_hooks/,' --sort=name --mtime=@0 -cf "$workplace/torch_hooks-new.tar" model/hooks
archive=$workplace/torch_hooks-$(sha256sum "$workplace/torch_hooks-new.tar" | cut -c 1-16).tar
mv "$workplace/torch_hooks-new.tar" "$archive"
for way in find_package fetch_content add_subdirectory; do
    echo "== $way"
    cmake -S "$consumers/$way" -B "$workplace/$way" -D CMAKE_PREFIX_PATH="$workplace/installed" \
        -D TORCH_HOOKS_URL="$archive" -D TORCH_HOOKS_DIR="$repository/model/hooks" "${arguments[@]}"
    cmake --build "$workplace/$way" --parallel 2
    "$workplace/$way/consumer"
done
