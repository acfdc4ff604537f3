#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Foyer contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Photos: only those that a signed listing names, and nothing but photos."""
import os

from desk import tap
from desk.tap import same
from driver import papers
from driver.papers import HOST, sha256
from driver.server import Server


def segment(code, body):
    return bytes([0xff, code]) + (len(body) + 2).to_bytes(2, "big") + body


def chunk(name, body):
    return name + len(body).to_bytes(4, "little") + body + b"\0" * (len(body) % 2)


@tap.story
def kept_and_served():
    """a photo that a listing names is kept and served for ever, and goes with its listing"""
    with Server() as server:
        client = server.client
        for photo, kind in ((papers.jpeg(), "image/jpeg"), (papers.jpeg(b"\xff\x00\xff\xd3\x01"), "image/jpeg"),
                            (papers.webp(), "image/webp"), (papers.webp(flags=0x10), "image/webp")):
            path = f"/v1/photos/{sha256(photo)}"
            put = lambda **fields: client.ask("PUT", path, photo, **{"Content_Type": kind, **fields})
            same(put().problem, "not-found", "no listing names it")
            paper = papers.listing(photos=[sha256(photo)])
            same(client.publish(HOST, paper).status, 201)
            same(client.get(path).problem, "not-found")
            same(put(Content_Type="image/png").problem, "media-type")
            same((put().status, put().status), (201, 200))
            answer = client.get(path)
            same((answer.body, answer.headers["Content-Type"], answer.headers["X-Content-Type-Options"]), (photo, kind, "nosniff"))
            same(answer.headers["Cache-Control"], "public, max-age=31536000, immutable")
            same(client.get(path, If_None_Match=f'"{sha256(photo)}"').status, 304)
            client.put(HOST, f"/v1/listings/{paper['id']}", {**paper, "rev": 2, "photos": []}, If_Match='"1"')
            same(client.get(path).problem, "not-found")


@tap.story
def on_the_page():
    """the page of a listing shows the first photo that is here, says its size before it comes, and never a gap"""
    with Server() as server:
        client = server.client
        photos = [papers.jpeg(b"\x07"), papers.jpeg(), papers.webp(flags=0x10)]
        paper = papers.listing(photos=[sha256(photo) for photo in photos], name='A "bay" & window')
        same(client.publish(HOST, paper).status, 201)
        page = lambda: client.get(f"/l/{paper['id']}").body.decode()
        assert "<img" not in page()
        for photo, kind in ((photos[2], "image/webp"), (photos[1], "image/jpeg")):
            same(client.ask("PUT", f"/v1/photos/{sha256(photo)}", photo, Content_Type=kind).status, 201)
            image = page().partition("<img ")[2].partition(">")[0]
            same(image, f'class="photo" src="/v1/photos/{sha256(photo)}" alt="A &quot;bay&quot; &amp; window" width="16" height="16"')
        same(page().count("<img"), 1)


@tap.story
def refused():
    """what is no photo, or tells something beside the picture, is refused"""
    whole, frame = papers.jpeg(), papers.webp()
    bad = {
        "empty": b"", "a text": b"<svg onload=alert(1)>", "a page behind": whole + b"<script>", "cut": whole[:-3], "half": whole[:60],
        "no end": whole[:-2], "exif": papers.jpeg(marker=segment(0xe1, b"Exif\0\0" + b"\0" * 20)),
        "comment": papers.jpeg(marker=segment(0xfe, b"12, rue des Lilas")), "xmp": papers.jpeg(marker=segment(0xed, b"x")),
        "too wide": whole.replace(b"\x08\0\x10\0\x10", b"\x08\x30\0\0\x10"), "no height": whole.replace(b"\x08\0\x10\0\x10", b"\x08\0\0\0\x10"),
        "two frames": papers.jpeg(marker=segment(0xc0, b"\x08\0\x10\0\x10\x01\x01\x11\0")), "length 1": whole[:4] + b"\0\1" + whole[6:],
        "png": b"\x89PNG\r\n\x1a\n" + b"\0" * 40, "gif": b"GIF89a" + b"\0" * 40, "short riff": frame[:-1], "long riff": frame + b"\0\0",
        "webp exif": papers.webp(chunk(b"EXIF", b"abcd")), "webp xmp": papers.webp(chunk(b"XMP ", b"abcd")),
        "animated": papers.webp(flags=0x02), "flag exif": papers.webp(flags=0x08), "two pictures": papers.webp(frame[12:]),
        "not vp8l": frame.replace(b"\x2f", b"\x2e"), "only a header": b"RIFF\x04\0\0\0WEBP" + b"\0" * 8,
    }
    with Server() as server:
        client = server.client
        for name, photo in bad.items():
            client.publish(HOST, papers.listing(photos=[sha256(photo)]))
            same(client.ask("PUT", f"/v1/photos/{sha256(photo)}", photo, Content_Type="image/jpeg").problem, "invalid", name)
        client.publish(HOST, papers.listing(photos=[sha256(whole)]))
        same(client.ask("PUT", f"/v1/photos/{sha256(whole)}", papers.jpeg(b"\x01"), Content_Type="image/jpeg").problem, "invalid", "another")
        large = papers.jpeg(b"\x01" * 300000)
        same(client.ask("PUT", f"/v1/photos/{sha256(large)}", large, Content_Type="image/jpeg").problem, "too-large")
        most = papers.jpeg(b"\x01" * (300000 - len(papers.jpeg(b""))))
        same(len(most), 300000)
        client.publish(HOST, papers.listing(photos=[sha256(most)]))
        same(client.ask("PUT", f"/v1/photos/{sha256(most)}", most, Content_Type="image/jpeg").status, 201)
        same(client.get(f"/v1/photos/{sha256(most)}").body, most)
        same(client.get("/v1/photos/" + "0" * 63).problem, "not-found")
        same(client.get("/v1/photos/../../etc/passwd").problem, "not-found")


@tap.story
def altered():
    """a photo with any byte changed never makes the server stumble"""
    with Server() as server:
        client = server.client
        for whole in (papers.jpeg(), papers.webp(flags=0x10)):
            for position in range(len(whole)):
                photo = bytearray(whole)
                photo[position] ^= 1 + os.urandom(1)[0] % 255
                answer = client.ask("PUT", f"/v1/photos/{sha256(bytes(photo))}", bytes(photo), Content_Type="image/x")
                assert answer.problem in ("invalid", "media-type"), answer.body
        same(client.get("/.well-known/foyer").status, 200)


tap.main()
