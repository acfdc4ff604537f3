#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Foyer contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Measures Foyer against floors in the same run, and says whether the goals are met.

    run.py [--json] [NAME…]        names: first-frame memory keystroke members-keystroke today-scroll booking month-flip bookings-jump
                           ledger directory

A figure of another machine or another day means little; a ratio to the least that the
same machine could do in the same minute means something.
"""
import json
import os
import subprocess
import sys

import directory
import season
import window
from driver import build, frame


def booking():
    """A booking and a check-in acknowledged, against the bare transactions (a program of its own)."""
    answer = subprocess.run([os.path.join(build.BUILD, "bench", "booking", "bench-booking")],
                            check=True, capture_output=True, text=True).stdout
    figures = [json.loads(line) for line in answer.splitlines()]
    return [(f["name"], f["value"], f["floor"], f["goal"], f["unit"]) for f in figures]


MEASURES = {
    "first-frame": window.first_frame,
    "memory": window.memory,
    "keystroke": window.keystroke,
    "members-keystroke": window.members_keystroke,
    "today-scroll": window.scroll,
    "booking": booking,
    "month-flip": season.flip,
    "bookings-jump": season.jump,
    "ledger": season.ledger,
    "directory": directory.directory,
}


def measure(names):
    for name in names:
        for label, value, floor, goal, unit in MEASURES[name]():
            yield {"name": label, "value": round(value, 3), "floor": round(floor, 3),
                   "ratio": round(value / floor, 3), "goal": goal, "unit": unit}


def print_row(figure):
    met = "met" if figure["ratio"] <= figure["goal"] else "MISSED"
    print(f"{figure['name']:<16} {figure['value']:>10.2f} {figure['floor']:>10.2f} "
          f"{figure['unit']:<7} {figure['ratio']:>6.2f} {figure['goal']:>6.2f}  {met}", flush=True)


def main():
    names = [word for word in sys.argv[1:] if word != "--json"]
    unknown = [name for name in names if name not in MEASURES]
    if unknown:
        sys.exit(f"run.py: there is no measure “{unknown[0]}”, only {', '.join(MEASURES)}")
    if not frame.is_inside():
        sys.exit(frame.run([sys.executable, os.path.abspath(sys.argv[0]), *sys.argv[1:]]))

    figures = []
    if "--json" not in sys.argv:
        print(f"{'measure':<16} {'value':>10} {'floor':>10} {'unit':<7} {'ratio':>6} {'goal':>6}")
    for figure in measure(names or MEASURES):
        figures.append(figure)
        if "--json" not in sys.argv:
            print_row(figure)
    if "--json" in sys.argv:
        print(json.dumps(figures))
    sys.exit(0 if all(f["ratio"] <= f["goal"] for f in figures) else 1)


main()
