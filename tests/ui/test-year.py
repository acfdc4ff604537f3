#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Foyer contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The year of the calendar: how full it is at a glance, and the way to each month and day."""
import re

from driver import keys, tap, wait
from driver.foyer import TODAY, Profile
from driver.month import Month


def start():
    profile = Profile()
    space = profile.add_space()
    profile.ctl("book", space, TODAY, "--guest", "Zoé Marchelin", "--seats", "8")
    program = profile.start()
    month = Month(program)
    keys.press("alt+Up")
    program.root.find("list", "2026")
    return profile, space, program, month


def name_of(program, month):
    return program.root.find("list item", re.compile("^" + month)).name


@tap.story
def shares():
    """each month says how many days are open, how much is taken and what is full"""
    _, _, program, _ = start()
    assert re.fullmatch(r"November 2026, open on \d+ days, \d+% taken, 1 day full", name_of(program, "November"))
    assert re.fullmatch(r"December 2026, open on \d+ days, 0% taken", name_of(program, "December"))
    program.close()


@tap.story
def by_keyboard():
    """arrows go from month to month and over the edges of the year; Enter shows the month, Escape leads back"""
    _, _, program, month = start()

    def expect(name):
        wait.until(lambda: program.focused() is not None and program.focused().name.startswith(name),
                   lambda: f"the keyboard on {name} (it is on {program.focused()!r})")

    program.tab_to(lambda focused: focused.role == "list item" and " 2026, " in focused.name, "the year")
    expect("November 2026")
    keys.press("Right", "Right")
    expect("January 2027")
    program.root.find("list", "2027")
    keys.press("Page_Up", "End")
    expect("December 2026")
    keys.press("Home")
    expect("January 2026")
    keys.press("Return")
    program.root.find("table", "January 2026")
    month.enter()
    keys.press("alt+Up")
    program.root.find("list", "2026")
    keys.press("alt+Right")
    program.root.find("list", "2027")
    keys.press("alt+Home")
    program.root.find("list", "2026")
    keys.press("Escape")
    program.root.find("table", "November 2026")
    month.expect("Thursday 26 November")
    program.close()


@tap.story
def by_pointer():
    """a click on a day shows it in its month, with its details"""
    _, _, program, month = start()
    program.settle()
    box = program.root.find("list item", re.compile("^November")).box
    left, top, _, _ = keys.window_geometry(program.window)
    # The last week of November 2026 begins with its second last row: Monday 23.
    x, y, width, height = box
    keys.click_at(left + x + width // 14, top + y + height * 4 // 5)
    program.root.find("table", "November 2026")
    month.expect("Monday 23 November")
    program.root.find("label", re.compile("^Monday 23 November"))
    program.close()


tap.main()
