#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Foyer contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Searches, against a plain list that is filtered and sorted."""
import math
import random
import re
import unicodedata
import urllib.parse

from desk import tap
from desk.tap import same
from driver import papers
from driver.papers import HOST, day
from driver.server import Server

EARTH_M = 6371008.8


def metres(lat1, lon1, lat2, lon2):
    half_lat = math.sin(math.radians(lat2 - lat1) / 2)
    half_lon = math.sin(math.radians(lon2 - lon1) / 2)
    a = half_lat ** 2 + math.cos(math.radians(lat1)) * math.cos(math.radians(lat2)) * half_lon ** 2
    return math.floor(2 * EARTH_M * math.asin(math.sqrt(min(a, 1))) + 0.5)


def spell(text):
    """What people take for the same: no accents, no capitals, no hyphens or apostrophes, œ spelled out."""
    plain = "".join(ch for ch in unicodedata.normalize("NFKD", text.casefold().replace("œ", "oe")) if not unicodedata.combining(ch))
    return " ".join(re.sub("[-'’]", " ", plain).split())


def has_words(known, q, tag):
    """Whole words, the last perhaps only begun, and a whole tag; by a plain look at the texts."""
    texts = [known["name"], known["about"], known["area"], *known["tags"]]
    there = {word for text in texts for word in re.findall(r"\w+", spell(text))}
    wanted = re.findall(r"\w+", spell(q or ""))
    return ((tag is None or spell(tag) in map(spell, known["tags"])) and set(wanted[:-1]) <= there and
            (not wanted or any(word.startswith(wanted[-1]) for word in there)))


class World:
    """Listings as the test knows them, published to a server."""

    def __init__(self, client):
        self.client, self.known = client, {}

    def add(self, lat, lon, days=((1, 1),) * 7, **changes):
        lat, lon = round(lat, 6), round((lon + 180) % 360 - 180, 6)
        listing = self.client.open_space(HOST, days, lat=lat, lon=lon, **changes)
        self.known[listing] = {"lat": lat, "lon": lon, "days": list(days), "rev": 1, "seats_rev": 1, **changes}
        return listing

    def change(self, listing, **changes):
        """Another revision: moved, renamed, with other tags."""
        known = self.known[listing]
        known.update(changes, rev=known["rev"] + 1)
        paper = papers.listing(listing, **{name: value for name, value in known.items() if name not in ("days", "seats_rev")})
        same(self.client.put(HOST, f"/v1/listings/{listing}", paper, If_Match=f'"{known["rev"] - 1}"').status, 200)

    def offer(self, listing, days):
        known = self.known[listing]
        known.update(days=list(days), seats_rev=known["seats_rev"] + 1)
        same(self.client.offer(HOST, listing, days, rev=known["seats_rev"]).status, 201)

    def take_down(self, listing):
        rev = self.known.pop(listing)["rev"] + 1
        taken = self.client.ask("DELETE", f"/v1/listings/{listing}", HOST.sign(papers.notice("tombstone", listing, rev)))
        same(taken.status, 200)

    def expect(self, lat, lon, radius, offset, part="full", seats=1, kind=None, q=None, tag=None):
        found = []
        for listing, known in self.known.items():
            away = metres(lat, lon, known["lat"], known["lon"])
            day_seats = known["days"][offset] if offset < len(known["days"]) else None
            am, pm = day_seats or (0, 0)
            left = {"full": min(am, pm), "am": am, "pm": pm}[part]
            if away <= radius and left >= seats and kind in (None, known.get("kind", "coworking")) and (
                    q is tag is None or has_words(known, q, tag)):
                found.append((away, listing, left))
        return sorted(found)

    def search(self, lat, lon, **query):
        """All pages: each by (distance, id), none twice."""
        found, cursor = [], None
        while True:
            query_text = urllib.parse.urlencode({"near": f"{lat:.6f},{lon:.6f}", **query, **({"cursor": cursor} if cursor else {})})
            answer = self.client.get("/v1/listings?" + query_text)
            same(answer.status, 200, answer.body)
            assert len(answer.json["items"]) <= query.get("limit", 20)
            found += [(item["distance_m"], item["id"], item["seats_left"]) for item in answer.json["items"]]
            cursor = answer.json["cursor"]
            if cursor is None:
                return found

    def compare(self, lat, lon, radius, offset, limit=7, **filters):
        same(self.search(lat, lon, radius=radius, day=day(offset), limit=limit, **filters),
             self.expect(lat, lon, radius, offset, **filters), (lat, lon, radius, offset, filters))


@tap.story
def like_a_list():
    """500 random searches among random listings find what a plain list finds, in its order"""
    chance = random.Random(5)
    with Server() as server:
        world = World(server.client)
        towns = [(45.76, 4.84), (45.78, 4.88), (46.2, 5.22), (45.2, 4.1)]
        for _ in range(260):
            lat, lon = chance.choice(towns)
            spread = chance.choice((0.001, 0.01, 0.1))
            days = [chance.choice((None, (0, 0), (0, 2), (3, 0), (1, 1), (4, 2))) for _ in range(chance.randrange(1, 64))]
            world.add(lat + chance.gauss(0, spread), lon + chance.gauss(0, spread), days,
                      kind=chance.choice(("coworking", "third-place")))
        for _ in range(3):
            world.add(45.76, 4.84)                 # at one and the same point
        for _ in range(500):
            lat, lon = chance.choice(towns)
            filters = {}
            if chance.random() < 0.5:
                filters["part"] = chance.choice(("full", "am", "pm"))
            if chance.random() < 0.3:
                filters["seats"] = chance.randrange(1, 4)
            if chance.random() < 0.3:
                filters["kind"] = chance.choice(("home", "coworking", "third-place"))
            world.compare(round(lat + chance.gauss(0, 0.02), 6), round(lon + chance.gauss(0, 0.02), 6),
                          chance.choice((1, 300, 2000, 9000, 50000)), chance.randrange(0, 64),
                          limit=chance.choice((1, 2, 7, 20, 50)), **filters)


NAMES = ("Le Jardin d’Hélène", "Table ronde", "La Médiathèque", "Rooftop", "Le Séchoir à noix", "Jardinerie", "Œuvre au noir", "L’Écluse")
ABOUTS = ("", "Un piano, deux fauteuils.", "Calme le matin; piano l’après-midi", "Quatre postes, la fibre", "Rez-de-chaussée. Jardin.")
TAGS = ("wifi", "quiet", "piano", "phone-booth", "bike-parking", "Échecs le lundi", "tea")
ASKED = ("jardin", "JARDIN", "jar", "j", "helene", "Hélène jardin", "piano", "pian calme", "calme pian", "wifi", "phone", "phone booth", "booth ph",
         "œuvre", "oeuvre noir", "rez de chaussée", "l’écluse", "le", "lundi echecs", "xylophone", "jardin xylophone", "p", "q", "nowhere", "fib")


@tap.story
def words_like_a_list():
    """so do 500 random searches with words, tags and seats, while listings change, move and go"""
    chance = random.Random(11)
    invent = lambda: {"name": chance.choice(NAMES), "about": chance.choice(ABOUTS), "area": chance.choice(("Lyon", "Villeurbanne")),
                      "tags": chance.sample(TAGS, chance.randrange(0, 5)), "kind": chance.choice(("coworking", "third-place"))}
    days = lambda: [chance.choice((None, (0, 0), (0, 9), (3, 0), (2, 2), (40, 300))) for _ in range(chance.randrange(1, 64))]
    point = lambda spread: {"lat": round(45.76 + chance.gauss(0, spread), 6), "lon": round(4.84 + chance.gauss(0, spread), 6)}
    with Server() as server:
        world = World(server.client)
        for _ in range(200):
            world.add(days=days(), **point(chance.choice((0.005, 0.05, 0.2))), **invent())
        for turn in range(500):
            listing = chance.choice(list(world.known))
            if turn % 25 == 0:
                world.take_down(listing)
            elif turn % 5 == 0:
                world.change(listing, **point(0.05), **invent())
            elif turn % 5 == 1:
                world.offer(listing, days())
            if turn == 300:
                server.stop()
                server.start()
                world.client = server.client
            filters = {"seats": chance.choice((1, 2, 3, 40, 41, 255, 300, 500)) if chance.random() < 0.4 else 1}
            if chance.random() < 0.8:
                filters["q"] = chance.choice(ASKED)
            if chance.random() < 0.4 or "q" not in filters:
                filters["tag"] = chance.choice((*TAGS, "echecs LE lundi", "échecs", "castle"))
            if chance.random() < 0.5:
                filters["part"] = chance.choice(("full", "am", "pm"))
            if chance.random() < 0.2:
                filters["kind"] = chance.choice(("coworking", "third-place", "home"))
            world.compare(**point(0.03), radius=chance.choice((300, 2000, 9000, 50000)), offset=chance.randrange(0, 40),
                          limit=chance.choice((1, 2, 7, 20, 50)), **filters)


@tap.story
def round_the_back():
    """a circle goes on behind 180 degrees and over the poles"""
    with Server() as server:
        world = World(server.client)
        for lat, lon in ((0, 180), (0, -180), (0, 179.99), (0, -179.99), (10, 179.999999), (-16.5, 179.9), (-16.5, -179.9),
                         (90, 0), (90, 120), (89.99, -60), (89.99, 120), (-90, 10), (-89.8, 0), (-89.8, 180), (0, 0)):
            world.add(lat, lon, tz="Etc/UTC")
        for lat, lon in ((0, 180), (0, -180), (0, 179.999), (0, -179.999), (-16.5, 180), (10, -179.99),
                         (90, 0), (89.9, 33), (89.9, -147), (-90, 0), (-89.9, 90), (0, 0), (0, 0.0001)):
            for radius in (1, 1500, 12000, 50000):
                world.compare(lat, lon, radius, 1)


@tap.story
def words():
    """words are found whole or as they begin, with or without accents, together and around here"""
    with Server() as server:
        world = World(server.client)
        garden = world.add(45.7600, 4.8400, name="Le Jardin d'Hélène", about="Une table, un piano.", tags=["garden", "Échecs le lundi"])
        roof = world.add(45.7610, 4.8410, name="Rooftop", about="Piano on the roof", area="Villeurbanne", tags=["piano"])
        far = world.add(46.1, 4.84, name="Jardin lointain", about="", tags=["garden"])
        find = lambda radius=5000, **query: [item[1] for item in world.search(45.76, 4.84, radius=radius, day=day(1), **query)]
        same(find(q="jardin"), [garden])
        same(find(50000, q="jardin"), [garden, far])
        same(find(50000, q="jardin", limit=1), [garden, far])
        same(find(q="JARDIN helene"), [garden])
        same(find(q="hélène piano"), [garden])
        same(find(q="pia"), [garden, roof])
        same(find(q="ian"), [])
        same(find(q="villeurbanne"), [roof])
        same(find(tag="garden"), [garden])
        same(find(tag="piano"), [roof])
        same(find(tag="échecs le lundi"), [garden])
        same(find(tag="échecs"), [])
        same(find(tag="garden", q="table"), [garden])
        same(find(tag="garden", q="roof"), [])
        for text in ('"', "*", "jardin AND", "NOT piano", "name : x", "cell:c1", "(", "a OR b", "'; DROP TABLE listing; --", "-", "🪑"):
            same(find(q=text), [], text)
        for text in ('jardin "', "jardin*", "^jardin", "(jardin)", "jardin;"):
            same(find(q=text), [garden], text)
        path = f"/v1/listings/{garden}"
        changed = papers.listing(garden, rev=2, name="Le salon", about="", tags=["lift"])
        same(server.client.put(HOST, path, changed, If_Match='"1"').status, 200)
        same((find(q="jardin"), find(tag="garden"), find(q="salon"), find(tag="lift")), ([], [], [garden], [garden]))


@tap.story
def seats_are_checked():
    """what a search says of the seats is what stands there now, 64 days round"""
    with Server() as server:
        client = server.client
        world = World(client)
        listing = world.add(45.76, 4.84, [(2, 1), None, (0, 3)] + [(1, 1)] * 60 + [(5, 4)])
        item = client.get(f"/v1/listings?near=45.76,4.84&day={day(2)}&part=pm").json["items"][0]
        same((item["seats_left"], item["rev"], item["key"], item["distance_m"]), (3, 1, HOST.text, 0))
        same(item["week"], [{"day": day(-1), "open": False, "am": 0, "pm": 0}, {"day": day(0), "open": True, "am": 2, "pm": 1},
                            {"day": day(1), "open": False, "am": 0, "pm": 0}, {"day": day(2), "open": True, "am": 0, "pm": 3},
                            *({"day": day(offset), "open": True, "am": 1, "pm": 1} for offset in (3, 4, 5))])
        same([item["seats_left"] for item in client.get(f"/v1/listings?near=45.76,4.84&day={day(63)}").json["items"]], [4])
        client.offer(HOST, listing, [(1, 1)] * 2, rev=2, first=day(-60))
        for offset in (0, 2, 3, 4):
            same(client.get(f"/v1/listings?near=45.76,4.84&day={day(offset)}").json["items"], [], offset)
        find = lambda **query: [item["seats_left"] for item in client.get(
            f"/v1/listings?near=45.76,4.84&day={day(2)}&" + urllib.parse.urlencode(query)).json["items"]]
        handed = papers.allotment(listing, [None, None, (300, 2)])
        same(client.put(HOST, f"/v1/listings/{listing}/allotment", handed).status, 201)
        same((find(part="am", seats=300), find(part="am", seats=301), find(seats=2), find(seats=3)), ([300], [], [2], []))
        recall = HOST.sign(papers.notice("recall", listing, 2))
        same(client.ask("POST", f"/v1/listings/{listing}/allotment/recall", recall).status, 201)
        same((find(part="am"), find(part="pm")), ([], []), "what was handed back is not there any more")
        every = client.get("/v1/listings?near=45.76,4.84").json["items"]
        same([(item["id"], item["seats_left"]) for item in every], [(listing, 0)], "without a day all are shown")


@tap.story
def refused():
    """a search that cannot be meant is refused"""
    with Server() as server:
        client = server.client
        for query in ("", "near=45.76", "near=45.76,4.84,1", "near=91,0", "near=0,181", "near=4e1,5", "near=+1,1", "near=1.1234567,1",
                      "near=nan,1", "near=1,1&radius=0", "near=1,1&radius=50001", "near=1,1&radius=5.5", "near=1,1&limit=0",
                      "near=1,1&limit=51", "near=1,1&seats=0", "near=1,1&seats=501", "near=1,1&day=2026-02-30", "near=1,1&day=tomorrow",
                      "near=1,1&part=noon", "near=1,1&kind=castle", "near=1,1&cursor=x", "near=1,1&cursor=5.x", "near=1,1&more=1",
                      "near=1,1&near=1,1", "near=1,1&q=%zz", "near=1,1&q=%00", "near=1,1&q=%ff", "near=1,1&q=" + "a" * 401, "near"):
            same(client.get("/v1/listings?" + query).problem, "invalid", query)
        same(client.get(f"/v1/listings?near=45.76,4.84&day={day(64)}").problem, "beyond-horizon")
        same(client.get(f"/v1/listings?near=45.76,4.84&day={day(63)}").status, 200)
        same(client.get(f"/v1/listings?near=45.76,4.84&day={day(-1)}").problem, "past-day")
        empty = client.get("/v1/listings?near=45.76,4.84")
        same((empty.json, empty.headers["Cache-Control"]), ({"items": [], "cursor": None}, "public, max-age=30"))
        same(client.get("/v1/listings?near=45.76,4.84", If_None_Match=empty.headers["ETag"]).status, 304)


tap.main()
