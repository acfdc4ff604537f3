# SPDX-FileCopyrightText: The Foyer contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Real keys and a real pointer, through the X server."""
import subprocess


def _xdotool(*arguments):
    return subprocess.run(["xdotool", *arguments], check=True, capture_output=True,
                          text=True).stdout


def press(*chords):
    """Presses chords such as "ctrl+Return" one after the other."""
    _xdotool("key", "--delay", "1", *chords)


def write(text):
    """Types @text letter by letter."""
    _xdotool("type", "--delay", "1", "--", text)


def hold(key):
    _xdotool("keydown", key)


def let_go(key):
    _xdotool("keyup", key)


def windows_of(process_id):
    """The visible top-level windows of a process."""
    found = subprocess.run(["xdotool", "search", "--onlyvisible", "--pid", str(process_id)],
                           capture_output=True, text=True, check=False).stdout
    return [line for line in found.split() if line]


def focus_window(window):
    _xdotool("windowfocus", "--sync", window)


def raise_window(window):
    """Above the windows of other programs, and with the keyboard."""
    _xdotool("windowraise", window)
    focus_window(window)


def resize_window(window, width, height):
    _xdotool("windowsize", window, str(width), str(height))


def window_geometry(window):
    """(x, y, width, height) on the screen."""
    lines = _xdotool("getwindowgeometry", "--shell", window).splitlines()
    values = dict(line.split("=", 1) for line in lines if "=" in line)
    return tuple(int(values[name]) for name in ("X", "Y", "WIDTH", "HEIGHT"))


def click_at(x, y, button=1):
    # Not --sync, which waits long for a pointer that is there already; the server keeps the order.
    _xdotool("mousemove", str(x), str(y), "click", str(button))


def park_pointer():
    """Takes the pointer where nothing answers to it."""
    _xdotool("mousemove", "9999", "9999")


def drag(start, end):
    _xdotool("mousemove", "--sync", str(start[0]), str(start[1]), "mousedown", "1",
             "mousemove", "--sync", str((start[0] + end[0]) // 2), str((start[1] + end[1]) // 2),
             "mousemove", "--sync", str(end[0]), str(end[1]), "mouseup", "1")
