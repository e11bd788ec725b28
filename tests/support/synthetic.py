"""Large maps made up with a fixed seed: eight lanes, links, transitions and emotions, in bokmål."""

import itertools
import random
from collections.abc import Sequence

from cjmapper.model import document as d
from cjmapper.model import ids, lane_rules
from cjmapper.model import vocabulary as v


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


_FIRST = _words(
    """
    kunde service betaling levering bestilling butikk nett mobil faktura avtale ansvar retur
    handel garanti informasjon konto pris produkt tjeneste kvalitet forsikring skade vente
    saks møte dokument samtale telefon opplæring anbefaling rabatt kampanje reklame lager
    pakke sende søke melding signatur vedlikehold montering energi strøm leie bolig helse
    pasient reise billett sete ordre kjøpe tilbuds bruker medlem abonnements påloggings
    sikkerhets arbeids prosjekt drifts person legitimasjons bekreftelses oppfølgings
    kommunikasjons beslutnings
    """
)
_LAST = _words(
    """
    tilfredshet undersøkelse behandling løsning prosess avdeling leder veileder skjema side
    portal løp kort bok brev kø tid frist krav grense liste oversikt rapport analyse måling
    kvittering kostnad gebyr avgift fordel avslag endring melding henvendelse forespørsel
    opplevelse forventning reise punkt flate system register sentral kontor skranke vindu
    knapp felt valg alternativ ordning garanti plan rutine instruks beskrivelse dialog
    assistent bekreftelse problem mulighet verdi
    """
)
_ENDINGS = ("", "en", "er", "ene")
_SMALL = _words(
    """
    og eller men fordi når hvis som jeg vi de hun han det den ikke alltid aldri kanskje må kan
    vil skal får tar gir ser leter finner spør venter ringer håper tror vet skjønner orker
    gleder savner trenger ønsker på i til fra med uten før etter hos over under mellom for
    mange få nye gamle enkle vanskelige trygg usikker raskt sakte igjen enda mer mindre hver
    dag uke måned æsj åpner ærlig øker
    """
)

LANES = (
    v.LaneKind.TOUCHPOINT,
    v.LaneKind.EMOTION,
    v.LaneKind.THOUGHT,
    v.LaneKind.PAIN,
    v.LaneKind.GAIN,
    v.LaneKind.OPPORTUNITY,
    v.LaneKind.FRONTSTAGE,
    v.LaneKind.BACKSTAGE,
)
_CARD_LANES = tuple(kind for kind in LANES if kind is not v.LaneKind.EMOTION)
_CARDS_IN_CELL = 4
_STEPS_IN_PHASE = 6


def vocabulary() -> tuple[str, ...]:
    """Thousands of compounds, and the small words between them."""
    compounds = (f"{a}{b}{c}" for a in _FIRST for b in _LAST for c in _ENDINGS)
    return (*_SMALL, *compounds)


def sentence(chance: random.Random, words: int = 12) -> str:
    """About so many words, two thirds of them small."""
    count = max(1, words + chance.randint(-4, 4))
    chosen = [
        chance.choice(_SMALL)
        if chance.random() < 0.67
        else chance.choice(_FIRST) + chance.choice(_LAST) + chance.choice(_ENDINGS)
        for _ in range(count)
    ]
    return " ".join(chosen).capitalize()


def document(cards: int, *, seed: int = 1) -> d.Document:
    """One map of exactly so many cards, the same for the same seed."""
    chance = random.Random(seed)  # noqa: S311
    columns = max(3, round(cards / (_CARDS_IN_CELL * len(_CARD_LANES))))
    phases, steps = _columns(chance, columns)
    made = _cards(chance, cards, steps)
    actors = (
        d.Actor(id=ids.ActorId("kari"), name="Kari Nordmann", goal=sentence(chance)),
        d.Actor(id=ids.ActorId("ola"), name="Ola Nordmann"),
    )
    journey = d.JourneyMap(
        id=ids.MapId("map"),
        title=f"Kart med {cards} lapper",
        actors=tuple(actor.id for actor in actors),
        phases=phases,
        steps=steps,
        lanes=_lanes(LANES),
        cards=made,
        emotions=_emotions(chance, steps),
        transitions=_transitions(chance, steps),
        links=_links(chance, made),
    )
    return d.Document(
        format=d.FORMAT,
        id=ids.DocumentId("synthetic"),
        title=journey.title,
        actors=actors,
        maps=(journey,),
    )


def busy(*, seed: int = 1) -> d.Document:
    """40 phases of one step, 10 lanes, 800 cards and 200 connectors between neighbours."""
    chance = random.Random(seed)  # noqa: S311
    phases, steps = _columns(chance, 40, in_phase=1)
    kinds = (*LANES, v.LaneKind.RISK, v.LaneKind.SUPPORT)
    takers = tuple(kind for kind in kinds if kind is not v.LaneKind.EMOTION)
    cards = _cards(chance, 800, steps, takers)
    links = tuple(
        d.Link(id=ids.LinkId(f"link-{n}"), start=cards[4 * n].id, to=cards[4 * n + away].id)
        for n, away in enumerate(chance.choices(range(1, 20), k=195))
    ) + tuple(
        d.Link(id=ids.LinkId(f"back-{n}"), start=cards[790 + n].id, to=cards[700 + n].id)
        for n in range(5)
    )
    actor = d.Actor(id=ids.ActorId("kari"), name="Kari Nordmann", goal=sentence(chance))
    journey = d.JourneyMap(
        id=ids.MapId("map"),
        title="Et travelt kart",
        actors=(actor.id,),
        phases=phases,
        steps=steps,
        lanes=_lanes(kinds),
        cards=cards,
        emotions=tuple(one for one in _emotions(chance, steps) if one.actor == actor.id),
        transitions=_transitions(chance, steps),
        links=links,
    )
    return d.Document(
        format=d.FORMAT,
        id=ids.DocumentId("busy"),
        title=journey.title,
        actors=(actor,),
        maps=(journey,),
    )


def travelled(*, seed: int = 1) -> d.Document:
    """200 steps and 2,000 cards; every step says how many go on, turn back and leave."""
    chance = random.Random(seed)  # noqa: S311
    phases, steps = _columns(chance, 200)
    actor = d.Actor(id=ids.ActorId("kari"), name="Kari Nordmann")
    paths: list[d.Transition] = []
    for n, step in enumerate(steps):
        onwards = steps[n + 1].id if n + 1 < len(steps) else ids.GOAL
        ways = ((onwards, 0.95), (chance.choice(steps[: n + 1]).id, 0.03), (ids.DROP, 0.02))
        paths += [
            d.Transition(
                id=ids.TransitionId(f"{step.id}-{index}"),
                start=ids.StepEnd(step.id),
                to=ids.StepEnd(to),
                share=share,
            )
            for index, (to, share) in enumerate(ways)
        ]
    journey = d.JourneyMap(
        id=ids.MapId("map"),
        actors=(actor.id,),
        phases=phases,
        steps=steps,
        lanes=_lanes(LANES),
        cards=_cards(chance, 2000, steps),
        emotions=tuple(one for one in _emotions(chance, steps) if one.actor == actor.id),
        transitions=tuple(paths),
    )
    return d.Document(
        format=d.FORMAT, id=ids.DocumentId("travelled"), actors=(actor,), maps=(journey,)
    )


def _lanes(kinds: Sequence[v.LaneKind]) -> tuple[d.Lane, ...]:
    return tuple(
        d.Lane(
            id=ids.LaneId(f"lane-{kind}"),
            kind=kind,
            title=kind.replace("_", " ").capitalize(),
            zone=lane_rules.usual_zone(kind),
        )
        for kind in kinds
    )


def _columns(
    chance: random.Random, count: int, *, in_phase: int = _STEPS_IN_PHASE
) -> tuple[tuple[d.Phase, ...], tuple[d.Step, ...]]:
    phases = tuple(
        d.Phase(id=ids.PhaseId(f"phase-{n}"), key=f"phase-{n}", name=sentence(chance, 2))
        for n in range((count + in_phase - 1) // in_phase)
    )
    steps = tuple(
        d.Step(
            id=ids.StepId(f"step-{n}"),
            key=f"step-{n}",
            phase=phases[n // in_phase].id,
            title=sentence(chance, 5),
            moment_of_truth=chance.random() < 0.1,
        )
        for n in range(count)
    )
    return phases, steps


def _cards(
    chance: random.Random,
    count: int,
    steps: Sequence[d.Step],
    lanes: Sequence[v.LaneKind] = _CARD_LANES,
) -> tuple[d.Card, ...]:
    cells = [(kind, step.id) for step in steps for kind in lanes]
    made: list[d.Card] = []
    for n in range(count):
        kind, step = cells[n * len(cells) // count]
        card_kind = chance.choice(lane_rules.accepted_kinds(kind))
        made.append(
            d.Card(
                id=ids.CardId(f"card-{n}"),
                kind=card_kind,
                lane=ids.LaneId(f"lane-{kind}"),
                step=step,
                text=sentence(chance),
                severity=chance.randint(1, 5) if card_kind is v.CardKind.PAIN else None,
            )
        )
    return tuple(made)


def _emotions(chance: random.Random, steps: Sequence[d.Step]) -> tuple[d.Emotion, ...]:
    curves = (
        (ids.ActorId("kari"), v.EmotionView.FELT),
        (ids.ActorId("kari"), v.EmotionView.BELIEVED),
        (ids.ActorId("ola"), v.EmotionView.FELT),
    )
    return tuple(
        d.Emotion(
            id=ids.EmotionId(f"emotion-{number}-{n}"),
            step=step.id,
            actor=actor,
            view=view,
            value=chance.choice((-2.0, -1.5, -1.0, 0.0, 0.5, 1.0, 2.0)),
            words=(chance.choice(_SMALL),),
        )
        for number, (actor, view) in enumerate(curves)
        for n, step in enumerate(steps)
        if chance.random() < 0.8
    )


def _transitions(chance: random.Random, steps: Sequence[d.Step]) -> tuple[d.Transition, ...]:
    chain = [
        d.Transition(
            id=ids.TransitionId(f"next-{n}"),
            start=ids.StepEnd(one.id),
            to=ids.StepEnd(other.id),
        )
        for n, (one, other) in enumerate(itertools.pairwise(steps))
    ]
    back = [
        d.Transition(
            id=ids.TransitionId(f"back-{n}"),
            start=ids.StepEnd(steps[n].id),
            to=ids.StepEnd(steps[n - 2].id),
            kind=v.TransitionKind.LOOP_BACK,
        )
        for n in range(2, len(steps))
        if chance.random() < 0.2
    ]
    start = d.Transition(id=ids.TransitionId("start"), start=ids.START, to=ids.StepEnd(steps[0].id))
    goal = d.Transition(id=ids.TransitionId("goal"), start=ids.StepEnd(steps[-1].id), to=ids.GOAL)
    return (start, *chain, *back, goal)


def _links(chance: random.Random, cards: Sequence[d.Card]) -> tuple[d.Link, ...]:
    """A link from about every tenth card to one not far away."""
    made: list[d.Link] = []
    for n in range(0, len(cards) - 1, 10):
        away = chance.randint(1, 60)
        if n + away < len(cards):
            made.append(
                d.Link(id=ids.LinkId(f"link-{n}"), start=cards[n].id, to=cards[n + away].id)
            )
    return tuple(made)
