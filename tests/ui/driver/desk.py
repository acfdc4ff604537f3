# SPDX-FileCopyrightText: The Foyer contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The front desk: the Today page, as a screen reader and a keyboard find it."""
import re

from . import keys, wait

ROW = "list item"


class Desk:
    """The Today page of a running window."""

    def __init__(self, program):
        self.program = program
        self.root = program.root
        self.entry = self.root.find(("text", "entry", "search box"),
                                    re.compile("^Who is here"))

    def expect_focus(self):
        """Waits until what is typed goes into the entry."""
        wait.until(lambda: self.program.focused() == self.entry, "the keyboard in the entry")

    def type(self, text):
        """Types into the page and waits until the entry has it."""
        self.program.settle()
        before = self.entry.text
        keys.write(text)
        wait.until(lambda: self.entry.text == before + text,
                   lambda: f"“{before + text}” in the entry (it has “{self.entry.text}”)")

    def group(self, title):
        """The names in a group (Expected, Here, Left), in order; [] when it is not shown."""
        lists = self.root.find_all("list", title)
        return [row.name for row in lists[0].find_all(ROW)] if lists else []

    def expect(self, **groups):
        """Waits until groups hold exactly these names: expect(Here=["Zoé"], Left=[])."""
        for title, names in groups.items():
            wait.until(lambda t=title, n=names: self.group(t) == n,
                       lambda t=title, n=names: f"{n} in {t} (there is {self.group(t)})")

    def results(self):
        """The names that were found for what is typed."""
        return self.group("People")

    def row(self, title, name):
        return self.root.find("list", title).find(ROW, name)

    def press_button(self, title, name, button):
        """Clicks a button in somebody's row."""
        self.row(title, name).find("button", button).act()

    def undo(self):
        """Takes back by the toast."""
        self.root.find("button", "Undo").act()

    def says(self, pattern):
        """Waits for a sentence on the page, as a toast is."""
        return self.root.find("label", re.compile(pattern))
