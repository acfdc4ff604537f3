# SPDX-FileCopyrightText: The Foyer contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Whether letters stand out from what they stand on (WCAG 2.2, 1.4.3, level AA)."""

NORMAL = 4.5
LARGE = 3.0


def _needed(label):
    # 18 pt, or 14 pt bold
    large = label["pixels"] >= 24 or (label["pixels"] >= 18.66 and label["bold"])
    return LARGE if large else NORMAL


def faults(probe):
    """The labels of the page that are too pale, as they are painted."""
    return [f"“{label['text']}” stands out {label['contrast']:.2f} : 1 instead of {_needed(label)}"
            for label in probe.ask("contrast")["labels"]
            # Smooth edges never reach the full colour: a hundredth is not a fault.
            if label["contrast"] < _needed(label) - 0.05]


def _luminance(colour):
    channels = [int(colour[i:i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def ratio(one, other):
    """The contrast of two colours #rrggbb."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def mixed(front, back, share):
    """@front laid over @back with the opacity @share."""
    pairs = ((int(front[i:i + 2], 16), int(back[i:i + 2], 16)) for i in (1, 3, 5))
    return "#" + "".join(f"{round(f * share + b * (1 - share)):02x}" for f, b in pairs)
