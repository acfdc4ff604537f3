# SPDX-FileCopyrightText: The Foyer contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Ways to be no directory, whatever is asked."""
import gzip
import socket
import struct

from .front import answer

MEBI = 1 << 20
CAP = 4 * MEBI
LATE = "Thu, 31 Dec 2099 23:59:59 GMT"


def say(data):
    return lambda front, connection, request: front.give(connection, data)


def close(front, connection, request):
    pass


def reset(front, connection, request):
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))


def reset_amid(front, connection, request):
    front.give(connection, answer({"epoch": "e"}, length=9000))
    reset(front, connection, request)


def endless(head):
    """Far more than anybody takes; ends, so that a test that fails does too."""
    def play(front, connection, request):
        front.give(connection, head)
        for _ in range(256):
            front.give(connection, b" " * MEBI)
    return play


def endless_chunks(front, connection, request):
    front.give(connection, b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
    for _ in range(256):
        front.give(connection, b"%x\r\n%b\r\n" % (MEBI, b" " * MEBI))


def endless_headers(front, connection, request):
    front.give(connection, b"HTTP/1.1 200 OK\r\n")
    for number in range(256 * 16):
        front.give(connection, b"X-%d: %b\r\n" % (number, b"x" * 65536))


def endless_head_line(front, connection, request):
    front.give(connection, b"HTTP/1.1 200 ")
    for _ in range(256):
        front.give(connection, b"x" * MEBI)


def make_all(elsewhere):
    """Their names and what they do; @elsewhere is an origin that nobody should ask."""
    deep = b"[" * 200000 + b"]" * 200000
    page = b'{"epoch":"e","cursor":"c","more":false,"items":[]}'
    bomb = gzip.compress(b" " * (64 * MEBI))
    plays = {
        "closes at once": close,
        "resets": reset,
        "resets amid the body": reset_amid,
        "half a status line": say(b"HTTP/1."),
        "no HTTP": say(b"220 mail.example ESMTP\r\n"),
        "a status that is none": say(b"HTTP/1.1 99999 No\r\nContent-Length: 0\r\n\r\n"),
        "headers without an end": say(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n"),
        "half a body": say(answer(page, length=len(page) * 2)),
        "no length": say(b"HTTP/1.1 200 OK\r\n\r\n" + page),
        "half a chunk": say(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nff\r\n" + page),
        "a chunk of no size": say(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-1\r\n" + page
                                  + b"\r\n0\r\n\r\n"),
        "a huge length": say(answer(page, length=1 << 62)),
        "a length below nothing": say(answer(page, length=-1)),
        "a body without an end": endless(answer(length=256 * MEBI)),
        "a body without a length": endless(b"HTTP/1.1 200 OK\r\n\r\n"),
        "chunks without an end": endless_chunks,
        "headers for ever": endless_headers,
        "a status line for ever": endless_head_line,
        "a bomb of gzip": say(answer(bomb, Content_Encoding="gzip")),
        "a bomb of gzip in chunks": say(b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n"
                                        b"Transfer-Encoding: chunked\r\n\r\n"
                                        b"%x\r\n%b\r\n0\r\n\r\n" % (len(bomb), bomb)),
        "a coding nobody knows": say(answer(page, Content_Encoding="br")),
        "401": say(answer(b"", "401 Unauthorized", WWW_Authenticate='Basic realm="Foyer"')),
        "401 of a proxy": say(answer(b"", "407 Proxy", Proxy_Authenticate='Negotiate')),
        "garbage": say(answer(bytes(range(256)) * 8)),
        "HTML": say(answer(b"<!doctype html><title>Hotel</title><p>Welcome, please sign in.")),
        "no body": say(answer(b"")),
        "204": say(b"HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n"),
        "101": say(b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n"),
        "a name twice": say(answer(page.replace(b'"more"', b'"epoch":"f","more"'))),
        "depth": say(answer(deep)),
        "depth within": say(answer(page[:-1] + b',"x":' + deep + b"}")),
        "infinity": say(answer(page[:-1] + b',"x":1e999}')),
        "NUL": say(answer(page.replace(b'"c"', b'"c\0"'))),
        "NUL, escaped": say(answer(page.replace(b'"c"', b'"c\\u0000"'))),
        "half a pair": say(answer(page.replace(b'"c"', b'"\\ud800"'))),
        "no UTF-8": say(answer(page.replace(b'"c"', b'"\xff"'))),
        "two documents": say(answer(page + page)),
        "a comma too many": say(answer(page[:-1] + b",}")),
        "more than the cap": say(answer(page + b" " * CAP)),
    }
    for status in ("300 Choices", "301 Moved", "302 Found", "303 Other", "307 Temporary", "308 Permanent"):
        plays[status[:3]] = say(answer(page, status, Location=f"{elsewhere}/v1/inbox", Refresh=f"0; url={elsewhere}"))
    for status in ("429 Too Many Requests", "500 Internal", "503 Service Unavailable"):
        for after in ("1", "-1", "1000000000", "99999999999999999999", LATE, "soon"):
            plays[f"{status[:3]}, back in {after}"] = say(answer(b"", status, Retry_After=after))
    plays["503 of years ago"] = say(answer(b"", "503 No", Date="Thu, 01 Jan 1970 00:00:00 GMT", Retry_After=LATE))
    plays["500 in times to come"] = say(answer(b"", "500 No", Date="Fri, 31 Dec 9999 23:59:59 GMT"))
    plays["a date that is none"] = say(answer(b"", "500 No", Date="Tue, 99 Foo -1 25:61:61 XYZ"))
    return plays
