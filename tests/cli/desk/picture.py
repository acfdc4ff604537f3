# SPDX-FileCopyrightText: The Foyer contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Pictures as a camera or a drawing program leaves them."""
import struct
import zlib


def chunk(name, body):
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def png(colour, width=64, height=48, text=None):
    """One of one colour, with a remark where there is one to say."""
    rows = (b"\0" + bytes(colour) * width) * height
    remark = chunk(b"tEXt", b"Comment\0" + text.encode()) if text else b""
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)) + remark
            + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))
