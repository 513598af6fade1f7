"""One sentence for each idea of the rules: what is done, and by whom."""

import pytest

from coditect.workflows import rules

TOLD = {
    "The assistant must either call the patient or send a letter.": ["call: assistant", "send letter: assistant"],
    "A clerk scans the card and checks whether it is valid.": ["scan card: clerk", "check: clerk"],
    "One of our advisors calls the customer back.": ["call back customer: advisors"],
    "Nurses record vital signs every four hours.": ["record vital signs: nurses"],
    "Technicians who are on call answer the phone.": ["answer phone: technicians"],
    "Applicants register online.": ["register: applicants"],
    "The tenant is given the keys by the caretaker once the deposit has been paid.": ["pay deposit: -", "give keys: caretaker"],
    "Mail is opened, stamped and scanned by the mail room.": ["open mail: mail room", "stamp mail: mail room", "scan mail: mail room"],
    "The secretary is responsible for collecting the forms and filing the letters.": ["collect forms: secretary", "file letters: secretary"],
    "The head of the office and the council discuss the case.": ["discuss case: head of the office"],
    "The auditor takes notes, interviews staff, and finally writes a report.": ["take notes: auditor", "interview: auditor", "write report: auditor"],
    "The buyer reviews it to see if it is feasible and determines the price.": ["review it: buyer", "determine price: buyer"],
    "The nurse weighs him. In case of doubt she calls the doctor.": ["weigh him: nurse", "call: nurse"],
    "Customer orders that are received by fax are typed by the clerk.": ["type customer orders: clerk"],
    "It is the turn of the finance department: they pay the bill.": ["pay bill: finance department"],
    "The mechanic does it himself.": ["do it: mechanic"],
    "Once both tasks are completed, the surgeon starts the operation.": ["start operation: surgeon"],
    "The form must be kept for ten years. The clerk files it.": ["file form: clerk"],
    "Someone from customer service closes the case.": ["close case: customer service"],
    "Hands over the note at the gate.": ["hand over note: -"],
    "The editor looks at the draft. The clerk goes through the list.": ["look at draft: editor", "go through list: clerk"],
    "Eva explained that requests are signed off by the manager.": ["sign off requests: manager"],
    "The foreman makes sure that every van is inspected.": ["inspect van: -"],
    "The dispatcher is responsible for planning the routes and for assigning drivers.": ["plan routes: dispatcher", "assign drivers: dispatcher"],
    "Fuel cards need to be returned in the evening.": ["return fuel cards: -"],
    "Checks cover and opens a claim.": ["check cover: -", "open claim: -"],
    "Clerk: checks cover and opens a claim.": ["check cover: clerk", "open claim: clerk"],
    "- hand over to the second level": ["hand over: -"],
    "1. Receipt of the application by the registry\n2. Completeness check\n3. Approval by the head of unit": ["receive application: registry", "check completeness: -", "approve: head of unit"],
    "- Sales\n  - send the offer\n  - call the customer\n": ["send offer: sales", "call: sales"],
    "The clerk checks the stock -> picks the goods -> prints the label.": ["check stock: clerk", "pick goods: -", "print label: -"],
    "What happens is: the clerk files the form.": ["file form: clerk"],
    "How do we release today? The lead creates a branch.": ["create branch: lead"],
}  # fmt: skip


@pytest.mark.parametrize("text", TOLD)
def test_who_does_what(text: str) -> None:
    analysis = rules.analyse(text)
    names = {actor.id: actor.name.lower() for actor in analysis.actors}
    found = [
        f"{' '.join(filter(None, (task.verb, task.object)))}: {names.get(task.actor or '', '-')}"
        for task in analysis.tasks
    ]
    assert found == TOLD[text]


@pytest.mark.parametrize(
    "text",
    [
        "The setter mounts the mould while the operator cleans the machine.",
        "The cook makes the soup. Meanwhile, the waiter sets the table.",
        "The cook makes the soup. The waiter sets the table at the same time.",
        "In parallel, two teams work on the release: the first team writes code, and the second team writes tests.",
        "The following offices comment on the plan in parallel:\n- the fire department\n- the building office\n",
    ],
)
def test_work_done_at_once_stands_side_by_side(text: str) -> None:
    kinds = [(gateway.kind, gateway.direction) for gateway in rules.analyse(text).gateways]
    assert kinds == [("and", "split"), ("and", "join")]


@pytest.mark.parametrize(
    "text",
    [
        "The agent checks if the account exists. If so, he updates it; if not, he creates one.",
        "Where the figures agree, the clerk pays; where they differ, the clerk asks the buyer.",
        "When a page is missing, the clerk asks for it.",
    ],
)
def test_questions_open_a_choice(text: str) -> None:
    splits = [gateway for gateway in rules.analyse(text).gateways if gateway.direction == "split"]
    assert [gateway.kind for gateway in splits] == ["xor"] * len(splits) != []


def test_what_minutes_say_about_the_meeting_is_no_work() -> None:
    text = (
        "Minutes, release workshop\nPresent: Ana (lead), Bob (QA)\n\n- The lead creates the branch.\n\n"
        "Next meeting: Friday. Bob brings cake.\n"
    )
    assert [task.label for task in rules.analyse(text).tasks] == ["Create branch"]


def test_further_columns_of_a_table_tell_no_work() -> None:
    text = (
        "Step | Who | What | System\n1 | Clerk | Enter the order | SAP HCM\n2 | Manager | Sign it | e-mail\n"
    )
    assert [task.label for task in rules.analyse(text).tasks] == ["Enter order", "Sign order"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "The dispatcher prints the list, which the drivers then pick up.",
            ["Dispatcher: print", "Drivers: pick up"],
        ),
        (
            "The clerk enters the data, after which the manager gives his approval.",
            ["Clerk: enter", "Manager: give"],
        ),
        ("Unless the customer objects, sales closes the deal.", ["Sales: close"]),
        (
            "- check limit\n- if limit exceeded: ask manager\n- else: confirm order",
            ["check", "ask", "confirm"],
        ),
        (
            "The lead reviews the report before sending it to the client.",
            ["Lead: review", "Lead: send"],
        ),
        (
            "Having checked the stock, the storekeeper orders missing parts.",
            ["Storekeeper: check", "Storekeeper: order"],
        ),
        (
            "The nurse checks the form. Then she calls the doctor. Then she files the form.",
            ["Nurse: check", "Nurse: call", "Nurse: file"],
        ),
        ("Guest: asks for a key\nReceptionist: checks availability", ["Guest: ask", "Receptionist: check"]),
        ("The clerk checks the form. Best, Kim", ["Clerk: check"]),
    ],
)
def test_who_does_what_in_the_words_of_notes_and_mails(text: str, told: list[str]) -> None:
    analysis = rules.analyse(text)
    names = {actor.id: actor.name for actor in analysis.actors}
    assert [
        f"{names[task.actor]}: {task.verb}" if task.actor else task.verb for task in analysis.tasks
    ] == told
