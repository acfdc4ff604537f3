#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Foyer contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Pictures of every page and dialog, in every variant, with a sheet of each.

    run.py DIR [SCENE…]
    run.py --readme

DIR/SCENE/*.png are the pictures at scale 2, DIR/SCENE.png has all of one scene side by
side. The same source gives the same pictures. --readme takes the one that README shows.
"""
import concurrent.futures
import os
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [HERE, os.path.join(os.path.dirname(HERE), "ui")]

from driver import frame, tap

README_PICTURE = os.path.join(HERE, "..", "..", "data", "screenshots", "today.png")

WORKERS = max(2, os.cpu_count() or 2)


def take_session(name, folder, only):
    """Inside a frame: one session's pictures."""
    import session

    chosen = next(one for one in session.ALL if one.name == name)

    def take(scene, size, scheme, probe):
        path = os.path.join(folder, scene.name)
        os.makedirs(path, exist_ok=True)
        variant = "-".join(filter(None, (size, scheme, chosen.language, chosen.look)))
        probe.ask("shot", os.path.join(path, variant + ".png"), session.SCALE)

    try:
        session.run(chosen, take, only or None)
    except Exception:
        print("\n".join(tap.accounts()), file=sys.stderr)
        raise


def make_sheet(folder, scene):
    pictures = sorted(os.listdir(os.path.join(folder, scene)))
    subprocess.run(["montage", "-label", "%t", *pictures, "-geometry", "x440>+12+12",
                    "-tile", "6x", "-background", "#8a8a8a", os.path.join(folder, scene + ".png")],
                   cwd=os.path.join(folder, scene), check=True)


def make_readme_picture():
    """Today in a wide, light, English window, in few enough colours for a repository."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable, os.path.abspath(__file__), folder, "today"], check=True)
        subprocess.run(["convert", os.path.join(folder, "today", "1100-light-en.png"), "-strip",
                        "+dither", "-colors", "128", "PNG8:" + README_PICTURE], check=True)


def main():
    if len(sys.argv) < 2:
        sys.exit("usage: run.py DIR [SCENE…] | --readme")
    if sys.argv[1] == "--readme":
        make_readme_picture()
        return
    if sys.argv[1] == "--session":
        take_session(sys.argv[2], sys.argv[3], sys.argv[4:])
        os._exit(0)

    import scenes
    import session

    folder = os.path.abspath(sys.argv[1])
    only = sys.argv[2:]
    known = {scene.name for scene in scenes.SCENES}
    unknown = [name for name in only if name not in known]
    if unknown:
        sys.exit(f"run.py: there is no scene “{unknown[0]}”, only {', '.join(sorted(known))}")
    os.makedirs(folder, exist_ok=True)

    sessions = [one for one in session.ALL
                if any(not only or scene.name in only for scene in one.scenes())]
    with concurrent.futures.ThreadPoolExecutor(WORKERS) as pool:
        runs = [pool.submit(subprocess.run,
                            [sys.executable, os.path.join(HERE, "..", "ui", "driver", "frame.py"),
                             sys.executable, os.path.abspath(__file__),
                             "--session", one.name, folder, *only], check=True)
                for one in sessions]
        for run in runs:
            run.result()
        taken = [scene for scene in sorted(known) if os.path.isdir(os.path.join(folder, scene))]
        list(pool.map(lambda scene: make_sheet(folder, scene), taken))


main()
