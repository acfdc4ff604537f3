# SPDX-FileCopyrightText: The Foyer contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
# Sourced by ./dev inside the environment: what its commands do.

build=$top/build
sanitized=$top/build-san

export CCACHE_BASEDIR="$top" CCACHE_NOHASHDIR=1
export PYTHONDONTWRITEBYTECODE=1 PYTHONNOUSERSITE=1

# meson's own words only when they matter.
quietly () {
  log=$1
  shift
  "$@" > "$log" 2>&1 || { cat "$log" >&2; fail "that failed: $*"; }
}

configure () {
  dir=$1
  shift
  # Warnings are errors where the libraries are those that the code was written for.
  [ "$environment" = host ] && [ -z "${CI-}" ] || set -- -Dwerror=true "$@"
  mkdir -p "$dir"
  [ -e "$dir/build.ninja" ] || quietly "$dir/set-up.log" meson setup "$dir" "$top" "$@"
}

# One at a time in a folder: several ./dev exec may run side by side.
compile () {
  if command -v flock > /dev/null 2>&1; then
    quietly "$1/compile.log" flock "$1/build.ninja" ninja -C "$1"
  else
    quietly "$1/compile.log" ninja -C "$1"
  fi
}

build_all () {
  configure "$build"
  compile "$build"
}

# What an installation would provide, from the build folder.
use_built_programs () {
  export PATH="$build/src/cli:$build/src/ui:$PATH"
  export GSETTINGS_SCHEMA_DIR="$build/data"
  export FOYER_LOCALE_DIR="$build/po"
  export FOYER_BUILD="$build"
}

do_build () { build_all; say "Built in $build."; }

do_exec () { build_all; use_built_programs; exec "$@"; }

do_shell () { build_all; use_built_programs; exec "${SHELL_IN_FOYER:-/bin/sh}" "$@"; }

has_display () { [ -n "${WAYLAND_DISPLAY-}" ] || [ -n "${DISPLAY-}" ]; }

# A window of the application: on the desktop, or in a browser on this machine.
open_window () {
  bus=''
  [ -n "${DBUS_SESSION_BUS_ADDRESS-}" ] || bus='dbus-run-session --'
  if has_display; then
    # shellcheck disable=SC2086
    $bus foyer "$@"
    return
  fi
  open_in_browser "$@"
}

open_in_browser () {
  command -v gtk4-broadwayd > /dev/null 2>&1 ||
    fail "there is no display here; log in to a desktop and start again"
  own_run=''
  if [ -z "${XDG_RUNTIME_DIR-}" ] || [ ! -w "$XDG_RUNTIME_DIR" ]; then
    own_run=$(mktemp -d)
    export XDG_RUNTIME_DIR="$own_run"
  fi
  number=$(python3 "$top/build-aux/free-port.py") || fail "no free port on this machine"
  gtk4-broadwayd --address 127.0.0.1 --port "$number" ":$number" > /dev/null 2>&1 &
  server=$!
  python3 "$top/build-aux/free-port.py" --wait "$number" || fail "the window cannot be shown: gtk4-broadwayd did not start"
  say "There is no display here. Open this address in a browser on this machine (Ctrl+C ends it):"
  say ""
  printf '  http://127.0.0.1:%s/\n' "$number"
  say ""
  unset WAYLAND_DISPLAY DISPLAY
  # shellcheck disable=SC2086
  GDK_BACKEND=broadway BROADWAY_DISPLAY=":$number" GSK_RENDERER=cairo GDK_DISABLE=gl,vulkan $bus foyer "$@" || true
  kill "$server" 2> /dev/null || true
  [ -z "$own_run" ] || rm -rf "$own_run"
}

do_run () { build_all; use_built_programs; open_window "$@"; }

do_demo () {
  build_all
  use_built_programs
  demo=$(mktemp -d "${TMPDIR:-/tmp}/foyer-demo.XXXXXX")
  server='' own_run=''
  trap 'trap - EXIT; [ -z "$server" ] || kill "$server" 2> /dev/null; rm -rf "$demo" $own_run; exit 130' INT TERM HUP
  trap '[ -z "$server" ] || kill "$server" 2> /dev/null; rm -rf "$demo" $own_run' EXIT
  foyerctl --data-dir "$demo/profile" sample --seed 7
  say "A throw-away profile with sample data; it is removed when the window closes."
  open_window --data-dir "$demo/profile"
}

do_lint () {
  build_all
  exec python3 "$top/tests/run.py" --build "$build" lint
}

do_test () {
  build_all
  set -- "$@"
  configure "$sanitized" -Db_sanitize=address,undefined -Db_lundef=false
  compile "$sanitized"
  exec python3 "$top/tests/run.py" --build "$build" --sanitized "$sanitized" "$@"
}

do_soak () { build_all; use_built_programs; exec python3 "$top/tests/soak.py" --build "$build" "$@"; }

do_bench () {
  configure "$top/build-bench" -Dbuildtype=release -Dtests=true
  compile "$top/build-bench"
  build=$top/build-bench
  use_built_programs
  exec python3 "$top/bench/run.py" "$@"
}

do_shots () { build_all; use_built_programs; exec python3 "$top/tests/shots/run.py" "$@"; }
