#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Foyer contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Photos of a space in the editor: put in order by keys, removed and brought back."""
import os

from driver import keys, picture, tap, wait
from driver.editor import Editor
from driver.foyer import Profile
from driver.tree import State


def digests(profile, space):
    return [photo["sha256"] for photo in profile.ctl("photo", "list", space)]


@tap.story
def photos():
    """photos are moved and removed by keys, and brought back; the card has the first"""
    profile = Profile()
    space = profile.add_space()
    folder = os.path.dirname(profile.dir)
    for number, colour in enumerate(((200, 30, 30), (30, 200, 30), (30, 30, 200))):
        profile.ctl("photo", "add", space, picture.write(os.path.join(folder, f"{number}.png"), colour))
    red, green, blue = digests(profile, space)
    program = profile.start()
    editor = Editor.edit(program)
    editor.go_to("Photos")
    third = editor.dialog.find("list item", "Photo 3")
    program.click(third)
    wait.until(lambda: third.is_(State.FOCUSED), "the keyboard on the third photo")
    keys.press("alt+Up")
    editor.says("^Moved the photo$")
    wait.until(lambda: editor.dialog.find("list item", "Photo 2").is_(State.FOCUSED), "the keyboard where the photo went")
    keys.press("alt+Up")
    wait.until(lambda: editor.dialog.find("list item", "Cover").is_(State.FOCUSED), "the keyboard on the cover")
    keys.press("Delete")
    editor.says("^Removed the photo$")
    editor.dialog.find_none("list item", "Photo 3")
    editor.dialog.find("button", "Undo").act()
    editor.dialog.find("list item", "Photo 3")
    editor.close()
    program.close()
    assert digests(profile, space) == [blue, red, green], digests(profile, space)
    assert profile.ctl("check")["ok"]


tap.main()
