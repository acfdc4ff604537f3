# SPDX-FileCopyrightText: The Foyer contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Waiting for what another process shows: on its accessibility events, never by sleeping."""
import os

from gi.repository import GLib

from . import bus

# Nothing should take so long: the deadline tells a window that hangs from one that is slow, on
# any machine, and costs a story that passes nothing.
DEADLINE_S = float(os.environ.get("FOYER_UI_DEADLINE", "90"))

# Not every change of a tree is announced (a bound that moved is not), so the question
# is put again at least this often.
RECHECK_MS = 40


class TooLate(AssertionError):
    """What was waited for did not come."""


class Gone(Exception):
    """The accessible was removed while it was looked at."""


# Programs that are meant to run: a question to one that died has no answer.
watched = set()


# The accessible that last said that it has the keyboard.
focus = None


# What screen readers were asked to say, in order.
announced = []


def _event_cb(target, kind, detail, number):
    global focus
    if kind == "StateChanged" and detail == "focused" and number:
        focus = target
    elif kind == "Announcement":
        announced.append(detail)


_listening = False


def listen():
    """Subscribes to what programs announce; before the first of them starts."""
    global _listening
    if not _listening:
        _listening = True
        bus.listen(_event_cb, ("object:state-changed", "object:children-changed",
                               "object:property-change", "object:text-changed", "object:announcement",
                               "window:"))


def _answer(question):
    """What is shown anew while it is looked at is looked at again."""
    try:
        return question()
    except Gone:
        return None


def _told(what):
    try:
        return what() if callable(what) else what
    except Gone as gone:
        return f"gone: {gone}"


def until(question, what, deadline_s=None):
    """Returns the first true answer of @question; TooLate names @what, a text or a function
    that makes one in the end."""
    context = GLib.MainContext.default()
    answer = _answer(question)
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
            answer = _answer(question)
            if answer:
                return answer
            for program in watched:
                program.check_alive()
    finally:
        GLib.source_remove(deadline)
        GLib.source_remove(recheck)
    raise TooLate(f"{_told(what)}: not within {seconds:g} s")
