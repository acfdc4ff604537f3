# SPDX-FileCopyrightText: The Foyer contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Every page and dialog of the window, and the way that leads there: for pictures and audits."""
import re
from dataclasses import dataclass
from typing import Callable

from driver import foyer, keys
from driver.month import Month

FIRST_RUN = "first-run"     # no space yet
EMPTY = "empty"             # a space, nobody in it
FULL = "full"               # a season of sample data


@dataclass(frozen=True)
class Scene:
    """A state of the window that is worth a look. @go leads there from what the window
    shows first, @leave back; both take the program and a translator."""
    name: str
    profile: str
    go: Callable
    leave: Callable
    looks: bool = False         # also in high contrast, with large letters, from right to left
    has_month: bool = False


def _press(*chords):
    return lambda _program, _words: keys.press(*chords)


def _stay(_program, _words):
    pass


def _open_range(program, _words):
    """Four days selected in the calendar."""
    Month(program).press("Right", "shift+Right", "shift+Down")


def _edit_space(program, words):
    keys.press("ctrl+3")
    edit = words("Edit %s").replace("%s", "").strip()
    program.root.find("button", re.compile(re.escape(edit))).act()


def _close_dialog(_program, _words):
    keys.press("Escape")
    keys.press("ctrl+1")


def _type(text):
    def go(program, _words):
        keys.write(text)
    return go


SCENES = [
    Scene("welcome", FIRST_RUN, _stay, _stay),
    Scene("shortcuts", FULL, _press("ctrl+question"), _press("Escape")),
    Scene("today", FULL, _stay, _stay, looks=True),
    Scene("today-typing", FULL, _type("zo"), _press("Escape")),
    Scene("calendar", FULL, _press("ctrl+2"), _press("ctrl+1"), looks=True, has_month=True),
    Scene("calendar-range", FULL, _open_range, _press("ctrl+1"), has_month=True),
    Scene("spaces", FULL, _press("ctrl+3"), _press("ctrl+1")),
    Scene("space-editor", FULL, _edit_space, _close_dialog),
    Scene("today-empty", EMPTY, _stay, _stay),
    Scene("calendar-empty", EMPTY, _press("ctrl+2"), _press("ctrl+1"), has_month=True),
]


def make_profile(kind):
    """The profile that scenes of this kind are played on."""
    profile = foyer.Profile()
    if kind == FULL:
        profile.fill()
    elif kind == EMPTY:
        profile.add_space("La Tablée des Lilas")
    return profile
