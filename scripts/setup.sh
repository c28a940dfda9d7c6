#!/usr/bin/env bash
# Makes .venv from requirements.lock and installs this package into it. Called by make; running it again is harmless.
#   PYTHON=python3.12 scripts/setup.sh    chooses the interpreter (3.11 or newer)
set -euo pipefail
cd "$(dirname "$0")/.."

ready=.venv/.dragoman-ready           # stands only after a set-up that came to its end
unfinished=.venv/.dragoman-unfinished # stands only while one is under way

say() { printf 'setup: %s\n' "$*" >&2; }
fail() { say "$*"; exit 1; }

suitable() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; }
can_make_venv() { "$1" -c 'import ensurepip, venv' >/dev/null 2>&1; }
version_of() { "$1" -c 'import sys; print("%d.%d" % sys.version_info[:2])'; }

# The newest interpreter that is 3.11 or newer, one that can make an environment before one that cannot.
find_python() {
    local candidate fallback=""
    if [ -n "${PYTHON:-}" ]; then
        suitable "$PYTHON" || fail "PYTHON=$PYTHON is not Python 3.11 or newer; name one that is"
        printf '%s\n' "$PYTHON"
        return
    fi
    for candidate in python3.13 python3.12 python3.11 python3 /usr/bin/python3; do
        suitable "$candidate" || continue
        if can_make_venv "$candidate"; then
            printf '%s\n' "$candidate"
            return
        fi
        [ -n "$fallback" ] || fallback=$candidate
    done
    printf '%s\n' "$fallback"
}

# Debian keeps ensurepip in a package of its own.
install_ensurepip() {
    local package
    package="python$(version_of "$1")-venv"
    if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
        fail "$1 cannot make a virtual environment; install it as root: apt-get install $package"
    fi
    say "$1 has no ensurepip: installing $package"
    apt-get update -q >&2
    DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "$package" >&2 ||
        DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends python3-venv >&2
    can_make_venv "$1" || fail "$1 still cannot make a virtual environment; install $package by hand"
}

# What pip says, cut down to one short line a package.
progress() {
    local line
    while IFS= read -r line; do
        case $line in
            Collecting*) line=${line#Collecting } && printf '       %s\n' "${line%% *}" ;;
            Installing\ collected*) printf '       unpacking\n' ;;
        esac
    done >&2
}

venv_works() { [ -x .venv/bin/python ] && suitable .venv/bin/python && .venv/bin/python -m pip --version >/dev/null 2>&1; }

if [ -e "$unfinished" ]; then
    say "an earlier set-up was interrupted; starting again"
    rm -rf .venv
elif [ -e .venv ] && ! venv_works; then
    say ".venv does not work (an interpreter that is gone?); making it again"
    rm -rf .venv
fi

if [ ! -e .venv ]; then
    python=$(find_python)
    [ -n "$python" ] || fail "no Python 3.11 or newer found; install one (apt-get install python3 python3-venv) or name it: make PYTHON=/path/to/python3"
    can_make_venv "$python" || install_ensurepip "$python"
    say "1/3 making .venv with Python $(version_of "$python")"
    mkdir .venv
    touch "$unfinished"
    "$python" -m venv .venv
else
    say "1/3 using .venv, Python $(version_of .venv/bin/python)"
    rm -f "$ready"
    touch "$unfinished"
fi

say "2/3 installing the packages of requirements.lock, each checked by its hash (some 400 MB: a few minutes the first time)"
.venv/bin/python -m pip install --no-input --progress-bar off --require-hashes -r requirements.lock | progress

say "3/3 installing dragoman itself"
.venv/bin/python -m pip install --no-input --quiet --no-deps --no-build-isolation --editable .
.venv/bin/dragoman version >/dev/null || fail "the dragoman command does not start; run .venv/bin/dragoman version to see why"

rm -f "$unfinished"
touch "$ready"
say "done"
