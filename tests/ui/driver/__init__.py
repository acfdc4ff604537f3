# SPDX-FileCopyrightText: The Foyer contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Drives the real programs through the accessibility bus, as a screen reader and a keyboard do."""
