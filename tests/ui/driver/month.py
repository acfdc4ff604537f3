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
        self.program.tab_to(lambda focused: focused.role == CELL, "the month")

    def at(self):
        """What is said of the day that has the keyboard."""
        focused = self.program.focused()
        return focused.name if focused is not None and focused.role == CELL else ""

    def expect(self, start, month=None):
        """Waits until the keyboard is on a day whose words begin with @start."""
        wait.until(lambda: self.at().startswith(start),
                   lambda: f"the keyboard on “{start}” (it is on “{self.at()}”)")
        if month is not None:
            wait.until(lambda: self.grid.name == month, lambda: f"{month} (it is {self.grid.name})")

    def press(self, *chords):
        keys.press(*chords)

    def cell(self, start):
        """The cell of a day, by the beginning of its words."""
        return self.grid.find(CELL, re.compile("^" + re.escape(start)))

    def expect_words(self, start, pattern):
        """Waits until the words of the day that begin with @start match @pattern."""
        def words():
            return [cell.name for cell in self.grid.find_all(CELL, re.compile("^" + re.escape(start)))]

        wait.until(lambda: any(re.search(pattern, name) for name in words()),
                   lambda: f"“{pattern}” of {start} (it is {words()})")
