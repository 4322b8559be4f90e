#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The program starts where its window was left maximised: Qt 6.4 crashed there, on X11 only.
#   tst_left_maximised.bash path/to/glyphscope path/to/left_maximised.json
# Exits with 77 where there is no Xvfb.

set -uo pipefail

readonly program=$1 settings=$2
if ! command -v Xvfb >/dev/null; then
    echo "No Xvfb: skipped."
    exit 77
fi
work=$(mktemp -d)
trap 'kill $(jobs -p) 2>/dev/null; wait; rm -rf -- "$work"' EXIT

Xvfb -displayfd 3 -screen 0 1600x1000x24 -nolisten tcp 3>"$work/display" 2>"$work/xvfb.log" &
for ((i = 0; i < 200; ++i)); do
    if [[ -s $work/display ]]; then break; fi
    sleep 0.1
done
unset QT_QPA_PLATFORM WAYLAND_DISPLAY
DISPLAY=:$(<"$work/display")
export DISPLAY GLYPHSCOPE_DATA=$work/data

for start in first second; do
    mkdir -p "$work/data"
    if [[ $start == first ]]; then cp "$settings" "$work/data/settings.json"; fi
    "$program" 2>"$work/stderr" &
    pid=$!
    # The mark goes when the window has stood for a while.
    for ((i = 0; i < 400; ++i)); do
        if [[ -f $work/data/settings.json.starting ]]; then seen=yes; elif [[ -n ${seen-} ]]; then break; fi
        if ! kill -0 "$pid" 2>/dev/null; then break; fi
        sleep 0.1
    done
    unset seen
    kill -TERM "$pid" 2>/dev/null
    wait "$pid"
    status=$?
    if ((status != 0)); then
        echo "FAILED: the $start start ended with $status"
        cat "$work/stderr"
        exit 1
    fi
    if [[ -e $work/data/settings.json.bad ]]; then
        echo "FAILED: the $start start set the settings aside"
        exit 1
    fi
done
echo "ok"
