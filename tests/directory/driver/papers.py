# SPDX-FileCopyrightText: The Foyer contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Keys and signed papers, made by libsodium alone and not by the code that reads them."""
import base64
import ctypes
import ctypes.util
import datetime
import hashlib
import json
import os
import uuid

sodium = ctypes.CDLL(ctypes.util.find_library("sodium"))
assert sodium.sodium_init() >= 0

BLOCK = 512


def b64(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def new_id():
    return str(uuid.uuid4())


class Key:
    """An Ed25519 key and its secret half."""

    def __init__(self, seed=None):
        self.public = ctypes.create_string_buffer(32)
        self.secret = ctypes.create_string_buffer(64)
        sodium.crypto_sign_seed_keypair(self.public, self.secret, seed or os.urandom(32))
        self.text = b64(self.public.raw)

    def sign_bytes(self, message):
        signature = ctypes.create_string_buffer(64)
        sodium.crypto_sign_detached(signature, None, message, ctypes.c_ulonglong(len(message)), self.secret)
        return signature.raw

    def sign(self, paper):
        """The envelope of a paper, as bytes."""
        payload = json.dumps(paper, ensure_ascii=False, separators=(",", ":")).encode()
        return json.dumps({"payload": b64(payload), "key": self.text,
                           "signature": b64(self.sign_bytes(b"foyer-v1\0" + payload))}).encode()

    def seal_for(self, other, paper):
        """A box that @other can open."""
        plain = json.dumps(paper).encode()
        plain += b" " * (-len(plain) % BLOCK)
        curve = ctypes.create_string_buffer(32)
        assert sodium.crypto_sign_ed25519_pk_to_curve25519(curve, other.public) == 0
        box = ctypes.create_string_buffer(len(plain) + 48)
        sodium.crypto_box_seal(box, plain, ctypes.c_ulonglong(len(plain)), curve)
        return b64(box.raw)

    def sign_read(self, method, url, now):
        """The fields of a private read (RFC 9421)."""
        params = f'("@method" "@target-uri");created={now};keyid="{self.text}";alg="ed25519"'
        base = f'"@method": {method}\n"@target-uri": {url}\n"@signature-params": {params}'
        signature = base64.b64encode(self.sign_bytes(base.encode())).decode()
        return {"Signature-Input": f"sig1={params}", "Signature": f"sig1=:{signature}:"}


# A box takes a while to make and no server can look into it: most stories share one.
GUEST, HOST = Key(b"g" * 32), Key(b"h" * 32)
BOX = GUEST.seal_for(HOST, {"name": "Somebody"})


def listing(listing_id=None, **changes):
    return {"type": "listing", "id": listing_id or new_id(), "rev": 1, "name": "La Tablée", "kind": "coworking",
            "about": "A long table by the window.", "rules": "", "area": "Lyon 3e", "country": "FR",
            "tz": "Europe/Paris", "lat": 45.759723, "lon": 4.842223, "displaced_m": 0, "seats": 8,
            "price_minor": 400, "half_price_minor": 200, "currency": "EUR", "shares": [],
            "cancel": {"hour": "18:00", "days": 1}, "tags": ["wifi", "quiet"], "languages": ["fr"], "photos": [],
            "updated": 1795600000000, **changes}


def availability(listing_id, days, rev=1, first="2026-11-26"):
    """@days are pairs of seats, or None for a closed day."""
    return {"type": "availability", "listing": listing_id, "rev": rev, "from": first,
            "days": [None if day is None else {"am": day[0], "pm": day[1]} for day in days]}


def allotment(listing_id, days, rev=1, first="2026-11-26"):
    return {**availability(listing_id, days, rev, first), "type": "allotment"}


def notice(kind, subject, rev):
    return {"type": kind, "booking" if kind == "withdrawal" else "listing": subject, "rev": rev}


def request(listing_id, host, directory, **changes):
    return {"type": "request", "id": new_id(), "rev": 1, "listing": listing_id, "host": host.text,
            "directory": directory, "day": "2026-11-27", "part": "full", "seats": 1,
            "answer_by": 1795766400000, "sealed": BOX, **changes}


def decision(booking, state="confirmed", rev=2, **changes):
    return {"type": "decision", "booking": booking, "rev": rev, "state": state, "sealed": BOX, **changes}


def sha256(data):
    return hashlib.sha256(data).hexdigest()


def day(offset, start="2026-11-26"):
    return (datetime.date.fromisoformat(start) + datetime.timedelta(days=offset)).isoformat()


def jpeg(filling=b"\x12\x34", marker=b""):
    """The smallest thing that is built as a JPEG is."""
    def segment(code, body):
        return bytes([0xff, code]) + (len(body) + 2).to_bytes(2, "big") + body
    return (b"\xff\xd8" + segment(0xe0, b"JFIF\0\x01\x01\0\0\x01\0\x01\0\0") + marker
            + segment(0xdb, b"\0" + b"\x01" * 64) + segment(0xc0, b"\x08\0\x10\0\x10\x01\x01\x11\0")
            + segment(0xc4, b"\0" + b"\0" * 16) + segment(0xda, b"\x01\x01\0\0\x3f\0") + filling + b"\xff\xd9")


def webp(extra=b"", flags=None):
    frame = b"\x2f" + (15 | 15 << 14).to_bytes(4, "little") + b"\0" * 5
    chunks = b"VP8L" + len(frame).to_bytes(4, "little") + frame
    if flags is not None:
        chunks = b"VP8X" + (10).to_bytes(4, "little") + bytes([flags]) + b"\0" * 9 + chunks
    body = b"WEBP" + chunks + extra
    return b"RIFF" + len(body).to_bytes(4, "little") + body
