# SPDX-FileCopyrightText: The Foyer contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The dialog in which a space is added or changed, as a keyboard and a pointer find it."""
import re

from . import foyer, keys, tree, wait

PAGES = ("The Place", "What Is There", "Seats", "Opening Hours", "Calendars", "Price", "House Rules",
         "After Acceptance", "Photos", "Public Listing")


class Editor:
    """The editor that is open in a running window, or is about to be."""

    def __init__(self, program, words=foyer.translator("en")):
        self.program = program
        self.words = words
        self.dialog = program.root.find("dialog")

    @classmethod
    def edit(cls, program, words=foyer.translator("en")):
        """Opens the first space from the Spaces page."""
        keys.press("ctrl+5")
        before, after = words("Edit %s").split("%s")
        pattern = re.compile(f"^{re.escape(before)}.*{re.escape(after)}$")
        program.root.find("button", pattern).act()
        return cls(program, words)

    def go_to(self, title):
        """Turns to a page; @title is its English one."""
        row = self.dialog.find("list", self.words("Pages")).find("list item", self.words(title))
        self.program.click(row)
        wait.until(lambda: row.is_(tree.State.SELECTED), f"the page {title}")

    def field(self, title):
        """The text of an entry or a block, by the English name of its field."""
        return self.dialog.find(("text", "entry"), self.words(title))

    def type(self, title, text):
        """Types @text instead of what stands in a field, and stays in it."""
        field = self.field(title)
        self.program.click(field)
        wait.until(lambda: field.is_(tree.State.FOCUSED), f"the keyboard in {title}")
        keys.press("ctrl+a")
        keys.write(text)
        wait.until(lambda: field.text == text,
                   lambda: f"“{text}” in {title} (it has “{field.text}”)")

    def apply(self, title, text):
        """Types @text into a field and presses Enter."""
        self.type(title, text)
        keys.press("Return")

    def number(self, title):
        """The spin button of a number; its name goes on with what explains it."""
        return self.dialog.find("spin button", re.compile("^" + re.escape(self.words(title))))

    def spin(self, title, text, enter=True):
        """Types a number, or a time, instead of what stands in a spin button, and presses Enter."""
        button = self.number(title)
        self.program.click(button)
        wait.until(lambda: self.program.focused() == button, f"the keyboard in {title}")
        keys.press("ctrl+a")
        keys.write(text)
        if enter:
            keys.press("Return")

    def says(self, pattern):
        """Waits for a sentence in the dialog, as a toast or a refusal is."""
        return self.dialog.find(("label", "alert", "notification"), re.compile(pattern))

    def close(self):
        keys.press("ctrl+w")
        self.program.root.find_none("dialog")
