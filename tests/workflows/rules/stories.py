"""Descriptions made by Hypothesis: who does what, told in different forms."""

from dataclasses import dataclass

from hypothesis import strategies as st

ACTORS = (
    "clerk",
    "sales department",
    "nurse",
    "head of the office",
    "supplier",
    "quality engineer",
    "IT department",
    "shift supervisor",
    "portal",
    "finance team",
    "auditor",
    "triage physician",
)
# Verb in the present, its participle, and what it is done to.
WORKS = (
    ("checks", "checked", "the invoice"),
    ("registers", "registered", "the new patient record"),
    ("files", "filed", "the report"),
    ("orders", "ordered", "two spare parts"),
    ("releases", "released", "the batch"),
    ("approves", "approved", "the list of open orders"),
    ("prints", "printed", "the shipping label"),
    ("forms", "formed", "a project team"),
    ("measures", "measured", "the temperature"),
    ("updates", "updated", "the customer's address"),
    ("schedules", "scheduled", "an appointment"),
    ("signs", "signed", "the offer and the contract"),
    ("reviews", "reviewed", "every application"),
    ("puts", "put", "the sample"),
    ("writes", "written", "the minutes of the meeting"),
    ("plans", "planned", "the route"),
    ("issues", "issued", "a receipt"),
    ("stamps", "stamped", "the form"),
)
FILLERS = (
    "The weather was nice.",
    "Our office is in a lovely old building.",
    "Thank you very much!",
    "I hope you are well.",
    "It is a bit messy, sorry.",
    "Any questions?",
)
FORMS = ("plain", "passive", "if", "unless", "otherwise", "meanwhile", "or", "until")
CONNECTORS = ("", "Then ", "After that, ", "Next, ", "Afterwards, ", "Finally, ")


@dataclass(frozen=True)
class Step:
    """One piece of work by one actor."""

    actor: str
    verb: str
    participle: str
    target: str

    @property
    def active(self) -> str:
        return f"the {self.actor} {self.verb} {self.target}"

    @property
    def passive(self) -> str:
        be = (
            "are"
            if self.target.startswith("two") or " and " in self.target or "minutes" in self.target
            else "is"
        )
        return f"{self.target} {be} {self.participle} by the {self.actor}"


def sentence(clause: str) -> str:
    return f"{clause[:1].upper()}{clause[1:]}."


steps = st.builds(lambda actor, work: Step(actor, *work), st.sampled_from(ACTORS), st.sampled_from(WORKS))
stories = st.lists(steps, min_size=1, max_size=6, unique_by=lambda step: step.target)


@st.composite
def told(draw: st.DrawFn) -> str:
    """A story with connectors, conditions, alternatives and parallel work."""
    sentences: list[str] = []
    for step in draw(stories):
        form = draw(st.sampled_from(FORMS))
        other = draw(steps)
        sentences.append(_tell(form, step, other, draw(st.sampled_from(CONNECTORS))))
    return " ".join(sentences)


def _tell(form: str, step: Step, other: Step, connector: str) -> str:
    forms = {
        "plain": sentence(connector + step.active),
        "passive": sentence(connector + step.passive),
        "if": f"If the case is urgent, {step.active}. Otherwise, {other.active}.",
        "unless": f"Unless the amount is small, {step.active}.",
        "otherwise": sentence(f"if it is complete, {step.active}, otherwise {other.active}"),
        "meanwhile": f"{sentence(step.active)} Meanwhile, {other.active}.",
        "or": sentence(f"either {step.active} or {other.active}"),
        "until": sentence(f"{step.active} until it is correct"),
    }
    return forms[form]
