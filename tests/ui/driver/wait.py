# SPDX-FileCopyrightText: The Foyer contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Waiting for what another process shows: on its accessibility events, never by sleeping."""
import os

import gi
gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib

# Sanitizers and a busy machine make everything slower, nothing should make it hang.
DEADLINE_S = float(os.environ.get("FOYER_UI_DEADLINE", "15"))

# Not every change of a tree is announced (a bound that moved is not), so the question
# is put again at least this often.
RECHECK_MS = 40


class TooLate(AssertionError):
    """What was waited for did not come."""


# Programs that are meant to run: a question to one that died has no answer.
watched = set()


# The accessible that last said that it has the keyboard.
focus = None


def _event_cb(event):
    global focus
    if event.type == "object:state-changed:focused" and event.detail1:
        focus = event.source


_listener = None


def listen():
    """Subscribes to what programs announce; before the first of them starts."""
    global _listener
    if _listener is None:
        # Asks each program for a cache as Qt keeps it, and complains that GTK has none.
        GLib.log_set_handler("dbind", GLib.LogLevelFlags.LEVEL_MASK, lambda *_: None)
        Atspi.init()
        _listener = Atspi.EventListener.new(_event_cb)
        for kind in ("object:state-changed", "object:children-changed",
                     "object:property-change", "object:text-changed", "window"):
            _listener.register(kind)


def until(question, what, deadline_s=None):
    """Returns the first true answer of @question; TooLate names @what."""
    context = GLib.MainContext.default()
    answer = question()
    if answer:
        return answer

    late = []
    seconds = DEADLINE_S if deadline_s is None else deadline_s
    deadline = GLib.timeout_add(int(seconds * 1000), lambda: late.append(True) or True)
    recheck = GLib.timeout_add(RECHECK_MS, lambda: True)
    try:
        while not late:
            context.iteration(True)
            while context.pending():
                context.iteration(False)
            answer = question()
            if answer:
                return answer
            for program in watched:
                program.check_alive()
    finally:
        GLib.source_remove(deadline)
        GLib.source_remove(recheck)
    raise TooLate(f"{what}: not within {seconds:g} s")
