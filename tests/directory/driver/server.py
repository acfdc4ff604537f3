# SPDX-FileCopyrightText: The Foyer contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A real foyer-directory on a port of its own, and how one asks it."""
import http.client
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import tempfile
import urllib.parse
import weakref

from desk.tap import same

from . import papers

DIRECTORY = os.environ["FOYER_DIRECTORY"]
# Thursday of the pictures, and the same in seconds.
NOW = "2026-11-26T09:00:00+01:00"
NOW_S = 1795680000
PROBLEMS = "https://foyerdesk.github.io/problems/"


class Answer:
    def __init__(self, status, headers, body):
        self.status, self.headers, self.body = status, headers, body

    @property
    def json(self):
        return json.loads(self.body)

    @property
    def problem(self):
        """The name of a refusal, which is a problem document and closes its connection."""
        same(self.headers.get("Content-Type"), "application/problem+json", self.body)
        document = self.json
        same(document["status"], self.status)
        if self.status < 500:
            same(self.headers.get("Connection"), "close", "a refusal ends its connection")
        assert document["type"].startswith(PROBLEMS), document
        return document["type"][len(PROBLEMS):]


class Client:
    """One connection, opened again when the server closed it."""

    def __init__(self, url):
        self.url = url
        self.address = urllib.parse.urlsplit(url)
        self.connection = None

    def ask(self, method, path, body=None, headers=None, **fields):
        headers = {**(headers or {}), **{name.replace("_", "-"): value for name, value in fields.items()}}
        if body is not None and "Content-Type" not in headers:
            headers["Content-Type"] = "application/json"
        for attempt in range(2):
            fresh = self.connection is None
            if fresh:
                self.connection = http.client.HTTPConnection(self.address.hostname, self.address.port, timeout=120)
            try:
                self.connection.request(method, path, body, headers)
                response = self.connection.getresponse()
                answer = Answer(response.status, dict(response.getheaders()), response.read())
            except (http.client.RemoteDisconnected, BrokenPipeError, ConnectionResetError):
                self.close()
                if fresh or attempt == 1:
                    raise
                continue
            if response.will_close:
                self.close()
            return answer
        raise AssertionError("not reached")

    def close(self):
        if self.connection is not None:
            self.connection.close()
            self.connection = None

    def get(self, path, **fields):
        return self.ask("GET", path, **fields)

    def read_as(self, key, path, now=NOW_S):
        """A private read."""
        return self.ask("GET", path, headers=key.sign_read("GET", self.url + path, now))

    def put(self, key, path, paper, **fields):
        return self.ask("PUT", path, key.sign(paper), **fields)

    def publish(self, key, paper):
        return self.put(key, f"/v1/listings/{paper['id']}", paper, If_None_Match="*")

    def offer(self, key, listing, days, rev=1, first="2026-11-26"):
        return self.put(key, f"/v1/listings/{listing}/availability",
                        papers.availability(listing, days, rev, first))

    def open_space(self, key, days, **changes):
        """A listing with seats. Returns its id."""
        paper = papers.listing(**changes)
        same(self.publish(key, paper).status, 201)
        same(self.offer(key, paper["id"], days).status, 201)
        return paper["id"]

    def request(self, guest, listing, host, **changes):
        """Returns the request and the answer."""
        paper = {**papers.request(listing, host, self.url), **changes}
        return paper, self.put(guest, f"/v1/bookings/{paper['id']}", paper)

    def decide(self, host, booking, state="confirmed", rev=2, **changes):
        return self.put(host, f"/v1/bookings/{booking}/decision", papers.decision(booking, state, rev, **changes))

    def withdraw(self, guest, booking, rev=2):
        return self.put(guest, f"/v1/bookings/{booking}/withdrawal", papers.notice("withdrawal", booking, rev))


class Server:
    """serve, from its first line to SIGTERM."""

    def __init__(self, *args, now=NOW, base=None, program=DIRECTORY, limits=False, preexec_fn=None, **environment):
        if base is None:
            base = tempfile.mkdtemp(prefix="foyer-directory-")
            weakref.finalize(self, shutil.rmtree, base, True)
        self.base, self.now, self.program = base, now, program
        self.db = os.path.join(base, "directory.db")
        self.args = (*args, *(() if limits else ("--no-limits",)))
        self.preexec_fn, self.environment = preexec_fn, environment
        self.process = None
        self.start()

    def environ(self):
        environ = {**os.environ, "FOYER_NOW": self.now, **self.environment}
        if self.now is None:
            del environ["FOYER_NOW"]
        return environ

    def start(self):
        self.log = open(os.path.join(self.base, "log"), "ab")
        self.process = subprocess.Popen(
            [self.program, "serve", "--listen", "127.0.0.1:0", "--db", self.db, *self.args],
            env=self.environ(), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=self.log, preexec_fn=self.preexec_fn)
        line = self.process.stdout.readline().decode()
        assert line.startswith("listening http://127.0.0.1:"), (line, self.read_log())
        # With port 0 the name that others use is another than where it listens.
        self.url = line.split()[1]
        self.port = urllib.parse.urlsplit(self.url).port
        self.client = Client(self.url)
        if "--admin" in self.args:
            self.admin = Client(self.process.stdout.readline().decode().split()[1])

    def get_metric(self, name):
        text = self.admin.get("/metrics").body.decode()
        return int(re.search(rf"^{re.escape(name)} (\d+)$", text, re.MULTILINE)[1])

    def read_log(self):
        with open(os.path.join(self.base, "log"), encoding="utf-8") as log:
            return log.read()

    def stop(self, number=signal.SIGTERM):
        self.client.close()
        if "--admin" in self.args:
            self.admin.close()
        self.process.send_signal(number)
        status = self.process.wait(timeout=120)
        self.said = self.process.stdout.read()
        self.process.stdout.close()
        self.log.close()
        return status

    def connect(self):
        """A socket, for what no client says."""
        return socket.create_connection(("127.0.0.1", self.port), timeout=120)

    def __enter__(self):
        return self

    def __exit__(self, kind, value, trace):
        if self.process.poll() is None:
            same(self.stop(), 0, f"SIGTERM ends it well\n{self.read_log()}")
        if kind is None:
            same(self.read_log(), "", "nothing to complain about")


def run(*args, **environment):
    """A command that ends by itself, in a folder that is empty again afterwards."""
    with tempfile.TemporaryDirectory(prefix="foyer-directory-") as folder:
        result = subprocess.run([DIRECTORY, *args], env={**os.environ, "FOYER_NOW": NOW, **environment}, cwd=folder,
                                stdin=subprocess.DEVNULL, capture_output=True, timeout=120, check=False)
        result.made = os.listdir(folder)
        return result
