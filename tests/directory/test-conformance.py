#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Foyer contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Bytes that no good client sends: nothing is smuggled, nothing hangs, nobody else waits."""
import os
import re
import selectors
import time

from desk import tap
from desk.tap import same
from driver import papers
from driver.papers import HOST
from driver.server import Client, Server

GET = b"GET /.well-known/foyer HTTP/1.1\r\n"
HOST_LINE = b"Host: foyer.example\r\n"
SECOND = b"GET /smuggled HTTP/1.1\r\nHost: foyer.example\r\n\r\n"
PUT = b"PUT /v1/listings/0f8fad5b-d9cb-469f-a165-70867728950e HTTP/1.1\r\nIf-None-Match: *\r\nContent-Type: application/json\r\n" + HOST_LINE


def talk(server, data, seconds=30):
    """All that the server says to @data until it closes, or has nothing more to say."""
    with server.connect() as connection:
        connection.settimeout(seconds)
        connection.sendall(data)
        said = b""
        try:
            while True:
                more = connection.recv(65536)
                if not more:
                    return said, True
                said += more
        except ConnectionResetError:
            return said, True
        except TimeoutError:
            return said, False


def statuses(said):
    return [int(status) for status in re.findall(rb"HTTP/1\.1 (\d\d\d) ", said)]


# Each is answered once, with 400, and its connection is closed: what stands behind is no request.
AMBIGUOUS = {
    "length and chunks": PUT + b"Content-Length: 6\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + SECOND,
    "chunks and length": PUT + b"Transfer-Encoding: chunked\r\nContent-Length: 6\r\n\r\n0\r\n\r\n" + SECOND,
    "length and odd chunks": PUT + b"Content-Length: 6\r\nTransfer-Encoding: xchunked\r\n\r\n0\r\n\r\n" + SECOND,
    "two lengths": PUT + b"Content-Length: 0\r\nContent-Length: 60\r\n\r\n" + SECOND,
    "the same length twice": PUT + b"Content-Length: 2\r\nContent-Length: 2\r\n\r\n{}" + SECOND,
    "a list of lengths": PUT + b"Content-Length: 2, 2\r\n\r\n{}" + SECOND,
    "a negative length": PUT + b"Content-Length: -1\r\n\r\n" + SECOND,
    "a length with a sign": PUT + b"Content-Length: +2\r\n\r\n{}" + SECOND,
    "a length in hexadecimal": PUT + b"Content-Length: 0x2\r\n\r\n{}" + SECOND,
    "a length of nothing": PUT + b"Content-Length: \r\n\r\n" + SECOND,
    "two encodings": PUT + b"Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n" + SECOND,
    "no host": GET + b"\r\n" + SECOND,
    "an empty host": GET + b"Host:\r\n\r\n" + SECOND,
    "two hosts": GET + HOST_LINE + b"Host: other.example\r\n\r\n" + SECOND,
    "a blank before the colon": GET + HOST_LINE + b"Content-Length : 5\r\n\r\nabcde" + SECOND,
    "a folded field": GET + HOST_LINE + b"X-A: 1\r\n b: 2\r\n\r\n" + SECOND,
    "a bare line feed": GET.replace(b"\r\n", b"\n") + b"Host: x\n\n" + SECOND,
    "a NUL in a field": GET + HOST_LINE + b"X-A: a\0b\r\n\r\n" + SECOND,
    "a body where there is none": GET + HOST_LINE + b"Content-Length: 5\r\n\r\nabcde" + SECOND,
    "an absolute URI": b"GET http://elsewhere.example/ HTTP/1.1\r\n" + HOST_LINE + b"\r\n" + SECOND,
    "a star": b"GET * HTTP/1.1\r\n" + HOST_LINE + b"\r\n" + SECOND,
    "no version": b"GET /\r\n" + HOST_LINE + b"\r\n" + SECOND,
    "a chunk of no size": PUT + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n" + SECOND,
    "a chunk with a bare line feed": PUT + b"Transfer-Encoding: chunked\r\n\r\n2\n{}\n0\n\n" + SECOND,
    "a chunk beyond 64 bits": PUT + b"Transfer-Encoding: chunked\r\n\r\n10000000000000002\r\n{}\r\n0\r\n\r\n" + SECOND,
}


@tap.story
def ambiguous():
    """what could be read in two ways is refused, closed, and nothing behind it is served"""
    with Server() as server:
        for name, data in AMBIGUOUS.items():
            said, closed = talk(server, data)
            assert closed, f"{name}: stays open"
            assert len(statuses(said)) <= 1 and all(400 <= status < 500 or status == 505 for status in statuses(said)), (name, said)
            assert b"smuggled" not in said and statuses(said) != [404], (name, said)
            if statuses(said):
                assert b"connection: close" in said.lower(), (name, said)
        same(server.client.get("/.well-known/foyer").status, 200)


@tap.story
def paths():
    """no path leads to a file, and every refusal closes its connection"""
    with Server() as server:
        for path in (b"/../../etc/passwd", b"/%2e%2e/%2e%2e/etc/passwd", b"//etc/passwd", b"/.well-known/../foyer", b"/%00", b"/\xff",
                     b"/v1/listings/" + b"a" * 3000, b"/?a=" + b"b" * 3000, b"/v1/photos/" + b"0" * 63 + b"/", b"/v1/listings/%30"):
            said, closed = talk(server, b"GET " + path + b" HTTP/1.1\r\n" + HOST_LINE + b"\r\n" + SECOND)
            assert closed and statuses(said) and statuses(said)[0] in (400, 404, 414) and len(statuses(said)) == 1, (path, said)
            assert b"root:" not in said


@tap.story
def ignored():
    """ranges, upgrades and unknown expectations change nothing"""
    with Server() as server:
        whole = server.client.get("/.well-known/foyer").body
        for value in ("bytes=0-0", "bytes=-99999", "bytes=999-5000", "bytes=-9223372036854775808", "bytes=0-,1-,2-", "x", "bytes=5-1",
                      "bytes=" + ",".join(["0-1"] * 200)):
            answer = server.client.get("/.well-known/foyer", Range=value)
            same((answer.status, answer.body, "Content-Range" in answer.headers), (200, whole, False), value)
        for fields in ({"Upgrade": "websocket", "Connection": "Upgrade"}, {"Upgrade": "h2c", "HTTP2-Settings": "AAMAAABk"}, {"TE": "trailers"}):
            same(server.client.ask("GET", "/.well-known/foyer", headers=fields).status, 200, fields)
        said, closed = talk(server, b"GET /.well-known/foyer HTTP/1.0\r\n" + HOST_LINE + b"\r\n")
        assert closed and said.startswith(b"HTTP/1.1 200"), said
        two, _ = talk(server, GET + HOST_LINE + b"\r\n" + GET + HOST_LINE + b"Connection: close\r\n\r\n")
        same(statuses(two), [200, 200], "requests one behind the other")
        for method in ("OPTIONS", "TRACE", "PATCH", "CONNECT", "FROB"):
            assert server.client.ask(method, "/.well-known/foyer").status in (405, 400, 501), method


@tap.story
def chunks():
    """a body in pieces is read as one of a length, and ends at the same limit"""
    with Server() as server:
        paper = papers.listing("0f8fad5b-d9cb-469f-a165-70867728950e")
        body = HOST.sign(paper)
        pieces = b"".join(b"%x\r\n%s\r\n" % (len(body[at:at + 100]), body[at:at + 100]) for at in range(0, len(body), 100))
        said, closed = talk(server, PUT + b"Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n" + pieces + b"0\r\n\r\n")
        same((statuses(said), closed), ([201], True))
        huge = b"10000\r\n" + b" " * 0x10000 + b"\r\n"
        said, closed = talk(server, PUT + b"Transfer-Encoding: chunked\r\n\r\n" + huge * 5 + b"0\r\n\r\n")
        same((statuses(said), closed), ([413], True))


@tap.story
def too_large():
    """a body too large is refused before it is sent, a head too large at once"""
    with Server() as server:
        said, closed = talk(server, PUT + b"Content-Length: 262145\r\nExpect: 100-continue\r\n\r\n")
        same((statuses(said), closed), ([413], True), "not a byte of the body was asked for")
        said, closed = talk(server, PUT + b"Content-Length: 99999999999\r\n\r\n")
        same((statuses(said), closed), ([413], True))
        said, closed = talk(server, GET + HOST_LINE + b"X-Long: " + b"a" * 100000 + b"\r\n\r\n")
        assert closed and statuses(said) in ([431], [413], []), said
        said, closed = talk(server, b"GET /" + b"a" * 100000 + b" HTTP/1.1\r\n" + HOST_LINE + b"\r\n")
        assert closed and statuses(said) in ([414], [431], []), said
        said, closed = talk(server, GET + HOST_LINE + b"".join(b"X-%d: a\r\n" % number for number in range(5000)) + b"\r\n")
        assert closed and statuses(said) in ([431], [413], []), said
        same(server.client.get("/.well-known/foyer").status, 200)


@tap.story
def slow():
    """who is silent is cut after five seconds, who drips after fifteen; a good client never waits"""
    with Server() as server:
        silent = {"nothing": b"", "half a line": b"GET /.well", "half a head": GET + HOST_LINE, "half a body": PUT + b"Content-Length: 500\r\n\r\n{"}
        selector, begun, ended = selectors.DefaultSelector(), time.monotonic(), {}
        held = {}
        for name, data in silent.items():
            for number in range(20):
                held[name, number] = connection = server.connect()
                connection.sendall(data)
                selector.register(connection, selectors.EVENT_READ, (name, number))
        drips = {}
        for name, start in (("head", GET), ("body", PUT + b"Content-Length: 500\r\n\r\n")):
            drips[name] = connection = server.connect()
            connection.sendall(start)
            selector.register(connection, selectors.EVENT_READ, ("drip", name))
        worst, next_drip = 0, begun
        while len(ended) < len(held) + len(drips) and time.monotonic() - begun < 90:
            for key, _ in selector.select(0.3):
                try:
                    if key.fileobj.recv(65536):
                        continue
                except OSError:
                    pass
                ended[key.data] = time.monotonic() - begun
                selector.unregister(key.fileobj)
            if time.monotonic() >= next_drip:
                next_drip = time.monotonic() + 1
                for name, connection in drips.items():
                    try:
                        connection.sendall(b"X" if name == "head" else b" ")
                    except OSError:
                        pass
            asked = time.monotonic()
            same(server.client.get("/.well-known/foyer").status, 200)
            worst = max(worst, time.monotonic() - asked)
        same(len(ended), len(held) + len(drips), "all of them were cut")
        for (kind, name), seconds in ended.items():
            assert seconds >= (14 if kind == "drip" else 4), (kind, name, seconds)
        assert max(ended[key] for key in held) < min(ended["drip", name] for name in drips), ended
        assert worst < 4, worst              # nobody waits until they are cut
        for connection in (*held.values(), *drips.values()):
            connection.close()


@tap.story
def noise():
    """random bytes, and good requests with random damage, never stop the server"""
    good = PUT + b"Content-Length: 20\r\n\r\n" + b"{}" * 10
    with Server() as server:
        for number in range(400):
            if number % 4 == 0:
                data = bytearray(os.urandom(200))
            else:
                data = bytearray(good)
                for _ in range(1 + number % 5):
                    data[os.urandom(1)[0] % len(data)] = os.urandom(1)[0]
            with server.connect() as connection:
                connection.settimeout(10)
                try:
                    connection.sendall(data)
                    connection.shutdown(1)
                    while connection.recv(65536):
                        pass
                except OSError:
                    pass
        same(Client(server.url).get("/.well-known/foyer").status, 200)


tap.main()
