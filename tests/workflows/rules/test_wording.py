"""How findings read: articles, conditions that point back, titles of mails, questions that the text asks itself."""

from coditect.workflows import rules

TEXT = (
    "A clerk checks whether the claim is still valid. If it is, the clerk informs the manager. "
    "If not, the clerk puts the file on the shelf. The customer calls us. Who decides about goodwill?"
)


def test_conditions_that_point_back_are_told_in_full() -> None:
    analysis = rules.analyse(TEXT)
    conditions = {flow.condition for flow in analysis.flows}
    assert "the claim is still valid" in conditions
    assert "it is" not in conditions
    assert "Decide whether the claim is still valid" in {task.title for task in analysis.build_tasks}


def test_a_denied_condition_says_so() -> None:
    text = (
        "If the fault can be repaired, the technician repairs it. If it can't, the buyer orders a new device."
    )
    conditions = {flow.condition for flow in rules.analyse(text).flows}
    assert {"the fault can be repaired", "the fault cannot be repaired"} <= conditions


def test_requirements_are_sentences() -> None:
    found = rules.analyse(TEXT).analysts.requirements_extractor
    assert found is not None
    texts = " ".join(need.text for need in (*found.functional, *found.business_rules))
    assert "put the file on the shelf" in texts
    assert "log that the customer calls us" in texts
    assert "If the claim is still valid, the next step is to inform the manager." in texts


def test_what_somebody_outside_does_is_not_automated() -> None:
    report = rules.analyse(TEXT).analysts.automation_assessor
    assert report is not None
    assert report.tasks[-1].classification != "full"
    assert "outside" in (report.tasks[-1].human_in_the_loop or "")


def test_questions_of_the_text_stay_open_and_vague_words_are_asked_about_in_place() -> None:
    survey = rules.analyse(TEXT).analysts.workflow_analyzer
    assert survey is not None
    assert any("goodwill" in question.text for question in survey.questions)
    other = rules.analyse("Usually the clerk checks the claim.").analysts.workflow_analyzer
    assert other is not None
    assert any("Usually the clerk checks the claim" in question.text for question in other.questions)


def test_the_subject_of_a_mail_is_a_title() -> None:
    mail = "Subject: AW: Re: how do we handle warranty returns??\n\nThe clerk checks the return."
    assert rules.analyse(mail).title == "Warranty returns"


def test_how_often_is_not_how_long() -> None:
    [task] = rules.analyse("A nurse checks the pulse every 15 minutes.").tasks
    assert task.duration is None
    assert task.frequency is not None
    assert task.frequency.text == "every 15 minutes"


def test_software_has_obligations_of_its_own() -> None:
    text = (
        "The developer opens a pull request. The tester runs the tests with customer data in staging. "
        "The release manager deploys the release to production."
    )
    gaps = " ".join(rules.analyse(text, domain="software").model_dump_json().split())
    assert "GDPR asks for protection by design" in gaps
    assert "ISO 27001" in gaps
    elsewhere = rules.analyse(text, domain="general").model_dump_json()
    assert "ISO 27001" not in elsewhere
