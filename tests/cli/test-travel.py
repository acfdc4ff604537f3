# SPDX-FileCopyrightText: The Foyer contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""One seat travels: a host and a guest in two profiles, a directory between them."""
import json
import signal
import urllib.request

from desk import tap
from desk.directory import Directory
from desk.profile import Profile
from desk.tap import same

FRIDAY = "2026-11-27"
NIGHT = "2026-11-26T23:30:00+01:00"
FRIDAY_MORNING = "2026-11-27T09:05:00+01:00"

STREET = "17 rue des Mouettes"
DOOR = "door-4711"
WIFI = "wifi-secret-9"
PHONE = "0612345678"
NOTE = "I bring a shy dog."
HOST_NOTE = "The blue bell rings upstairs."


class Scene:
    """A home that is published, and somebody who looks for a seat."""

    def __init__(self, seats=2):
        self.directory = Directory()
        self.host = Profile()
        self.guest = Profile()
        self.space = self.host.add_home("--city", "Lyon", "--postcode", "69003", "--street", STREET, "--door", DOOR,
                                        "--wifi", WIFI, "--note", HOST_NOTE, "--price", "4", "--share", "Heating=0.80",
                                        name="Chez Zoé", seats=seats)
        self.listing = self.host.ask("publish", self.space, "--directory", self.url)["id"]

    @property
    def url(self):
        return self.directory.url

    def search(self, day=FRIDAY, near="Lyon 3e", **options):
        return self.guest.ask("search", "--directory", self.url, "--near", near, "--day", day, **options)

    def request(self, day=FRIDAY, *args):
        return self.guest.ask("request", self.listing, day, "--directory", self.url, "--name", "Ada", "--note", NOTE,
                              *args)

    def seat(self, seat):
        return next(one for one in self.guest.ask("seats") if one["id"] == seat)

    def accepted(self):
        seat = self.request()["id"]
        self.host.ask("sync")
        same(self.host.ask("accept", seat), {"id": seat, "state": "confirmed"})
        self.guest.ask("sync")
        return seat


@tap.story
def one_seat():
    """publish, search, request, accept, street and door code, check-in by the code"""
    scene = Scene()
    same([space["published"] for space in scene.host.ask("space", "list")], [True])
    found = scene.search()
    same([(one["listing"], one["name"], one["seats_left"]) for one in found], [(scene.listing, "Chez Zoé", 2)])
    same(len(found[0]["week"]), 7)
    with urllib.request.urlopen(f"{scene.url}/v1/listings/{scene.listing}") as listing:
        same(json.load(listing)["view"]["shares"], [{"label": "Heating", "minor": 80}])

    asked = scene.request()
    same(asked["state"], "requested")
    same(scene.seat(asked["id"])["address"], None)
    report = scene.host.ask("sync", keys=["sent", "received", "waiting"])
    same((report["received"], report["waiting"]), (1, 0))
    requests = scene.host.ask("today", scene.space)["requests"]
    same([(one["booking"], one["name"], one["day"], one["state"], one["first_visit"]) for one in requests],
         [(asked["id"], "Ada", FRIDAY, "requested", True)])

    same(scene.host.ask("accept", asked["id"]), {"id": asked["id"], "state": "confirmed"})
    same(scene.host.ask("today", scene.space)["requests"], [])
    scene.guest.ask("sync")
    seat = scene.seat(asked["id"])
    same((seat["state"], seat["name"], seat["day"], seat["part"]), ("confirmed", "Chez Zoé", FRIDAY, "full"))
    same((seat["address"]["street"], seat["address"]["door"], seat["address"]["wifi"]), (STREET, DOOR, WIFI))
    same(seat["address"]["note"], HOST_NOTE)
    same(scene.search()[0]["seats_left"], 1)

    scene.host.refuse(1, "bad-code", "checkin", scene.space, "--code", "FOAAAAAAAAAA")
    scene.host.refuse(1, "wrong-day", "checkin", scene.space, "--code", seat["code"])
    arrived = scene.host.ask("checkin", scene.space, "--code", seat["code"], now=FRIDAY_MORNING)
    same((arrived["booking"], arrived["state"]), (asked["id"], "checked-in"))
    scene.host.refuse(1, "already-in", "checkin", scene.space, "--code", seat["code"], now=FRIDAY_MORNING)


@tap.story
def nothing_private():
    """street, door, Wi-Fi, name and note are nowhere at the directory
    (Couchers-org/couchers#3178, Trustroots/trustroots#1734)"""
    scene = Scene()
    scene.accepted()
    scene.directory.stop()
    for text in (STREET, DOOR, WIFI, NOTE, HOST_NOTE, "Ada"):
        assert not scene.directory.holds(text), text
    assert scene.directory.holds("Chez Zo"), "the search finds what is there"


@tap.story
def archived():
    """a space that is archived leaves the directory, and who asks meanwhile hears no"""
    scene = Scene()
    asked = scene.request()["id"]
    same(scene.host.ask("space", "archive", scene.space), {"id": scene.space, "cancelled": 0, "declined": 0})
    report = scene.host.ask("sync", keys=["sent", "received", "waiting"])
    same((report["received"], report["waiting"]), (1, 0))
    scene.guest.ask("sync")
    same(scene.seat(asked)["state"], "declined")
    same(scene.search(), [])
    scene.host.refuse(1, "bad-state", "publish", scene.space, "--directory", scene.url)

    scene.host.ask("space", "restore", scene.space)
    same(scene.host.ask("publish", scene.space, "--directory", scene.url)["published"], True)
    same([one["listing"] for one in scene.search()], [scene.listing])


@tap.story
def declined():
    """a request that the host declines, and one that the guest takes back"""
    scene = Scene()
    first = scene.request()["id"]
    second = scene.request("2026-11-30")["id"]
    scene.host.ask("sync")
    same(scene.host.ask("decline", first)["state"], "declined")
    same(scene.guest.ask("cancel", second), {"id": second, "state": "withdrawn"})
    scene.host.ask("sync")
    scene.guest.ask("sync")
    same(scene.host.ask("today", scene.space)["requests"], [])
    same([scene.seat(one)["state"] for one in (first, second)], ["declined", "withdrawn"])
    scene.host.refuse(1, "bad-state", "accept", first)
    scene.guest.refuse(1, "bad-state", "cancel", first)


@tap.story
def cancelled():
    """a confirmed seat that the guest gives back, and one that the host takes away"""
    scene = Scene()
    mine = scene.accepted()
    same(scene.guest.ask("cancel", mine)["state"], "cancelled")
    scene.host.ask("sync")
    same(scene.search()[0]["seats_left"], 2)
    theirs = scene.accepted()
    same(scene.host.ask("cancel", theirs), {"id": theirs, "state": "cancelled"})
    scene.guest.ask("sync")
    same(scene.seat(theirs)["state"], "cancelled")


@tap.story
def expired():
    """what nobody answers is over by itself, on both sides
    (Couchers-org/couchers#4728, Couchers-org/couchers#3939, Couchers-org/couchers#2962)"""
    scene = Scene()
    seat = scene.request()["id"]
    scene.host.ask("sync")
    same(len(scene.host.ask("today", scene.space)["requests"]), 1)
    same(scene.host.ask("today", scene.space, now=NIGHT)["requests"], [])
    scene.host.refuse(1, "bad-state", "accept", seat, now=NIGHT)
    same([one["state"] for one in scene.guest.ask("seats", now=NIGHT)], ["expired"])


@tap.story
def refused():
    """days that are full, closed, past or too far, and places that are not there"""
    scene = Scene(seats=1)
    where = ("--directory", scene.url, "--name", "Ada")
    scene.request()
    scene.guest.refuse(1, "already-booked", "request", scene.listing, FRIDAY, *where)
    scene.guest.refuse(1, "past-day", "request", scene.listing, "2026-11-25", *where)
    scene.guest.refuse(1, "beyond-horizon", "request", scene.listing, "2027-01-29", *where)
    scene.guest.refuse(1, "not-found", "request", "0b9c1c7e-3c6b-4f2e-9d7a-1f2e3d4c5b6a", FRIDAY, *where)
    scene.guest.refuse(1, "not-found", "request", "nowhere", FRIDAY, *where)
    scene.guest.refuse(1, "not-found", "search", "--directory", scene.url, "--near", "Xyzzyville", "--day", FRIDAY)
    scene.guest.refuse(1, "beyond-horizon", "search", "--directory", scene.url, "--near", "Lyon", "--day", "2027-01-29")
    scene.guest.refuse(2, "invalid", "search", "--directory", "no address", "--near", "Lyon", "--day", FRIDAY)
    scene.guest.refuse(1, "not-found", "cancel", "0b9c1c7e-3c6b-4f2e-9d7a-1f2e3d4c5b6a")


@tap.story
def full():
    """the last seat goes to one, and the other request stays (calcom/cal.diy#10789, calcom/cal.diy#29958)"""
    scene = Scene(seats=1)
    first = scene.request()["id"]
    other = Profile()
    second = other.ask("request", scene.listing, FRIDAY, "--directory", scene.url, "--name", "Bo")["id"]
    scene.host.ask("sync")
    scene.host.ask("accept", first)
    scene.host.refuse(1, "full", "accept", second)
    same([one["booking"] for one in scene.host.ask("today", scene.space)["requests"]], [second])


@tap.story
def offline():
    """what is done without a network leaves later, in its order (pretix/pretixscan-desktop#65)"""
    scene = Scene()
    asked = scene.guest.ask("request", scene.listing, FRIDAY, "--directory", scene.url, "--name", "Ada", "--offline")
    same((asked["state"], asked["queued"]), ("requested", True))
    report = scene.guest.ask("sync")
    same((report["sent"], report["waiting"]), (1, 0))
    scene.host.ask("sync")
    answer = scene.host.ask("accept", asked["id"], "--offline")
    same(answer, {"id": asked["id"], "state": "confirmed", "queued": True})
    same(scene.host.ask("undo")["undone"], "accept")
    same(len(scene.host.ask("today", scene.space)["requests"]), 1)
    scene.host.ask("accept", asked["id"], "--offline")
    same(scene.host.ask("sync")["waiting"], 0)
    scene.host.refuse(1, "bad-state", "undo")
    scene.guest.ask("sync")
    same(scene.seat(asked["id"])["state"], "confirmed")


@tap.story
def unreachable():
    """a directory that is down: status 69 with the answer, and nothing is lost"""
    scene = Scene()
    scene.directory.stop(signal.SIGKILL)
    result = scene.guest.run("--json", "request", scene.listing, FRIDAY, "--directory", scene.url, "--name", "Ada")
    same(result.status, 69, result.err)
    asked = json.loads(result.out)
    same((asked["state"], asked["queued"]), ("requested", True))
    assert result.err.startswith("foyerctl: "), result.err
    result = scene.guest.run("--json", "sync")
    same((result.status, json.loads(result.out)), (69, {"sent": 0, "received": 0, "waiting": 1}), result.err)
    same(scene.guest.run("search", "--directory", scene.url, "--near", "Lyon", "--day", FRIDAY).status, 69)

    scene.directory.start()
    same(scene.guest.ask("sync"), {"sent": 1, "received": 0, "waiting": 0})
    scene.host.ask("sync")
    scene.directory.stop(signal.SIGKILL)
    result = scene.host.run("--json", "accept", asked["id"])
    same((result.status, json.loads(result.out)),
         (69, {"id": asked["id"], "state": "confirmed", "queued": True}), result.err)
    scene.directory.start()
    same(scene.host.ask("sync")["waiting"], 0)
    scene.guest.ask("sync")
    same(scene.seat(asked["id"])["address"]["door"], DOOR)


@tap.story
def unpublished():
    """a space that is taken down is not found any more, and may come again"""
    scene = Scene()
    same(scene.host.ask("unpublish", scene.space), {"id": scene.listing, "published": False})
    same(scene.search(), [])
    same([space["published"] for space in scene.host.ask("space", "list")], [False])
    scene.host.refuse(1, "not-found", "unpublish", scene.space)
    same(scene.host.ask("publish", scene.space, "--directory", scene.url), {"id": scene.listing, "published": True})
    same(len(scene.search()), 1)


@tap.story
def for_people():
    """the same in sentences"""
    scene = Scene()
    assert "Chez Zoé" in scene.guest.tell("search", "--directory", scene.url, "--near", "45.76,4.85", "--day", FRIDAY)
    seat = scene.accepted()
    text = scene.guest.tell("seats")
    assert STREET in text and DOOR in text and seat in text, text
    assert "Sent: 0" in scene.guest.tell("sync")


tap.main()
