#!/usr/bin/env bash
# Tests that need packages which the lock file cannot have: followthemoney stands on PyICU, which is built from source
# against ICU; label-studio-sdk asks for 400 MB of packages, of which its checks of tasks need a few. They go into an
# environment of their own, .venv-interop, that sees the packages of .venv; made once, then kept.
#   scripts/interop.sh    makes the environment if there is none, and runs the tests
set -euo pipefail
cd "$(dirname "$0")/.."

version=4.11.2
sdk=2.1.2
venv=.venv-interop
ready=$venv/.ready-$version-$sdk-$(.venv/bin/python -c 'import sys; print("%d.%d" % sys.version_info[:2])')

say() { printf 'interop: %s\n' "$*" >&2; }

# What PyICU is built with, on Debian.
install_icu() {
    if pkg-config --exists icu-i18n 2>/dev/null && command -v g++ >/dev/null; then
        return
    fi
    if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
        say "PyICU cannot be built here; install it as root: apt-get install pkg-config libicu-dev g++"
        exit 1
    fi
    say "installing pkg-config, libicu-dev and g++"
    apt-get update -q >&2
    DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends pkg-config libicu-dev g++ >&2
}

if [ ! -e "$ready" ]; then
    [ -x .venv/bin/python ] || { say "there is no .venv; run make setup first"; exit 1; }
    install_icu
    say "making $venv with followthemoney $version and label-studio-sdk $sdk"
    rm -rf "$venv"
    .venv/bin/python -m venv "$venv"
    "$venv/bin/python" -m pip install --no-input --quiet "followthemoney==$version"
    "$venv/bin/python" -m pip install --no-input --quiet --no-deps "label-studio-sdk==$sdk"
    "$venv/bin/python" -m pip install --no-input --quiet appdirs faker jsf jsonschema pyjwt requests smart-open xmljson
    ours=$(.venv/bin/python -c 'import sysconfig; print(sysconfig.get_path("purelib"))')
    theirs=$("$venv/bin/python" -c 'import sysconfig; print(sysconfig.get_path("purelib"))')
    # The name sorts last: where both have a package, that of this environment's own installation is found first.
    printf '%s\n' "$ours" >"$theirs/zz_project.pth"
    touch "$ready"
fi

PYTHONPATH=$PWD/src exec "$venv/bin/python" -m pytest -p no:xdist -p no:cacheprovider \
    tests/exports/test_ftm_model.py tests/review/labelstudio/test_sdk.py "$@"
