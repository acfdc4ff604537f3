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
  export PATH="$build/src/cli:$build/src/directory:$build/src/ui:$PATH"
  export GSETTINGS_SCHEMA_DIR="$build/data"
  export FOYER_LOCALE_DIR="$build/po"
  export FOYER_BUILD="$build"
}

do_build () { build_all; say "Built in $build."; }

do_exec () { build_all; use_built_programs; exec "$@"; }

do_shell () { build_all; use_built_programs; exec "${SHELL_IN_FOYER:-/bin/sh}" "$@"; }

has_display () { [ -n "${WAYLAND_DISPLAY-}" ] || [ -n "${DISPLAY-}" ]; }

# A session bus of its own where there is none; what the bus says of itself is no news.
start_window () {
  if [ -n "${DBUS_SESSION_BUS_ADDRESS-}" ]; then
    foyer "$@" &
  else
    # shellcheck disable=SC2016 # for the inner shell
    dbus-run-session -- sh -c 'exec foyer "$@" 2>&3 3>&-' foyer "$@" 3>&2 2> /dev/null &
  fi
  window=$!
}

# In the background, so that a signal is heard; what remains of the window ends with it.
show_window () {
  server='' run_folder=''
  trap 'end_window; exit 130' INT TERM HUP
  if has_display; then
    start_window "$@"
  else
    serve_to_browser "$@"
  fi
  status=0
  wait "$window" || status=$?
  end_window
  return "$status"
}

end_window () {
  trap '' INT TERM HUP
  # shellcheck disable=SC2086 # one process or two
  kill ${window-} ${server-} ${directory-} 2> /dev/null || :
  [ -z "${run_folder-}" ] || rm -rf "$run_folder"
  [ -z "${demo-}" ] || rm -rf "$demo"
}

serve_to_browser () {
  command -v gtk4-broadwayd > /dev/null 2>&1 || {
    end_window
    fail "there is no display here; log in to a desktop and start again"
  }
  if [ -z "${XDG_RUNTIME_DIR-}" ] || [ ! -w "$XDG_RUNTIME_DIR" ]; then
    run_folder=$(mktemp -d "${demo:-${TMPDIR:-/tmp}}/foyer-run.XXXXXX")
    export XDG_RUNTIME_DIR="$run_folder"
  fi
  number=$(python3 "$top/build-aux/free-port.py") || {
    end_window
    fail "no port is free on this machine"
  }
  gtk4-broadwayd --address 127.0.0.1 --port "$number" ":$number" > /dev/null 2>&1 &
  server=$!
  python3 "$top/build-aux/free-port.py" --wait "$number" || {
    end_window
    fail "the window cannot be shown: gtk4-broadwayd did not start"
  }
  say "There is no display here. Open this address in a browser on this machine (Ctrl+C ends it):"
  say ""
  printf '  http://127.0.0.1:%s/\n' "$number"
  say ""
  unset WAYLAND_DISPLAY DISPLAY
  export GDK_BACKEND=broadway BROADWAY_DISPLAY=":$number" GSK_RENDERER=cairo GDK_DISABLE=gl,vulkan
  start_window "$@"
}

do_run () { build_all; use_built_programs; show_window "$@"; }

# Invented places, on loopback, and settings in which the window finds them.
start_directory () {
  foyer-directory sample --db "$demo/directory.db" > /dev/null || return 1
  mkfifo "$demo/listening"
  foyer-directory serve --listen 127.0.0.1:0 --db "$demo/directory.db" > "$demo/listening" &
  directory=$!
  read -r _ url < "$demo/listening" || return 1
  export GSETTINGS_BACKEND=keyfile XDG_CONFIG_HOME="$demo/config"
  mkdir -p "$XDG_CONFIG_HOME/glib-2.0/settings"
  printf "[io/github/foyerdesk/Foyer]\ndirectory='%s'\nplace=('Paris', 48855000, 2350000)\n" "$url" \
    > "$XDG_CONFIG_HOME/glib-2.0/settings/keyfile"
}

# Nothing of it outlives the window: neither the profile nor a setting, nor the directory.
do_demo () {
  build_all
  use_built_programs
  demo=${FOYER_DEMO_DIR-}
  [ -n "$demo" ] || demo=$(mktemp -d "${TMPDIR:-/tmp}/foyer-demo.XXXXXX")
  trap 'rm -rf "$demo"; exit 130' INT TERM HUP
  foyerctl --data-dir "$demo/profile" sample --seed 26 > /dev/null || {
    rm -rf "$demo"
    fail "the sample could not be made"
  }
  start_directory || {
    end_window
    fail "the directory of the demo did not start"
  }
  python3 "$top/build-aux/demo-request.py" "$demo/profile" "$demo/guest" "$url" || {
    end_window
    fail "the guest of the demo could not ask for a seat"
  }
  say "This is a throw-away profile with invented people, and a directory of invented places on this"
  say "machine alone; both are removed when the window closes."
  show_window --data-dir "$demo/profile" "$@"
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
