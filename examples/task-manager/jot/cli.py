"""The command line."""

import argparse
import os
from pathlib import Path

from jot.models import Task
from jot.store import TaskStore, UnknownTask


def build_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="jot", description="A small task manager")
    commands = parser.add_subparsers(dest="command", required=True)

    add = commands.add_parser("add", help="add a task")
    add.add_argument("title")
    add.add_argument("--priority", type=int, default=2, choices=[1, 2, 3])

    list_ = commands.add_parser("list", help="show the tasks")
    list_.add_argument("--all", action="store_true", help="finished ones too")

    done = commands.add_parser("done", help="complete a task")
    done.add_argument("number", type=int)

    delete = commands.add_parser("delete", help="delete a task")
    delete.add_argument("number", type=int)
    return parser


def show(tasks: list[Task]) -> None:
    for task in sorted(tasks, key=lambda task: (task.priority, task.number)):
        mark = "x" if task.done else " "
        print(f"[{mark}] {task.number:>3}  {task.title}")


def main(argv=None):
    arguments = build_parser().parse_args(argv)
    store = TaskStore(Path(os.environ.get("JOT_FILE", Path.home() / ".jot.json")))
    try:
        if arguments.command == "add":
            task = store.add(arguments.title, arguments.priority)
            print(f"added {task.number}")
        elif arguments.command == "list":
            show([task for task in store.tasks if arguments.all or not task.done])
        elif arguments.command == "done":
            store.complete(arguments.number)
        elif arguments.command == "delete":
            store.delete(arguments.number)
    except UnknownTask as error:
        print(f"error: {error}")
        return 1
    return 0
