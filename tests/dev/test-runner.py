#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Foyer contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""tests/run.py counts every case, and takes no silence for success."""
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

import run

WARNING = "(process:7): Gtk-WARNING **: 12:00:00.000: no such property\n"
# What a program said, how meson judged it, what it complained of: passed, failed, skipped.
CASES = (
    ("all pass", "1..2\nok 1 a\nok 2 b\n", "OK", "", (2, 0, 0)),
    ("a plan at the end", "ok 1 a\nok 2 b\n1..2\n", "OK", "", (2, 0, 0)),
    ("one fails", "1..2\nok 1 a\nnot ok 2 b\n", "FAIL", "", (1, 1, 0)),
    ("one is skipped", "1..2\nok 1 a\nok 2 b # SKIP no display\n", "OK", "", (1, 0, 1)),
    ("all are skipped", "1..0 # SKIP no display\n", "SKIP", "", (0, 0, 1)),
    ("it crashed in the midst", "1..3\nok 1 a\n", "ERROR", "", (1, 1, 0)),
    ("it crashed after the last", "1..1\nok 1 a\n", "FAIL", "", (1, 1, 0)),
    ("it stopped without a word", "1..3\nok 1 a\n", "OK", "", (1, 1, 0)),
    ("it ran more than it announced", "1..1\nok 1 a\nok 2 b\n", "OK", "", (2, 1, 0)),
    ("no plan", "ok 1 a\n", "OK", "", (1, 1, 0)),
    ("no TAP", "hello\n", "OK", "", (0, 1, 0)),
    ("nothing at all", "", "OK", "", (0, 1, 0)),
    ("it took too long", "1..2\nok 1 a\n", "TIMEOUT", "", (1, 1, 0)),
    ("a warning", "1..1\nok 1 a\n", "OK", WARNING, (1, 1, 0)),
    ("a sanitizer", "1..1\nok 1 a\n", "OK", "==7==ERROR: LeakSanitizer: leaks\n", (1, 1, 0)),
    ("undefined behaviour", "1..1\nok 1 a\n", "OK", "a.c:1:2: runtime error: shift\n", (1, 1, 0)),
    ("words on stderr that are no complaint", "1..1\nok 1 a\n", "OK", "seed 7\n", (1, 0, 0)),
    ("subtests count once", "1..1\n    1..2\n    ok 1 x\n    ok 2 y\nok 1 a\n", "OK", "", (1, 0, 0)),
)


def main():
    print(f"1..{len(CASES)}")
    wrong = 0
    for number, (name, stdout, result, stderr, wanted) in enumerate(CASES, 1):
        count, _ = run.count_cases({"stdout": stdout, "stderr": stderr, "result": result,
                                    "duration": 0.0, "returncode": 0})
        found = (count.passed, count.failed, count.skipped)
        print(f"{'ok' if found == wanted else 'not ok'} {number} - {name}")
        if found != wanted:
            wrong += 1
            print(f"# counted {found} instead of {wanted}")
    sys.exit(1 if wrong else 0)


main()
