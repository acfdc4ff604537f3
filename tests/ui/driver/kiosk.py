# SPDX-FileCopyrightText: The Foyer contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The window in which people check themselves in."""
from . import keys, tree, wait

PIN = "0420"


class Kiosk:
    """The kiosk of a running program; keys go to it until it is left, and nothing else is looked at."""

    def __init__(self, program, words=lambda text: text):
        """Opens it from the menu of the page Today, and sets a PIN where there is none."""
        self.program = program
        self._words = words
        program.root.find("toggle button", words("More")).act()
        items = wait.until(lambda: program.root.find_all("menu item"), "the menu of the page")
        wait.until(lambda: any(item.is_(tree.State.FOCUSED) for item in program.root.find_all("menu item")),
                   "the keyboard in the menu")
        keys.press(*["Down"] * (len(items) - 2), "Return")
        shown = wait.until(lambda: program.root.find_all("heading", words("Welcome"))
                           or program.root.find_all(("dialog", "alert dialog", "alert")), "the kiosk, or its PIN")
        if shown[0].role != "heading":
            keys.write(PIN)
            keys.press("Tab", "Tab")
            keys.write(PIN)
            keys.press("Return")
        self.heading("Welcome")
        self.host = program.window
        self.window = wait.until(lambda: next((window for window in keys.windows_of(program.process.pid)
                                               if window != self.host), None), "a second window")
        program.window = self.window
        keys.raise_window(self.window)
        self.frame = wait.until(lambda: next((frame for frame in program.root.find_all(("frame", "window"))
                                              if frame.find_all("heading", words("Welcome"))), None), "its frame")
        # Whoever wants to see it go back says so.
        program.probe.ask("patience", 600)
        self.application = program.root
        program.root = self.frame
        wait.until(lambda: program.focused() is not None, "the keyboard at the kiosk")

    def heading(self, text):
        return self.program.root.find("heading", self._words(text) if isinstance(text, str) else text)

    def names(self):
        """Who is shown."""
        return [row.name for row in self.frame.find_all("list item")]

    def expect(self, *names):
        wait.until(lambda: self.names() == list(names), lambda: f"{names} at the kiosk (there is {self.names()})")

    def leave(self):
        """By its PIN; keys go to the host's window again."""
        keys.press("Escape")
        self.heading("Leave the Kiosk")
        keys.write(PIN)
        keys.press("Return")
        self.see_out()

    def see_out(self):
        """It was left."""
        wait.until(lambda: self.window not in keys.windows_of(self.program.process.pid), "the kiosk gone")
        self.program.root = self.application
        self.program.window = self.host
        keys.focus_window(self.host)
