#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What run.sh promises, with stand-ins for the package manager, CMake, the network and the program.
#   tst_run_sh.bash path/to/run.sh

# Conditions are evaluated by check(), not where they are written.
# shellcheck disable=SC2016

set -uo pipefail

readonly script=$1
work=$(mktemp -d)
readonly work repo=$work/repo stubs=$work/stubs
trap 'rm -rf -- "$work"' EXIT
chmod 755 "$work"
mkdir -p "$repo" "$stubs" "$work/elsewhere" "$work/home"
cp "$script" "$repo/run.sh"
failures=0

stub() { cat >"$stubs/$1"; chmod +x "$stubs/$1"; }

# Installed is what the file says, one name a line; apt-get adds to it.
stub dpkg-query <<'END'
#!/bin/bash
for name in "$@"; do grep -qx -- "$name" "$WORK/installed" && printf 'installed:%s ' "$name"; done
exit 1
END
stub apt-cache <<'END'
#!/bin/bash
if [[ $2 == "$UNKNOWN_PACKAGE" ]]; then exit 100; fi
if [[ $2 != "$VIRTUAL_PACKAGE" ]]; then echo "Package: $2"; fi
END
stub apt-get <<'END'
#!/bin/bash
echo "apt-get $*" >>"$WORK/calls"
if [[ $* == *install* && -n $APT_FAILS ]]; then echo "E: no such network"; exit 100; fi
exit 0
END
stub sudo <<'END'
#!/bin/bash
while [[ $1 == -* ]]; do shift; done
exec "$@"
END
stub cmake <<'END'
#!/bin/bash
echo "cmake $*" >>"$WORK/calls"
if [[ $* == *--preset* ]]; then
    mkdir -p "build/$2"
    mkdir -p "build/$2/tests"
    : >"build/$2/build.ninja"
    printf '%s\n' 'tst_house tests_arch' 'tst_wall_rules tests_arch' 'tst_idx tests_model_data' >"build/$2/tests/programs.txt"
    exit
fi
if [[ -n $BUILD_FAILS ]]; then echo "[1/9] compiling a.cpp"; echo "a.cpp:1: error: no such thing"; exit 1; fi
mkdir -p "$2/tests/bench"
cp "$WORK/program" "$2/glyphscope"
cp "$WORK/program" "$2/tests/bench/bench"
cp "$WORK/program" "$2/fuzz_idx"
cp "$WORK/program" "$2/fuzz_pt"
echo "[1/9] compiling"; echo "[9/9] linking"
END
stub ctest <<'END'
#!/bin/bash
if [[ $* == *--show-only* ]]; then printf '      "name" : "%s",\n' tst_house tst_wall_rules tst_run_sh WORKING_DIRECTORY; exit; fi
echo "ctest $* in $PWD with $GLYPHSCOPE_DATA"
END
stub curl <<'END'
#!/bin/bash
echo "curl" >>"$WORK/calls"
while [[ $1 != -o ]]; do shift; done
[[ -n $MIRROR_LIES ]] && echo "not MNIST" | gzip >"$2"
END
stub npm <<'END'
#!/bin/bash
echo "npm $*" >>"$WORK/calls"
exit 1
END
cat >"$work/program" <<'END'
#!/bin/bash
echo "platform=${QT_QPA_PLATFORM:-unset} cwd=$PWD"
printf 'argument=%s\n' "$@"
exit "${PROGRAM_EXIT:-0}"
END
chmod +x "$work/program"

readonly names="g++ cmake ninja-build libtorch-dev libopenblas0 zlib1g-dev nlohmann-json3-dev qt6-base-dev
qt6-svg-dev qt6-image-formats-plugins libgl1-mesa-dev libxkbcommon-dev fonts-dejavu-core ca-certificates
curl qt6-l10n-tools qt6-translations-l10n libqt6opengl6-dev xvfb"

fresh() {
    rm -rf "$repo/build" "$repo/out" "${work:?}/home" "$work/calls"
    mkdir -p "$work/home"
    : >"$work/calls"
    tr ' ' '\n' <<<"$names" >"$work/installed"
    chmod -R a+rwX "$work"
}

# run [VARIABLE=value...] -- ARGS: runs the script; $out, $err, $status
run() {
    local settings=()
    while [[ $1 != -- ]]; do settings+=("$1"); shift; done
    shift
    (cd "$work/elsewhere" && env -i PATH="$stubs:/usr/bin:/bin" WORK="$work" HOME="$work/home" "${settings[@]}" \
        "${as[@]}" bash "$repo/run.sh" "$@" >"$work/out" 2>"$work/err" </dev/null)
    status=$?
    out=$(<"$work/out") err=$(<"$work/err")
}
as=()

check() {  # check "what" CONDITION...
    local what=$1
    shift
    if "$@"; then echo "ok      $what"
    else
        echo "FAILED  $what"
        printf '%s\n' "status: $status" "stdout: $out" "stderr: $err" "calls: $(<"$work/calls")" | sed 's/^/        /'
        failures=$((failures + 1))
    fi
}
holds() { [[ $1 == *"$2"* ]]; }
lacks() { [[ $1 != *"$2"* ]]; }
is() { [[ $1 == "$2" ]]; }
count() { [[ $(grep -c -- "$2" "$work/calls") -eq $1 ]]; }

fresh
run DISPLAY=:7 PROGRAM_EXIT=3 -- predict "a b.png" --json
check "standard output is the program's alone, from the caller's folder, arguments whole" \
    is "$out" "platform=unset cwd=$work/elsewhere
argument=predict
argument=a b.png
argument=--json"
check "the program's exit status is run.sh's" is "$status" 3
check "building is announced" holds "$err" "Building"
run DISPLAY=:7 -- --version
check "the second start configures nothing" count 1 --preset
mkdir -p "$repo/model/new" && touch "$repo/model/new/CMakeLists.txt"
run DISPLAY=:7 -- --version
check "a new room is configured" count 2 --preset
run DISPLAY=:7 GLYPHSCOPE_WERROR=ON -- --version
check "a new setting is configured" count 1 -DGLYPHSCOPE_WERROR=ON
rm -rf "$repo/model"

fresh
run -- predict a.png
check "without a display the program draws offscreen" holds "$out" "platform=offscreen"
run --
check "without a display and arguments: the tour" holds "$err" "argument=tour"
check "the tour's place is said" holds "$err" "The pictures are in $repo/out/tour"
check "the tour leaves standard output alone" is "$out" ""

fresh
grep -vxE 'ninja-build|qt6-svg-dev' "$work/installed" >"$work/some" && mv "$work/some" "$work/installed"
run UNKNOWN_PACKAGE=qt6-svg-dev -- build
check "only missing packages are installed, by this release's names, at once" \
    count 1 "apt-get .*install --no-install-recommends ninja-build libqt6svg6-dev\$"
check "build fetches nothing" count 0 curl
check "build starts nothing" is "$out" ""

fresh
grep -vx libqt6opengl6-dev "$work/installed" >"$work/some" && mv "$work/some" "$work/installed"
run VIRTUAL_PACKAGE=libqt6opengl6-dev -- build
check "a name that others provide in this release is no missing package" count 0 apt-get

fresh
grep -vx ninja-build "$work/installed" >"$work/some" && mv "$work/some" "$work/installed"
run APT_FAILS=1 -- build
check "packages that cannot be installed: step, reason, advice" \
    eval 'holds "$err" "Installing packages failed" && holds "$err" "E: no such network" && holds "$err" "by hand: apt-get install ninja-build"'
check "a failed step ends the script" is "$status" 1

fresh
run BUILD_FAILS=1 -- build
check "a failed build shows the end of its log and where it is" \
    eval 'holds "$err" "a.cpp:1: error: no such thing" && holds "$err" "$repo/build/.run/build.log" && is "$status" 1'

fresh
run -- test -R tst_house
check "tests get their arguments and the data folder" \
    holds "$out" "-R tst_house in $repo with $work/home/.local/share/glyphscope"
check "only the chosen tests are built, those that are programs" count 1 "--target tests_arch\$"
run GLYPHSCOPE_DATA=mine -- test
check "all is built for all tests" count 1 "--target all\$"
check "a relative data folder is the caller's" holds "$out" "with $work/elsewhere/mine"

fresh
run MIRROR_LIES=1 -- --version
check "data with wrong sums is not put in place" is "$(ls -A "$work/home/.local/share/glyphscope/mnist")" ""
check "nothing is left behind" is "$(ls -A "$work/home/.local/share/glyphscope")" mnist
check "every source is tried" count 1 "npm pack"
check "without data the program runs all the same" eval 'is "$status" 0 && holds "$err" "MNIST could not be fetched"'
run MIRROR_LIES=1 -- --version
check "and does not try again at once" count 1 "npm pack"

fresh
run -- bench --json read_latency
check "bench builds what measures, and gets its arguments" \
    eval 'count 1 "--target glyphscope glyphscope_engine bench" && is "$out" "platform=offscreen cwd=$work/elsewhere
argument=--json
argument=read_latency"'

fresh
printf '%s\n' clang libclang-rt-14-dev llvm >>"$work/installed"
grep -vx libtorch-dev "$work/installed" >"$work/some" && mv "$work/some" "$work/installed"
run -- fuzz 7 pt
check "fuzz builds the harness that was asked for, without LibTorch" \
    eval 'is "$status" 0 && count 1 "--preset fuzz" && count 1 "--target fuzz_pt" && count 0 apt-get'
check "a harness gets the time, the dictionary and both corpora" \
    eval 'grep -q "argument=-max_total_time=7" "$repo/build/.run/fuzz-pt.log" && grep -q "argument=$repo/build/fuzz/found/pt" "$repo/build/.run/fuzz-pt.log" &&
        grep -q "argument=$repo/tests/fuzz/corpus/pt" "$repo/build/.run/fuzz-pt.log" && grep -q "dictionaries/pt.dict" "$repo/build/.run/fuzz-pt.log"'
check "where new inputs are is said" holds "$err" "New inputs are in $repo/build/fuzz/found"
check "fuzz leaves standard output alone and fetches nothing" eval 'is "$out" "" && count 0 curl'
run PROGRAM_EXIT=77 -- fuzz 7 idx pt
check "what was broken: every reader's name, where the inputs are, and the status" \
    eval 'is "$status" 1 && holds "$err" "Broken: idx pt." && holds "$err" "$repo/build/fuzz/found/broken-"'
run -- fuzz
check "fuzz asks for the seconds" eval 'is "$status" 1 && holds "$err" "How many seconds"'
run -- fuzz 7 elephants
check "fuzz names the readers there are" eval 'is "$status" 1 && holds "$err" "There is no reader \"elephants\"" && holds "$err" "safetensors"'

fresh
mkdir -p "$work/home/.local/share/glyphscope/mnist"
for name in train-images-idx3-ubyte train-labels-idx1-ubyte t10k-images-idx3-ubyte t10k-labels-idx1-ubyte; do
    echo mine >"$work/home/.local/share/glyphscope/mnist/$name"
done
run -- --version
check "other files in MNIST's place are named and kept" \
    eval 'holds "$err" "is not MNIST" && grep -qx mine "$work/home/.local/share/glyphscope/mnist/train-images-idx3-ubyte"'
check "and nothing is fetched" count 0 curl

# As somebody who may not install.
rm "$stubs/sudo"
fresh
grep -vx ninja-build "$work/installed" >"$work/some" && mv "$work/some" "$work/installed"
if [[ $EUID -eq 0 ]]; then as=(setpriv --reuid=65534 --regid=65534 --clear-groups); fi
if PATH="$stubs:/usr/bin:/bin" command -v sudo >/dev/null; then
    echo "skip    without root and sudo: this machine has sudo"
else
    chmod -R a+rwX "$work"
    run -- build
    check "without root and sudo: what to install, and a stop" \
        eval 'holds "$err" "apt-get install --no-install-recommends ninja-build" && is "$status" 1 && count 0 cmake'
    echo ninja-build >>"$work/installed"
    run -- build
    check "without root and sudo, but with everything there: go on" is "$status" 0
fi

if ((failures)); then echo "$failures failed"; exit 1; fi
