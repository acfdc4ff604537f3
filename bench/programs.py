# SPDX-FileCopyrightText: The Foyer contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The programs that are measured, as they stand in the build folder."""
import os
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
sys.path.insert(0, os.path.join(ROOT, "tests", "ui"))

from driver import build
from driver.probe import Probe

NOW = "2026-11-26T09:00:00+01:00"


def make_profile(folder, *sizes):
    """A sample season of the given sizes (--members N --bookings N)."""
    subprocess.run([build.FOYERCTL, "--data-dir", folder, "sample", "--seed", "7", *sizes],
                   check=True, stdout=subprocess.DEVNULL, env={**os.environ, **build.ENVIRONMENT, "FOYER_NOW": NOW})
    return folder


class Watched:
    """A program with the probe in it."""

    def __init__(self, *argv):
        self.probe = Probe()
        self.probe.start_clock()
        self.process = subprocess.Popen(argv, pass_fds=self.probe.pass_fds,
                                        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                                        env={**os.environ, **build.ENVIRONMENT,
                                             "FOYER_NOW": NOW, **self.probe.env})
        self.probe.started()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()
