# SPDX-FileCopyrightText: The Foyer contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The month of seats must be a grid to assistive technology, not a painted surface."""
from driver.tree import State

GRID = "table"
ROW = "table row"
CELL = "table cell"
HEADER = ("column header", "table column header", "label")


def cells_of(grid):
    """The cells in reading order."""
    return grid.find_all(CELL)


def headers_of(grid):
    """The names above the columns, from the first row."""
    return [header.name for header in grid.find_all(ROW)[0].find_all(HEADER)]


def faults(root):
    """What is wrong with the roles and names of the one month that is showing."""
    grids = root.find_all(GRID)
    if len(grids) != 1:
        return [f"{len(grids)} grids instead of one"]
    found = []
    cells = cells_of(grids[0])
    if len(cells) != 42:
        found.append(f"{len(cells)} cells instead of 42")
    rows = grids[0].find_all(ROW)
    if len(rows) not in (6, 7):
        found.append(f"{len(rows)} rows of weeks instead of 6")
    elif len(set(headers_of(grids[0])) - {""}) != 7:
        found.append(f"columns are called {headers_of(grids[0])}")
    names = [cell.name for cell in cells]
    if any(not name.strip() for name in names):
        found.append("nameless cells")
    if len(set(names)) != len(names):
        found.append("two cells of one name")
    if not all(cell.is_(State.FOCUSABLE) for cell in cells):
        found.append("cells that the keyboard cannot reach")
    if not grids[0].name.strip():
        found.append("nameless grid")
    return found
