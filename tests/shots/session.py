# SPDX-FileCopyrightText: The Foyer contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""One run of the window: one profile, one language, one set of variants; many pictures."""
from dataclasses import dataclass

import scenes
from driver import foyer, keys
from driver.probe import Probe

SIZES = {"1100": (1100, 720), "700": (700, 720), "360": (360, 720)}
LOCALES = {"en": "en_GB.UTF-8", "fr": "fr_FR.UTF-8"}
SCALE = 2


@dataclass(frozen=True)
class Session:
    """What stays the same while the window is open."""
    profile: str
    language: str = "en"
    look: str = ""              # "", "contrast", "rtl" or "large"

    @property
    def name(self):
        return "-".join(filter(None, (self.profile, self.language, self.look)))

    def scenes(self):
        return [scene for scene in scenes.SCENES if scene.profile == self.profile
                and (scene.looks or self.look == "")]

    def schemes(self):
        return ("light", "dark") if self.look in ("", "contrast") else ("light",)


ALL = [Session(profile, language) for profile in scenes.KINDS for language in LOCALES]
ALL += [Session(scenes.FULL, "en", look) for look in ("contrast", "rtl", "large")]


def run(session, take, only=None):
    """Opens the window and calls @take for every picture: (scene, size, scheme, probe)."""
    with scenes.profile_of(session.profile) as profile:
        _play(session, profile, take, only)


def _play(session, profile, take, only):
    probe = Probe(rtl=session.look == "rtl")
    env = {"LC_ALL": LOCALES[session.language]}
    if session.look == "contrast":
        env["ADW_DEBUG_HIGH_CONTRAST"] = "1"
    words = foyer.translator(session.language)
    program = profile.start(env=env, probe=probe)
    keys.park_pointer()
    probe.settle()
    if session.look == "large":
        probe.ask("dpi", 192)

    for scene in session.scenes():
        if only is not None and scene.name not in only:
            continue
        scene.go(program, words)
        for scheme in session.schemes():
            probe.ask("scheme", scheme)
            for size, (width, height) in SIZES.items():
                probe.ask("size", width, height)
                probe.settle()
                take(scene, size, scheme, probe)
        probe.ask("size", *SIZES["1100"])
        probe.settle()
        scene.leave(program, words)
        probe.settle()

    program.close(scenes.EXPECTED_WORDS.get(session.profile, ()))
