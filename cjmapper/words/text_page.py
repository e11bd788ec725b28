"""The page of text that tells what a poster shows: its headings and the words between.

Codes: `page.`.
"""

from cjmapper.words.sentence import Plural, Table

SENTENCES: Table = {
    "page.skip": "Skip to the contents",
    "page.contents": "Contents",
    "page.people": "Whose journey it is",
    "page.needs": "Needs",
    "page.goal": "Goal",
    "page.context": "Situation",
    "page.expectations": "Expects",
    "page.criteria": "Judges by",
    "page.part": "Part in the purchase",
    "page.rests_on": "Rests on",
    "page.rests_on_numbers": Plural("rests on source {numbers}", "rests on sources {numbers}"),
    "page.how_to_read": "How to read it",
    "page.how_to_read.text": (
        "The table goes from left to right in time: phases on top, the steps of each below, and "
        "one row for each thing that is looked at. Emotions go from {low} to {high}."
    ),
    "page.starts_when": "Begins when",
    "page.ends_when": "Ends when",
    "page.caption": Plural(
        "{title}: {phases}, {n} step, row by row", "{title}: {phases}, {n} steps, row by row"
    ),
    "page.rows": "Row",
    "page.through": "through “{step}”",
    "page.level_of": "{word}, {value:+}",
    "page.moment": "A moment that matters",
    "page.measure": "Measured here",
    "page.takes": "takes {duration}",
    "page.tags": "Tags: {names}",
    "page.promise": "Promised: {text}",
    "page.often": "How often: {text}",
    "page.answers_first": "Begun by: {who}",
    "page.opens": "Continues in “{name}”",
    "page.flow": "How people go on",
    "page.share": "{percent} of them",
    "page.counted": Plural("{n} person", "{n} people"),
    "page.links": "How cards hang together",
    "page.insights": "Insights",
    "page.about": "About: {names}",
    "page.actions": "What we do",
    "page.action": "Action",
    "page.owner": "Responsible",
    "page.due": "By",
    "page.status": "How far",
    "page.addresses": "Meets",
    "page.effect_of": "effect {n} of 5",
    "page.effort_of": "effort {n} of 5",
    "page.trial": "Trial of “{a}” against “{b}”",
    "page.metrics": "Figures",
    "page.metric": "Figure",
    "page.measured": "Measured",
    "page.target": "Aim",
    "page.of": "Of",
    "page.sources": "Sources",
    "page.n": "n = {n}",
    "page.picture": "Picture: {text}",
    "page.made": "Made with CJMapper",
}
