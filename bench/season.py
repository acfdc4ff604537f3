# SPDX-FileCopyrightText: The Foyer contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A house of 20 spaces with 1,000,000 bookings of 100,000 members: made once, measured often."""
import atexit
import json
import math
import os
import random
import subprocess
import tempfile

import programs
from driver import build, keys
from driver.month import Month
from driver.program import Program

LEDGER = os.path.join(build.BUILD, "bench", "ledger", "bench-ledger")
ROWS = os.path.join(build.BUILD, "bench", "rows", "bench-rows")
QUIET_MS = 100
FLIPS = 120
FLIP_MS = 8.0
JUMPS = 60

_folder = None


def folder():
    """The profile; it goes with this process."""
    global _folder
    if _folder is None:
        keeper = tempfile.TemporaryDirectory()
        atexit.register(keeper.cleanup)
        _folder = programs.make_profile(keeper.name, "--members", "100000", "--bookings", "1000000")
    return _folder


def busy_desk(folder, n_people):
    """The window of a house in which so many are at once."""
    def ctl(*words):
        return json.loads(subprocess.run([build.FOYERCTL, "--data-dir", folder, "--json", *words], check=True,
                                         stdout=subprocess.PIPE, env={**os.environ, **build.ENVIRONMENT,
                                                                      "FOYER_NOW": programs.NOW}).stdout)

    space = ctl("space", "add", "--name", "The Hall", "--kind", "coworking", "--seats", str(n_people), "--price", "12")["id"]
    ctl("open", space, "Mon-Sun 08:00-20:00")
    for i in range(n_people):
        ctl("checkin", space, "--guest", f"Zoë Lefèvre {i}")
    return _start(build.FOYER, "--data-dir", folder)


def percentile(values, share):
    return sorted(values)[min(len(values) - 1, math.ceil(share * len(values)) - 1)]


def _start(*argv):
    return Program(argv, env={**build.ENVIRONMENT, "FOYER_NOW": programs.NOW})


def flip():
    """A month forth or back, seats and all: what the handlers on the main thread work for it."""
    program = _start(build.FOYER, "--data-dir", folder())
    Month(program)
    program.probe.settle(300)
    flips = []
    for i in range(FLIPS):
        program.probe.ask("arm")
        keys.press("Page_Down" if i // 12 % 2 == 0 else "Page_Up")
        program.probe.settle(QUIET_MS)
        flips.append(program.probe.ask("key"))
    program.close()
    work = [flip["main_us"] / 1000 for flip in flips]
    return [("month-flip", percentile(work, 0.95), FLIP_MS, 1.0, "ms p95")]


def _show_all(program):
    """The page of bookings, with those of all spaces and days."""
    keys.press("ctrl+3")
    view = program.root.find("radio button", "All")
    view.act(view.actions[0])
    program.root.find("toggle button", "Filter").act()
    program.root.find("check box", "All Spaces", where=lambda node: node.actions).act("toggle")
    keys.press("Escape")
    program.root.find("label", "Space")
    program.probe.settle(300)


def _jump(probe, share):
    probe.ask("jump", share)
    probe.settle(QUIET_MS)
    return probe.ask("jumped")["main_us"] / 1000


def jump():
    """The list of all bookings pulled to any place, beside a table whose cells only draw a text
    that is at hand: all that the main thread works until the page rests."""
    foyer = _start(build.FOYER, "--data-dir", folder())
    _show_all(foyer)
    rows = _start(ROWS)
    rows.probe.settle(300)
    places = random.Random(7)
    ours, least = [], []
    for _ in range(JUMPS):
        share = places.random()
        ours.append(_jump(foyer.probe, share))
        least.append(_jump(rows.probe, share))
    rows.kill()
    foyer.kill()
    return [("bookings-jump", percentile(ours, 0.95), percentile(least, 0.95), 1.5, "ms p95")]


def ledger():
    """The first rows of every order and filter, and how long the desk waits meanwhile (a program
    of its own)."""
    answer = subprocess.run([LEDGER, folder()], check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                            text=True, env={**os.environ, "FOYER_NOW": programs.NOW}).stdout
    figures = [json.loads(line) for line in answer.splitlines()]
    return [(f["name"], f["value"], f["floor"], f["goal"], f["unit"]) for f in figures]
