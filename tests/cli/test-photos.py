#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Foyer contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Photos of a space from a terminal, and on a real directory."""
import hashlib
import json
import os
import urllib.error
import urllib.request

from desk import tap
from desk.directory import Directory
from desk.picture import png
from desk.profile import Profile
from desk.tap import same

RED, GREEN, BLUE = (200, 30, 30), (30, 200, 30), (30, 30, 200)
SECRET = "taken at 17 rue des Mouettes"


def write(profile, name, content):
    path = profile.path(name)
    with open(path, "wb") as file:
        file.write(content)
    return path


def add(profile, space, name, colour, **options):
    photos = profile.ask("photo", "add", space, write(profile, name, png(colour, **options)))
    same([photo["number"] for photo in photos], list(range(1, len(photos) + 1)))
    return photos[-1]["sha256"]


def names(profile, space):
    return [photo["sha256"] for photo in profile.ask("photo", "list", space)]


@tap.story
def order():
    """the first is the cover, each has its place, and everything is undone"""
    profile = Profile()
    space = profile.add_home()
    same(profile.tell("photo", "list", space), "“La Tablée” has no photo.\n")
    red = add(profile, space, "a.png", RED)
    green = add(profile, space, "Zoé’s garden.png", GREEN)
    blue = add(profile, "La Tablée", "c.png", BLUE)
    photos = profile.ask("photo", "list", space)
    same([sorted(photo) for photo in photos], [["bytes", "number", "sha256"]] * 3)
    assert all(0 < photo["bytes"] <= 300000 for photo in photos), photos
    same(len({red, green, blue}), 3)
    assert f"1 · cover · " in profile.tell("photo", "list", space)
    same([one["sha256"] for one in profile.ask("photo", "move", space, blue, "1")], [blue, red, green])
    same([one["sha256"] for one in profile.ask("photo", "move", space, blue[:8].upper(), "6")], [red, green, blue])
    same([one["sha256"] for one in profile.ask("photo", "remove", space, "2")], [red, blue])
    same(profile.ask("undo")["undone"], "photo-remove")
    same(names(profile, space), [red, green, blue])
    same([profile.ask("undo")["undone"] for _ in range(3)], ["photo-move", "photo-move", "photo-add"])
    same(names(profile, space), [red, green])
    same(profile.ask("check")["problems"], [])


@tap.story
def refused():
    """what is no picture, no photo and one too many changes nothing"""
    profile = Profile()
    space = profile.add_home()
    red = write(profile, "red.png", png(RED))
    os.mkfifo(profile.path("pipe"))
    for status, code, *args in [
            (65, "bad-file", space, write(profile, "empty.png", b"")),
            (65, "bad-file", space, write(profile, "text.jpg", b"no picture\n")),
            (65, "bad-file", space, write(profile, "half.png", png(RED)[:-20])),
            (65, "bad-file", space, write(profile, "huge.png", png(RED, 1, 1).replace(
                b"\0\0\0\1\0\0\0\1", b"\0\1\0\0\0\1\0\0"))),
            (65, "bad-file", space, profile.path("pipe")), (65, "bad-file", space, profile.base),
            (74, "io", space, profile.path("nowhere.png")), (1, "not-found", "nowhere", red)]:
        profile.refuse(status, code, "photo", "add", *args)
    same(names(profile, space), [])

    add(profile, space, "red.png", RED)
    profile.refuse(1, "same-photo", "photo", "add", space, red)
    for number in range(5):
        add(profile, space, "other.png", (number * 40, 10, 10))
    profile.refuse(1, "too-much", "photo", "add", space, write(profile, "seventh.png", png(BLUE)))
    for photo in ("0", "7", "-1", "1x", "99999999", "0" * 64, "", "é"):
        profile.refuse(1, "not-found", "photo", "remove", space, "--", photo)
    for place in ("0", "7", "-1", "1.5", "", "one"):
        profile.refuse(2, "invalid", "photo", "move", space, "1", "--", place)
    profile.refuse(2, "invalid", "photo", "move", space, "1")
    profile.ask("space", "archive", space)
    profile.refuse(1, "bad-state", "photo", "remove", space, "1")
    profile.refuse(1, "bad-state", "photo", "add", space, write(profile, "late.png", png(BLUE)))
    same(len(names(profile, space)), 6)


class Published:
    def __init__(self):
        self.directory = Directory()
        self.host = Profile()
        self.space = self.host.add_home("--city", "Lyon", "--postcode", "69003")
        self.listing = self.host.ask("publish", self.space, "--directory", self.directory.url)["id"]

    def named(self):
        with urllib.request.urlopen(f"{self.directory.url}/v1/listings/{self.listing}") as answer:
            return json.load(answer)["view"]["photos"]

    def get(self, sha256):
        try:
            with urllib.request.urlopen(f"{self.directory.url}/v1/photos/{sha256}") as answer:
                same(answer.headers["Content-Type"], "image/jpeg")
                return answer.read()
        except urllib.error.HTTPError as error:
            error.close()
            return error.code

    def sync(self, sent):
        report = self.host.ask("sync")
        same((report["sent"], report["waiting"]), (sent, 0))


@tap.story
def published():
    """the listing goes first, the photos follow, and nothing but the picture is in them"""
    scene = Published()
    red = add(scene.host, scene.space, "a.png", RED, text=SECRET)
    green = add(scene.host, scene.space, "b.png", GREEN, width=3000, height=2000)
    scene.sync(3)
    same(scene.named(), [red, green])
    for sha256 in (red, green):
        photo = scene.get(sha256)
        same((hashlib.sha256(photo).hexdigest(), photo[:3]), (sha256, b"\xff\xd8\xff"))
        assert SECRET.encode() not in photo

    scene.host.ask("photo", "move", scene.space, green, "1")
    scene.sync(1)
    same(scene.named(), [green, red])
    scene.host.ask("photo", "remove", scene.space, red[:12])
    scene.sync(1)
    same((scene.named(), scene.get(red)), ([green], 404))
    same(scene.host.ask("undo")["undone"], "photo-remove")
    scene.sync(2)
    same(scene.named(), [green, red])
    same(hashlib.sha256(scene.get(red)).hexdigest(), red)
    scene.sync(0)
    scene.directory.stop()
    assert not scene.directory.holds(SECRET)


@tap.story
def unreachable():
    """a photo that cannot leave waits, and is named among what waits"""
    scene = Published()
    scene.directory.stop()
    add(scene.host, scene.space, "a.png", RED)
    result = scene.host.run("--json", "sync")
    same((result.status, json.loads(result.out)["waiting"]), (69, 2))
    scene.directory.start()
    scene.sync(2)
    same(len(scene.named()), 1)
    scene.host.ask("unpublish", scene.space)
    scene.sync(0)


@tap.story
def two_homes():
    """one photo of two spaces is there for as long as one of them names it"""
    scene = Published()
    second = scene.host.add_home("--city", "Lyon", "--postcode", "69003", name="Second")
    scene.host.ask("publish", second, "--directory", scene.directory.url)
    sha256 = add(scene.host, scene.space, "a.png", RED)
    same(add(scene.host, second, "a.png", RED), sha256)
    scene.sync(4)
    scene.host.ask("photo", "remove", scene.space, "1")
    scene.sync(1)
    same(hashlib.sha256(scene.get(sha256)).hexdigest(), sha256)
    scene.host.ask("photo", "remove", second, "1")
    scene.sync(1)
    same(scene.get(sha256), 404)


tap.main()
