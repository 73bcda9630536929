"""Keeps the tasks in a JSON file."""

import json
from pathlib import Path

from jot.models import Task


class UnknownTask(Exception):
    """There is no task of that number."""


class TaskStore:
    def __init__(self, path: Path) -> None:
        self.path = path
        self.tasks: list[Task] = self.load()

    def load(self) -> list[Task]:
        if not self.path.exists():
            return []
        try:
            rows = json.loads(self.path.read_text(encoding="utf-8"))
            return [Task.from_row(row) for row in rows]
        except Exception:
            print("Could not read the tasks, starting with an empty list")
            return []

    def save(self):
        rows = [task.to_row() for task in self.tasks]
        self.path.write_text(json.dumps(rows, indent=2), encoding="utf-8")
        print(f"saved {len(rows)} tasks to {self.path}")

    def add(self, title: str, priority: int) -> Task:
        number = max((task.number for task in self.tasks), default=0) + 1
        task = Task(number=number, title=title, priority=priority)
        self.tasks.append(task)
        self.save()
        return task

    def find(self, number: int) -> Task:
        for task in self.tasks:
            if task.number == number:
                return task
        raise UnknownTask(f"there is no task {number}")

    def complete(self, number):
        task = self.find(number)
        task.done = True
        self.save()
        return task

    def delete(self, number):
        self.tasks.remove(self.find(number))
        self.save()

    def export(self, path):
        raise NotImplementedError
