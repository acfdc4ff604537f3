# SPDX-FileCopyrightText: The Foyer contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The two programs of a host, on profiles of their own."""
import gettext
import json
import os
import shutil
import subprocess
import tempfile

from . import build, program

# The Thursday of the pictures, in the middle of the day.
NOW = "2026-11-26T09:30:00+01:00"
TODAY = "2026-11-26"

# What a window says on standard error about a profile that it cannot open.
JOURNAL = ("cannot be opened",)


class Refused(Exception):
    """foyerctl said no; `status` is its exit status, `code` its word for scripts."""

    def __init__(self, status, code, message):
        super().__init__(f"{status} {code}: {message}")
        self.status = status
        self.code = code


class Profile:
    """A profile in a folder that goes when the test does."""

    def __init__(self, now=NOW):
        self._folder = tempfile.TemporaryDirectory(prefix="foyer-profile-")
        self.dir = os.path.join(self._folder.name, "profile")
        self.now = now
        self.settings = {}

    def ctl(self, *arguments):
        """What `foyerctl --json` answers, as values of Python."""
        done = subprocess.run([build.FOYERCTL, "--data-dir", self.dir, "--json", *arguments],
                              capture_output=True, text=True, check=False,
                              env={**os.environ, **self.environment()})
        if done.returncode != 0:
            error = json.loads(done.stdout)["error"] if done.stdout.strip() else {}
            raise Refused(done.returncode, error.get("code"), done.stderr.strip())
        return json.loads(done.stdout) if done.stdout.strip() else None

    def add_space(self, name="La Tablée", seats=8, rule="Mon-Fri 09:00-18:00"):
        """A home that is open on weekdays; returns its id."""
        space = self.ctl("space", "add", "--name", name, "--kind", "home", "--seats", str(seats),
                         "--price", "4.00")["id"]
        self.ctl("open", space, rule)
        return space

    def add_member(self, name):
        return self.ctl("member", "add", "--name", name)["id"]

    def fill(self, *sizes):
        """A sample season."""
        self.ctl("sample", "--seed", "7", *sizes)

    def database(self):
        """The path of the file with everything in it."""
        found = [name for name in os.listdir(self.dir) if name.endswith((".db", ".sqlite"))]
        assert len(found) == 1, found
        return os.path.join(self.dir, found[0])

    def damage(self):
        """Writes rubbish over all but the beginning of the database."""
        size = os.path.getsize(self.database())
        with open(self.database(), "r+b") as file:
            file.seek(1024)
            file.write(b"\xa5" * (size - 1024))

    def environment(self):
        return {**build.ENVIRONMENT, "FOYER_NOW": self.now}

    def remember(self, **settings):
        """Settings that the window finds, as text of GVariant: remember(directory="'https://…'")."""
        config = os.path.join(self._folder.name, "config")
        folder = os.path.join(config, "glib-2.0", "settings")
        if not os.path.isdir(config):
            shutil.copytree(os.environ["XDG_CONFIG_HOME"], config)
        os.makedirs(folder, exist_ok=True)
        with open(os.path.join(folder, "keyfile"), "w", encoding="utf-8") as file:
            file.write("[io/github/foyerdesk/Foyer]\n")
            file.writelines(f"{name}={value}\n" for name, value in settings.items())
        self.settings = {"GSETTINGS_BACKEND": "keyfile", "XDG_CONFIG_HOME": config}

    def start(self, env=None, probe=None, **rest):
        """The window on this profile."""
        started = program.Program([build.FOYER, "--data-dir", self.dir],
                                  env={**self.environment(), **self.settings, **(env or {})}, probe=probe, **rest)
        started.profile = self
        return started


def translator(language):
    """A function from the English of the source, and its context where it has one, to what
    a window in @language says."""
    if language == "en":
        return lambda text, context=None: text
    catalogue = gettext.translation("foyer", build.LOCALE_DIR, languages=[language])
    return lambda text, context=None: (catalogue.gettext(text) if context is None
                                       else catalogue.pgettext(context, text))
