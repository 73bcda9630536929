import { describe, expect, it } from 'vitest';
import { type Command, readCommands } from '../../../src/facts/cli/commands/commands.ts';
import { programOf } from '../../support/program.ts';

/** 'subcommand add → add_task (title)'. */
function said(command: Command): string {
  const handler = command.handler ? ` → ${command.handler.definition.qualifiedName}` : '';
  const parameters = command.parameters.length > 0 ? ` (${command.parameters.join(', ')})` : '';
  return `${command.kind} ${command.name}${handler}${parameters}`;
}

const CASES: readonly {
  readonly says: string;
  readonly sources: Readonly<Record<string, string>>;
  readonly commands: readonly string[];
}[] = [
  {
    says: 'a menu that asks through a promise, its commands behind an index of modules',
    sources: {
      'src/menu.js': `
const commands = require("./commands");
const question = require("./prompt");
async function menu() {
  while (true) {
    const option = await question("? ");
    switch (option) {
      case "1": await commands.add(); break;
      case "2": commands.list(); break;
      case "3": commands.list(); await commands.remove(); break;
    }
  }
}
menu();
`,
      'src/commands/index.js': `
module.exports = { add: require("./add"), list: require("./list"), remove: require("./remove") };
`,
      'src/commands/add.js': 'async function addTask(title) {}\nmodule.exports = addTask;\n',
      'src/commands/list.js': 'function list() {}\nmodule.exports = list;\n',
      'src/commands/remove.js': 'async function remove(id) {}\nmodule.exports = remove;\n',
      'src/prompt.js': `
const readline = require("readline");
module.exports = function question(text) {
  const rl = readline.createInterface({ input: process.stdin });
  return new Promise((resolve) => rl.question(text, (answer) => { rl.close(); resolve(answer.trim()); }));
};
`,
    },
    commands: ['menu addTask → addTask (title)', 'menu list → list', 'menu remove → remove (id)'],
  },
  {
    says: 'click: a group’s commands, named or by function',
    sources: {
      'cli.py': `
import click
@click.group()
def cli(): ...
@cli.command("add")
@click.argument("title")
def add_task(title): ...
@cli.command()
def list_all(): ...
@click.command()
def done(): ...
cli.add_command(done, "done")
`,
    },
    commands: [
      'subcommand add → add_task (title)',
      'subcommand done → done',
      'subcommand list-all → list_all',
    ],
  },
  {
    says: 'typer: decorators, by call, and sub-applications in other modules',
    sources: {
      'main.py': `
import typer
from tasks import add
app = typer.Typer()
app.command("add")(add)
@app.command()
def mark_done(task_id: int): ...
`,
      'tasks.py': 'def add(title: str): ...\n',
    },
    commands: ['subcommand add → add (title)', 'subcommand mark-done → mark_done (task_id)'],
  },
  {
    says: 'argparse: set_defaults and comparisons',
    sources: {
      'a.py': `
import argparse
from store import add, remove
parser = argparse.ArgumentParser()
sub = parser.add_subparsers(dest="command")
p = sub.add_parser("add")
p.add_argument("title")
p.set_defaults(func=add)
l = sub.add_parser("list")
l.add_argument("state", choices=["todo", "done"])
q = sub.add_parser("delete")
q.add_argument("id")
args = parser.parse_args()
if args.command == "delete":
    remove(args.id)
elif args.command == "list":
    if args.state == "done":
        print(1)
else:
    args.func(args)
`,
      'store.py': 'def add(args): ...\ndef remove(id): ...\n',
    },
    commands: ['subcommand add → add (title)', 'subcommand delete → remove (id)', 'subcommand list (state)'],
  },
  {
    says: 'argparse: flags that are asked for',
    sources: {
      'a.py': `
import argparse
def add(title): ...
def show(): ...
parser = argparse.ArgumentParser()
parser.add_argument("--add")
parser.add_argument("--list", action="store_true")
parser.add_argument("--verbose", action="store_true")
args = parser.parse_args()
if args.add:
    add(args.add)
elif args.list:
    show()
`,
    },
    commands: ['flag add → add', 'flag list → show'],
  },
  {
    says: 'sys.argv compared directly, through a variable, and in a match',
    sources: {
      'a.py': `
import sys
def add(): ...
def show(): ...
def drop(): ...
command = sys.argv[1]
if command == "add":
    add()
elif command in ("list", "ls"):
    show()
match sys.argv[1]:
    case "delete":
        drop()
`,
    },
    commands: ['subcommand add → add', 'subcommand delete → drop', 'subcommand list → show'],
  },
  {
    says: 'a table of functions by word',
    sources: {
      'a.py': `
import sys
def add(): ...
def show(): ...
COMMANDS = {"add": add, "list": show}
COMMANDS[sys.argv[1]]()
`,
    },
    commands: ['subcommand add → add', 'subcommand list → show'],
  },
  {
    says: 'a menu of digits is named by what it runs',
    sources: {
      'a.py': `
def add_task(): ...
def list_tasks(): ...
while True:
    choice = input("> ")
    if choice == "1":
        add_task()
    elif choice == "2":
        list_tasks()
    elif choice == "quit":
        break
`,
    },
    commands: ['menu add_task → add_task', 'menu list_tasks → list_tasks', 'menu quit'],
  },
  {
    says: 'a command interpreter’s methods',
    sources: {
      'a.py':
        'import cmd\nclass Shell(cmd.Cmd):\n    def do_add(self, line): ...\n    def help_add(self): ...\n',
    },
    commands: ['menu add → Shell.do_add'],
  },
  {
    says: 'fire on a class',
    sources: {
      'a.py':
        'import fire\nclass Tasks:\n    def add(self, title): ...\n    def _load(self): ...\nfire.Fire(Tasks)\n',
    },
    commands: ['subcommand add → Tasks.add (title)'],
  },
  {
    says: 'commander and yargs',
    sources: {
      'a.ts': `
import { Command } from 'commander';
import { addTask } from './tasks';
const program = new Command();
program.command('add <title>').description('x').action(addTask);
program.command('list').action(() => console.log('x'));
program.parse();
`,
      'b.ts': `
import yargs from 'yargs';
import { removeTask } from './tasks';
yargs(process.argv.slice(2)).command('remove <id>', 'x', {}, removeTask).parse();
`,
      'tasks.ts': 'export function addTask(title: string) {}\nexport function removeTask(argv: object) {}\n',
    },
    commands: [
      'subcommand add → addTask (title)',
      'subcommand list → ',
      'subcommand remove → removeTask (argv)',
    ],
  },
  {
    says: 'process.argv: destructured, in a switch',
    sources: {
      'a.js': `
const [,, command, ...rest] = process.argv;
function add() {}
function list() {}
switch (command) {
  case 'add': add(rest); break;
  case 'list': list(); break;
  default: console.log('?');
}
`,
    },
    commands: ['subcommand add → add', 'subcommand list → list'],
  },
  {
    says: 'options of a command that shows or makes something are no commands',
    sources: {
      'a.py': `
import click
@click.group()
def cli(): ...
@cli.command("list")
@click.option("--completed", is_flag=True)
def show(completed): ...
`,
      'b.py': `
import argparse
parser = argparse.ArgumentParser()
sub = parser.add_subparsers()
q = sub.add_parser("search")
q.add_argument("--done", action="store_true")
args = parser.parse_args()
if args.done:
    print(1)
`,
      'c.js': `
import { program } from 'commander';
program.command('ls').option('--done').action((options) => { if (options.done) console.log(1); });
`,
    },
    commands: [
      'subcommand list → show (completed)',
      'subcommand ls →  (options)',
      'subcommand search (--done)',
    ],
  },
  {
    says: 'a readline loop',
    sources: {
      'a.js': `
const readline = require('readline');
const rl = readline.createInterface({ input: process.stdin });
function addTask() {}
function listTasks() {}
rl.question('> ', (choice) => {
  if (choice === '1') addTask();
  else if (choice === '2') listTasks();
  else if (choice === 'exit') rl.close();
});
`,
    },
    commands: ['menu addTask → addTask', 'menu exit', 'menu listTasks → listTasks'],
  },
  {
    says: 'what is compared with neither the command line nor a prompt is no command',
    sources: {
      'a.py': `
import sys
def check(status):
    if status == "done": return 1
    if status == "todo": return 2
    return len(sys.argv)
`,
      'tests/test_a.py': 'import click\n@click.command()\ndef add(): ...\n',
    },
    commands: [],
  },
];

describe('commands', () => {
  it.each(CASES)('$says', async ({ sources, commands }) => {
    const found = readCommands(await programOf(sources)).map(said);
    expect([...found].sort()).toEqual([...commands].sort());
  });
});
