#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Foyer contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The month by keyboard and screen reader alone."""
import re

from audit import grid
from driver import keys, tap, wait
from driver.foyer import Profile
from driver.month import CELL, Month
from driver.tree import State

WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]


def start():
    profile = Profile()
    space = profile.add_space()
    return profile, space


@tap.story
def arrows():
    """arrows go from day to day and over the edges of a month"""
    profile, _ = start()
    program = profile.start()
    month = Month(program)
    month.expect("Thursday 26 November, today, 8 of 8 seats free", "November 2026")
    month.press("Right")
    month.expect("Friday 27 November, 8 of 8 seats free")
    month.press("Down")
    month.expect("Friday 4 December", "December 2026")
    month.press("Left", "Left", "Left", "Left")
    month.expect("Monday 30 November", "November 2026")
    month.press("Up")
    month.expect("Monday 23 November")
    month.press("Home", "Left")
    month.expect("Sunday 22 November, closed")
    month.press("Home")
    month.expect("Monday 16 November")
    month.press("End")
    month.expect("Sunday 22 November")
    program.close()


@tap.story
def pages():
    """Page Up and Page Down turn the month, and stay in short months"""
    profile, _ = start()
    program = profile.start()
    month = Month(program)
    month.press("Page_Down")
    month.expect("Saturday 26 December, closed", "December 2026")
    month.press("Page_Up", "Page_Up")
    month.expect("Monday 26 October", "October 2026")
    month.press("ctrl+Home")
    month.expect("Thursday 26 November, today", "November 2026")
    month.press("Page_Down", "Page_Down", "Right", "Right", "Right", "Right", "Right")
    month.expect("Sunday 31 January", "January 2027")
    month.press("Page_Down")
    month.expect("Sunday 28 February", "February 2027")
    program.close()


@tap.story
def roles():
    """the month is a grid of 42 named cells in weeks below names of weekdays, with one stop of Tab"""
    profile, _ = start()
    program = profile.start()
    month = Month(program)
    program.settle()
    assert grid.faults(program.root) == [], grid.faults(program.root)
    assert grid.headers_of(month.grid) == WEEKDAYS, grid.headers_of(month.grid)
    month.press("Tab")
    wait.until(lambda: program.focused() is not None and program.focused().role != CELL,
               "Tab leaves the month")
    program.close()


@tap.story
def words():
    """a cell says what is free, what is full and what is closed"""
    profile, space = start()
    profile.ctl("book", space, "2026-11-27", "--guest", "Zoé", "--seats", "3")
    profile.ctl("book", space, "2026-11-30", "--guest", "Idris", "--seats", "8")
    profile.ctl("book", space, "2026-12-01", "--guest", "Noor", "--seats", "8", "--part", "pm")
    profile.ctl("close", space, "2026-12-02")
    program = profile.start()
    month = Month(program)
    month.expect_words("Friday 27 November", "5 of 8 seats free")
    month.expect_words("Monday 30 November", "full")
    month.expect_words("Tuesday 1 December", "mornings only")
    month.expect_words("Wednesday 2 December", "closed")
    program.close()


@tap.story
def sheet():
    """Enter opens the day's sheet, where the day can be closed and opened again"""
    profile, space = start()
    program = profile.start()
    month = Month(program)
    month.press("Right")
    month.expect("Friday 27 November")
    month.press("Return")
    program.click(program.root.find("check box", "Open"))
    month.expect_words("Friday 27 November", "closed")
    program.root.find("button", "Undo")
    month.enter()
    keys.press("ctrl+z")
    month.expect_words("Friday 27 November", "8 of 8 seats free")
    program.close()
    assert profile.ctl("availability", space, "--from", "2026-11-27", "--days", "1")[0]["open"]


@tap.story
def close_range():
    """Shift selects days; closing them says whom it concerns, does it, and can be undone"""
    profile, space = start()
    profile.ctl("book", space, "2026-12-22", "--guest", "Jonas <b>")
    program = profile.start()
    month = Month(program)
    month.press("Page_Down", "Left", "Left", "Left", "Left", "Left")
    month.expect("Monday 21 December")
    month.press("shift+Right", "shift+Right", "shift+Right")
    month.expect("Thursday 24 December")
    close = program.root.find("radio button", "Close")
    close.act(close.actions[0])
    program.root.find("label", "Concerns 1 Guest")
    program.root.find("label", "Jonas <b>")
    program.root.find("button", "Close 4 Days").act()
    month.expect_words("Tuesday 22 December", "closed")
    month.expect_words("Friday 18 December", "8 of 8 seats free")
    program.root.find("button", "Undo").act()
    month.expect_words("Tuesday 22 December", "7 of 8 seats free")
    program.close()
    days = profile.ctl("availability", space, "--from", "2026-12-21", "--days", "4")
    assert [(day["open"], day["am_free"]) for day in days] == [(True, 8), (True, 7), (True, 8), (True, 8)]


@tap.story
def pointer_range():
    """the pointer draws a range as well"""
    profile, _ = start()
    program = profile.start()
    month = Month(program)
    left, top, _, _ = keys.window_geometry(program.window)

    def middle(cell):
        x, y, width, height = cell.box
        return left + x + width // 2, top + y + height // 2

    keys.drag(middle(month.cell("Monday 9 November")), middle(month.cell("Wednesday 11 November")))
    wait.until(lambda: len(month.grid.find_all(CELL, re.compile(" November"),
                                               where=lambda n: n.is_(State.SELECTED))) == 3,
               "three days selected")
    program.close()


tap.main()
