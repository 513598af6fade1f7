"""Which function computes the output of which analyst, and what it is given."""

from coditect.workflows.analysis import AnalystName, AnalystOutput, AnalystOutputs
from coditect.workflows.rules.analysts import (
    actors,
    automation,
    decomposition,
    design,
    overview,
    quality,
    requirements,
    technical,
)
from coditect.workflows.rules.process.reading import understand


def run(name: AnalystName, description: str, inputs: AnalystOutputs) -> AnalystOutput:
    reading = understand(description)
    tasks, people = inputs.task_decomposer, inputs.actor_identifier
    match name:
        case "workflow-analyzer":
            return overview.survey(reading)
        case "task-decomposer":
            return decomposition.decompose(reading)
        case "actor-identifier":
            return actors.identify(reading)
        case "automation-assessor":
            return automation.assess(reading, tasks, people)
        case "requirements-extractor":
            return requirements.extract(reading, tasks, people)
        case "process-designer":
            return design.design(tasks, people, inputs.automation_assessor)
        case "quality-analyzer":
            return quality.judge(
                reading,
                inputs.workflow_analyzer,
                tasks,
                people,
                inputs.automation_assessor,
                inputs.process_designer,
            )
        case "technical-analyzer":
            return technical.analyse(
                reading,
                inputs.workflow_analyzer,
                tasks,
                people,
                inputs.automation_assessor,
                inputs.requirements_extractor,
                inputs.quality_analyzer,
            )
