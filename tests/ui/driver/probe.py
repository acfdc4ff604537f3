# SPDX-FileCopyrightText: The Foyer contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Speaks with the library that is preloaded into a program to look at it from inside."""
import json
import os
import socket
import time

from . import build, wait


class Probe:
    """Made before the program: its `env` and `pass_fds` go into the start."""

    def __init__(self, rtl=False):
        self._ours, self._theirs = socket.socketpair()
        self._ours.settimeout(wait.DEADLINE_S)
        self._lines = self._ours.makefile("r", encoding="utf-8")
        preload = [build.PROBE, os.environ.get("LD_PRELOAD", "")]
        self.pass_fds = [self._theirs.fileno()]
        self.env = {
            "LD_PRELOAD": " ".join(filter(None, preload)),
            "FOYER_PROBE_FD": str(self._theirs.fileno()),
            # The sanitizer wants to be the first library of all; here it need not be.
            "ASAN_OPTIONS": os.environ.get("ASAN_OPTIONS", "") + ":verify_asan_link_order=0",
        }
        if rtl:
            self.env["FOYER_PROBE_RTL"] = "1"

    def start_clock(self):
        """From here on counts the time to the first frame."""
        self.env["FOYER_PROBE_START_US"] = str(time.monotonic_ns() // 1000)

    def started(self):
        """The program has its end of the line."""
        self._theirs.close()

    def ask(self, *words):
        """Sends a command and returns its answer."""
        self._ours.sendall(("\t".join(str(word) for word in words) + "\n").encode())
        line = self._lines.readline()
        if line == "":
            raise AssertionError("the program left while it was asked " + words[0])
        answer = json.loads(line)
        if "error" in answer:
            raise AssertionError(f"{words[0]}: {answer['error']}")
        return answer

    def idle(self):
        """Waits until the program has taken in every key and click so far."""
        self.ask("idle")

    def settle(self, quiet_ms=60):
        """Waits until the program has nothing under way and paints nothing any more."""
        self.ask("settle", quiet_ms)

    def leave(self):
        """Ends the line."""
        self._lines.close()
        self._ours.close()
