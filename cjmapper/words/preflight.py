"""What a look at a poster before printing says: what will not be readable, and what mends it.

Codes: `preflight.<finding>` and `preflight.mend.<mend>`.
"""

from cjmapper.words.sentence import Plural, Table

SENTENCES: Table = {
    "preflight.cards_too_small": (
        "Cards are {size} pt on {paper}; under {least} pt they are too small to read."
    ),
    "preflight.small_print": (
        "The smallest words are {size} pt on {paper}; under {least} pt they are hard to read."
    ),
    "preflight.card_too_far": "Cards are read from {reads} m, not from {wanted} m.",
    "preflight.step_too_far": (
        "Cards are read from {reads} m; at {wanted} m step titles are too small, too."
    ),
    "preflight.phase_too_far": (
        "Cards are read from {reads} m; at {wanted} m even phase names are too small."
    ),
    "preflight.no_font": Plural(
        "No font here has {characters}; an empty box is printed instead.",
        "No font here has {characters}; empty boxes are printed instead.",
    ),
    "preflight.picture_lost": "The picture “{name}” can’t be shown; an empty frame is printed.",
    "preflight.picture_coarse": (
        "The picture “{name}” has {dpi} dots per inch on paper; under {least} it looks coarse."
    ),
    "preflight.card_cut": "The card “{name}” crosses the joint between {one} and {other}.",
    "preflight.code_cut": (
        "The QR code crosses the joint between {one} and {other}; it may not be read."
    ),
    "preflight.cards_cut": Plural(
        "{n} card has words across a joint.", "{n} cards have words across a joint."
    ),
    "preflight.more_cards_cut": Plural(
        "{n} more card has words across a joint.", "{n} more cards have words across a joint."
    ),
    "preflight.cards_at_joint": Plural(
        "{n} card lies across a joint, but none of its words do.",
        "{n} cards lie across a joint, but none of their words do.",
    ),
    "preflight.margin_small": "The margin is {margin} mm; most printers leave {least} mm white.",
    "preflight.name_in_cards": Plural(
        "The name “{name}” still stands in {n} card.",
        "The name “{name}” still stands in {n} cards.",
    ),
    "preflight.name_on_poster": Plural(
        "The name “{name}” still stands in {n} place on the poster.",
        "The name “{name}” still stands in {n} places on the poster.",
    ),
    "preflight.name_travels": "The name “{name}” still stands in the map that is in the file.",
    "preflight.link_unfit": (
        "“{link}” is no web or mail address that a code can hold; the QR code tells what the map "
        "is instead."
    ),
    "preflight.mend.without_link": "Leave out the link",
    "preflight.mend.larger_paper": "Use {paper}",
    "preflight.mend.more_pages": "Use more pages",
    "preflight.mend.turn_portrait": "Turn it upright",
    "preflight.mend.turn_landscape": "Turn it sideways",
    "preflight.mend.without_rail": "Leave out the findings",
    "preflight.mend.without_rail_and_persona": "Leave out findings and persona",
    "preflight.mend.wider_columns": "Widen the columns",
    "preflight.mend.nearer": "Read it from {distance} m",
    "preflight.mend.larger_sheets": "Glue it from {paper}",
    "preflight.mend.one_sheet": "Print it on one sheet",
    "preflight.mend.usual_margin": "Use the usual margin",
}
