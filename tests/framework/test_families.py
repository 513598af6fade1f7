"""The table of families names each agent of the library once, and nobody else."""

from collections import Counter

from coditect import framework


def test_each_agent_stands_in_one_family() -> None:
    named = Counter(name for family in framework.families() for name in family.agents)
    assert set(named) == set(framework.load_library().agents)
    assert [name for name, times in named.items() if times > 1] == []


def test_families_are_told_apart() -> None:
    families = framework.families()
    for part in ("key", "title", "about"):
        assert len({getattr(family, part) for family in families}) == len(families)


def test_an_agent_leads_to_its_family() -> None:
    assert framework.family_of()["debugger"].key == "code"
    assert framework.family_of().keys() == framework.load_library().agents.keys()
