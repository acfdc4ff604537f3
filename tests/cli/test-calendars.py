#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Foyer contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Calendars of other programs that close days, read from files and from a real server."""
import http.server
import json
import os
import threading

from desk import tap
from desk.profile import Profile
from desk.tap import same

DAY = "2026-12-03"
SECRET = "private-4711abcd"


def calendar(*events, name="Family"):
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"X-WR-CALNAME:{name}"]
    for number, event in enumerate(events):
        lines += ["BEGIN:VEVENT", f"UID:{number}@example.org", *event, "END:VEVENT"]
    return ("\r\n".join([*lines, "END:VCALENDAR"]) + "\r\n").encode()


DENTIST = calendar(("DTSTART:20261203T130000Z", "DTEND:20261203T150000Z", "SUMMARY:Dentist"))


class Server:
    """Answers as the story wants, and remembers what it was asked."""

    def __init__(self):
        self.asked = []
        self.answer = (200, {}, DENTIST)
        outer = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                outer.asked.append({name.lower(): value for name, value in self.headers.items()})
                status, headers, body = outer.answer(self.path) if callable(outer.answer) else outer.answer
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                if isinstance(body, bytes) and "Content-Length" not in headers:
                    self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                try:
                    for piece in [body] if isinstance(body, bytes) else body:
                        self.wfile.write(piece)
                except (BrokenPipeError, ConnectionResetError):
                    pass
                self.close_connection = True

            def log_message(self, *_):
                pass

        self.http = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.http.serve_forever, daemon=True).start()

    @property
    def url(self):
        return f"http://127.0.0.1:{self.http.server_address[1]}/{SECRET}/basic.ics?token={SECRET}"


def seats(profile, space, day=DAY):
    found = profile.ask("availability", space, "--from", day, "--days", "1")[0]
    return found["am_free"], found["pm_free"]


def follow(profile, space, address, *args):
    return profile.ask("calendar", "subscribe", space, address, *args, keys=["id"])["id"]


def only(profile):
    found = profile.ask("calendar", "list")
    same(len(found), 1)
    return found[0]


@tap.story
def closes_and_opens():
    """the dentist closes the afternoon, is shown with its age, and everything is undone"""
    profile = Profile()
    space = profile.add_home(seats=4)
    path = profile.path("Zoé.ics")
    with open(path, "wb") as file:
        file.write(DENTIST)
    calendar_id = follow(profile, space, path)
    same(seats(profile, space), (4, 0))
    found = profile.ask("calendar", "list", space, now="2026-11-26T11:30:00+01:00")[0]
    same({**found, "read_at": None}, {
        "id": calendar_id, "space": space, "name": "Family", "source": "Zoé.ics", "closes": "halves", "read_at": None,
        "age": 7200, "promised": True, "events": 1, "left_out": 0, "trouble": None, "conflicts": []})
    assert "read 2 hours ago" in profile.tell("calendar", "list", now="2026-11-26T11:30:00+01:00")
    profile.refuse(1, "full", "book", space, DAY, "--guest", "Zoé")
    same(profile.ask("undo")["undone"], "follow")
    same((seats(profile, space), profile.ask("calendar", "list")), ((4, 4), []))

    calendar_id = follow(profile, space, path, "--closes", "days", "--name", "Dates")
    same((seats(profile, space), only(profile)["name"]), ((0, 0), "Dates"))
    same(profile.ask("calendar", "remove", calendar_id), {"id": calendar_id})
    same(seats(profile, space), (4, 4))
    same(profile.ask("undo")["undone"], "unfollow")
    same(seats(profile, space), (0, 0))
    profile.ask("open", space, DAY)
    same(seats(profile, space), (4, 4), "the host's own word goes before the calendar's")
    profile.refuse(1, "not-found", "calendar", "remove", "nobody")
    profile.refuse(1, "not-found", "calendar", "refresh", "nobody")


@tap.story
def conflict():
    """who is booked stays and is named"""
    profile = Profile()
    space = profile.add_home(seats=4)
    profile.book(space, DAY, "--guest", "Zoé", "--seats", "2")
    path = profile.path("a.ics")
    with open(path, "wb") as file:
        file.write(DENTIST)
    follow(profile, space, path)
    same(only(profile)["conflicts"], [{"day": DAY, "part": "pm", "summary": "Dentist", "seats": 2}])
    same(seats(profile, space), (2, 0))
    assert "Thursday 3 December: “Dentist”, and 2 seats are booked" in profile.tell("calendar", "list")
    same(profile.ask("check")["problems"], [])


@tap.story
def server():
    """a server is asked no more than needed, and its troubles open nothing"""
    profile = Profile()
    space = profile.add_home(seats=4)
    web = Server()
    web.answer = (200, {"ETag": '"v1"', "Last-Modified": "Thu, 26 Nov 2026 08:00:00 GMT", "Set-Cookie": "a=b"}, DENTIST)
    calendar_id = follow(profile, space, web.url)
    same(only(profile)["source"], "127.0.0.1")
    asked = web.asked[-1]
    assert asked["user-agent"].startswith("Foyer/"), asked
    same([name for name in asked if name in ("cookie", "authorization", "if-none-match", "accept-encoding")], [])

    web.answer = (304, {}, b"")
    profile.ask("calendar", "refresh", calendar_id, now="2026-11-26T12:30:00+01:00")
    same((web.asked[-1]["if-none-match"], web.asked[-1]["if-modified-since"]), ('"v1"', "Thu, 26 Nov 2026 08:00:00 GMT"))
    same("cookie" in web.asked[-1], False)
    found = profile.ask("calendar", "list", now="2026-11-26T12:30:00+01:00")[0]
    same((found["age"], found["trouble"], seats(profile, space)), (0, None, (4, 0)))

    endless = (b"X-A:" + b"x" * 65536 + b"\r\n" for _ in range(1000))
    for trouble, status, answer in [
            ("gone", 69, (404, {}, DENTIST)), ("gone", 69, (410, {}, b"")), ("refused", 69, (403, {}, b"")),
            ("unreachable", 69, (500, {}, DENTIST)), ("unreachable", 69, (200, {"Content-Length": "9999"}, DENTIST)),
            ("unreachable", 69, (302, {"Location": "ftp://example.org/a"}, b"")),
            ("unreachable", 69, (302, {"Location": "file:///etc/passwd"}, b"")),
            ("unreachable", 69, (301, {"Location": "http://example.org/a"}, b"")),
            ("unreachable", 69, (302, {"Location": web.url}, b"")),
            ("not-a-calendar", 65, (200, {}, b"<!DOCTYPE html><title>Sign in</title>")),
            ("not-a-calendar", 65, (200, {}, DENTIST[:-20])),
            ("not-a-calendar", 65, (200, {"Content-Encoding": "gzip"}, DENTIST)),
            ("too-big", 65, (200, {}, b"\n" * (2 * 1024 * 1024 + 1))), ("too-big", 65, (200, {}, endless))]:
        web.answer = answer
        result = profile.run("--json", "calendar", "refresh", now="2026-11-26T13:30:00+01:00")
        same(result.status, status, f"{trouble}: {result.err}")
        same(json.loads(result.out)[0]["trouble"], trouble)
        same(json.loads(result.out)[0]["age"], 3600, "the age is that of the last reading")
        assert SECRET not in result.out + result.err, result.err
        same(seats(profile, space), (4, 0), trouble)

    web.answer = lambda path: (200, {}, calendar(name="New")) if path == "/moved" else (302, {"Location": "/moved"}, b"")
    profile.ask("calendar", "refresh")
    same((seats(profile, space), only(profile)["trouble"]), ((4, 4), None))
    web.http.shutdown()
    web.http.server_close()
    result = profile.run("calendar", "refresh", now="2026-12-05T09:00:00+01:00")
    same(result.status, 69)
    assert "no longer promises" in result.out and SECRET not in result.out + result.err, result.out


@tap.story
def bombs_and_rules():
    """one event that nobody can read is named, and the rest is used"""
    profile = Profile()
    space = profile.add_home(seats=4)
    web = Server()
    web.answer = (200, {}, calendar(("DTSTART:20260101T000000Z", "RRULE:FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30", "SUMMARY:Bomb"),
                                    ("DTSTART:20261126T130000Z", "DTEND:20261126T150000Z", "RRULE:FREQ=WEEKLY", "SUMMARY:Choir")))
    follow(profile, space, web.url)
    same((only(profile)["left_out"], only(profile)["events"], seats(profile, space, "2027-11-25")), (1, 1, (4, 0)))
    assert "Left out: 1 event with a rule that Foyer does not read." in profile.tell("calendar", "list")


@tap.story
def refused():
    """what is no address, no file and no calendar changes nothing"""
    profile = Profile()
    space = profile.add_home(seats=4)
    os.mkfifo(profile.path("pipe"))
    for status, code, *args in [
            (2, "invalid", "http://example.org/a.ics"), (2, "invalid", f"https://me:{SECRET}@example.org/a"),
            (2, "invalid", "ftp://example.org/a.ics"), (2, "invalid", ""),
            (2, "invalid", "/a", "--closes", "weeks"), (2, "invalid", "/a", "--name", ""),
            (69, "unreachable", "/no/such/file.ics"), (69, "unreachable", f"http://127.0.0.1:1/{SECRET}"),
            (65, "bad-file", profile.base), (65, "bad-file", profile.path("pipe")), (65, "bad-file", profile.database)]:
        error = profile.refuse(status, code, "calendar", "subscribe", space, *args)
        assert SECRET not in error["message"], error
    profile.refuse(1, "not-found", "calendar", "subscribe", "nowhere", "/a")
    same((profile.ask("calendar", "list"), seats(profile, space)), ([], (4, 4)))
    profile.refuse(1, "not-found", "calendar", "list", "nowhere")


tap.main()
