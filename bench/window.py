# SPDX-FileCopyrightText: The Foyer contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What starting and typing cost, in the real window, beside a bare libadwaita window."""
import json
import statistics
import subprocess
import tempfile

import programs
import season
from driver import build, keys

RUNS = 9
# Long after the second frame: whatever is painted until then counts.
QUIET_MS = 100
KEYS = 320
BUDGET_MS = 8.0
HERE = 200
FRAME_MS = 16.0


def _start(*argv):
    with programs.Watched(*argv) as watched:
        watched.probe.settle(300)
        frames = watched.probe.ask("frames")
    return frames["first_frame_us"] / 1000, frames["peak_kb"] / 1024


_starts = None


def _measure_starts():
    """Interleaved, so that a busy moment of the machine falls on both; the first pair only
    warms the caches."""
    global _starts
    if _starts is None:
        folder = season.folder()
        foyer, plain = [], []
        for _ in range(RUNS + 1):
            plain.append(_start(build.PLAIN_WINDOW))
            foyer.append(_start(build.FOYER, "--data-dir", folder))
        _starts = [[statistics.median(values) for values in zip(*runs[1:])]
                   for runs in (foyer, plain)]
    return _starts


def first_frame():
    """From the start of the process to the first frame, on 1,000,000 bookings."""
    foyer, plain = _measure_starts()
    return [("first-frame", foyer[0], plain[0], 1.3, "ms")]


def memory():
    """The highest resident memory, page settled, on 1,000,000 bookings."""
    foyer, plain = _measure_starts()
    return [("memory", foyer[1], plain[1], 1.5, "MiB")]


def _names(folder):
    """Names to type the beginnings of: of members that are there."""
    names = []
    for letter in "abcdefghijklmnoprstuvyz":
        answer = subprocess.run(
            [build.FOYERCTL, "--data-dir", folder, "--json", "member", "find", letter],
            check=True, capture_output=True, text=True).stdout
        words = [found["name"].split()[-1] for found in json.loads(answer)]
        names += [word for word in dict.fromkeys(words) if word.isascii() and word.isalpha()][:8]
    return names


def _type(probe, key):
    probe.ask("arm")
    keys.press(key)
    probe.settle(QUIET_MS)
    return probe.ask("key")


def scroll():
    """Two hundred people who are here, scrolled past: the longest that the main thread works for a
    frame, painting by software included."""
    keeper = tempfile.TemporaryDirectory()
    program = season.busy_desk(keeper.name, HERE)
    program.probe.settle(300)
    longest = []
    for step in (40, -40) * 3:
        program.probe.ask("scroll", step)
        program.probe.settle(300)
        answer = program.probe.ask("scrolled")
        assert answer["steps"] > HERE / 2, f"there is little to scroll: {answer}"
        longest.append(answer["longest_us"] / 1000)
    program.kill()
    keeper.cleanup()
    return [("today-scroll", max(longest), FRAME_MS, 1.0, "ms max")]


def _measure_typing(page, line):
    """What each key costs in the search of @page."""
    measured = []
    folder = season.folder()
    names = _names(folder)
    with programs.Watched(build.FOYER, "--data-dir", folder) as watched:
        probe = watched.probe
        probe.settle(300)
        keys.focus_window(keys.windows_of(watched.process.pid)[0])
        keys.press(page)
        probe.settle(300)
        while len(measured) < KEYS:
            for name in names:
                measured += [_type(probe, letter) for letter in name[:4].lower()]
                texts = " ".join(probe.ask("labels")["texts"])
                assert name[:4].lower() in texts.lower(), f"nothing found for {name[:4]}"
                keys.press("Escape")
                probe.settle(QUIET_MS)

    assert all(key for key in measured), "a key painted nothing"
    work = [(key["main_us"] + key["database_us"]) / 1000 for key in measured]
    return [
        (line, season.percentile(work, 0.99), BUDGET_MS, 1.0, "ms p99"),
        (f"{line}-frame", max(key["frame"] for key in measured), 2, 1.0, "frame"),
    ]


def keystroke():
    """A letter more in "Who is here?" with 100,000 members: what the handlers on the main
    thread and the database work for it, without the toolkit's style, layout and painting, which
    the frame that shows the answer speaks for."""
    return _measure_typing("ctrl+1", "keystroke")


def members_keystroke():
    """The same in the search of Members, whose list has all whom it finds."""
    return _measure_typing("ctrl+4", "members-keystroke")
