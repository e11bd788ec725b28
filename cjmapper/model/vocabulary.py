"""The closed lists of words a document may use, with the field's standard names.

A value that this version does not know becomes `OTHER` when read; its raw form is kept beside it
by `cjmapper.storage.codec` and written back.
"""

from enum import StrEnum


class Vocabulary(StrEnum):
    """An enumeration in which every unknown word reads as `OTHER`."""

    @classmethod
    def _missing_(cls, value: object) -> "Vocabulary | None":
        return cls("other") if isinstance(value, str) and value != "other" else None


class Language(Vocabulary):
    """The language of the words on a map."""

    NB = "nb"
    NN = "nn"
    SV = "sv"
    EN = "en"
    OTHER = "other"


class ActorKind(Vocabulary):
    """What an actor is."""

    PERSONA = "persona"
    SEGMENT = "segment"
    ROLE = "role"
    INFLUENCER = "influencer"
    OTHER = "other"


class CommitteeRole(Vocabulary):
    """An actor's part in a buying committee."""

    USER = "user"
    BUYER = "buyer"
    DECIDER = "decider"
    BUDGET = "budget"
    TECHNICAL = "technical"
    PROCUREMENT = "procurement"
    INFLUENCER = "influencer"
    OTHER = "other"


class Ownership(Vocabulary):
    """Who runs a channel or a touchpoint."""

    OWN = "own"
    PARTNER = "partner"
    CUSTOMER = "customer"
    SOCIAL = "social"
    EXTERNAL = "external"
    OTHER = "other"


class Device(Vocabulary):
    """What the customer holds or meets."""

    MOBILE = "mobile"
    DESKTOP = "desktop"
    IN_PERSON = "in_person"
    PHONE = "phone"
    PAPER = "paper"
    OTHER = "other"


class EvidenceType(Vocabulary):
    """How evidence was gathered."""

    INTERVIEW = "interview"
    DEPTH_INTERVIEW = "depth_interview"
    SURVEY = "survey"
    FOCUS_GROUP = "focus_group"
    OBSERVATION = "observation"
    USABILITY_TEST = "usability_test"
    ANALYTICS = "analytics"
    SOCIAL_LISTENING = "social_listening"
    WALKTHROUGH = "walkthrough"
    MYSTERY_SHOPPING = "mystery_shopping"
    SUPPORT_LOG = "support_log"
    CRM = "crm"
    SALES = "sales"
    WORKSHOP = "workshop"
    DESK = "desk"
    OTHER = "other"


class EvidenceSource(Vocabulary):
    """Whom evidence comes from."""

    CUSTOMER = "customer"
    BEHAVIOUR = "behaviour"
    EMPLOYEE = "employee"
    DESK = "desk"
    OTHER = "other"


class EvidenceMethod(Vocabulary):
    """Words or numbers."""

    QUALITATIVE = "qualitative"
    QUANTITATIVE = "quantitative"
    OTHER = "other"


class Respondents(Vocabulary):
    """Which customers a survey asked."""

    BUYER = "buyer"
    ABANDONER = "abandoner"
    RETURNER = "returner"
    MIXED = "mixed"
    OTHER = "other"


class MetricKind(Vocabulary):
    """What a metric measures."""

    CONVERSION_RATE = "conversion_rate"
    TIME_IN_PHASE = "time_in_phase"
    BOUNCE_RATE = "bounce_rate"
    NPS = "nps"
    CSAT = "csat"
    REPURCHASE_RATE = "repurchase_rate"
    CLV = "clv"
    TOUCHPOINT_COUNT = "touchpoint_count"
    SUPPORT_CONTACTS = "support_contacts"
    CART_ABANDONMENT = "cart_abandonment"
    OPEN_RATE = "open_rate"
    CUSTOM = "custom"
    OTHER = "other"


class MetricUnit(Vocabulary):
    """The unit of a metric's values."""

    SHARE = "share"
    SCORE = "score"
    COUNT = "count"
    DURATION = "duration"
    MONEY = "money"
    OTHER = "other"


class Better(Vocabulary):
    """Which direction of a metric is good."""

    HIGHER = "higher"
    LOWER = "lower"
    OTHER = "other"


class MapState(Vocabulary):
    """The journey as it is, or as it should be."""

    AS_IS = "as_is"
    TO_BE = "to_be"
    OTHER = "other"


class MapBasis(Vocabulary):
    """Planned by the provider, or as it actually went."""

    PLANNED = "planned"
    ACTUAL = "actual"
    OTHER = "other"


class MapContext(Vocabulary):
    """Whom the provider serves."""

    B2C = "b2c"
    B2B = "b2b"
    PUBLIC = "public"
    INTERNAL = "internal"
    OTHER = "other"


class MapLevel(Vocabulary):
    """How close the map looks."""

    MACRO = "macro"
    MESO = "meso"
    MICRO = "micro"
    OTHER = "other"


class PhaseKind(Vocabulary):
    """The standard phase a phase corresponds to, so that maps can be compared."""

    AWARENESS = "awareness"
    CONSIDERATION = "consideration"
    INQUIRY = "inquiry"
    DECISION = "decision"
    PURCHASE = "purchase"
    DELIVERY = "delivery"
    ONBOARDING = "onboarding"
    USE = "use"
    SUPPORT = "support"
    LOYALTY = "loyalty"
    ADVOCACY = "advocacy"
    END_OF_LIFE = "end_of_life"
    OTHER = "other"


class Period(Vocabulary):
    """Before, during or after the purchase or service."""

    BEFORE = "before"
    DURING = "during"
    AFTER = "after"
    OTHER = "other"


class LaneKind(Vocabulary):
    """What a lane is for; it decides which cards it accepts."""

    ACTIVITY = "activity"
    TOUCHPOINT = "touchpoint"
    EMOTION = "emotion"
    THOUGHT = "thought"
    QUESTION = "question"
    PAIN = "pain"
    RISK = "risk"
    GAIN = "gain"
    OPPORTUNITY = "opportunity"
    COMPANY_GOAL = "company_goal"
    PHYSICAL_EVIDENCE = "physical_evidence"
    FRONTSTAGE = "frontstage"
    BACKSTAGE = "backstage"
    SUPPORT = "support"
    PICTURE = "picture"
    NOTE = "note"
    OTHER = "other"


class Zone(Vocabulary):
    """The part of a service blueprint a lane belongs to."""

    CUSTOMER = "customer"
    FRONTSTAGE = "frontstage"
    BACKSTAGE = "backstage"
    SUPPORT = "support"
    INSIGHT = "insight"
    OTHER = "other"


class CardKind(Vocabulary):
    """What a card says."""

    ACTIVITY = "activity"
    TOUCHPOINT = "touchpoint"
    THOUGHT = "thought"
    QUESTION = "question"
    PAIN = "pain"
    RISK = "risk"
    GAIN = "gain"
    OPPORTUNITY = "opportunity"
    COMPANY_GOAL = "company_goal"
    PHYSICAL_EVIDENCE = "physical_evidence"
    FRONTSTAGE = "frontstage"
    BACKSTAGE = "backstage"
    SUPPORT = "support"
    PICTURE = "picture"
    NOTE = "note"
    OTHER = "other"


class Initiator(Vocabulary):
    """Who makes the contact at a touchpoint."""

    CUSTOMER = "customer"
    COMPANY = "company"
    THIRD_PARTY = "third_party"
    OTHER = "other"


class TouchpointStatus(Vocabulary):
    """How a touchpoint deviates, if it does."""

    PLANNED = "planned"
    AD_HOC = "ad_hoc"
    FAILED = "failed"
    MISSING = "missing"
    OTHER = "other"


class PainCategory(Vocabulary):
    """The sort of obstacle a pain point is."""

    FORM_BURDEN = "form_burden"
    FINDABILITY = "findability"
    WAITING = "waiting"
    PRODUCT_CHOICE = "product_choice"
    UNCLEAR_OFFER = "unclear_offer"
    HIDDEN_COST = "hidden_cost"
    SLOW = "slow"
    UNCLEAR_NEXT_STEP = "unclear_next_step"
    FEAR_OF_WRONG_CHOICE = "fear_of_wrong_choice"
    OTHER = "other"


class EmotionView(Vocabulary):
    """Whose number a reading is: felt by customers, believed by us, wished for, or expected."""

    FELT = "felt"
    BELIEVED = "believed"
    TARGET = "target"
    EXPECTED = "expected"
    OTHER = "other"


class TransitionKind(Vocabulary):
    """How a customer goes from one step to another."""

    NEXT = "next"
    SKIP = "skip"
    LOOP_BACK = "loop_back"
    PAUSE = "pause"
    DROP_OFF = "drop_off"
    OTHER = "other"


class LinkKind(Vocabulary):
    """What one card says of another."""

    ADDRESSES = "addresses"
    ANSWERS = "answers"
    CAUSES = "causes"
    CONTRADICTS = "contradicts"
    DEPENDS_ON = "depends_on"
    INFLUENCES = "influences"
    LEADS_TO = "leads_to"
    OTHER = "other"


class ActionStatus(Vocabulary):
    """How far an agreed change has come."""

    IDEA = "idea"
    PLANNED = "planned"
    DOING = "doing"
    DONE = "done"
    DROPPED = "dropped"
    OTHER = "other"


class Orientation(Vocabulary):
    """Which side of a sheet is up."""

    LANDSCAPE = "landscape"
    PORTRAIT = "portrait"
    OTHER = "other"


class Overflow(Vocabulary):
    """What becomes of a map whose cards would be too small to read on its paper.

    AUTO: one page where it can be read, else PAGES where more pages help, else LIST. ONE: a single
    page however small. PAGES: more pages side by side. LIST: an overview, the cards listed after.
    """

    AUTO = "auto"
    ONE = "one"
    PAGES = "pages"
    LIST = "list"
    OTHER = "other"


class PosterPart(StrEnum):
    """A part of a poster that can be switched off."""

    TITLE = "title"
    PERSONA = "persona"
    LEGEND = "legend"
    RAIL = "rail"
    NOTES = "notes"
    SOURCE = "source"
    LOGOS = "logos"


class LeftOut(StrEnum):
    """What a copy for a client may leave out."""

    NOTES = "notes"
    PARKED = "parked"
    COMMENTS = "comments"
    QUOTES = "quotes"
    NAMES = "names"
