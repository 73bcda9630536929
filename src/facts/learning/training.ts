/** Where the program fits a model, to what end and on what kind of data: read off the linked program. */
import type { CodeFile, Value } from '../../program/file.ts';
import { type Origin, originsOf } from '../../program/flow/flow.ts';
import { calleeParts, siteOf } from '../../program/link/calls.ts';
import { lastSegment, matchesAny } from '../../program/link/values.ts';
import type { CallRef, Program } from '../../program/program.ts';
import { CLASS_LOSSES, ESTIMATORS, FITS, PREPARERS, type Task, TRAINERS, WRAPPERS } from './estimators.ts';
import { IMAGE_FEATURES, TABLE_FEATURES, TEXT_FEATURES } from './features.ts';

export type { Task } from './estimators.ts';

export interface Training {
  readonly call: CallRef;
  readonly task: Task;
  readonly data: 'table' | 'text' | 'images';
  /** The values that the model is fitted to. */
  readonly inputs: readonly Origin[];
}

const LIBRARIES =
  /^(?:sklearn|xgboost|lightgbm|catboost|keras|tensorflow|torch|@tensorflow\/tfjs|brain\.js|natural|ml-|pycaret|autogluon|flaml|h2o|statsmodels|pyspark\.ml|cuml|fastai)/;
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
  const trainer = TRAINERS.find(([, names]) => matchesAny(name, names));
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
  const task = trainer?.[0] ?? taskOf(names, call.file, trainer !== undefined || parts?.name !== 'train');
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

/** What the receiver learns; null where it only prepares data, or is no model at all. */
function taskOf(names: readonly string[], file: CodeFile, trusted: boolean): Task | null {
  const models = names.filter((name) => !matchesAny(name, PREPARERS) && !matchesAny(name, WRAPPERS));
  for (const [task, patterns] of ESTIMATORS)
    if (models.some((name) => matchesAny(name, patterns))) return task;
  if (names.some((name) => matchesAny(name, PREPARERS))) return null;
  // A receiver that nothing is known of, in a file that works with such a library.
  const learns = file.imports.some((item) => LIBRARIES.test(item.module));
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
  const uses = (names: readonly string[], table: readonly string[]) =>
    names.some((name) => matchesAny(name, table));
  if (uses(behind, IMAGE_FEATURES) || uses(near, IMAGE_FEATURES)) return 'images';
  const columns = uses([...behind, ...near], TABLE_FEATURES);
  if (!columns && (uses(behind, TEXT_FEATURES) || uses(near, TEXT_FEATURES))) return 'text';
  return 'table';
}
