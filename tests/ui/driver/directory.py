# SPDX-FileCopyrightText: The Foyer contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A directory of our own on loopback, between the windows of a story."""
import contextlib
import os
import sqlite3
import subprocess
import tempfile

from . import build, foyer


class Directory:
    """A running foyer-directory; `url` is its address. Ends with the `with` block."""

    def __init__(self, now=foyer.NOW, listings=0):
        self._folder = tempfile.TemporaryDirectory(prefix="foyer-directory-")
        self._db = os.path.join(self._folder.name, "directory.db")
        self._env = {**os.environ, "FOYER_NOW": now}
        self._server = None
        self.url = None
        if listings > 0:
            subprocess.run([build.DIRECTORY, "sample", "--db", self._db, "--listings", str(listings)],
                           check=True, env=self._env, stdout=subprocess.DEVNULL)

    def start(self):
        """Listens on the port that it had before, else on any."""
        listen = "127.0.0.1:0" if self.url is None else self.url.removeprefix("http://").rstrip("/")
        self._server = subprocess.Popen([build.DIRECTORY, "serve", "--listen", listen, "--db", self._db,
                                         "--no-limits"],
                                        env=self._env, stdout=subprocess.PIPE, text=True)
        line = self._server.stdout.readline()
        assert line.startswith("listening "), line
        self.url = line.split()[1]
        return self

    def restart(self, now):
        """Goes on with the clock at @now."""
        self.stop()
        self._env["FOYER_NOW"] = now
        self.start()

    def count(self, table):
        """How many rows it keeps of what it was sent: "booking", "letter", …"""
        with contextlib.closing(sqlite3.connect(f"file:{self._db}?mode=ro", uri=True)) as db:
            return db.execute(f"SELECT count(*) FROM {table}").fetchone()[0]

    def stop(self):
        self._server.terminate()
        self._server.wait()
        self._server.stdout.close()

    def __enter__(self):
        return self.start()

    def __exit__(self, *_):
        self.stop()
        self._folder.cleanup()
