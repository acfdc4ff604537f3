# SPDX-FileCopyrightText: The Foyer contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A directory that lies, stalls and breaks off, against the real foyerctl: nothing is believed, nothing lost."""
import base64
import json
import os
import socket
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[1:1] = [os.path.join(HERE, "..", "cli"), os.path.join(HERE, "..", "directory")]

from desk import tap
from desk.directory import Directory
from desk.tap import same
from driver import papers
from hostile import plays
from hostile.front import Front, answer
from hostile.victim import Running, Victim

FRIDAY, MONDAY = "2026-11-27", "2026-11-30"
BAD_ANSWER, UNREACHABLE = 65, 69
# What nobody may be made to send.
PRIVATE = ("cookie", "authorization", "proxy-authorization", "accept-encoding", "upgrade", "referer")


class Scene:
    """A home that is published through a front, whose play begins later."""

    def __init__(self):
        self.front = Front()
        self.directory = Directory("--public-url", self.front.url, "--no-limits")
        self.front.real = self.directory.url
        self.host, self.guest = Victim(), Victim()
        self.space = self.host.add_home("--city", "Lyon", "--postcode", "69003", name="Chez Zoé", seats=8)
        self.listing = self.host.ask("publish", self.space, "--directory", self.front.url)["id"]

    def request(self, guest, *args, day=FRIDAY):
        return guest.ask("request", self.listing, day, "--directory", self.front.url, "--name", "Ada", *args)["id"]

    def look(self, *args):
        return ("search", "--directory", self.front.url, "--near", "45.76,4.85", "--day", FRIDAY, *args)

    def lie(self, change, path="/v1/inbox"):
        """From now on the answers for @path are changed, as documents."""
        def play(front, connection, request):
            status, _, body = front.fetch(request)
            if request.method == "GET" and request.path == path and status == 200:
                body = json.dumps(change(json.loads(body), request)).encode()
            front.give(connection, answer(body, f"{status} As I Like"))
        self.front.play = play

    def open_requests(self):
        return [one["booking"] for one in self.host.ask("today", self.space)["requests"]]

    def state(self, seat, guest=None):
        return next(one["state"] for one in (guest or self.guest).ask("seats") if one["id"] == seat)

    def bodies(self):
        """Which bytes were sent to where."""
        found = {}
        for request in self.front.asked:
            if request.method != "GET":
                found.setdefault(request.target, set()).add(request.body)
        return found


def sign_anew(envelope, key, **changes):
    """The same paper with changes, by another key."""
    payload = envelope["payload"]
    paper = json.loads(base64.urlsafe_b64decode(payload + "=" * (-len(payload) % 4)))
    return json.loads(key.sign({**paper, **changes}))


def only_reads_are_honest(play):
    def both(front, connection, request):
        if request.method == "GET" and request.path != "/v1/inbox":
            front.hand_on(connection, request)
        else:
            play(front, connection, request)
    return both


@tap.story
def no_directory():
    """whatever is no answer of a directory: one sentence, little time and memory, and the queue stays as it is"""
    scene = Scene()
    accepted = scene.request(scene.guest)
    scene.host.ask("sync")
    scene.host.ask("accept", accepted, "--offline")
    unwritten, written, looking = Victim(), Victim(), Victim()
    requests = [scene.request(one, "--offline", day=MONDAY) for one in (unwritten, written)]
    scene.front.play = only_reads_are_honest(plays.close)
    written.suffer("sync")
    scene.host.suffer("sync")
    queues = [(profile, profile.posts()) for profile in (unwritten, written, scene.host)]
    same([[(kind, body is not None) for kind, _, _, body in queue] for _, queue in queues],
         [[("request", False)], [("request", True)], [("decision", True), ("availability", True)]])

    elsewhere = Front()
    elsewhere.play = plays.close
    wrong = []
    for name, play in plays.make_all(elsewhere.url).items():
        for profile, queue in queues:
            scene.front.play = only_reads_are_honest(play) if profile is written else play
            scene.front.sent = 0
            try:
                same(profile.suffer("sync"), {"sent": 0, "received": 0, "waiting": len(queue)})
                same(profile.posts(), queue)
                assert scene.front.sent < 64 * plays.MEBI, f"{scene.front.sent} bytes were taken"
            except Exception as error:
                wrong.append(f"{name}: {error}")
        try:
            looking.suffer(*scene.look())
        except Exception as error:
            wrong.append(f"{name}: {error}")
    assert not wrong, "\n".join(wrong)
    same([request.target for request in elsewhere.asked], [])

    scene.front.play = None
    same(scene.host.ask("sync"), {"sent": 2, "received": 0, "waiting": 0})
    for profile in (unwritten, written):
        same(profile.ask("sync"), {"sent": 1, "received": 0, "waiting": 0})
        same(profile.ask("sync"), {"sent": 0, "received": 0, "waiting": 0})
    same(scene.guest.ask("sync")["received"], 1)
    same(scene.state(accepted), "confirmed")
    same(scene.host.ask("sync"), {"sent": 0, "received": 2, "waiting": 0})
    same(sorted(scene.open_requests()), sorted(requests))
    for target, sent in scene.bodies().items():
        if target.startswith("/v1/bookings/"):
            same(len(sent), 1, f"{target}: the same bytes each time")
    for _, queue in queues[1:]:
        for kind, subject, _, body in queue:
            if kind != "availability":
                assert any(subject in target and body in sent for target, sent in scene.bodies().items()), kind
    for request in scene.front.asked:
        same([name for name in PRIVATE if name in request.headers], [], request.target)


@tap.story
def cookies():
    """cookies are not kept, nor passwords asked for"""
    scene = Scene()
    requests = []

    def play(front, connection, request):
        status, _, body = front.fetch(request)
        front.give(connection, answer(body, f"{status} Yes", Set_Cookie="id=1; Path=/", WWW_Authenticate="Basic"))

    scene.front.play = play
    requests.append(scene.request(scene.guest))
    scene.host.ask("sync")
    same(scene.open_requests(), requests)
    for request in scene.front.asked:
        same([name for name in PRIVATE if name in request.headers], [], request.target)


@tap.story
def refused_connection():
    """nobody listens"""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        nobody = f"http://127.0.0.1:{listener.getsockname()[1]}"
    guest = Victim()
    guest.suffer("search", "--directory", nobody, "--near", "45.76,4.85", "--day", FRIDAY, statuses=(UNREACHABLE,))
    seat = guest.suffer("request", papers.new_id(), FRIDAY, "--directory", nobody, "--name", "Ada",
                        statuses=(UNREACHABLE,))
    same(seat["queued"], True)
    same(guest.suffer("sync", statuses=(UNREACHABLE,)), {"sent": 0, "received": 0, "waiting": 1})


def confirmed_letter():
    """A seat that was accepted, with the letter still at the directory."""
    scene = Scene()
    seat = scene.request(scene.guest)
    scene.host.ask("sync")
    scene.host.ask("accept", seat)
    return scene, seat


def recovers(scene, seat):
    """An honest directory afterwards: the letter comes, once."""
    scene.front.play = None
    scene.guest.ask("sync")
    same(scene.state(seat), "confirmed")
    same(scene.guest.ask("sync"), {"sent": 0, "received": 0, "waiting": 0})


@tap.story
def no_progress():
    """a page of nothing with more behind it, and one whose cursor stays"""
    scene, seat = confirmed_letter()
    scene.lie(lambda page, _: {**page, "more": True, "items": []})
    same(scene.guest.suffer("sync", statuses=(BAD_ANSWER,))["received"], 0)
    same(scene.state(seat), "requested")
    letter = {}

    def stay(page, _):
        letter.update(page if page["items"] else {})
        return {**letter, "more": True}
    scene.lie(stay)
    same(scene.guest.suffer("sync", statuses=(BAD_ANSWER,))["received"], 1)
    recovers(scene, seat)


@tap.story
def endless_pages():
    """pages without an end, each another, come to one"""
    scene, seat = confirmed_letter()
    letter, number = {}, [0]

    def more(page, request):
        letter.update(page if page["items"] else {})
        number[0] += 1
        return {**letter, "cursor": f"{number[0]:016d}", "more": True}
    scene.lie(more)
    before = len(scene.front.asked)
    scene.guest.run("sync")
    assert len(scene.front.asked) - before < 500, len(scene.front.asked) - before
    recovers(scene, seat)


@tap.story
def endless_restores():
    """a directory that says on each page that it was restored"""
    scene, seat = confirmed_letter()
    number = [0]

    def restore(page, _):
        number[0] += 1
        return {**page, "epoch": f"e-{number[0]}"}
    scene.lie(restore)
    before = len(scene.front.asked)
    for profile in (scene.guest, scene.host):
        profile.run("sync")
    assert len(scene.front.asked) - before < 100, len(scene.front.asked) - before
    recovers(scene, seat)


@tap.story
def foreign_letters():
    """decisions by somebody else, altered ones, and old ones again"""
    scene, seat = confirmed_letter()
    stranger = papers.Key()

    def sign(page, _):
        forged = json.loads(stranger.sign(papers.decision(seat)))
        return {**page, "items": [{"at": 1795766400000, "envelope": forged}]}
    scene.lie(lambda page, request: {**sign(page, request), "cursor": request.target.partition("after=")[2] or "0"})
    same(scene.guest.ask("sync")["received"], 0)
    same(scene.state(seat), "requested")

    genuine = []

    def alter(page, _):
        for item in page["items"]:
            genuine.append(dict(item["envelope"]))
            payload = item["envelope"]["payload"]
            item["envelope"]["payload"] = payload[:40] + ("A" if payload[40] != "A" else "B") + payload[41:]
        return page
    scene.lie(alter)
    for _ in range(2):
        same(scene.guest.suffer("sync", statuses=(BAD_ANSWER,))["received"], 0)
        same(scene.state(seat), "requested")
    recovers(scene, seat)

    scene.host.ask("cancel", seat)
    scene.guest.ask("sync")
    same(scene.state(seat), "cancelled")
    scene.lie(lambda page, _: {**page, "items": [{"at": 1795766400000, "envelope": genuine[0]}]})
    same(scene.guest.ask("sync")["received"], 0)
    same(scene.state(seat), "cancelled")


@tap.story
def moved_boxes():
    """a guest's box under a booking or a signature of somebody else tells the host nothing"""
    scene = Scene()
    seat = scene.request(scene.guest)
    stranger = papers.Key()

    def move(page, _):
        for item in page["items"]:
            item["envelope"] = sign_anew(item["envelope"], stranger, id=papers.new_id())
        return {**page, "cursor": "0"}
    scene.lie(move)
    same(scene.host.ask("sync")["received"], 0)
    same(scene.open_requests(), [])
    scene.front.play = None
    scene.host.ask("sync")
    same(scene.open_requests(), [seat])


@tap.story
def changed_key():
    """a listing that somebody else signed is not who it was"""
    scene = Scene()
    path = f"/v1/listings/{scene.listing}"
    scene.request(scene.guest)
    stranger = papers.Key()

    def steal(document, _):
        return {**document, "envelope": sign_anew(document["envelope"], stranger)}
    seat = scene.guest.ask("request", scene.listing, MONDAY, "--directory", scene.front.url, "--name", "Ada",
                           "--offline")["id"]
    scene.lie(steal, path)
    ended = Running(scene.guest, "sync").end()
    scene.guest.check(ended, "sync", (1, BAD_ANSWER))
    sent = [request for request in scene.front.asked if request.method == "PUT" and seat in request.target]
    same(sent, [], "nothing is sealed for whoever signed it")
    scene.lie(lambda document, _: {**document, "envelope": {**document["envelope"], "key": stranger.text}}, path)
    other = Victim()
    scene.request(other, "--offline")
    same(other.suffer("sync", statuses=(BAD_ANSWER,)), {"sent": 0, "received": 0, "waiting": 1})
    scene.front.play = None
    same(other.ask("sync"), {"sent": 1, "received": 0, "waiting": 0})


def never(front, connection, request):
    connection.settimeout(120)
    connection.recv(1)


def drop_by_drop(front, connection, request):
    data = answer(b" " * 100000)
    connection.settimeout(0.5)
    for number in range(120):
        front.give(connection, data[number:number + 1])
        try:
            if connection.recv(1) == b"":
                return
        except TimeoutError:
            pass


class Stalls:
    """Those who wait do so beside the other stories."""

    def __init__(self):
        self.fronts = [Front(), Front()]
        self.fronts[0].play, self.fronts[1].play = never, drop_by_drop
        self.full = socket.create_server(("127.0.0.1", 0), backlog=0)
        self.queue = [socket.socket() for _ in range(4)]
        for one in self.queue:
            one.setblocking(False)
            one.connect_ex(self.full.getsockname())
        urls = [front.url for front in self.fronts] + [f"http://127.0.0.1:{self.full.getsockname()[1]}"]
        self.running = []
        for url in urls:
            victim = Victim()
            self.running.append((victim, Running(victim, "search", "--directory", url, "--near", "45.76,4.85", "--day",
                                                 FRIDAY)))


stalls = None


@tap.story
def stalling():
    """no answer, one drop by drop, and no connection end by the client's own limits"""
    for victim, running in stalls.running:
        victim.check(running.end(), running.args, (UNREACHABLE,))


if len(sys.argv) < 2 or "stalling" in sys.argv[1:]:
    stalls = Stalls()
tap.main()
