#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Foyer contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A week said in words, public holidays, and whom closing concerns."""
import re

from driver import foyer, keys, tap, wait
from driver.editor import Editor
from driver.foyer import Profile
from driver.month import Month
from driver.tree import State

WORDS = "Or Say It in Words"
HOLIDAYS = "Closed on Public Holidays"
CHRISTMAS = "2026-12-25"


def start(language="en", env=None):
    profile = Profile()
    space = profile.add_space()
    program = profile.start(env=env)
    editor = Editor.edit(program, foyer.translator(language))
    editor.go_to("Opening Hours")
    return profile, space, program, editor


def open_days(profile, space):
    days = profile.ctl("availability", space, "--from", "2026-11-26", "--days", "366")
    return [day["day"] for day in days if day["open"]]


def expect_sentence(editor, sentence):
    field = editor.field(WORDS)
    wait.until(lambda: field.text == sentence, f"“{sentence}” (it is “{field.text}”)")


def holidays_switch(editor):
    return editor.dialog.find("check box", re.compile("^" + re.escape(editor.words(HOLIDAYS))))


@tap.story
def in_words():
    """the week is a sentence, and a sentence becomes the week"""
    profile, space, program, editor = start()
    expect_sentence(editor, "Mon-Fri 9-18")
    editor.type(WORDS, "Tue and Thu 10-16, 3 seats, not in August, but on 24 Aug")
    editor.says("^Opens 97 days within a year: Thu 26 November, Tue 1 December, Thu 3 December…$")
    keys.press("Return")
    editor.says("^Changed the opening hours$")
    week = editor.dialog.find("list", "Week")
    week.find("list item", "Tuesday, 10:00 – 16:00, 3 seats")
    week.find("list item", "Friday, Closed")
    editor.dialog.find("button", "Undo").act()
    week.find("list item", "Friday, 09:00 – 18:00, 8 seats")
    expect_sentence(editor, "Mon-Fri 9-18")
    # The sentence follows the week, too.
    week.find("check box", "Saturday").act("toggle")
    editor.says("^Changed the hours of Saturday$")
    expect_sentence(editor, "Mon-Sat 9-18")
    editor.close()
    program.close()
    assert "2026-11-28" in open_days(profile, space)


@tap.story
def not_understood():
    """what means nothing or two things is asked about, kept, and changes nothing"""
    profile, space, program, editor = start()
    expect_sentence(editor, "Mon-Fri 9-18")
    for sentence, answer in (("Tue 9-5", "9:00-17:00 or 5:00-9:00"), ("Tue, nott in August", "“nott” is not understood"),
                             ("not on holidays", "“holidays” is not understood"),
                             ("<b>Tue</b> & <a href='x'>Thu</a>", "“<” is not understood"),
                             ("' OR 1=1 --", "is not understood"), ("=cmd|' /C calc'!A0", "is not understood")):
        editor.apply(WORDS, sentence)
        editor.says(re.escape(answer))
        assert editor.field(WORDS).text == sentence
    keys.press("ctrl+a", "BackSpace", "Return")
    editor.says("^Write when the space is open")
    # A sentence that can be read takes the refusal away before anything is done.
    editor.type(WORDS, "Tue 9-17")
    editor.dialog.find_none("alert", re.compile("."))
    editor.says("^Opens 52 days within a year: Tue 1 December")
    editor.close()
    program.close()
    assert len(open_days(profile, space)) == 262


@tap.story
def booked():
    """a sentence that closes a booked day is refused, with the day"""
    profile, space, program, editor = start()
    program.close()
    profile.ctl("book", space, "2026-12-01", "--guest", "Zoé")
    program = profile.start()
    editor = Editor.edit(program)
    editor.go_to("Opening Hours")
    editor.apply(WORDS, "Mon and Wed 9-18")
    editor.says("Tue 1 December; nothing was changed")
    assert editor.field(WORDS).text == "Mon and Wed 9-18"
    editor.close()
    program.close()
    assert len(open_days(profile, space)) == 262


@tap.story
def holidays():
    """a switch closes a space on public holidays; sentence, month and undo follow"""
    profile, space, program, editor = start()
    program.click(holidays_switch(editor))
    editor.says("^Changed “Closed on Public Holidays”$")
    expect_sentence(editor, "Mon-Fri 9-18, not on public holidays")
    editor.close()
    month = Month(program)
    month.press("Page_Down", "Left")
    month.expect("Friday 25 December, closed, Christmas")
    program.root.find("label", re.compile("^Closed.·.Christmas$"))
    program.close()
    assert CHRISTMAS not in open_days(profile, space)

    program = profile.start()
    editor = Editor.edit(program)
    editor.go_to("Opening Hours")
    wait.until(lambda: holidays_switch(editor).is_(State.CHECKED), "the switch as it was left")
    editor.type(WORDS, "Mon-Fri 9-18")
    editor.says("^Opens 262 days within a year")
    keys.press("Return")
    editor.says("^Changed the opening hours$")
    wait.until(lambda: not holidays_switch(editor).is_(State.CHECKED), "the switch follows the sentence")
    editor.close()
    month = Month(program)
    month.press("Page_Down", "Left")
    month.expect("Friday 25 December, 8 of 8 seats free, Christmas")
    program.close()
    assert CHRISTMAS in open_days(profile, space)


@tap.story
def booked_holiday():
    """the switch sends nobody away"""
    profile = Profile()
    space = profile.add_space()
    profile.ctl("book", space, CHRISTMAS, "--guest", "Zoé")
    program = profile.start()
    editor = Editor.edit(program)
    editor.go_to("Opening Hours")
    program.click(holidays_switch(editor))
    editor.says("Fri 25 December; nothing was changed")
    editor.close()
    program.close()
    assert CHRISTMAS in open_days(profile, space)


@tap.story
def concerned():
    """closing says what each guest gets back"""
    profile = Profile()
    space = profile.add_space()
    profile.ctl("book", space, "2026-12-22", "--guest", "Jonas <b>")
    program = profile.start()
    month = Month(program)
    month.press("Page_Down", "Left", "Left", "Left", "Left", "Left")
    month.expect("Monday 21 December")
    month.press("shift+Right", "shift+Right")
    close = program.root.find("radio button", "Close")
    close.act(close.actions[0])
    program.root.find("label", "Tue 22 · €4.00 no longer due")
    program.close()


@tap.story
def in_french():
    """the sentence and its preview are French in a French window"""
    profile, space, program, editor = start("fr", {"LC_ALL": "fr_FR.UTF-8"})
    field = editor.field(WORDS)
    wait.until(lambda: field.text == "Du lundi au vendredi de 9h à 18h", f"French (it is “{field.text}”)")
    editor.type(WORDS, "vendredi 9h-17h, sauf jours feries")
    editor.says("^Ouvre 51 jours d’ici un an.*Fermé 2 jours fériés")
    keys.press("Return")
    editor.says("^Horaires d’ouverture modifiés$")
    editor.close()
    program.close()
    assert len(open_days(profile, space)) == 51


tap.main()
