#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Foyer contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The keys of a page work wherever the keyboard is in the window."""
import os
import re

from driver import keys, tap, wait
from driver.desk import Desk
from driver.foyer import Profile


def start():
    profile = Profile()
    profile.add_space()
    return profile.start()


def go_to(program, page):
    """Shows a page by its row of the sidebar, where the keyboard stays."""
    row = program.root.find("list", "Pages").find("list item", page)
    program.click(row)
    wait.until(lambda: program.focused() == row, f"the keyboard on the row of {page}")


@tap.story
def sidebar():
    """from the sidebar they act on the page that is seen"""
    program = start()
    go_to(program, "Calendar")
    program.root.find("table", "November 2026")
    keys.press("alt+Right")
    program.root.find("table", "December 2026")
    keys.press("ctrl+1")
    Desk(program).expect_focus()
    go_to(program, "Today")
    keys.press("alt+Right")
    program.root.find("label", re.compile("^Friday 27 November"))
    keys.press("alt+Left")
    program.root.find("label", re.compile("^Thursday 26 November"))
    go_to(program, "Calendar")
    program.root.find("table", "December 2026")
    keys.press("alt+Left")
    program.root.find("table", "November 2026")
    go_to(program, "Spaces")
    keys.press("ctrl+n")
    program.root.find("dialog")
    keys.press("Escape")
    program.root.find_none("dialog")
    program.close()


@tap.story
def early():
    """a page that is asked for while the file of the spaces is opened comes when they are read"""
    profile = Profile()
    profile.add_space()
    gate = os.path.join(profile.dir, "gate")
    os.mkfifo(gate)
    program = profile.start(env={"FOYER_PROBE_GATE": gate})
    keys.press("ctrl+2")
    program.probe.idle()
    with open(gate, "wb"):
        pass
    program.root.find("table", "November 2026")
    program.close()


@tap.story
def dialog():
    """from a dialog they do not act on what lies behind it"""
    program = start()
    go_to(program, "Calendar")
    keys.press("ctrl+question")
    program.root.find("dialog", "Keyboard Shortcuts")
    keys.press("alt+Right", "alt+Right", "Escape")
    program.root.find_none("dialog")
    keys.press("alt+Right")
    program.root.find("table", "December 2026")
    program.close()


@tap.story
def leaving():
    """Ctrl+W closes the dialog, then the window; Ctrl+Q leaves from a dialog too"""
    program = start()
    keys.press("ctrl+question")
    program.root.find("dialog", "Keyboard Shortcuts")
    keys.press("ctrl+w")
    program.root.find_none("dialog")
    keys.press("ctrl+w")
    assert program.wait_exit() == 0
    program = start()
    keys.press("ctrl+question")
    program.root.find("dialog", "Keyboard Shortcuts")
    program.close()


tap.main()
