#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Foyer contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A private display, session bus and home around one command.

    frame.py COMMAND [ARGUMENT…]

Everything a graphical program could share with the session of the person who runs
the tests is its own here: X server, D-Bus, accessibility bus, settings, folders. So
tests may run beside each other and beside a desktop, and leave nothing behind.
"""
import os
import shutil
import signal
import subprocess
import sys
import tempfile

INSIDE = "FOYER_TEST_FRAME"

# Pictures and timings depend on these; without a settings daemon GTK would fall back
# to another font, blink the caret and slide its pages.
SETTINGS = """[Settings]
gtk-font-name=Inter 11
gtk-enable-animations=0
gtk-cursor-blink=0
gtk-decoration-layout=:close
gtk-hint-font-metrics=0
"""

SURROUNDINGS = {
    "GDK_BACKEND": "x11",
    "GSK_RENDERER": "cairo",
    "GDK_DISABLE": "gl,vulkan",
    "GDK_DEBUG": "no-portals",
    "ADW_DISABLE_PORTAL": "1",
    "GSETTINGS_BACKEND": "memory",
    "GIO_USE_VFS": "local",
    "NO_AT_BRIDGE": "0",
}
DROPPED = ("WAYLAND_DISPLAY", "GTK_A11Y", "GTK_THEME", "AT_SPI_BUS_ADDRESS",
           "DBUS_SESSION_BUS_ADDRESS", "XAUTHORITY", "LANGUAGE", "LANG")


def is_inside():
    """Whether this process already runs in a frame."""
    return INSIDE in os.environ


def _start_display(screen):
    read_end, write_end = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write_end), "-screen", "0", screen,
         "-nolisten", "tcp", "-noreset"],
        pass_fds=[write_end], stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(write_end)
    with os.fdopen(read_end) as answer:
        number = answer.readline().strip()
    if number == "":
        raise RuntimeError("Xvfb did not start")
    return server, ":" + number


def _surroundings(home, display):
    env = {name: value for name, value in os.environ.items() if name not in DROPPED}
    env.update(SURROUNDINGS)
    env.setdefault("LC_ALL", "C.UTF-8")
    env[INSIDE] = home
    env["DISPLAY"] = display
    for name, folder in (("XDG_RUNTIME_DIR", "run"), ("XDG_CONFIG_HOME", "config"),
                         ("XDG_DATA_HOME", "data"), ("XDG_CACHE_HOME", "cache"),
                         ("XDG_STATE_HOME", "state")):
        env[name] = os.path.join(home, folder)
        os.makedirs(env[name], mode=0o700)
    os.makedirs(os.path.join(env["XDG_CONFIG_HOME"], "gtk-4.0"))
    with open(os.path.join(env["XDG_CONFIG_HOME"], "gtk-4.0", "settings.ini"), "w",
              encoding="utf-8") as settings:
        settings.write(SETTINGS)
    return env


def _start_session(command, env):
    """The buses talk on both outputs: only the command keeps ours, by way of 3 and 4."""
    silent = [(os.POSIX_SPAWN_DUP2, 1, 3), (os.POSIX_SPAWN_DUP2, 2, 4),
              (os.POSIX_SPAWN_OPEN, 1, "/dev/null", os.O_WRONLY, 0),
              (os.POSIX_SPAWN_OPEN, 2, "/dev/null", os.O_WRONLY, 0)]
    return os.posix_spawnp("dbus-run-session",
                           ["dbus-run-session", "--", "sh", "-c",
                            'exec "$@" >&3 2>&4 3>&- 4>&-', "sh", *command],
                           env, file_actions=silent)


def run(command, screen="1280x1024x24"):
    """Runs @command in a new frame and returns its exit status."""
    home = tempfile.mkdtemp(prefix="foyer-frame-")
    server = None
    try:
        server, display = _start_display(screen)
        session = _start_session(command, _surroundings(home, display))
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: os.kill(session, signal.SIGTERM))
        status = os.waitpid(session, 0)[1]
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, signal.SIG_IGN)
        return os.waitstatus_to_exitcode(status)
    finally:
        if server is not None:
            server.terminate()
            server.wait()
        shutil.rmtree(home, ignore_errors=True)


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit("usage: frame.py COMMAND [ARGUMENT…]")
    STATUS = run(sys.argv[1:])
    sys.exit(STATUS if STATUS >= 0 else 128 - STATUS)
