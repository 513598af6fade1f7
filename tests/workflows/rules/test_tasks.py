"""What counts as a task, who does it, and what it is called."""

import pytest

from coditect.workflows import rules


def table(text: str) -> list[tuple[str, str | None]]:
    analysis = rules.analyse(text)
    names = {actor.id: actor.name for actor in analysis.actors}
    return [(task.label, names.get(task.actor or "")) for task in analysis.tasks]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # verbs that look like nouns
        (
            "The clerk checks the order and orders the parts.",
            [("Check order", "Clerk"), ("Order parts", "Clerk")],
        ),
        ("Quality checks are performed by the tester.", [("Perform quality checks", "Tester")]),
        (
            "The team reviews designs and tests releases.",
            [("Review designs", "Team"), ("Test releases", "Team")],
        ),
        # commands
        ("Please check the form.", [("Check form", None)]),
        ("Review request", [("Review request", None)]),
        # control verbs
        ("The buyer tries to negotiate a discount.", [("Negotiate discount", "Buyer")]),
        ("The lawyer is responsible for checking the contract.", [("Check contract", "Lawyer")]),
        ("The form has to be signed by the director.", [("Sign form", "Director")]),
        # people addressed
        ("The agent informs the customer about the delay.", [("Inform customer about delay", "Agent")]),
        (
            "The clerk asks the customer for the missing documents.",
            [("Ask customer for missing documents", "Clerk")],
        ),
        # pronouns
        ("The nurse takes the sample. She labels it.", [("Take sample", "Nurse"), ("Label sample", "Nurse")]),
        # relative clauses
        (
            "The file goes to a lawyer, who checks it.",
            [("Pass file to lawyer", None), ("Check file", "Lawyer")],
        ),
        # shared objects, split particles
        ("The boss approves or rejects the plan.", [("Approve plan", "Boss"), ("Reject plan", "Boss")]),
        ("The porter hands the key over.", [("Hand over key", "Porter")]),
        # states, happenings, numbers, and what is not done
        ("The file contains the order. The warehouse is large.", []),
        ("We process about 120 invoices per week.", []),
        ("A repair must be finished within 3 days.", []),
        ("The clerk does not check the form.", []),
        ("Once the parcel has arrived, the clerk opens it.", [("Open parcel", "Clerk")]),
    ],
)
def test_tasks(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert table(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Clerk: check the form\nManager: sign the form",
        "[Clerk] checks the form\n[Manager] signs the form",
        "Clerk\n- check the form\n\nManager\n- sign the form",
        "| Who | What |\n|---|---|\n| Clerk | Checks the form |\n| Manager | Signs the form |",
        "**Clerk**: Check the form\n**Manager**: Sign the form",
        "Who\tWhat\tWhen\nClerk\tCheck the form\tdaily\nManager\tSign the form\tdaily",
    ],
    ids=["colon", "brackets", "headings", "table", "bold", "tabs"],
)
def test_lanes_name_who_does_it(text: str) -> None:
    assert table(text) == [("Check form", "Clerk"), ("Sign form", "Manager")]


def test_small_talk_of_an_e_mail_is_no_work() -> None:
    text = (
        "From: Ann\nTo: Bob\nSubject: Returns\n\nHi Bob,\n\nhope you are well.\n\n"
        "The shop scans the parcel. The shop refunds the customer.\n\nBest regards,\nAnn\n"
    )
    assert table(text) == [("Scan parcel", "Shop"), ("Refund customer", "Shop")]
    assert rules.analyse(text).title == "Returns"


def test_items_below_an_item_are_its_detail() -> None:
    analysis = rules.analyse(
        "1. The clerk checks the form\n   - verify the name\n   - verify the date\n2. The clerk signs it"
    )
    assert [(task.id, task.parent) for task in analysis.tasks] == [
        ("t1", None),
        ("t2", "t1"),
        ("t3", "t1"),
        ("t4", None),
    ]


def test_one_actor_under_several_names() -> None:
    analysis = rules.analyse("The sales clerk opens the order. The clerk prints it. He files it.")
    (actor,) = analysis.actors
    assert (actor.name, actor.aliases, len(actor.evidence)) == ("Sales clerk", ("Clerk",), 3)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("clerk", "role"),
        ("sales department", "department"),
        ("CRM system", "system"),
        ("customer", "external"),
    ],
)
def test_kinds_of_actors(name: str, kind: str) -> None:
    (actor,) = rules.analyse(f"The {name} sends the form.").actors
    assert actor.kind == kind


def test_hand_offs_follow_the_arrows() -> None:
    report = rules.analyse(
        "The cook prepares the meal. The waiter serves the meal."
    ).analysts.actor_identifier
    assert report is not None
    (handoff,) = report.handoffs
    assert (handoff.from_actor, handoff.to_actor, handoff.what) == ("a1", "a2", "meal")


@pytest.mark.parametrize(
    ("text", "minutes", "meaning"),
    [
        ("The clerk checks the form, which takes 12 minutes.", 12, "work"),
        ("The clerk checks the form within two days.", 960, "limit"),
        (
            "The clerk spends half an hour on it. The clerk checks the form. This takes 5-7 minutes.",
            6,
            "work",
        ),
    ],
)
def test_durations(text: str, minutes: float, meaning: str) -> None:
    durations = [task.duration for task in rules.analyse(text).tasks if task.duration]
    assert [(duration.minutes, duration.meaning) for duration in durations][-1] == (minutes, meaning)
