# SPDX-FileCopyrightText: The Foyer contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The calendar's month, as a screen reader hears it."""
import re

from . import keys, wait

CELL = "table cell"


class Month:
    """The month of seats on the Calendar page."""

    def __init__(self, program):
        self.program = program
        keys.press("ctrl+2")
        self.grid = program.root.find("table")
        self.enter()

    def enter(self):
        """Goes into the grid by Tab, wherever the keyboard is."""
        for _ in range(40):
            focused = self.program.focused()
            if focused is not None and focused.role == CELL:
                return
            before = focused
            keys.press("Tab")
            wait.until(lambda: self.program.focused() not in (None, before), "a move by Tab")
        raise AssertionError("Tab never comes to the month")

    def at(self):
        """What is said of the day that has the keyboard."""
        focused = self.program.focused()
        return focused.name if focused is not None and focused.role == CELL else ""

    def expect(self, start, month=None):
        """Waits until the keyboard is on a day whose words begin with @start."""
        wait.until(lambda: self.at().startswith(start),
                   f"the keyboard on “{start}” (it is on “{self.at()}”)")
        if month is not None:
            wait.until(lambda: self.grid.name == month, f"{month} (it is {self.grid.name})")

    def press(self, *chords):
        keys.press(*chords)

    def cell(self, start):
        """The cell of a day, by the beginning of its words."""
        return self.grid.find(CELL, re.compile("^" + re.escape(start)))

    def expect_words(self, start, pattern):
        """Waits until the words of the day that begin with @start match @pattern."""
        wait.until(lambda: re.search(pattern, self.cell(start).name),
                   f"“{pattern}” of {start} (it is “{self.cell(start).name}”)")
