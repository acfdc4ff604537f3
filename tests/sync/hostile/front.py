# SPDX-FileCopyrightText: The Foyer contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What stands where a directory should be: raw sockets, and behind them a real directory."""
import http.client
import json
import socket
import threading
import urllib.parse


class Request:
    """One question as it came."""

    def __init__(self, head, body):
        first, *fields = head.decode("latin-1").split("\r\n")
        self.method, self.target, _ = first.split(" ")
        self.headers = {name.lower(): value.strip() for name, _, value in (field.partition(":") for field in fields)}
        self.body = body

    @property
    def path(self):
        return self.target.partition("?")[0]


def answer(body=b"", status="200 OK", length=None, **headers):
    """The bytes of an answer; headers are written as Retry_After."""
    if not isinstance(body, bytes):
        body = json.dumps(body).encode()
    lines = [f"HTTP/1.1 {status}", "Content-Type: application/json", "Connection: close",
             f"Content-Length: {len(body) if length is None else length}",
             *(f"{name.replace('_', '-')}: {value}" for name, value in headers.items())]
    return "\r\n".join(lines).encode("latin-1") + b"\r\n\r\n" + body


class Front:
    """Does what @play(front, connection, request) does; without one it hands on to @real, an origin."""

    def __init__(self):
        self.play = None
        self.real = None
        self.asked = []
        self.sent = 0
        self.listener = socket.create_server(("127.0.0.1", 0), backlog=64)
        self.url = f"http://127.0.0.1:{self.listener.getsockname()[1]}"
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self):
        while True:
            connection, _ = self.listener.accept()
            threading.Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, connection):
        with connection:
            try:
                request = self._read(connection)
                if request is None:
                    return
                self.asked.append(request)
                (self.play or Front.hand_on)(self, connection, request)
            except (BrokenPipeError, ConnectionResetError):
                # Whoever is lied to hangs up.
                pass

    @staticmethod
    def _read(connection):
        data = b""
        while b"\r\n\r\n" not in data:
            more = connection.recv(65536)
            if not more:
                return None
            data += more
        head, _, body = data.partition(b"\r\n\r\n")
        request = Request(head, b"")
        while len(body) < int(request.headers.get("content-length", 0)):
            body += connection.recv(65536)
        request.body = body
        return request

    def give(self, connection, data):
        connection.sendall(data)
        self.sent += len(data)

    def fetch(self, request):
        """What the real directory answers: status, headers, body."""
        real = http.client.HTTPConnection(urllib.parse.urlsplit(self.real).netloc, timeout=120)
        try:
            real.request(request.method, request.target, request.body or None,
                         {name: value for name, value in request.headers.items() if name != "connection"})
            response = real.getresponse()
            return response.status, dict(response.getheaders()), response.read()
        finally:
            real.close()

    def hand_on(self, connection, request):
        status, headers, body = self.fetch(request)
        kept = {name: value for name, value in headers.items()
                if name.lower() in ("date", "etag", "retry-after")}
        self.give(connection, answer(body, f"{status} As It Is", **kept))
