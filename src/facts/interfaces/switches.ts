/**
 * What a script switches on before a call and off behind it: a state of a component, a store or a page, whatever it is
 * called, also by functions of one's own and by actions of a store. Where it is shown, it is on screen meanwhile.
 */
import {
  type Assignment,
  type Call,
  type CodeFile,
  type DefinitionId,
  NONE,
  type Value,
} from '../../program/file.ts';
import { actionsRunBy } from '../../program/life/actions.ts';
import { lastSegment } from '../../program/link/values.ts';
import { blocksAround, definitionsAround, definitionsWithin } from '../../program/nesting.ts';
import type { CallRef, DefinitionRef, Site } from '../../program/program.ts';
import { entryOfWeak } from '../../reading/collections.ts';
import type { Facts } from '../facts.ts';
import { reducedBy } from './reduced.ts';
import { calledName, shownAt, stateSetBy } from './screen.ts';
import { type Place, stateKey } from './shown-state.ts';

/** A state, and what it is given: a constant, or undefined where that is made while the program runs. */
interface Switch {
  readonly state: string;
  readonly value: unknown;
  readonly line: number;
}

/** Functions that put several states of a store at once: `set({ busy: true })`, `setState((old) => ({ …old, busy: true }))`. */
const PUTS: ReadonlySet<string> = new Set(['set', 'setState', 'patchState', 'patch', 'update', '$patch']);
const known = new WeakMap<DefinitionRef, readonly Switch[]>();

/**
 * Where a state that is on screen is switched on, to be switched off behind the call. What is sent over a socket is
 * `answered` anywhere else in the file.
 */
export function switchedMeanwhile(facts: Facts, call: CallRef, answered: 'here' | 'anywhere'): Place | null {
  const { file } = call;
  const later = switchesIn(facts, file, answered === 'here' ? behind(call) : () => true);
  if (later.length === 0) return null;
  const on = switchesIn(facts, file, before(call)).find(
    ({ state, value }) =>
      isOn(value) &&
      later.some((one) => one.state === state && one.value !== value) &&
      shownAt(facts, state) !== null,
  );
  return on ? { path: file.path, line: on.line } : null;
}

/** Where a function that runs while an action is under way switches a state on that is on screen. */
export function switchedOnIn(facts: Facts, file: CodeFile, definition: DefinitionId): Place | null {
  const on = switchesIn(facts, file, (one) => one.definition === definition).find(
    ({ state, value }) => isOn(value) && shownAt(facts, state) !== null,
  );
  return on ? { path: file.path, line: on.line } : null;
}

/** Names of the states that are written at some places of a script. */
export function statesWrittenBy(facts: Facts, file: CodeFile, stands: Stands): readonly string[] {
  const keys = file.calls.flatMap((call) =>
    stands(call) && stateSetBy(calledName(call)) && call.arguments[0]
      ? entriesOf(file, call.arguments[0].value).flatMap(({ key }) =>
          key?.kind === 'literal' ? [String(key.value)] : [],
        )
      : [],
  );
  return [...keys, ...written(facts, file, stands).map(({ state }) => state)];
}

type Written = Pick<Call, 'definition' | 'block' | 'line'>;
/** Whether something is written where it matters. */
type Stands = (written: Written) => boolean;

/** What has run when the call runs: above it, in its own block or one around it; not beside it, in a branch that ends. */
export function before({ file, call }: CallRef): Stands {
  const blocks = new Map<DefinitionId, ReadonlySet<number>>();
  let block = call.block;
  for (const id of definitionsAround(file, call.definition)) {
    if (isPart(file, id)) break;
    blocks.set(id, new Set(blocksAround(file, block)));
    block = file.definitions[id]?.block ?? NONE;
  }
  return (one) => {
    const open = blocks.get(one.definition);
    const isOnTheWay = open !== undefined && (one.block === NONE || open.has(one.block));
    return isOnTheWay && one !== call && one.line <= call.line;
  };
}

/** What runs when it is through: below it, and in what it is handed. */
export function behind({ file, call }: CallRef): Stands {
  const around = definitionsAround(file, call.definition);
  const part = around.findIndex((id) => isPart(file, id));
  const [outermost] = around.slice(0, part < 0 ? undefined : part).slice(-1);
  const own = outermost === undefined ? new Set([call.definition]) : definitionsWithin(file, outermost);
  return (one) => one !== call && one.line >= call.line && own.has(one.definition);
}

/** A component, or a hook: what stands in it runs whenever it is shown. */
function isPart({ definitions }: CodeFile, id: DefinitionId): boolean {
  const called = definitions[id]?.name ?? '';
  const first = called.charAt(called.startsWith('use') ? 3 : 0);
  return first !== first.toLowerCase();
}

/** The switches at some places, with those of the functions that are called there. */
function switchesIn(facts: Facts, file: CodeFile, stands: Stands): readonly Switch[] {
  const called = file.calls.flatMap((call, id): readonly Switch[] => {
    if (!stands(call) || call.form === 'jsx') return [];
    const { program } = facts;
    const ref = program.callOf(file, id);
    return [...program.targetsOf(ref), ...actionsRunBy(program, ref)].flatMap((target) =>
      switchesOf(facts, target).map((one) => ({ ...one, line: call.line })),
    );
  });
  return [...called, ...written(facts, file, stands)];
}

/** Of a function that is called: not what it does in a branch, which may not be taken. */
function switchesOf(facts: Facts, ref: DefinitionRef): readonly Switch[] {
  const { file, id } = ref;
  if (file.language === 'python') return [];
  return entryOfWeak(known, ref, () =>
    written(facts, file, ({ definition, block }) => definition === id && block === NONE),
  );
}

function written(facts: Facts, file: CodeFile, stands: Stands): readonly Switch[] {
  return [
    ...file.calls.flatMap((call) => (stands(call) ? byCall(facts, file, call) : [])),
    ...file.assignments.flatMap((one) => (stands(one) ? byAssignment(facts, file, one) : [])),
  ];
}

function byCall(facts: Facts, file: CodeFile, call: Call): readonly Switch[] {
  const [first] = call.arguments;
  if (!first || call.form === 'jsx') return [];
  const name = calledName(call);
  const state = stateSetBy(name);
  const given = (key: string, value: Value): Switch => ({
    state: key,
    value: constantOf(facts, value, { file, definition: call.definition }),
    line: call.line,
  });
  // Of one of several: `setBusy((old) => ({ ...old, [id]: true }))`; of a field: `setState((old) => ({ ...old, busy: true }))`.
  if (state)
    return [
      ...entriesOf(file, first.value).flatMap(({ key, value }) =>
        key === null ? [] : [given(key.kind === 'literal' ? String(key.value) : state, value)],
      ),
      given(state, first.value),
    ];
  const reduced = reducedBy(facts, file, call);
  if (reduced.length > 0) return reduced.map(({ key, value }) => given(key, value));
  if (!PUTS.has(name)) return [];
  // A signal, or a store of one value: `busy.set(true)`.
  if (first.value.kind === 'literal' && call.callee.kind === 'name')
    return [given(lastSegment(call.callee.name.slice(0, -name.length - 1)), first.value)];
  return entriesOf(file, first.value).flatMap(({ key, value }) =>
    key?.kind === 'literal' ? [given(String(key.value), value)] : [],
  );
}

/** Entries of an object that is written there, or that a function which is handed in gives back. */
function entriesOf(file: CodeFile, value: Value): Extract<Value, { kind: 'dict' }>['entries'] {
  if (value.kind === 'dict') return value.entries;
  if (value.kind !== 'function') return [];
  return file.statements.flatMap(({ kind, definition, value: made }) =>
    kind === 'return' && definition === value.definition && made?.kind === 'dict' ? made.entries : [],
  );
}

function byAssignment(
  facts: Facts,
  file: CodeFile,
  { target, value, via, line, definition, outer = false }: Assignment,
): readonly Switch[] {
  if (!value || via !== '=' || target.kind !== 'name') return [];
  // A name of the function's own is gone with it.
  if (!outer && !target.name.includes('.')) return [];
  const state = stateKey({ ...target, name: target.name.replace(/\.value$/, '') });
  return [{ state, value: constantOf(facts, value, { file, definition }), line }];
}

function constantOf({ program }: Facts, value: Value, site: Site): unknown {
  return value.kind === 'literal' ? value.value : program.constant(value, site);
}

function isOn(value: unknown): boolean {
  return (
    value === true || (typeof value === 'string' && value !== '') || (typeof value === 'number' && value > 0)
  );
}
