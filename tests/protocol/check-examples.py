# SPDX-FileCopyrightText: The Foyer contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Checks the examples in tests/data/protocol by a second computation that shares nothing with
Foyer but the contract: the arithmetic of RFC 8032 and RFC 7748, Salsa20 and Poly1305 by their
definitions, and Python's hashes."""
import base64
import hashlib
import json
import pathlib
import sys

DATA = pathlib.Path(sys.argv[1])
P = 2**255 - 19
ORDER = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, -1, P) % P
TYPES = ("listing", "availability", "tombstone", "request", "decision", "withdrawal", "allotment",
         "recall", "report", "erase", "rekey")


def text(name):
    return (DATA / name).read_text(encoding="utf-8")


def bytes_of(base64url):
    return base64.urlsafe_b64decode(base64url + "=" * (-len(base64url) % 4))


def base64url(octets):
    return base64.urlsafe_b64encode(octets).rstrip(b"=").decode()


# Ed25519, RFC 8032, section 5.1; points are (x, y)
def add(a, b):
    product = D * a[0] * b[0] * a[1] * b[1]
    return ((a[0] * b[1] + b[0] * a[1]) * pow(1 + product, -1, P) % P,
            (a[1] * b[1] + a[0] * b[0]) * pow(1 - product, -1, P) % P)


def times(number, point):
    result = (0, 1)
    while number:
        if number & 1:
            result = add(result, point)
        point, number = add(point, point), number >> 1
    return result


def unpack(octets):
    y = int.from_bytes(octets, "little")
    sign, y = y >> 255, y & (2**255 - 1)
    square = (y * y - 1) * pow(D * y * y + 1, -1, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * pow(2, (P - 1) // 4, P) % P
    assert (x * x - square) % P == 0
    return (P - x if x & 1 != sign else x, y)


def pack(point):
    return (point[1] | (point[0] & 1) << 255).to_bytes(32, "little")


BASE = unpack((4 * pow(5, -1, P) % P).to_bytes(32, "little"))


def secret(seed):
    digest = hashlib.sha512(seed).digest()
    return int.from_bytes(digest[:32], "little") & (2**254 - 8) | 2**254


def public(seed):
    return pack(times(secret(seed), BASE))


def verify(key, message, signature):
    scalar = int.from_bytes(signature[32:], "little")
    digest = hashlib.sha512(signature[:32] + key + message).digest()
    right = add(unpack(signature[:32]),
                times(int.from_bytes(digest, "little") % ORDER, unpack(key)))
    return scalar < ORDER and times(scalar, BASE) == right


# X25519, RFC 7748, section 5
def x25519(number, u):
    x1, x2, z2, x3, z3, swap = u, 1, 0, u, 1, 0
    for t in reversed(range(255)):
        bit = number >> t & 1
        if swap ^ bit:
            x2, x3, z2, z3 = x3, x2, z3, z2
        swap = bit
        a, b, c, d = x2 + z2, x2 - z2, x3 + z3, x3 - z3
        aa, bb, da, cb = a * a % P, b * b % P, d * a % P, c * b % P
        x3, z3 = (da + cb) ** 2 % P, x1 * (da - cb) ** 2 % P
        e = aa - bb
        x2, z2 = aa * bb % P, e * (aa + 121665 * e) % P
    if swap:
        x2, z2 = x3, z3
    return (x2 * pow(z2, -1, P) % P).to_bytes(32, "little")


# Salsa20, HSalsa20 and XSalsa20, Poly1305, as libsodium's crypto_box puts them together
def salsa_words(key, middle):
    words = [int.from_bytes(part, "little") for part in
             (key[i:i + 4] for i in range(0, 32, 4))]
    inner = [int.from_bytes(middle[i:i + 4], "little") for i in range(0, 16, 4)]
    c = [int.from_bytes(b"expand 32-byte k"[i:i + 4], "little") for i in range(0, 16, 4)]
    return [c[0], *words[:4], c[1], *inner, c[2], *words[4:], c[3]]


def salsa_rounds(x):
    x = list(x)
    columns = ((0, 4, 8, 12), (5, 9, 13, 1), (10, 14, 2, 6), (15, 3, 7, 11))
    rows = ((0, 1, 2, 3), (5, 6, 7, 4), (10, 11, 8, 9), (15, 12, 13, 14))
    for _ in range(10):
        for a, b, c, d in columns + rows:
            for target, left, right, turn in ((b, a, d, 7), (c, b, a, 9), (d, c, b, 13), (a, d, c, 18)):
                total = x[left] + x[right] & 0xffffffff
                x[target] ^= (total << turn | total >> 32 - turn) & 0xffffffff
    return x


def little(words):
    return b"".join(word.to_bytes(4, "little") for word in words)


def hsalsa(key, middle):
    x = salsa_rounds(salsa_words(key, middle))
    return little([x[i] for i in (0, 5, 10, 15, 6, 7, 8, 9)])


def xsalsa(key, nonce, size):
    key, stream, block = hsalsa(key, nonce[:16]), b"", 0
    while len(stream) < size:
        start = salsa_words(key, nonce[16:] + block.to_bytes(8, "little"))
        stream += little([a + b & 0xffffffff for a, b in zip(start, salsa_rounds(start))])
        block += 1
    return stream[:size]


def poly1305(key, message):
    r = int.from_bytes(key[:16], "little") & 0x0ffffffc0ffffffc0ffffffc0fffffff
    total = 0
    for at in range(0, len(message), 16):
        block = message[at:at + 16] + b"\x01"
        total = (total + int.from_bytes(block, "little")) * r % (2**130 - 5)
    return (total + int.from_bytes(key[16:], "little") & 2**128 - 1).to_bytes(16, "little")


def unseal(seed, key, box):
    y = int.from_bytes(key, "little") & (2**255 - 1)
    own = ((1 + y) * pow(1 - y, -1, P) % P).to_bytes(32, "little")
    ephemeral, tag, cipher = box[:32], box[32:48], box[48:]
    nonce = hashlib.blake2b(ephemeral + own, digest_size=24).digest()
    shared = hsalsa(x25519(secret(seed), int.from_bytes(ephemeral, "little")), bytes(16))
    stream = xsalsa(shared, nonce, 32 + len(cipher))
    assert poly1305(stream[:32], cipher) == tag, "the box's tag"
    plain = bytes(a ^ b for a, b in zip(cipher, stream[32:]))
    assert len(plain) % 512 == 0, "the box's padding"
    return json.loads(plain.rstrip(b"\0")[:-1])


def kdf(seed, label):
    return hashlib.blake2b(label, key=seed, digest_size=32).digest()


KEYS = json.loads(text("keys.json"))
HOST_SEED = kdf(bytes_of(KEYS["host_seed"]), b"host")
HOST = public(HOST_SEED)
GUEST_SEED = kdf(bytes_of(KEYS["guest_seed"]), b"guest" + HOST)
GUEST = public(GUEST_SEED)


def check_keys():
    assert base64url(HOST) == KEYS["host_key"]
    assert base64url(GUEST) == KEYS["guest_key"]
    jwk = '{"crv":"Ed25519","kty":"OKP","x":"%s"}' % KEYS["host_key"]
    assert base64url(hashlib.sha256(jwk.encode()).digest()) == KEYS["host_thumbprint"]


def check_envelopes():
    for kind in TYPES:
        envelope = json.loads(text(kind + ".envelope.json"))
        payload = bytes_of(envelope["payload"])
        assert list(envelope) == ["payload", "key", "signature"], kind
        assert payload == text(kind + ".json").rstrip("\n").encode(), kind
        assert json.loads(payload)["type"] == kind, kind
        signer = GUEST if kind in ("request", "withdrawal", "report", "erase") else HOST
        assert bytes_of(envelope["key"]) == signer, kind
        signature = bytes_of(envelope["signature"])
        assert verify(signer, b"foyer-v1\0" + payload, signature), kind
        assert not verify(signer, b"foyer-v1\0" + payload + b" ", signature), kind


def check_boxes():
    card = unseal(HOST_SEED, HOST, bytes_of(json.loads(text("request.json"))["sealed"]))
    assert card["name"] == "Zoé Martin" and card["skills"] == ["illustration", "Rust"]
    access = unseal(GUEST_SEED, GUEST, bytes_of(json.loads(text("decision.json"))["sealed"]))
    assert access["address"] == {"street": "12 rue des Lilas", "postcode": "69003", "city": "Lyon"}
    assert access["ticket"] == KEYS["ticket"]
    for plain, kind, sender, to in ((card, "request", GUEST, HOST), (access, "decision", HOST, GUEST)):
        assert plain["type"] == kind and plain["booking"] == KEYS["booking"]
        assert bytes_of(plain["sender"]) == sender and bytes_of(plain["recipient"]) == to


def check_ticket():
    key = kdf(bytes_of(KEYS["host_seed"]), b"ticket")
    tag = hashlib.blake2b((KEYS["booking"] + KEYS["day"]).encode(), key=key, digest_size=16).digest()
    letters = "BCDFGHJKLNPRSTVX"
    assert KEYS["ticket"] == "FO" + "".join(letters[b >> 4] + letters[b & 15] for b in tag[:8])


def check_http_signature():
    params = KEYS["signature_input"].removeprefix("sig1=")
    base = f'"@method": GET\n"@target-uri": {KEYS["target_uri"]}\n"@signature-params": {params}'
    signature = KEYS["signature"]
    assert signature.startswith("sig1=:") and signature.endswith(":")
    assert verify(GUEST, base.encode(), base64.b64decode(signature[6:-1], validate=True))


CHECKS = (check_keys, check_envelopes, check_boxes, check_ticket, check_http_signature)
print(f"1..{len(CHECKS)}")
failed = 0
for number, check in enumerate(CHECKS, 1):
    try:
        check()
        print(f"ok {number} {check.__name__}")
    except Exception as error:
        failed += 1
        print(f"not ok {number} {check.__name__}: {type(error).__name__} {error}")
sys.exit(1 if failed else 0)
