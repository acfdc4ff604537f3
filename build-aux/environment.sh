# SPDX-FileCopyrightText: The Foyer contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
# Sourced by ./dev: where it builds and runs. Three ways, tried in this order: the
# host as it is; the host after its package manager brought what is missing; a Debian 13
# folder entered by bubblewrap.

packages=$top/build-aux/packages
cache=${XDG_CACHE_HOME:-${HOME:?}/.cache}/foyer
needed_mb=3500
# A folder that nobody entered for so many days goes when another one is made.
kept_days=14
# Files of the host that programs inside need to know people, names, the hour and whom to trust by.
shared_files='passwd group hosts resolv.conf localtime machine-id ssl/certs/ca-certificates.crt'

# Packages of one column (1 Debian, 2 Fedora, 3 Arch) at the level wanted, which includes
# those before it.
list_packages () {
  sed -e '/^#/d' -e '/^$/d' -e 's/ *| */|/g' "$packages" |
    awk -F'|' -v column="$1" -v level="$2" '
      BEGIN { rank["build"] = 1; rank["test"] = 2; rank["bench"] = 3 }
      rank[$4] <= rank[level] { print $column }' |
    sort -u
}

host_has_libraries () {
  command -v pkg-config > /dev/null 2>&1 &&
    pkg-config --atleast-version=2.84 glib-2.0 2> /dev/null &&
    pkg-config --atleast-version=4.18 gtk4 2> /dev/null &&
    pkg-config --atleast-version=1.7 libadwaita-1 2> /dev/null &&
    pkg-config --atleast-version=3.46 sqlite3 2> /dev/null &&
    pkg-config --atleast-version=1.10 json-glib-1.0 2> /dev/null &&
    pkg-config --atleast-version=3.6 libsoup-3.0 2> /dev/null &&
    pkg-config --atleast-version=1.0 libmicrohttpd 2> /dev/null &&
    pkg-config --exists libsodium libqrencode cairo-pdf pangocairo libqpdf lcms2 libxml-2.0 libofx 2> /dev/null
}

host_has_tools () {
  tools="cc meson ninja msgfmt blueprint-compiler glib-compile-resources glib-compile-schemas
    gtk4-update-icon-cache update-desktop-database python3 dbus-run-session"
  [ "$1" != bench ] || tools="$tools wrk node npm"
  if [ "$1" != build ]; then
    tools="$tools git sqlite3 bwrap desktop-file-validate appstreamcli Xvfb xdotool montage
      rsvg-convert strace flock pdftotext pdftoppm qpdf zbarimg"
    command -v chromium > /dev/null 2>&1 || tools="$tools chromium-browser"
    python3 -c 'import jsonschema, yaml, gi; gi.require_version ("Atspi", "2.0")' 2> /dev/null || return 1
    echo 'int main (void) { return 0; }' |
      cc -fsanitize=address,undefined -x c -o /dev/null - 2> /dev/null || return 1
  fi
  for tool in $tools; do
    command -v "$tool" > /dev/null 2>&1 || return 1
  done
}

host_is_enough () { host_has_libraries && host_has_tools "$1"; }

# The package manager whose packages are new enough, by the system's own name.
find_manager () {
  ID='' VERSION_ID=''
  [ -r /etc/os-release ] && . /etc/os-release
  case $ID in
    debian) [ "${VERSION_ID%%.*}" -ge 13 ] 2> /dev/null || [ -z "$VERSION_ID" ] || return 1 ;;
    ubuntu) [ "${VERSION_ID%%.*}" -ge 26 ] 2> /dev/null || [ "$VERSION_ID" = 25.04 ] || [ "$VERSION_ID" = 25.10 ] || return 1 ;;
    fedora) [ "$VERSION_ID" -ge 42 ] 2> /dev/null || return 1 ;;
    arch | manjaro | endeavouros) ;;
    *) return 1 ;;
  esac
  for manager in apt-get dnf pacman; do
    command -v "$manager" > /dev/null 2>&1 && return 0
  done
  return 1
}

# Shows a command of the package manager and runs it when it may: after a yes, with
# --yes, or as root where nobody could answer.
install_packages () {
  case $manager in
    apt-get) line="apt-get update && apt-get install -y --no-install-recommends $*" ;;
    dnf) line="dnf install -y $*" ;;
    pacman) line="pacman -S --needed --noconfirm $*" ;;
  esac
  root=''
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo > /dev/null 2>&1 ||
      fail "this needs packages that only an administrator can install; ask for: $line"
    root='sudo '
    line="sudo sh -c '$line'"
  fi
  say "Foyer needs packages of your system. The command for them is:"
  say ""
  say "  $line"
  say ""
  if [ "$yes" = no ] && { [ -n "$root" ] || [ -t 0 ]; }; then
    [ -t 0 ] || fail "nobody can be asked here: run that command yourself, or ./dev --yes $command"
    printf 'Run it now? [y/N] ' >&2
    read -r answer
    case $answer in
      y | Y | yes | Yes | o | O | oui) ;;
      *) fail "nothing was installed; run that command yourself and start again" ;;
    esac
  fi
  DEBIAN_FRONTEND=noninteractive sh -c "$line" > "$cache/install.log" 2>&1 ||
    fail "the packages could not be installed: $(tail -n 1 "$cache/install.log") (all of it is in $cache/install.log)"
}

# The mirror of a Debian host, so that a machine which reaches no other still works.
find_mirror () {
  for file in /etc/apt/sources.list /etc/apt/sources.list.d/*.list /etc/apt/sources.list.d/*.sources; do
    [ -r "$file" ] || continue
    sed -n -e 's/^URIs: *\([^ ]*\).*/\1/p' -e 's/^deb \(\[[^]]*\] \)\{0,1\}\([^ ]*\) .*/\2/p' "$file"
  done | grep -E '^https?://.*/debian/?$' | head -n 1 | sed 's|/$||' | grep . ||
    printf 'http://deb.debian.org/debian\n'
}

# Building and testing share a folder. Checkouts that want other packages have others, so
# that none is made anew under another's programs.
wanted_packages () {
  case $level in
    bench) list_packages 1 bench ;;
    *) list_packages 1 test ;;
  esac
}

find_folder () { folder=$cache/debian-13-$({ wanted_packages; echo format 3; } | cksum | tr ' ' '-'); }

check_disk () {
  free_mb=$(df -Pm "$cache" | awk 'NR == 2 { print $4 }')
  [ "$free_mb" -ge "$needed_mb" ] ||
    fail "$cache has $free_mb MB free and the build environment needs $needed_mb MB: free some space, or set XDG_CACHE_HOME to a larger disk"
}

need_folder_tools () {
  for manager in apt-get dnf pacman none; do
    command -v "$manager" > /dev/null 2>&1 && break
  done
  uidmap=uidmap keyring=debian-archive-keyring
  case $manager in
    dnf) uidmap=shadow-utils keyring=debian-keyring ;;
    pacman) uidmap=shadow ;;
  esac
  missing=''
  command -v bwrap > /dev/null 2>&1 || missing="$missing bubblewrap"
  command -v mmdebstrap > /dev/null 2>&1 || missing="$missing mmdebstrap"
  if [ "$(id -u)" -ne 0 ]; then
    command -v newuidmap > /dev/null 2>&1 || missing="$missing $uidmap"
  fi
  [ -e /usr/share/keyrings/debian-archive-keyring.gpg ] || missing="$missing $keyring"
  [ -n "$missing" ] || return 0
  [ "$manager" != none ] ||
    fail "the build environment is made with$missing: install these and start again"
  # shellcheck disable=SC2086 # a list of packages
  install_packages $missing
}

# Said before a gigabyte is fetched, not after.
need_permission () {
  bwrap --bind / / --dev /dev --proc /proc true 2> /dev/null ||
    fail "this system does not let $(id -un) enter a build environment ($(bwrap --bind / / true 2>&1 | head -n 1 || :)): allow user namespaces, or start as root"
  [ "$(id -u)" -eq 0 ] || grep -q "^$(id -un):\|^$(id -u):" /etc/subuid 2> /dev/null ||
    fail "$(id -un) has no range of its own in /etc/subuid, which the build environment needs: an administrator can add one with usermod --add-subuids 100000-165535 --add-subgids 100000-165535 $(id -un)"
}

explain_failure () {
  log=$1
  if grep -qiE 'No space left' "$log"; then
    fail "the disk of $cache is full: free some space, or set XDG_CACHE_HOME to a larger disk"
  elif grep -qiE 'resolve|could not connect|network is unreachable|failed to fetch|connection (failed|refused|timed out)|no route' "$log"; then
    fail "the packages could not be fetched from $mirror: check the network and start again (the log is $log)"
  elif grep -qiE 'unshare|user namespace|newuidmap|subuid|operation not permitted' "$log"; then
    fail "this system does not let $(id -un) make a build environment (user namespaces or /etc/subuid are missing); the log is $log"
  fi
  fail "the build environment could not be made: $(grep -E '^E:|rror' "$log" | tail -n 1) (the log is $log)"
}

# Built aside and renamed when it is whole, so that an interrupted set-up leaves nothing
# that looks finished. As an ordinary user the files come through a tar archive: they
# are then that user's own, and can be removed as any others.
make_folder () {
  mirror=$(find_mirror)
  include=$(wanted_packages | tr '\n' ',' | sed 's/,$//')
  log=$cache/set-up.log
  new=$folder.new
  remove_tree "$new"
  mkdir "$new"
  say "Making the build environment in $folder (once; a minute or two) ..."
  set -- --variant=apt --include="$include" --aptopt='APT::Install-Recommends "false"' \
    --dpkgopt='path-exclude=/usr/share/doc/*' --dpkgopt='path-exclude=/usr/share/man/*'
  # In the background, since a shell that waits for a command hears no signal; in a group
  # of its own, since mmdebstrap itself waits for what it started.
  unpacker=''
  if [ "$(id -u)" -eq 0 ]; then
    setsid mmdebstrap --mode=root "$@" trixie "$new" "$mirror" > "$log" 2>&1 < /dev/null &
    maker=$!
  else
    rm -f "$cache/pipe"
    mkfifo -m 600 "$cache/pipe"
    tar -x -C "$new" --exclude='./dev/*' --no-same-owner < "$cache/pipe" 2> "$log.tar" &
    unpacker=$!
    setsid mmdebstrap --mode=unshare --format=tar "$@" trixie - "$mirror" > "$cache/pipe" 2> "$log" < /dev/null &
    maker=$!
  fi
  made=yes
  wait "$maker" || made=no
  if [ -n "$unpacker" ]; then
    wait "$unpacker" || made=no
    cat "$log.tar" >> "$log"
    rm -f "$cache/pipe" "$log.tar"
  fi
  [ "$made" = yes ] || {
    remove_tree "$new"
    explain_failure "$log"
  }
  for file in $shared_files; do
    # Something to bind over, and never a link that leads elsewhere.
    [ -f "$new/etc/$file" ] && [ ! -L "$new/etc/$file" ] || {
      mkdir -p "$(dirname "$new/etc/$file")"
      rm -f "$new/etc/$file"
      : > "$new/etc/$file"
    }
  done
  : > "$new/.foyer-entered"
  mv "$new" "$folder"
}

remove_old_folders () {
  for old in "$cache"/debian-13 "$cache"/debian-13-*; do
    [ -d "$old" ] && [ "$old" != "$folder" ] || continue
    [ -z "$(find "$old/.foyer-entered" -mtime "-$kept_days" 2> /dev/null)" ] || continue
    remove_tree "$old"
  done
}

remove_tree () {
  rm -rf --one-file-system "$1" || fail "$1 of an earlier set-up cannot be removed: remove it and start again"
}

stop_making () {
  trap '' INT TERM HUP
  if [ -n "${maker-}" ]; then
    kill -s TERM -- "-$maker" 2> /dev/null || :
    # What does not hear it has to hear this.
    (sleep 5 && kill -s KILL -- "-$maker") > /dev/null 2>&1 &
    wait "$maker" || :
  fi
  [ -z "${unpacker-}" ] || kill -TERM "$unpacker" 2> /dev/null || :
  # What still writes there is ending; the next start removes what it leaves.
  rm -rf --one-file-system "$folder.new" "$cache/pipe" "$cache/set-up.log.tar" 2> /dev/null || :
  say "dev: stopped; the next start begins the set-up afresh"
  exit 130
}

need_folder () {
  if [ -e "$folder/.foyer-entered" ]; then
    touch "$folder/.foyer-entered"
    command -v bwrap > /dev/null 2>&1 || need_folder_tools
    return 0
  fi
  need_folder_tools
  need_permission
  if command -v flock > /dev/null 2>&1; then
    exec 9> "$cache/lock"
    if ! flock -n 9; then
      say "Another ./dev is making the build environment; waiting for it ..."
      flock 9
      [ -e "$folder/.foyer-entered" ] && { exec 9>&-; return 0; }
    fi
  fi
  for old in "$cache"/debian-13*; do
    [ ! -d "$old" ] || { say "The list of packages has changed; the build environment is made anew."; break; }
  done
  check_disk
  trap stop_making INT TERM HUP
  make_folder
  trap - INT TERM HUP
  remove_old_folders
  exec 9>&-
}

# Every folder of the host where people keep things is there as it is; the system
# itself is the Debian folder's, and not writable.
enter_folder () {
  run=${XDG_RUNTIME_DIR:-}
  set -- --chdir "$PWD" --die-with-parent --setenv FOYER_DEV_INSIDE "${folder##*/}" \
    --setenv PATH /usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
    -- /bin/sh "$top/dev" "$command" "$@"
  [ -z "$run" ] || set -- --bind-try "$run" "$run" "$@"
  set -- --dev /dev --dev-bind-try /dev/dri /dev/dri --ro-bind-try /sys /sys --proc /proc --tmpfs /run \
    --bind-try /var/tmp /var/tmp --ro-bind-try /run/dbus /run/dbus "$@"
  for dir in /*; do
    case $dir in
      /bin | /boot | /dev | /etc | /lib* | /lost+found | /proc | /run | /sbin | /sys | /usr | /var) ;;
      *) [ -d "$dir" ] && [ ! -L "$dir" ] && set -- --bind "$dir" "$dir" "$@" ;;
    esac
  done
  for file in $shared_files; do
    # A folder of before may have nothing to bind over.
    [ ! -f "$folder/etc/$file" ] || set -- --ro-bind-try "/etc/$file" "/etc/$file" "$@"
  done
  for dir in "$folder"/*; do
    name=${dir##*/}
    case $name in
      bin | sbin | lib*) set -- --symlink "usr/$name" "/$name" "$@" ;;
      etc | opt | usr | var) set -- --ro-bind "$dir" "/$name" "$@" ;;
    esac
  done
  [ "$command" = demo ] || exec bwrap "$@"

  # bwrap cannot tidy up when it is stopped, so this shell stays to do it.
  FOYER_DEMO_DIR=$(mktemp -d "${TMPDIR:-/tmp}/foyer-demo.XXXXXX")
  export FOYER_DEMO_DIR
  trap 'kill "$inner" 2> /dev/null; wait "$inner" || :; rm -rf "$FOYER_DEMO_DIR"; exit 130' INT TERM HUP
  bwrap --unshare-pid "$@" &
  inner=$!
  status=0
  wait "$inner" || status=$?
  rm -rf "$FOYER_DEMO_DIR"
  exit "$status"
}

enter_environment () {
  environment=folder
  [ -z "${FOYER_DEV_INSIDE-}" ] || return 0
  if [ "${FOYER_DEV_FOLDER-}" != always ]; then
    environment=host
    host_is_enough "$level" && return 0
  fi
  mkdir -p "$cache" 2> /dev/null && [ -w "$cache" ] ||
    fail "$cache cannot be written: set XDG_CACHE_HOME to a folder that is yours"
  if [ "$environment" = host ] && find_manager; then
    case $manager in apt-get) column=1 ;; dnf) column=2 ;; pacman) column=3 ;; esac
    # shellcheck disable=SC2046
    install_packages $(list_packages "$column" "$level")
    host_is_enough "$level" && return 0
    say "The system's packages are not enough after all; a folder of Debian 13 is used instead."
  fi
  environment=folder
  find_folder
  need_folder
  enter_folder "$@"
}
