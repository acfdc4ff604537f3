# SPDX-FileCopyrightText: The Foyer contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the tests of foyerctl share: a profile to work on, and TAP."""
