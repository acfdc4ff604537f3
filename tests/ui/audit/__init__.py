# SPDX-FileCopyrightText: The Foyer contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Looks for what would stop a person who uses a screen reader, a keyboard or large letters."""
