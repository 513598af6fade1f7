"""Projects: slugs, changes, and the wall between organizations."""

import asyncio

import pytest

from coditect import projects
from coditect.kernel.db import Database
from coditect.kernel.scope import tenant
from coditect.projects import service
from coditect.projects.feed import list_activity
from coditect.projects.schemas import ProjectCreate, ProjectUpdate
from tests.projects import make
from tests.projects.conftest import OURS, THEIRS


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Invoice handling", "invoice-handling"),
        ("Ünïcode, Größe №5", "unicode-groe-no5"),
        ("../../etc/passwd", "etc-passwd"),
        ("<script>alert(1)</script>", "script-alert-1-script"),
        ("مشروع", "project"),
        ("🚀", "project"),
        ("a" * 200, "a" * 60),
        ("x" * 59 + " yz", "x" * 59),
    ],
)
def test_a_slug_fits_into_an_address(name: str, slug: str) -> None:
    assert service.slug_of(name) == slug


async def test_the_same_name_gets_another_slug(database: Database) -> None:
    slugs = [(await make.project(database, OURS, "Invoices")).slug for _ in range(3)]
    assert slugs == ["invoices", "invoices-2", "invoices-3"]
    assert (await make.project(database, THEIRS, "Invoices")).slug == "invoices"


async def test_creators_at_the_same_moment_get_different_slugs(database: Database) -> None:
    made = await asyncio.gather(*(make.project(database, OURS, "Invoices") for _ in range(8)))
    assert {project.slug for project in made} == {"invoices", *(f"invoices-{n}" for n in range(2, 9))}


async def test_a_change_is_stored_and_told(database: Database) -> None:
    project = await make.project(database, OURS)
    async with database.write(tenant(OURS)) as session:
        change = ProjectUpdate(name="Bills", description="What we owe.")
        await service.change_project(session, project.id, change, make.ADA)
    async with database.read(tenant(OURS)) as session:
        shown = await service.read_project(session, project.id, make.no_workflows)
        told = await list_activity(session, project.id, limit=10, cursor=None)
    assert (shown.name, shown.description, shown.slug) == ("Bills", "What we owe.", "invoices")
    assert shown.updated_at > shown.created_at
    assert [item.sentence for item in told.items] == [
        "Ada changed the description of “Bills”.",
        "Ada renamed the project “Invoices” to “Bills”.",
        "Ada created the project “Invoices”.",
    ]


async def test_a_change_to_what_already_is_leaves_no_trace(database: Database) -> None:
    project = await make.project(database, OURS)
    async with database.write(tenant(OURS)) as session:
        await service.change_project(session, project.id, ProjectUpdate(name="Invoices"), make.ADA)
    async with database.read(tenant(OURS)) as session:
        shown = await service.read_project(session, project.id, make.no_workflows)
        told = await list_activity(session, project.id, limit=10, cursor=None)
    assert shown.updated_at == shown.created_at
    assert [item.verb for item in told.items] == ["project.created"]


async def test_pages_hold_every_project_once(database: Database) -> None:
    made = [(await make.project(database, OURS, f"Project {n}")).id for n in range(5)]
    await make.project(database, THEIRS)
    seen = []
    cursor = None
    async with database.read(tenant(OURS)) as session:
        while True:
            page = await service.list_projects(session, make.no_workflows, limit=2, cursor=cursor)
            seen += [item.id for item in page.items]
            if page.next_cursor is None:
                break
            cursor = page.items[-1].id
    assert seen == made[::-1]


async def test_a_foreign_project_is_not_there(database: Database) -> None:
    theirs = await make.project(database, THEIRS)
    async with database.write(tenant(OURS)) as session:
        with pytest.raises(projects.ProjectNotFound):
            await projects.get_project(session, theirs.id)
        with pytest.raises(projects.ProjectNotFound):
            await service.change_project(session, theirs.id, ProjectUpdate(name="Mine"), make.ADA)
        with pytest.raises(projects.ProjectNotFound):
            await projects.add_tasks(session, theirs.id, [projects.TaskDraft(title="Mine")], make.ADA)
    async with database.read(tenant(OURS)) as session:
        assert (await service.list_projects(session, make.no_workflows, limit=9, cursor=None)).items == []


@pytest.mark.parametrize("name", ["", "   ", "x" * 201, "a\x00b", "two\nlines", "bell\x07"])
def test_a_name_is_one_line_of_text(name: str) -> None:
    with pytest.raises(ValueError, match="name"):
        ProjectCreate(name=name)
