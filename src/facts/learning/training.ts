/** Where the program fits a model, to what end and on what kind of data: read off the linked program. */
import type { CodeFile, Value } from '../../program/file.ts';
import { type Origin, originsOf } from '../../program/flow/flow.ts';
import type { Meaning } from '../../program/knowledge.ts';
import { calleeParts, siteOf } from '../../program/link/calls.ts';
import { lastSegment } from '../../program/link/values.ts';
import type { CallRef, Program } from '../../program/program.ts';
import type { RoleName } from '../../program/role-names.ts';
import { CLASS_LOSSES, FITS, type Task } from './estimators.ts';

export type { Task } from './estimators.ts';

export interface Training {
  readonly call: CallRef;
  readonly task: Task;
  readonly data: 'table' | 'text' | 'images';
  /** The values that the model is fitted to. */
  readonly inputs: readonly Origin[];
}

const MOST = 1500;

/** Every place of the application, notebooks included, where a model is fitted; preparing steps are left out. */
export function readTrainings(program: Program): readonly Training[] {
  return program.calls().flatMap((call) => {
    const training = trainingAt(program, call);
    return training ? [training] : [];
  });
}

function trainingAt(program: Program, call: CallRef): Training | null {
  if (call.call.form === 'jsx') return null;
  const name = program.nameOf(call);
  const trainer = program.meaning(name, 'model.trainer');
  const parts = calleeParts(call.call.callee);
  if (!trainer && (!parts || !FITS.has(parts.name))) return null;
  // An own method of that name is looked into where it stands.
  if (program.targetsOf(call).length > 0) return null;
  const site = siteOf(call);
  const inputs = call.call.arguments.map(({ value }) => ({ value, site }));
  // `model.train()` only switches PyTorch's mode.
  if (!trainer && parts?.name === 'train' && inputs.length === 0) return null;
  const receiver = parts ? namesBehind(program, [{ value: parts.of, site }]) : [];
  const names = [name, ...receiver];
  const task =
    taskIn(trainer) ?? taskOf(program, names, call.file, trainer !== null || parts?.name !== 'train');
  if (task === null) return null;
  const behind = [...names, ...namesBehind(program, inputs)];
  const kind = task === 'other' && tellsClasses(program, call.file) ? 'classification' : task;
  return { call, task: kind, data: dataOf(program, call.file, behind), inputs };
}

/** Qualified names of everything that a value is made of; an own class goes by its bases. */
function namesBehind(program: Program, starts: readonly Origin[]): readonly string[] {
  const names = new Set<string>();
  for (const { value, site } of originsOf(program, starts, { most: MOST })) {
    if (value.kind === 'call') names.add(program.nameOf(program.callOf(site.file, value.call)));
    if (value.kind !== 'name' && value.kind !== 'member' && value.kind !== 'call') continue;
    const target = program.resolve(value, site);
    if (target.kind === 'external') names.add(target.name);
    if (target.kind === 'instance' || target.kind === 'definition')
      for (const base of program.ancestors(target.ref)) names.add(base);
  }
  return [...names];
}

const TASKS: readonly Task[] = ['classification', 'regression', 'other'];

function taskIn(meaning: Meaning | null): Task | null {
  return TASKS.find((task) => task === meaning?.about.task) ?? null;
}

/** What the receiver learns; null where it only prepares data, or is no model at all. */
function taskOf(program: Program, names: readonly string[], file: CodeFile, trusted: boolean): Task | null {
  const models = names.filter(
    (name) => !program.means(name, 'model.preparer') && !program.means(name, 'model.wrapper'),
  );
  const told = models.flatMap((name) => taskIn(program.meaning(name, 'model.estimator')) ?? []);
  const task = TASKS.find((one) => told.includes(one));
  if (task) return task;
  if (names.some((name) => program.means(name, 'model.preparer'))) return null;
  // A receiver that nothing is known of, in a file that works with such a library.
  const learns = file.imports.some((item) => program.isFrom(item.module, 'model.library'));
  return learns && trusted && names.every((name) => name.startsWith('?') || name.endsWith('.fit'))
    ? 'other'
    : null;
}

/** A loss, an objective or a last layer that tells classes apart. */
function tellsClasses(program: Program, file: CodeFile): boolean {
  const words = (value: Value): boolean =>
    value.kind === 'literal' && typeof value.value === 'string' && CLASS_LOSSES.test(value.value);
  return (
    file.calls.some(
      (call, id) =>
        CLASS_LOSSES.test(lastSegment(program.nameOf(program.callOf(file, id)))) ||
        call.arguments.some(({ value }) =>
          value.kind === 'dict' ? value.entries.some((entry) => words(entry.value)) : words(value),
        ),
    ) ||
    file.assignments.some(
      ({ value }) => value?.kind === 'dict' && value.entries.some((entry) => words(entry.value)),
    )
  );
}

function dataOf(program: Program, file: CodeFile, behind: readonly string[]): Training['data'] {
  const near = file.calls.map((_, id) => program.nameOf(program.callOf(file, id)));
  const uses = (names: readonly string[], role: RoleName) => names.some((name) => program.means(name, role));
  if (uses(behind, 'feature.images') || uses(near, 'feature.images')) return 'images';
  const columns = uses([...behind, ...near], 'feature.columns');
  if (!columns && (uses(behind, 'feature.text') || uses(near, 'feature.text'))) return 'text';
  return 'table';
}
