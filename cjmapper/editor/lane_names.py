"""What people call the lanes of a map, in the languages of the program, read as kinds of lane."""

from functools import cache

from cjmapper.model.vocabulary import CardKind, LaneKind
from cjmapper.words.catalog import Words

_OTHER_NAMES: dict[LaneKind, str] = {
    LaneKind.ACTIVITY: "activity, actions, customer actions, user actions, doing, steps, "
    "handlinger, kundehandlinger, hva kunden gjør, gjøre, handlingar, "
    "kundens handlingar, göra, aktivitet",
    LaneKind.TOUCHPOINT: "touch points, channels, contact points, kanaler, kontaktpunkter, "
    "berøringspunkt, kontaktpunkt, kontaktpunkter, beröringspunkt, kanal",
    LaneKind.EMOTION: "feelings, feeling, emotional journey, emotion curve, mood, satisfaction, "
    "følelse, humør, stemning, opplevelse, følelsesreise, følelseskurve, känsla, humör, "
    "upplevelse, känslokurva",
    LaneKind.THOUGHT: "thinking, thinks, mindset, tenker, tanke, tänker, tanke",
    LaneKind.QUESTION: "question, spørsmål, fråga, frågor",
    LaneKind.PAIN: "pains, pain point, painpoints, frustrations, problems, challenges, barriers, "
    "smerte, smerter, smertepunkt, problemer, utfordringer, hindringer, frustrasjoner, "
    "smärta, smärtor, smärtpunkt, problem, utmaningar, hinder, frustrationer",
    LaneKind.RISK: "risks, risk, risiko, risikoer, risker",
    LaneKind.GAIN: "gain, delights, highlights, positives, gleder, gevinster, høydepunkter, "
    "glädjeämnen, vinster, höjdpunkter",
    LaneKind.OPPORTUNITY: "opportunity, ideas, improvements, solutions, mulighet, ideer, tiltak, "
    "forbedringer, løsninger, möjlighet, idéer, åtgärder, förbättringar, lösningar",
    LaneKind.COMPANY_GOAL: "company goals, business goals, our goals, forretningsmål, våre mål, "
    "mål, affärsmål, våra mål, det vi vil oppnå, det vi vill uppnå, what we want to achieve",
    LaneKind.PHYSICAL_EVIDENCE: "evidence, props, fysiske spor, fysiske bevis, fysiska bevis",
    LaneKind.FRONTSTAGE: "front stage, frontstage actions, onstage, synlig arbeid, synligt arbete",
    LaneKind.BACKSTAGE: "backstage, back stage, backstage actions, bak scenen, bakom scenen",
    LaneKind.SUPPORT: "support, systems, supporting processes, støtte, systemer, stöd, system",
    LaneKind.PICTURE: "photos, images, bilder, foto",
    LaneKind.NOTE: "note, comments, notat, notater, kommentarer, anteckningar, kommentar",
}  # fmt: skip


def plain_name(name: str) -> str:
    """A name without what differs by chance: capitals, blanks, a mark at the end."""
    return " ".join(name.casefold().split()).strip(" :.*")


def kind_of(name: str) -> LaneKind | None:
    """The kind of lane that goes by this name; None for a name of one's own."""
    return _kinds().get(plain_name(name))


@cache
def _kinds() -> dict[str, LaneKind]:
    found: dict[str, LaneKind] = {}
    for language in ("en", "nb", "sv"):
        words = Words(language)
        for kind in LaneKind:
            if kind is LaneKind.OTHER:
                continue
            found[plain_name(words.label(kind))] = kind
            if kind.value in {card.value for card in CardKind}:
                found.setdefault(plain_name(words.label(CardKind(kind.value))), kind)
    for kind, names in _OTHER_NAMES.items():
        for name in names.split(","):
            found.setdefault(plain_name(name), kind)
    return found
