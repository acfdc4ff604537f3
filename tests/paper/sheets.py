# SPDX-FileCopyrightText: The Foyer contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What other programs see in a PDF."""
import os
import subprocess

HERE = os.path.dirname(os.path.abspath(__file__))

# A page at 36 dots an inch, looked at in squares of 4 by 4: a moved or missing line changes many of
# them, another smoothing of letters changes each a little.
RESOLUTION = 36
SQUARE = 4
NOTICEABLE = 14
MOST_CHANGED = 0.01


def run(*command):
    return subprocess.run(command, check=True, capture_output=True, timeout=120).stdout


def text(path, *options):
    return run("pdftotext", *options, path, "-").decode()


def fonts(path):
    """The lines of pdffonts as name and whether it is embedded."""
    lines = run("pdffonts", path).decode().splitlines()[2:]
    return [(line.split()[0], line.split()[-5]) for line in lines]


def info(path):
    return dict(line.split(":", 1) for line in run("pdfinfo", path).decode().splitlines() if ":" in line)


def codes(path, page=1):
    """What a camera reads from a page."""
    picture = f"{path}-{page}"
    run("pdftoppm", "-r", "150", "-png", "-singlefile", "-f", str(page), path, picture)
    found = subprocess.run(["zbarimg", "--quiet", "--raw", "-Sbinary", picture + ".png"], check=False,
                           capture_output=True, timeout=60).stdout
    return found.decode()


def squares(pgm):
    """The mean grey of each square of a picture."""
    kind, size, most, pixels = pgm.split(b"\n", 3)
    assert (kind, most) == (b"P5", b"255"), (kind, most)
    width, height = map(int, size.split())
    means = []
    for top in range(0, height - SQUARE + 1, SQUARE):
        rows = [pixels[(top + i) * width:(top + i + 1) * width] for i in range(SQUARE)]
        means.append([sum(sum(row[left:left + SQUARE]) for row in rows) // SQUARE ** 2
                      for left in range(0, width - SQUARE + 1, SQUARE)])
    return means


def render(path, page=1):
    return run("pdftoppm", "-r", str(RESOLUTION), "-gray", "-singlefile", "-f", str(page), path)


def compare(path, golden, page=1):
    """Fails where a page does not look as it did. FOYER_GOLDEN=write takes it as it looks now."""
    golden = os.path.join(HERE, "golden", golden + ".png")
    picture = render(path, page)
    if os.environ.get("FOYER_GOLDEN") == "write":
        subprocess.run(["convert", "pgm:-", "-strip", "-define", "png:exclude-chunks=date,time", "-colors", "16", golden],
                       input=picture, check=True, timeout=60)
    now = squares(picture)
    then = squares(run("convert", golden, "-colorspace", "gray", "-depth", "8", "pgm:-"))
    assert (len(now), len(now[0])) == (len(then), len(then[0])), f"{golden}: another size"
    changed = [(x, y) for y, row in enumerate(now) for x, mean in enumerate(row) if abs(mean - then[y][x]) > NOTICEABLE]
    share = len(changed) / (len(now) * len(now[0]))
    assert share <= MOST_CHANGED, f"{golden}: {share:.1%} looks otherwise, the first at {changed[:5]}"
