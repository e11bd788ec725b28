"""What is said of the things on a map in its page of text: cards, emotions, paths, figures."""

from collections.abc import Iterable, Iterator

from cjmapper.drawing.shapes import emotion_level
from cjmapper.drawing.told import card_facts
from cjmapper.exchange.html_elements import NOTHING, Html, element, joined, picture, text
from cjmapper.model import document as d
from cjmapper.model import ids, queries
from cjmapper.model.vocabulary import CardKind, MetricUnit
from cjmapper.words.catalog import Words

_LOWEST = -2
_NO_STEPS = frozenset({ids.START, ids.GOAL, ids.DROP})


class Told:
    """The things of one map in words."""

    def __init__(self, document: d.Document, journey: d.JourneyMap, words: Words) -> None:
        self.document = document
        self.journey = journey
        self.words = words

    def say(self, code: str, **values: str | float) -> str:
        """A sentence."""
        return self.words.say(code, **values)

    def step(self, step_id: str) -> str:
        """What a step is called; START, GOAL and DROP are no steps and have names too."""
        if step_id in _NO_STEPS:
            return self.say(f"map.{step_id.lower()}")
        found = queries.step(self.journey, step_id)
        return (found.title if found else "") or self.say("spoken.untitled_step")

    def card_name(self, card_id: str) -> str:
        """The text of a card in one line."""
        found = queries.card(self.journey, card_id)
        name = " ".join(found.text.split()) if found else ""
        return name or self.say("spoken.untitled_card")

    def quoted(self, name: str) -> str:
        """A name in quotation marks, where it stands in the middle of a sentence."""
        return self.say("map.persona.quote", quote=name)

    def _end(self, step_id: str) -> str:
        named = self.step(step_id)
        return named if step_id in _NO_STEPS else self.quoted(named)

    def image(self, asset_id: str | None, about: str) -> Html:
        """A picture, told by what stands beside it or else by its name."""
        found = next((one for one in self.document.assets if one.id == asset_id), None)
        if found is None:
            return NOTHING
        return picture(found.data, self.say("page.picture", text=about or found.name))

    def card(self, card: d.Card) -> Html:
        """A card: what it is and its figures, then its words, then what else is known of it."""
        kind = ", ".join(card_facts(self.document, card, self.words))
        return joined(
            (
                element("span", text(kind), class_="kind"),
                text(card.text),
                self.image(card.picture, card.text),
                *(element("span", text(one), class_="kind") for one in self._more(card)),
            )
        )

    def _more(self, card: d.Card) -> Iterator[str]:
        if card.span > 1:
            at = queries.step_index(self.journey)[card.step or ""] + card.span - 1
            last = self.journey.steps[min(at, len(self.journey.steps) - 1)]
            yield self.say("page.through", step=self.step(last.id))
        if card.promise and card.kind is CardKind.TOUCHPOINT:
            yield self.say("page.promise", text=card.promise)
        if card.frequency:
            yield self.say("page.often", text=card.frequency)
        yield from (self.words.label(one) for one in (card.device, card.category) if one)
        if card.initiator:
            yield self.say("page.answers_first", who=self.words.label(card.initiator))
        if card.ownership:
            yield self.words.label(card.ownership)
        yield from self.tags(card.tags)
        yield from self.rests_on(card.evidence)

    def tags(self, wanted: Iterable[str]) -> Iterator[str]:
        """The tags by their names, in one sentence; none where there are none."""
        names = [one.name for one in self.document.tags if one.id in set(wanted)]
        if names:
            yield self.say("page.tags", names=self.words.listed(names))

    def rests_on(self, wanted: tuple[ids.EvidenceId, ...]) -> Iterator[str]:
        """What a claim rests on, in one sentence; none where there is nothing."""
        known = enumerate(self.document.evidence, 1)
        numbers = [str(number) for number, one in known if one.id in wanted]
        if numbers:
            listed = self.words.listed(numbers)
            yield self.words.count("page.rests_on_numbers", len(numbers), numbers=listed)

    def reading(self, one: d.Emotion) -> Html:
        """An emotion: its word and value, whose it is, and how they put it."""
        word = self.say(f"map.emotion.{emotion_level(one.value) + _LOWEST}")
        tone = "value" + (" low" if one.value < 0 else " high" if one.value > 0 else "")
        value = self.say("page.level_of", word=word, value=one.value)
        whose = [self.words.label(one.view)]
        whose += [actor.name for actor in self.document.actors if actor.id == one.actor]
        if one.n > 1:
            whose.append(self.words.count("map.readings", one.n))
        said = [", ".join(one.words)] if one.words else []
        return joined(
            (
                element("span", text(value), class_=tone),
                element("span", text(", ".join(whose)), class_="kind"),
                *(element("span", text(word)) for word in said),
                *(
                    element("span", text(word), class_="kind")
                    for word in self.rests_on(one.evidence)
                ),
            )
        )

    def path(self, one: d.Transition) -> str:
        """From where to where a path goes."""
        start, to = self._end(one.start), self._end(one.to)
        return self.say(f"spoken.path.{one.kind.value}", start=start, to=to)

    def transition(self, one: d.Transition) -> Html:
        """A path with how many take it, how long it takes and why."""
        said = [self.path(one)]
        if one.share is not None:
            said.append(self.say("page.share", percent=self.words.percent(one.share)))
        if one.count is not None:
            said.append(self.words.count("page.counted", one.count))
        if one.wait:
            said.append(self.say("map.waits", duration=self.words.duration(one.wait)))
        said += [actor.name for actor in self.document.actors if actor.id == one.actor]
        said += self.rests_on(one.evidence)
        return text(" – ".join(part for part in (", ".join(said), one.note) if part))

    def link(self, one: d.Link) -> Html:
        """What a card does to another."""
        start, to = (self.quoted(self.card_name(end)) for end in (one.start, one.to))
        said = self.say(f"spoken.connector.{one.kind.value}", start=start, to=to)
        return text(f"{said}: {one.text}" if one.text else said)

    def figure(self, metric: d.Metric, value: float) -> str:
        """A value of a metric as its unit is written."""
        share = metric.unit is MetricUnit.SHARE
        return self.words.percent(value) if share else self.words.number(value)

    def measured(self, metric: d.Metric, value: d.Measurement) -> Html:
        """A measured value, of how many, when."""
        said = [self.figure(metric, value.value)]
        if value.n is not None:
            said.append(self.say("page.n", n=value.n))
        said += [value.label] if value.label else []
        said += [self.words.date(value.date)] if value.date else []
        said += [actor.name for actor in self.document.actors if actor.id == value.actor]
        return text(", ".join(said))
