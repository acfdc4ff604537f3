# SPDX-FileCopyrightText: The Foyer contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Texts that mean something to a program on their way: SQL, shells, formats, markup, tables, terminals,
bidirectional and combining characters."""

_PIECES = [
    "'; DROP TABLE booking; --", "' OR '1'='1", "\" OR \"\"=\"", "x' UNION SELECT name FROM sqlite_master --",
    "'||(SELECT 1)||'", "1; ATTACH 'x' AS y", "%' ESCAPE '!", "a\\'; --", "?1 ?2 :name @name $name",
    "MATCH 'a* NEAR b'", "\"a\" AND NOT b*", "<script>alert(1)</script>", "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>", "javascript:alert(1)", "</textarea><b>x", "<!-- x -->", "]]>", "&lt;b&gt;",
    "&amp;amp;", "&#x3c;b&#62;", "<a href='javascript:x'>y</a>", "<b>Bold</b>", "<b>open", "</b>",
    "<span foreground='red'>x</span>", "<span font_desc='Sans 9999'>x", "<a href='file:///etc/passwd'>x</a>",
    "<", ">", "&", "a & b", "<<>>", "_Mnemonic_ __", "__", "%s%s%s%n", "%1$s %99$d", "%", "%%", "{0} {name}",
    "${HOME}", "$(reboot)", "`reboot`", "; reboot", "| cat", "> file", "&& true", "\\n\\t\\0", "\\",
    "C:\\dir\\new", "../../etc/passwd", "/dev/null", "~", "*", "-", "--", "=1+1", "=cmd|' /C calc'!A0",
    "+1+1", "-1+1", "@SUM(A1)", "\uff1d1+1", "a;b,c\"d\"", "\"", "\"\"", "'", "''", "“”„«»", "a,b;c",
    "BEGIN:VEVENT", "DTSTART;TZID=x:1", "\\,\\;", "null", "NULL", "None", "true", "0", "-1", "1e999", "NaN",
    "[]", "{}", "{\"a\":1}", "\u00e9", "e\u0301", "\u1e9b\u0323", "\ufb01", "\u0130stanbul", "\u00df",
    "\u01c6", "ﾊﾝｶｸ", "李小龍", "עדה", "سارة أحمد", "ไทย", "हिन्दी", "\U0001f600",
    "\U0001f468\u200d\U0001f469\u200d\U0001f467", "\U0001f1eb\U0001f1f7", "\U0001d504", "a\u0308\u0301",
    "\u2028x", "a\u200bb", "a\u200db", "a\u00adb", "\u202eabc", "a\u2066b\u2069", "\u200fx", "\ufeffx",
    "a\ufffeb", "\ue000x", "a\u0300" * 3, "a" + "\u0300" * 9, "a" + "\u0300" * 2000, "\x1b[31mred",
    "\x07bell", "a\rb", "a\nb", "a\tb", "\x7f", "\x85x", "\u00a0x\u00a0", " x ", "\u3000", "\u200b", "W" * 80,
    "W" * 81, "\u00e9" * 4000, "\u00e9" * 4001, "a" * 100000,
]


def _corpus():
    texts = list(_PIECES)
    for number, piece in enumerate(_PIECES):
        if len(piece) < 80:
            texts += [f"Zo\u00e9 {piece}", f"{piece} {number}", f"a{piece}b", f"{piece}{piece}"]
    return list(dict.fromkeys(texts))


# Some five hundred; the pieces themselves come first.
CORPUS = _corpus()
N_PIECES = len(_PIECES)
