# SPDX-FileCopyrightText: The Foyer contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A real profile in a folder of its own, and the real foyerctl on it."""
import json
import os
import shutil
import subprocess
import tempfile
import weakref

from .tap import same

FOYERCTL = os.environ["FOYERCTL"]
# Thursday of the pictures.
THURSDAY = "2026-11-26T09:30:00+01:00"


class Result:
    def __init__(self, finished):
        self.status = finished.returncode
        self.raw = finished.stdout
        self.out = finished.stdout.decode()
        self.err = finished.stderr.decode()


class Profile:
    def __init__(self, now=THURSDAY, **environment):
        self.base = tempfile.mkdtemp(prefix="foyer-cli-")
        weakref.finalize(self, shutil.rmtree, self.base, True)
        self.dir = os.path.join(self.base, "profile")
        self.now = now
        self.environment = environment

    @property
    def database(self):
        return os.path.join(self.dir, "foyer.db")

    def path(self, name):
        return os.path.join(self.base, name)

    def environ(self, now=None):
        environ = {**os.environ, "FOYER_DATA_DIR": self.dir, "FOYER_NOW": now or self.now, **self.environment}
        return {name: value for name, value in environ.items() if value is not None}

    def run(self, *args, now=None, **options):
        """Any command line as it is; str or bytes."""
        return Result(subprocess.run([FOYERCTL, *args], env=self.environ(now), stdin=subprocess.DEVNULL,
                                     capture_output=True, timeout=120, check=False, **options))

    def ask(self, *args, now=None, keys=None):
        """The one JSON document of a command that succeeds in silence."""
        result = self.run("--json", *args, now=now)
        same((result.status, result.err), (0, ""), f"{args}")
        same(result.out.count("\n"), 1, f"{args}: one line")
        answer = json.loads(result.out)
        if keys is not None:
            same(list(answer), keys, f"{args}: keys in their order")
        return answer

    def tell(self, *args, now=None):
        """The text for people of a command that succeeds in silence."""
        result = self.run(*args, now=now)
        same((result.status, result.err), (0, ""), f"{args}")
        return result.out

    def refuse(self, status, code, *args, now=None):
        """A refusal, in both forms: one sentence, and one document besides with --json."""
        plain = self.run(*args, now=now)
        self._check_sentence(plain, args)
        same(plain.status, status, f"{args}: {plain.err}")
        result = self.run("--json", *args, now=now)
        self._check_sentence(result, args)
        same((result.status, result.err), (status, plain.err), f"{args}")
        answer = json.loads(result.out)
        same(list(answer), ["error"], f"{args}")
        error = answer["error"]
        same(error["code"], code, f"{args}: {result.err}")
        same(result.err, f"foyerctl: {error['message']}\n", f"{args}: the same sentence")
        same([key for key in error if key not in ("code", "message", "bookings", "over_limit")], [], f"{args}")
        return error

    @staticmethod
    def _check_sentence(result, args):
        err = result.err
        assert err.startswith("foyerctl: ") and err.endswith(".\n") and err.count("\n") == 1, f"{args}: {err!r}"
        assert not any(ord(c) < 32 or ord(c) == 127 for c in err[:-1]), f"{args}: {err!r}"
        for word in ("SQL", "sqlite", "SELECT", "CHECK constraint", "GError"):
            assert word not in err, f"{args}: {err!r}"

    # What most stories begin with.

    def add_home(self, *args, name="La Tablée", seats=8, week="Mon-Fri 09:00-18:00"):
        space = self.ask("space", "add", "--name", name, "--kind", "home", "--seats", str(seats), *args,
                         keys=["id"])["id"]
        if week:
            self.ask("open", space, week, keys=["days"])
        return space

    def book(self, space, day, *args, now=None):
        return self.ask("book", space, day, *args, now=now, keys=["id", "state", "price_minor", "currency"])
