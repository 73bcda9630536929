from pathlib import Path

import pytest

from jot.store import TaskStore, UnknownTask


def test_tasks_survive_a_session(tmp_path: Path) -> None:
    path = tmp_path / "tasks.json"
    TaskStore(path).add("Water the plants", 1)
    assert [task.title for task in TaskStore(path).tasks] == ["Water the plants"]


def test_unknown_number(tmp_path: Path) -> None:
    with pytest.raises(UnknownTask):
        TaskStore(tmp_path / "tasks.json").complete(7)
