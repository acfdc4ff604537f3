# SPDX-FileCopyrightText: The Foyer contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A graphical program under test: started, driven, and seen out."""
import os
import subprocess
import tempfile

from . import keys, tap, tree, wait
from .probe import Probe


# A frame after the key may still move the keyboard, and is no further away than this.
FRAME_MS = 20

# For the programs alone: libatspi in this process warns about trees that change.
STRICT = {"G_DEBUG": "gc-friendly,fatal-warnings"}


class Program:
    """A running program with its window, its accessibility tree and its standard error.

    Whatever it says there fails the test, unless the test says that it expects it."""

    def __init__(self, argv, env=None, probe=None, expect_window=True):
        wait.listen()
        self.probe = probe or Probe()
        self._stderr = tempfile.TemporaryFile(mode="w+", errors="replace")
        self.process = subprocess.Popen(argv, env={**os.environ, **STRICT, **(env or {}),
                                                          **self.probe.env},
                                        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                                        stderr=self._stderr,
                                        pass_fds=self.probe.pass_fds)
        self.probe.started()
        self.root = None
        self.window = None
        tap.explain_with(self._account, self.kill)
        wait.watched.add(self)
        if expect_window:
            try:
                self._find_window()
            except BaseException:
                self.kill()
                raise

    def _find_window(self):
        look = tree.application(self.process.pid)

        self.root = wait.until(look, "the program on the accessibility bus")
        self.window = wait.until(lambda: next(iter(keys.windows_of(self.process.pid)), None),
                                 "a window on the screen")
        keys.focus_window(self.window)
        self.root.find(("frame", "window"), where=lambda node: node.is_(tree.State.ACTIVE))

    def check_alive(self):
        """Raises when it ended by itself."""
        if self.process.poll() is not None:
            wait.watched.discard(self)
            raise AssertionError(f"the program ended with {self.process.returncode}")

    def _account(self):
        """For whoever reads why a story failed."""
        outline = self.root.outline() if self.root is not None else []
        return [*outline, "standard error:", *self.said().splitlines()]

    def said(self):
        """What stands on its standard error so far."""
        self._stderr.seek(0)
        return self._stderr.read()

    def focused(self):
        """The accessible that has the keyboard, or None."""
        try:
            last = tree.Node(wait.focus) if wait.focus is not None else None
            if last is not None and last.is_(tree.State.FOCUSED, tree.State.SHOWING):
                return last
        except tree.Gone:
            pass
        nodes = self.root.find_all(where=lambda node: node.is_(tree.State.FOCUSED))
        return nodes[-1] if nodes else None

    def settle(self):
        """Waits until what was done so far is done, and shown."""
        self.probe.settle()

    def move(self, chord="Tab"):
        """Presses @chord and returns where the keyboard is then."""
        keys.press(chord)
        self.probe.settle(FRAME_MS)
        return self.focused()

    def tab_to(self, is_there, what):
        """Goes on by Tab until the keyboard is where @is_there says."""
        self.settle()
        focused = self.focused()
        for _ in range(40):
            if focused is not None and is_there(focused):
                return
            focused = self.move()
        raise AssertionError(f"Tab never comes to {what}")

    def resize(self, width, height):
        """Makes what the window holds so large and waits until it has followed."""
        frame = self.root.find(("frame", "window"))
        content = frame.children[0]
        # Without a compositor GTK draws an edge of its own around a window.
        edge = frame.box[2] - content.box[2]
        keys.resize_window(self.window, width + edge, height + edge)
        wait.until(lambda: content.box[2:] == (width, height), f"a page of {width} × {height}")

    def click(self, node):
        """Clicks in the middle of @node with the pointer, once it has its place."""
        self.settle()
        x, y, width, height = node.box
        left, top, _, _ = keys.window_geometry(self.window)
        keys.click_at(left + x + width // 2, top + y + height // 2)

    def wait_exit(self):
        """Waits for its end and returns the exit status."""
        wait.watched.discard(self)
        return wait.until(lambda: None if self.process.poll() is None else (self.process.returncode,),
                          "the program's end")[0]

    def close(self, expected_words=()):
        """Closes it as a person does, and checks that it leaves cleanly and in silence."""
        keys.focus_window(self.window)
        keys.press("ctrl+q")
        status = self.wait_exit()
        words = [line for line in self.said().splitlines()
                 if line.strip() and not any(word in line for word in expected_words)]
        assert not words, "said on standard error:\n" + "\n".join(words)
        assert status == 0, f"left with {status}"

    def kill(self):
        wait.watched.discard(self)
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        self.probe.leave()
