#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Foyer contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What people tell each other is nowhere at the directory."""
import json
import os

from desk import tap
from desk.tap import same
from driver import papers
from driver.papers import Key, day, new_id
from driver.server import Client, Server

SECRETS = {"name": "Zoé Marchelin-Planted", "phone": "06 39 98 77 66", "email": "planted.zoe@example.org", "note": "planted: the blue bell",
           "street": "12, rue des Lilas-Plantés", "door": "planted 4711B", "wifi": "planted-wifi-word"}
ADDRESS = "198.51.100.77"


def forms(text):
    """A text as it could stand in a file."""
    yield text.encode()
    yield text.encode("utf-16-le")
    yield json.dumps(text)[1:-1].encode()


def search_files(server, what):
    for name in os.listdir(server.base):
        path = os.path.join(server.base, name)
        if os.path.isfile(path):
            with open(path, "rb") as file:
                content = file.read()
            for text in what:
                for form in forms(text):
                    assert form not in content, f"{text} stands in {name}"


@tap.story
def planted():
    """planted words of a guest and a host are in no file, log, number or answer"""
    guest, host, answers = Key(), Key(), []
    with Server("--admin", "127.0.0.1:0", G_MESSAGES_DEBUG="all") as server:
        class Listening(Client):
            def ask(self, *args, **options):
                answer = super().ask(*args, **options)
                answers.append(answer.body)
                answers.append(repr(answer.headers).encode())
                return answer
        client = Listening(server.url)
        listing = client.open_space(host, [(5, 5)] * 5, kind="home", displaced_m=300)
        card = guest.seal_for(host, {name: SECRETS[name] for name in ("name", "phone", "email", "note")})
        way = host.seal_for(guest, {name: SECRETS[name] for name in ("street", "door", "wifi")})
        paper, _ = client.request(guest, listing, host, sealed=card)
        same(client.decide(host, paper["id"], sealed=way).status, 201)
        for key in (guest, host):
            same(client.read_as(key, f"/v1/bookings/{paper['id']}").status, 200)
            same(client.read_as(key, "/v1/inbox").status, 200)
        client.get(f"/v1/listings/{listing}", X_Forwarded_For=ADDRESS)
        client.ask("PUT", f"/v1/listings/{listing}", json.dumps(SECRETS).encode(), If_None_Match="*")
        client.get("/v1/listings?near=45.76,4.84&day=" + day(1) + "&q=planted+4711B")
        client.get("/v1/planted-wifi-word")
        client.get("/v1/listings?near=1,1&planted.zoe%40example.org=1")
        answers.append(server.admin.get("/metrics").body)
        search_files(server, [*SECRETS.values(), ADDRESS])
        for text in [*SECRETS.values(), ADDRESS]:
            for form in forms(text):
                assert not any(form in answer for answer in answers), text
        numbers = server.admin.get("/metrics").body.decode()
        for text in (guest.text, host.text, listing, paper["id"], "127.0.0"):
            assert text not in numbers and text not in server.read_log(), text
        server.stop()
        for text in [*SECRETS.values(), ADDRESS, guest.text, host.text, listing, paper["id"]]:
            assert text.encode() not in server.said, text
        search_files(server, [*SECRETS.values(), ADDRESS])


@tap.story
def homes():
    """a home's listing with its street or its exact point is refused"""
    with Server() as server:
        address = {"street": "12, rue des Lilas", "postcode": "69003", "city": "Lyon"}
        for changes in ({"displaced_m": 0}, {"displaced_m": 300, "address": address}):
            paper = papers.listing(kind="home", **changes)
            same(server.client.publish(Key(), paper).problem, "invalid", changes)
        same(server.client.publish(Key(), papers.listing(kind="coworking", address=address)).status, 201)


@tap.story
def strangers():
    """who asks for bookings by chance learns nothing, from any of 1000 ids"""
    guest, host, stranger = Key(), Key(), Key()
    with Server() as server:
        client = server.client
        listing = client.open_space(host, [(5, 5)] * 5)
        real = [client.request(guest, listing, host)[0]["id"] for _ in range(3)]
        answers = {client.read_as(stranger, f"/v1/bookings/{booking}").body for booking in [*real, *(new_id() for _ in range(1000))]}
        same(len(answers), 1)
        same(client.read_as(stranger, "/v1/inbox").json["items"], [])


tap.main()
