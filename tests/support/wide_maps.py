"""A map too large for one sheet, made up with a fixed seed, in bokmål, as a consultant draws it."""

import random

from cjmapper.model import document as d
from cjmapper.model import ids, lane_rules
from cjmapper.model import vocabulary as v
from tests.support.synthetic import sentence

PHASES, STEPS, CARDS = 12, 30, 240

_PHASES = (
    "Oppdager behovet",
    "Leter",
    "Sammenligner",
    "Bestemmer seg",
    "Bestiller",
    "Venter",
    "Får levert",
    "Tar i bruk",
    "Bruker",
    "Trenger hjelp",
    "Fornyer",
    "Slutter",
)
_STEPS = (
    "Får en høy regning",
    "Snakker med naboen",
    "Søker på nettet",
    "Leser anmeldelser",
    "Ser på avtaler",
    "Regner på prisen",
    "Spør i familien",
    "Sover på det",
    "Velger avtale",
    "Fyller ut skjema",
    "Signerer med kode",
    "Får bekreftelse",
    "Sier opp den gamle",
    "Venter på bytte",
    "Får brev om bytte",
    "Leser av måleren",
    "Bytter leverandør",
    "Får første melding",
    "Laster ned appen",
    "Logger inn",
    "Ser forbruket sitt",
    "Får første regning",
    "Stusser over beløpet",
    "Ringer kundeservice",
    "Får svar",
    "Betaler",
    "Følger prisene",
    "Får tilbud om fastpris",
    "Sammenligner på nytt",
    "Sier opp avtalen",
)
_LANES = (
    (v.LaneKind.TOUCHPOINT, "Berøringspunkter"),
    (v.LaneKind.EMOTION, "Følelser"),
    (v.LaneKind.THOUGHT, "Tanker"),
    (v.LaneKind.PAIN, "Smertepunkter"),
    (v.LaneKind.OPPORTUNITY, "Muligheter"),
    (v.LaneKind.FRONTSTAGE, "Synlig arbeid"),
    (v.LaneKind.BACKSTAGE, "Bak kulissene"),
)
_WORDS = ("rolig", "usikker", "lei", "glad", "spent", "lettet", "oppgitt")


def wide_map(*, seed: int = 4) -> d.Document:
    """12 phases, 30 steps, 240 cards, a curve through all of them and a few connectors."""
    chance = random.Random(seed)  # noqa: S311
    phases = tuple(
        d.Phase(id=ids.PhaseId(f"phase-{n}"), key=f"phase-{n}", name=name)
        for n, name in enumerate(_PHASES)
    )
    steps = tuple(
        d.Step(
            id=ids.StepId(f"step-{n}"),
            key=f"step-{n}",
            phase=phases[n * PHASES // STEPS].id,
            title=_STEPS[n],
            moment_of_truth=n in (7, 21),
        )
        for n in range(STEPS)
    )
    cards = _cards(chance, steps)
    actor = d.Actor(id=ids.ActorId("kari"), name="Kari Nordmann", goal="Få det gjort på én kveld")
    journey = d.JourneyMap(
        id=ids.MapId("map"),
        title="Fra første tanke til siste dag",
        actors=(actor.id,),
        phases=phases,
        steps=steps,
        lanes=tuple(
            d.Lane(
                id=ids.LaneId(f"lane-{kind}"),
                kind=kind,
                title=title,
                zone=lane_rules.usual_zone(kind),
            )
            for kind, title in _LANES
        ),
        cards=cards,
        emotions=tuple(
            d.Emotion(
                id=ids.EmotionId(f"emotion-{n}"),
                step=step.id,
                actor=actor.id,
                value=chance.choice((-2.0, -1.0, -0.5, 0.0, 1.0, 1.5, 2.0)),
                words=(chance.choice(_WORDS),),
            )
            for n, step in enumerate(steps)
        ),
        links=tuple(
            d.Link(id=ids.LinkId(f"link-{n}"), start=cards[n].id, to=cards[n + away].id)
            for n, away in ((3, 5), (40, 9), (100, 12), (180, 30))
        ),
    )
    return d.Document(
        format=d.FORMAT,
        id=ids.DocumentId("wide"),
        title="Strømavtalen",
        actors=(actor,),
        maps=(journey,),
    )


def _cards(chance: random.Random, steps: tuple[d.Step, ...]) -> tuple[d.Card, ...]:
    """Eight cards a step, each with a number in its text so that none is like another."""
    lanes = [kind for kind, _ in _LANES if kind is not v.LaneKind.EMOTION]
    made: list[d.Card] = []
    for n in range(CARDS):
        step, lane = steps[n * STEPS // CARDS], lanes[n % len(lanes)]
        kind = chance.choice(lane_rules.accepted_kinds(lane))
        made.append(
            d.Card(
                id=ids.CardId(f"card-{n}"),
                kind=kind,
                lane=ids.LaneId(f"lane-{lane}"),
                step=step.id,
                text=f"{sentence(chance, 6)} {n}",
                severity=chance.randint(1, 5) if kind is v.CardKind.PAIN else None,
            )
        )
    return tuple(made)
