#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Foyer contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Runs the fault tests at campaign size, and goes on where it was stopped.

    soak.py --build DIR [--fresh] [--divide N] [NAME…]

The progress of each campaign is kept in DIR/soak until --fresh; --divide makes all sizes
N times smaller. The report is a line for each campaign; the last line counts them.
"""
import argparse
import os
import shutil
import subprocess
import sys
import time

# Name, the variable with its size, and the size: seeds, kills, rounds, files, or samples
# of each kind of fault. What has no size looks at every single call in any case.
CAMPAIGNS = {
    "power-loss": ("FOYER_SEEDS", 1_000_000),
    "kill": ("FOYER_ROUNDS", 10_000),
    "kill-issuing": ("FOYER_ROUNDS", 1_000),
    "races": ("FOYER_ROUNDS", 2_000),
    "io-faults": (None, 0),
    "file-faults": ("FOYER_ROUNDS", 1_000),
    "damaged": ("FOYER_ROUNDS", 1_000),
    "disk-full": ("FOYER_ROUNDS", 200),
    "openers": ("FOYER_ROUNDS", 50),
    "histories": ("FOYER_HISTORIES", 100),
    "money": ("FOYER_HISTORIES", 20),
    "codes": ("FOYER_CODES", 1_000_000),
}

# What is not a fault test. Histories begin anew each time, with other seeds, which they print; codes
# are the same million.
PROGRAMS = {
    "histories": "tests/storage/test-storage-histories",
    "money": "tests/storage/test-storage-payments-random",
    "codes": "tests/storage/test-storage-codes",
}

ENVIRONMENT = {
    "GSETTINGS_BACKEND": "memory",
    "GIO_USE_VFS": "local",
    "G_DEBUG": "fatal-warnings",
    "TZ": "UTC",
    "LC_ALL": "C.UTF-8",
    "FOYER_OPERATIONS": "10000",
}


def run(build, name, divisor):
    """One campaign; its exit status, and what it said last about itself."""
    variable, size = CAMPAIGNS[name]
    state = os.path.join(build, "soak", name)
    os.makedirs(state, exist_ok=True)
    environment = {**os.environ, **ENVIRONMENT, "FOYER_SOAK_DIR": state}
    environment.pop("FOYER_SEED", None)
    if variable:
        environment[variable] = str(max(2, size // divisor))

    program = os.path.join(build, PROGRAMS.get(name, "tests/faults/test-faults-" + name))
    said = []
    with subprocess.Popen([program], env=environment, stdout=subprocess.PIPE, text=True) as process:
        for line in process.stdout:
            print(f"{name}: {line}", end="", flush=True)
            if line.startswith("# ") and not line.startswith(("# Start", "# End", "# slow", "# random")):
                said.append(line[2:].strip())
    return process.returncode, said


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--build", required=True)
    parser.add_argument("--fresh", action="store_true")
    parser.add_argument("--divide", type=int, default=1, metavar="N")
    parser.add_argument("names", nargs="*", metavar="NAME")
    options = parser.parse_args()

    unknown = [name for name in options.names if name not in CAMPAIGNS]
    if unknown:
        sys.exit(f"There is no campaign {', '.join(unknown)}; there are {', '.join(CAMPAIGNS)}.")
    if options.divide < 1:
        sys.exit("--divide wants a number from 1 on.")
    if options.fresh:
        shutil.rmtree(os.path.join(options.build, "soak"), ignore_errors=True)

    report, n_failed = [], 0
    for name in options.names or CAMPAIGNS:
        began = time.monotonic()
        try:
            status, said = run(options.build, name, options.divide)
        except KeyboardInterrupt:
            print("\nStopped; the next ./dev soak goes on here.")
            return 130
        n_failed += status != 0
        minutes = (time.monotonic() - began) / 60
        report.append(f"{name:<12}{'ok' if status == 0 else 'FAILED':<8}{minutes:>8.1f} min  {'; '.join(said)}")

    print("\n" + "\n".join(report))
    print(f"\n{len(report) - n_failed} passed, {n_failed} failed, 0 skipped")
    return 1 if n_failed else 0


sys.exit(main())
