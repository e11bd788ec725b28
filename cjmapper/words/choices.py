"""Lists to choose from: what stands in them without words of its own.

Codes: `choice.<what>`.
"""

from cjmapper.words.sentence import Table

SENTENCES: Table = {
    "choice.card_without_text": "(card without text)",
    "choice.from_start": "Customers come in here",
    "choice.same_step": "Wait here",
    "choice.step_number": "Step {number}",
    "choice.none_fits": "Nothing fits “{typed}”",
    "choice.place": "{words}, {place} of {most}",
    "choice.leads_to": "Leads to… (type to find it)",
    "choice.readings": "Emotions measured here",
    "choice.reading": "{value:+} {words}",
}
