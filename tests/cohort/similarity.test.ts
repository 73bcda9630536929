/** Shared code is found under other names, and what everybody was given, or everybody writes, is none of it. */
import { describe, expect, it } from 'vitest';
import { type Compared, similarity } from '../../src/cohort/similarity/pairs.ts';
import { givenPrints, type Prints, printsOf, withoutGiven } from '../../src/cohort/similarity/prints.ts';
import type { SimilarityReport } from '../../src/model/cohort.ts';
import { TOOL } from '../reporters/cohort.ts';
import { programOf } from '../support/program.ts';

const STORE = `
import json

class TaskStore:
    def __init__(self, path):
        self.path = path
        self.tasks = []

    def load(self):
        if not self.path.exists():
            return []
        with open(self.path) as file:
            rows = json.load(file)
        for row in rows:
            if row.get("done") and row.get("title"):
                self.tasks.append({"title": row["title"], "done": True})
            else:
                self.tasks.append({"title": row.get("title", ""), "done": False})
        return self.tasks

    def save(self, backup=None):
        target = backup or self.path
        data = [{"title": task["title"], "done": task["done"]} for task in self.tasks]
        with open(target, "w") as file:
            json.dump(data, file, indent=2)
        return len(data)

    def complete(self, number):
        if number < 1 or number > len(self.tasks):
            raise IndexError(f"no task {number}")
        self.tasks[number - 1]["done"] = True
        self.save()
        return self.tasks[number - 1]
`;

/** Other names, other texts, other line breaks, a comment, and a function of its own before it. */
const DISGUISED = `
import json as js

def banner(width):
    # nobody else has this
    return "=" * width

class Notebook:
    """Keeps what is to be done."""
    def __init__(self, location):
        self.location = location
        self.entries = []

    def read_all(self):
        if not self.location.exists():
            return []
        with open(self.location) as handle:
            found = js.load(handle)
        for item in found:
            if item.get("finished") and item.get("name"):
                self.entries.append({"name": item["name"], "finished": True})
            else:
                self.entries.append(
                    {"name": item.get("name", "?"), "finished": False}
                )
        return self.entries

    def write_all(self, copy=None):
        where = copy or self.location
        out = [{"name": one["name"], "finished": one["finished"]} for one in self.entries]
        with open(where, "w") as handle:
            js.dump(out, handle, indent=4)
        return len(out)

    def finish(self, position):
        if position < 1 or position > len(self.entries):
            raise IndexError(f"there is no {position}")
        self.entries[position - 1]["finished"] = True
        self.write_all()
        return self.entries[position - 1]
`;

const OWN = `
import sqlite3
from dataclasses import dataclass

@dataclass
class Task:
    title: str
    done: bool = False

def connect(path):
    connection = sqlite3.connect(path)
    connection.execute("create table if not exists tasks (id integer primary key, title text, done integer)")
    return connection

def add(connection, title):
    cursor = connection.execute("insert into tasks (title, done) values (?, 0)", (title,))
    connection.commit()
    return cursor.lastrowid

def everything(connection):
    return [Task(title, bool(done)) for title, done in connection.execute("select title, done from tasks order by id")]

def finish(connection, number):
    changed = connection.execute("update tasks set done = 1 where id = ?", (number,)).rowcount
    if changed == 0:
        raise LookupError(number)
    connection.commit()
`;

async function printed(text: string): Promise<Prints> {
  return printsOf((await programOf({ 'tasks.py': text })).filesOf('application'));
}

function submission(id: string, order: number, prints: Prints, group = 0): Compared {
  const learner = { id, name: id, github: null, section: null };
  const repository = { name: id, revision: null, url: null, folder: '', day: null, renamed: null };
  return { side: { key: id, learner, repository }, order, prints, group };
}

function compared(submissions: readonly Compared[]): SimilarityReport {
  const all = similarity();
  for (const one of submissions) all.add(one);
  return all.report(TOOL, null);
}

describe('similarity', () => {
  it('sees the same code under other names, and where it stands', async () => {
    const { pairs, compared: count } = compared([
      submission('ada', 0, await printed(STORE)),
      submission('bob', 1, await printed(DISGUISED)),
      submission('cy', 2, await printed(OWN)),
    ]);
    // The third one holds too little to be compared.
    expect(count).toBe(2);
    expect(pairs.map(({ left, right }) => [left.key, right.key])).toEqual([['ada', 'bob']]);
    expect(pairs[0]?.share).toBeGreaterThan(0.9);
    const [place] = pairs[0]?.places ?? [];
    expect(place?.left.path).toBe('tasks.py');
    expect((place?.left.endLine ?? 0) - (place?.left.line ?? 0)).toBeGreaterThan(20);
    expect((place?.right.line ?? 0) - (place?.left.line ?? 0)).toBeGreaterThanOrEqual(4);
  });

  it('takes the starter code for nobody’s', async () => {
    const starter = (await programOf({ 'given.py': STORE })).filesOf('application');
    const given = givenPrints(starter);
    const { pairs } = compared([
      submission('ada', 0, withoutGiven(await printed(`${STORE}\n${OWN}`), given)),
      submission('bob', 1, withoutGiven(await printed(DISGUISED), given)),
    ]);
    expect(pairs).toEqual([]);
  });

  it('asks nothing where most have it: then it is how the thing is done', async () => {
    const prints = await printed(STORE);
    const many = Array.from({ length: 8 }, (_, index) => submission(`l${index}`, index, prints));
    expect(compared(many).pairs).toEqual([]);
    expect(compared(many.slice(0, 3)).pairs).toHaveLength(3);
  });

  it('compares no submissions to different assignments', async () => {
    const prints = await printed(STORE);
    expect(compared([submission('ada', 0, prints, 0), submission('bob', 1, prints, 1)]).pairs).toEqual([]);
  });

  it('is the same in whatever order submissions come', async () => {
    const all = [
      submission('ada', 0, await printed(STORE)),
      submission('bob', 1, await printed(DISGUISED)),
      submission('cy', 2, await printed(`${STORE}\n${OWN}`)),
    ];
    expect(compared([...all].reverse())).toEqual(compared(all));
  });
});
