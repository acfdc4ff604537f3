# SPDX-FileCopyrightText: The Foyer contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A profile whose foyerctl is watched while it is lied to."""
import contextlib
import json
import os
import sqlite3
import subprocess
import tempfile

from desk.profile import FOYERCTL, Profile
from desk.tap import same

MEBI = 1 << 20
# Without anything wrong it takes a tenth of either.
CPU_SECONDS = 1.0
MEMORY = 160 * MEBI


class Ended:
    """How a command ended, what it said and what it took."""

    def __init__(self, running, out, err):
        _, status, usage = os.wait4(running.pid, 0)
        running.returncode = self.status = os.waitstatus_to_exitcode(status)
        self.out, self.err = (open_file.seek(0) or open_file.read().decode() for open_file in (out, err))
        self.cpu = usage.ru_utime + usage.ru_stime
        self.memory = usage.ru_maxrss * 1024


class Running:
    """A foyerctl under way."""

    def __init__(self, profile, *args):
        self.args = args
        self.out, self.err = tempfile.TemporaryFile(), tempfile.TemporaryFile()
        self.process = subprocess.Popen([FOYERCTL, "--json", *args], env=profile.environ(), stdin=subprocess.DEVNULL,
                                        stdout=self.out, stderr=self.err)

    def end(self):
        with self.out, self.err:
            return Ended(self.process, self.out, self.err)


class Victim(Profile):
    def suffer(self, *args, statuses=(65, 69)):
        """Runs into whatever the directory does: a refusal in one sentence, and at little cost."""
        return self.check(Running(self, *args).end(), args, statuses)

    def check(self, ended, args, statuses=(65, 69)):
        assert ended.status in statuses, f"{args}: {ended.status}, {ended.out!r}, {ended.err!r}"
        self._check_sentence(ended, args)
        assert ended.cpu < CPU_SECONDS, f"{args}: {ended.cpu} s"
        assert ended.memory < MEMORY, f"{args}: {ended.memory // MEBI} MiB"
        same(ended.out.count("\n"), 1, f"{args}: one line")
        return json.loads(ended.out)

    def posts(self):
        """The outbox: what waits, and its bytes once they are written."""
        with contextlib.closing(sqlite3.connect(f"file:{self.database}?mode=ro", uri=True)) as database:
            return database.execute("SELECT kind, subject, refused, body FROM post ORDER BY seq").fetchall()
