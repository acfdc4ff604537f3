# SPDX-FileCopyrightText: The Foyer contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A real foyer-directory on loopback, which can be stopped, killed and started at another time."""
import os
import shutil
import signal
import subprocess
import tempfile
import weakref

from .profile import THURSDAY

PROGRAM = os.environ["FOYER_DIRECTORY"]


def _end(holder, base):
    if holder["process"] is not None:
        holder["process"].kill()
        holder["process"].wait()
        holder["process"].stdout.close()
    shutil.rmtree(base, ignore_errors=True)


class Directory:
    def __init__(self, *args, now=THURSDAY):
        self.args = args
        self.base = tempfile.mkdtemp(prefix="foyer-directory-")
        self.now = now
        self.url = None
        self._holder = {"process": None}
        weakref.finalize(self, _end, self._holder, self.base)
        self.start()

    def start(self, now=None):
        """Listens where it listened before; at first anywhere."""
        self.now = now or self.now
        address = self.url.removeprefix("http://") if self.url else "127.0.0.1:0"
        environ = {**os.environ, "FOYER_NOW": self.now}
        # Its complaints go into its folder, where they are searched for what must not be there.
        with open(os.path.join(self.base, "log"), "ab") as log:
            process = subprocess.Popen([PROGRAM, "serve", "--listen", address, "--db",
                                        os.path.join(self.base, "directory.db"), *self.args],
                                       env=environ, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=log)
        self._holder["process"] = process
        line = process.stdout.readline().decode().strip()
        assert line.startswith("listening http://"), line
        self.url = line.removeprefix("listening ")

    def stop(self, number=signal.SIGTERM):
        process = self._holder["process"]
        process.send_signal(number)
        process.wait(timeout=120)
        process.stdout.close()
        self._holder["process"] = None

    def at(self, now):
        """The same directory, later."""
        self.stop()
        self.start(now)

    def holds(self, text):
        """Whether any of its files has @text in it."""
        for folder, _, names in os.walk(self.base):
            for name in names:
                with open(os.path.join(folder, name), "rb") as file:
                    if text.encode() in file.read():
                        return True
        return False
