"""Which icon stands for what: kinds of card, lanes and channels."""

from cjmapper.model.document import Channel
from cjmapper.model.vocabulary import CardKind, Device, LaneKind, Ownership

CARD_ICONS: dict[CardKind, str] = {
    CardKind.ACTIVITY: "footprints",
    CardKind.TOUCHPOINT: "map-pin",
    CardKind.THOUGHT: "message-circle",
    CardKind.QUESTION: "circle-help",
    CardKind.PAIN: "zap",
    CardKind.RISK: "triangle-alert",
    CardKind.GAIN: "sparkles",
    CardKind.OPPORTUNITY: "lightbulb",
    CardKind.COMPANY_GOAL: "target",
    CardKind.PHYSICAL_EVIDENCE: "ticket",
    CardKind.FRONTSTAGE: "concierge-bell",
    CardKind.BACKSTAGE: "cog",
    CardKind.SUPPORT: "server",
    CardKind.PICTURE: "image",
    CardKind.NOTE: "sticky-note",
    CardKind.OTHER: "square",
}

LANE_ICONS: dict[LaneKind, str] = {
    LaneKind.ACTIVITY: "footprints",
    LaneKind.TOUCHPOINT: "map-pin",
    LaneKind.EMOTION: "smile",
    LaneKind.THOUGHT: "message-circle",
    LaneKind.QUESTION: "circle-help",
    LaneKind.PAIN: "zap",
    LaneKind.RISK: "triangle-alert",
    LaneKind.GAIN: "sparkles",
    LaneKind.OPPORTUNITY: "lightbulb",
    LaneKind.COMPANY_GOAL: "target",
    LaneKind.PHYSICAL_EVIDENCE: "ticket",
    LaneKind.FRONTSTAGE: "concierge-bell",
    LaneKind.BACKSTAGE: "cog",
    LaneKind.SUPPORT: "server",
    LaneKind.PICTURE: "image",
    LaneKind.NOTE: "sticky-note",
    LaneKind.OTHER: "rows-3",
}

_BY_DEVICE: dict[Device, str] = {
    Device.MOBILE: "smartphone",
    Device.DESKTOP: "monitor",
    Device.IN_PERSON: "store",
    Device.PHONE: "phone",
    Device.PAPER: "file-text",
}

_BY_NAME: tuple[tuple[tuple[str, ...], str], ...] = (
    (("telefon", "phone", "call"), "phone"),
    (("e-post", "epost", "mail", "mejl"), "mail"),
    (("app", "mobil", "mobile", "sms"), "smartphone"),
    (("nett", "web", "hemsid", "sajt", "site", "online"), "globe"),
    (("chat", "meld", "message", "medd"), "messages-square"),
    (("video", "møte", "möte", "meeting"), "video"),
    (("venn", "vänn", "friend", "kjente", "nettverk", "nätverk", "network"), "users"),
    (("sosial", "social", "facebook", "insta", "linkedin"), "share-2"),
    (("gate", "gata", "park", "street", "road"), "car"),
    (("butikk", "butik", "shop", "store", "lokale", "restaurant", "disk", "desk"), "store"),
    (("brev", "letter", "papir", "papper", "paper", "skjema", "form"), "file-text"),
    (("produkt", "product"), "package"),
    (("søk", "sök", "search", "google"), "search"),
    (("avis", "tidning", "press", "news"), "newspaper"),
)
_BY_OWNERSHIP: dict[Ownership, str] = {
    Ownership.SOCIAL: "users",
    Ownership.PARTNER: "handshake",
    Ownership.CUSTOMER: "user",
}


def channel_icon(channel: Channel, known: frozenset[str]) -> str:
    """The icon of a channel: the one it names, else by its device, its name or its owner."""
    if channel.icon is not None and channel.icon in known:
        return channel.icon
    if channel.device is not None and channel.device in _BY_DEVICE:
        return _BY_DEVICE[channel.device]
    name = channel.name.casefold()
    for parts, found in _BY_NAME:
        if any(part in name for part in parts):
            return found
    return _BY_OWNERSHIP.get(channel.ownership, CARD_ICONS[CardKind.TOUCHPOINT])
