#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Foyer contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Runs the tests of one or two build folders and counts every case.

    run.py --build DIR [--sanitized DIR] [SUITE…]

The last line is "N passed, N failed, N skipped". A program that stops without a word, that
announces more cases than it ran, or that writes a warning of GLib's counts as a failure.
"""
import argparse
import collections
import json
import os
import re
import subprocess
import sys
import time

# Nothing of ours is compiled for these, or it was run at length without sanitizers; the
# campaigns of ./dev soak run the fault harnesses with them. The web suite is a browser's
# time for pages that the contract suite asks for as well, and looks judges what is drawn of
# windows that the rest of ui drives, and the long stories take minutes each in a sanitized
# window: ./dev exec runs them in build-san.
NOT_SANITIZED = {"lint", "dev", "faults", "sim", "travel", "web", "looks", "long"}

CASE = re.compile(r"^\s*(not )?ok\b\s*\d*\s*(.*)$")
PLAN = re.compile(r"^1\.\.(\d+)\s*(?:#\s*(?i:skip)\S*\s*(.*))?$")
COMPLAINT = re.compile(r"\b(?:WARNING|CRITICAL|ERROR) \*\*|-(?:WARNING|CRITICAL|ERROR) \*\*:"
                       r"|runtime error:|(?:Address|Leak|UndefinedBehavior)Sanitizer")

# Allocations are unwound by frame pointers, which the libraries have none of: a leak that is found
# names little but its library. fast_unwind_on_malloc=0 then names the way there; with it on from
# the start, unwinding took most of a sanitized run.
SANITIZER_ENV = {
    "ASAN_OPTIONS": "malloc_context_size=12:detect_leaks=1:abort_on_error=1",
    "UBSAN_OPTIONS": "print_stacktrace=1:halt_on_error=1",
}


class Count:
    def __init__(self):
        self.passed = self.failed = self.skipped = 0
        self.seconds = 0.0

    def add(self, other):
        self.passed += other.passed
        self.failed += other.failed
        self.skipped += other.skipped
        self.seconds += other.seconds

    def __str__(self):
        return f"{self.passed} passed, {self.failed} failed, {self.skipped} skipped"


def count_cases(result):
    """Cases of one test program, and what is wrong with it, from its entry in meson's log."""
    count, faults = Count(), []
    planned = None
    count.seconds = result["duration"]
    for line in (result.get("stdout") or "").splitlines():
        if line.startswith("    "):
            continue                     # a subtest: its parent counts
        plan, case = PLAN.match(line), CASE.match(line)
        if plan:
            planned = int(plan[1])
            if planned == 0:
                count.skipped += 1
        elif case:
            directive = re.search(r"#\s*(skip|todo)", case[2], re.IGNORECASE)
            if directive and directive[1].lower() == "skip":
                count.skipped += 1
            elif case[1]:
                count.failed += 1
                faults.append("not ok: " + case[2])
            else:
                count.passed += 1

    ran = count.passed + count.failed + count.skipped
    if planned is None:
        faults.append("no plan: the program stopped before its end" if ran else "no TAP at all")
    elif planned and planned != ran:
        faults.append(f"{planned} cases announced, {ran} run")
    if result["result"] not in ("OK", "SKIP") and not count.failed:
        faults.append(f"meson says {result['result']} (exit status {result.get('returncode')})")
    for line in (result.get("stderr") or "").splitlines():
        if COMPLAINT.search(line):
            faults.append("complaint: " + line.strip()[:300])
    if faults and not count.failed:
        count.failed = 1
    return count, faults


def run_meson(build, suites, label):
    """One folder's tests; returns the counts by suite."""
    log = os.path.join(build, "meson-logs", "testlog.json")
    if os.path.exists(log):
        os.remove(log)
    command = ["meson", "test", "-C", build, "--no-rebuild", "--quiet",
               "--num-processes", str(os.cpu_count() or 2)]
    for suite in suites:
        command += ["--suite", suite]
    if label:
        for suite in sorted(NOT_SANITIZED):
            command += ["--no-suite", suite]
    env = {**os.environ, **(SANITIZER_ENV if label else {})}
    if label:
        env["LSAN_OPTIONS"] = "print_suppressions=0:suppressions=" + os.path.join(
            os.path.dirname(os.path.abspath(__file__)), "lsan.supp")
    status = subprocess.run(command, env=env, stdin=subprocess.DEVNULL,
                            stdout=subprocess.DEVNULL, check=False).returncode

    counts = collections.OrderedDict()
    if not os.path.exists(log):
        print(f"meson test ran nothing in {build} (exit status {status})")
        broken = Count()
        broken.failed = 1
        return {label + "run": broken}
    with open(log, encoding="utf-8") as lines:
        for line in lines:
            result = json.loads(line)
            suite = re.sub(r"^.*:|\+.*$", "", result["name"].split(" / ")[0])
            count, faults = count_cases(result)
            counts.setdefault(label + suite, Count()).add(count)
            if faults:
                print(f"\nFAILED {label}{result['name']}")
                for fault in faults:
                    print("   " + fault)
                for stream in ("stdout", "stderr"):
                    text = (result.get(stream) or "").strip().splitlines()[-60:]
                    if text:
                        print(f"   -- {stream}, the last lines --")
                        print("\n".join("   " + one for one in text))
    return counts


def list_suites(build):
    tests = json.loads(subprocess.run(["meson", "introspect", "--tests", build], check=True,
                                      capture_output=True, text=True).stdout)
    return sorted({suite.split(":")[-1] for test in tests for suite in test["suite"]})


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--build", required=True)
    parser.add_argument("--sanitized")
    parser.add_argument("suites", nargs="*")
    options = parser.parse_args()

    known = list_suites(options.build)
    unknown = sorted(set(options.suites) - set(known))
    if unknown:
        print(f"There is no suite {', '.join(unknown)}; there are {', '.join(known)}.",
              file=sys.stderr)
        return 2
    wanted = options.suites or known

    began = time.monotonic()
    counts = run_meson(options.build, wanted, "")
    if options.sanitized:
        again = [suite for suite in wanted if suite not in NOT_SANITIZED]
        if again:
            counts.update(run_meson(options.sanitized, again, "sanitized "))

    total = Count()
    print(f"\n{'suite':<22}{'passed':>8}{'failed':>8}{'skipped':>9}{'minutes':>9}")
    for name, count in counts.items():
        total.add(count)
        print(f"{name:<22}{count.passed:>8}{count.failed:>8}{count.skipped:>9}"
              f"{count.seconds / 60:>9.1f}")
    print(f"{(time.monotonic() - began) / 60:.1f} minutes in all\n")
    if total.passed + total.failed == 0:
        total.failed = 1
    print(total)
    return 1 if total.failed else 0


if __name__ == "__main__":
    sys.exit(main())
