"""Which cards a lane accepts, and which zone a lane of a kind belongs to."""

from cjmapper.model.vocabulary import CardKind, LaneKind, Zone

_EVERY_KIND = (CardKind.NOTE, *(kind for kind in CardKind if kind is not CardKind.NOTE))

_ACCEPTED: dict[LaneKind, tuple[CardKind, ...]] = {
    LaneKind.ACTIVITY: (CardKind.ACTIVITY,),
    LaneKind.TOUCHPOINT: (CardKind.TOUCHPOINT,),
    LaneKind.EMOTION: (),
    LaneKind.THOUGHT: (CardKind.THOUGHT, CardKind.QUESTION),
    LaneKind.QUESTION: (CardKind.QUESTION, CardKind.THOUGHT),
    LaneKind.PAIN: (CardKind.PAIN, CardKind.RISK),
    LaneKind.RISK: (CardKind.RISK, CardKind.PAIN),
    LaneKind.GAIN: (CardKind.GAIN,),
    LaneKind.OPPORTUNITY: (CardKind.OPPORTUNITY,),
    LaneKind.COMPANY_GOAL: (CardKind.COMPANY_GOAL,),
    LaneKind.PHYSICAL_EVIDENCE: (CardKind.PHYSICAL_EVIDENCE,),
    LaneKind.FRONTSTAGE: (CardKind.FRONTSTAGE,),
    LaneKind.BACKSTAGE: (CardKind.BACKSTAGE,),
    LaneKind.SUPPORT: (CardKind.SUPPORT,),
    LaneKind.PICTURE: (CardKind.PICTURE,),
    LaneKind.NOTE: _EVERY_KIND,
    LaneKind.OTHER: _EVERY_KIND,
}

_ZONES: dict[LaneKind, Zone] = {
    LaneKind.FRONTSTAGE: Zone.FRONTSTAGE,
    LaneKind.BACKSTAGE: Zone.BACKSTAGE,
    LaneKind.SUPPORT: Zone.SUPPORT,
    LaneKind.PAIN: Zone.INSIGHT,
    LaneKind.RISK: Zone.INSIGHT,
    LaneKind.GAIN: Zone.INSIGHT,
    LaneKind.OPPORTUNITY: Zone.INSIGHT,
    LaneKind.COMPANY_GOAL: Zone.INSIGHT,
}


def accepted_kinds(kind: LaneKind) -> tuple[CardKind, ...]:
    """The kinds of card a lane takes, the one a note dropped there becomes first."""
    return _ACCEPTED[kind]


def accepts(kind: LaneKind, card: CardKind) -> bool:
    """Whether a lane takes a card; one of an unknown kind may stand in any lane of cards."""
    taken = _ACCEPTED[kind]
    return card in taken or (card is CardKind.OTHER and bool(taken))


def kind_in_lane(kind: LaneKind, card: CardKind) -> CardKind | None:
    """The kind a card takes in a lane: its own, or the lane's first; None where no card may be."""
    if accepts(kind, card):
        return card
    taken = _ACCEPTED[kind]
    return taken[0] if taken else None


def usual_zone(kind: LaneKind) -> Zone:
    """The zone that a new lane of this kind is put in."""
    return _ZONES.get(kind, Zone.CUSTOMER)
