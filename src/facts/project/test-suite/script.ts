/** What vitest, jest, node:test, mocha, ava and their like run, and which of its assertions can fail. */

import type { Call, CallId, CodeFile, DefinitionId, Value } from '../../../program/file.ts';
import { requiredModule } from '../../../program/link/origin.ts';
import { firstSegment } from '../../../program/link/values.ts';
import { definitionsAround } from '../../../program/nesting.ts';
import type { DefinitionRef, Program } from '../../../program/program.ts';
import { canFail } from './can-fail.ts';
import type { Collected, Written } from './test-suite.ts';

/** What begins a test or a group of tests, as all of these runners call it. */
const STARTS =
  /^(?:it|test|describe|suite|specify|context|fit|fdescribe|Deno\.test|test\.serial|test\.concurrent)$/;
const GROUP = /^(?:describe|suite|context|fdescribe)$/;
const SKIPPED = /^(?:xit|xtest|xdescribe|xcontext)$|\.(?:skip|todo|fixme)(?:\.|$)/;
/** Modules whose functions assert, whatever they are called. */
const ASSERT_MODULE = /^(?:node:)?assert(?:\/strict)?$|^uvu\/assert$|^chai$/;
const NO_ASSERTION =
  /^(?:use|plan|log|timeout|teardown|pass|context|extend|addSnapshotSerializer|assertions|hasAssertions|config)$/;

export function scriptTests(program: Program, file: CodeFile): Collected {
  const tests: DefinitionRef[] = [];
  const skipped = new Set<DefinitionRef>();
  for (const call of file.calls) {
    const name = writtenName(call.callee, file);
    const left = SKIPPED.test(name);
    if (!left && !STARTS.test(baseOf(name))) continue;
    for (const { value } of call.arguments) {
      if (value.kind !== 'function') continue;
      const ref = program.definitionOf({ file, definition: value.definition });
      if (ref === null) continue;
      if (left) skipped.add(ref);
      // A group runs when its file is read; a test in it is found by itself.
      else if (!GROUP.test(baseOf(name))) tests.push(ref);
    }
  }
  return { tests, skipped };
}

/** `test.each(table)`, `it.only` … are `test`, `it`. */
function baseOf(name: string): string {
  return name.replace(/\.(?:each|only|concurrent|sequential|failing|parallel|serial|for)(?=\.|$)/g, '');
}

/** The dotted name of what is called, through the calls on the way: `test.each(table)('…')` is `test.each`. */
function writtenName(callee: Value, file: CodeFile, depth = 0): string {
  if (callee.kind === 'name') return callee.name;
  if (depth > 8) return '';
  if (callee.kind === 'member') return `${writtenName(callee.of, file, depth + 1)}.${callee.name}`;
  if (callee.kind !== 'call') return '';
  const call = file.calls[callee.call];
  return call ? writtenName(call.callee, file, depth + 1) : '';
}

export function scriptAssertions(program: Program, file: CodeFile): readonly Written[] {
  const clients = file.imports.some(({ module }) =>
    /^(?:supertest|superagent|chai-http|pactum|frisby)$/.test(module),
  );
  const chained = parentsOf(file);
  return file.calls
    .filter((call, id) => asserts(program, file, call, id, clients, chained))
    .map(({ line, definition }) => ({
      path: file.path,
      line,
      owner: program.definitionOf({ file, definition }),
    }));
}

/** Calls on whose result another call is made. */
function parentsOf(file: CodeFile): ReadonlySet<CallId> {
  const inner = new Set<CallId>();
  for (const { callee } of file.calls) {
    const root = rootOf(callee);
    if (root?.kind === 'call') inner.add(root.call);
  }
  return inner;
}

function asserts(
  program: Program,
  file: CodeFile,
  call: Call,
  id: CallId,
  clients: boolean,
  inner: ReadonlySet<CallId>,
): boolean {
  const { callee } = call;
  if (callee.kind !== 'name' && callee.kind !== 'member') return false;
  const name = callee.kind === 'name' ? callee.name : `.${callee.name}`;
  // Matchers: one for each `expect(x).….toBe(y)`; `expect(x)` alone, and `expect(true).toBe(true)`, assert nothing.
  const subject = expected(callee, file);
  if (subject !== null)
    return !inner.has(id) && (subject.some(canFail) || call.arguments.some(({ value }) => canFail(value)));
  if (clients && callee.kind === 'member' && /^(?:expect|expectStatus|expectJson\w*)$/.test(callee.name))
    return true;
  if (/(?:^|\.)should(?:\.\w+)*$/.test(name)) return !inner.has(id);
  if (/^(?:t|assert|expect)\.(?:\w+)$/.test(name) && isParameter(firstSegment(name), call.definition, file))
    return !NO_ASSERTION.test(name.split('.')[1] ?? '') && given(call);
  return isAssertModule(program, file, callee, call) && given(call);
}

/** Something that is no constant is asserted. */
function given({ arguments: all }: Call): boolean {
  const [first] = all;
  return first !== undefined && all.some(({ value }) => canFail(value) || value.kind === 'function');
}

/** What `expect(…)` is given, where a call is a matcher on it: `expect(x).not.toBe`, `expect.soft(x).toBe`. */
function expected(callee: Value, file: CodeFile): readonly Value[] | null {
  if (callee.kind !== 'member') return null;
  const root = rootOf(callee);
  if (root?.kind !== 'call') return null;
  const call = file.calls[root.call];
  if (!call) return null;
  if (call.callee.kind === 'name' && /^expect(?:\.(?:soft|poll))?$/.test(call.callee.name))
    return call.arguments.map(({ value }) => value);
  return expected(call.callee, file);
}

/** Below the members: `a.b(…).c.d` → the call `a.b(…)`. */
function rootOf(value: Value): Value | null {
  let current = value;
  while (current.kind === 'member') current = current.of;
  return current.kind === 'name' ? null : current;
}

/** ava's and tap's `t`, node:test's context: the first parameter of a function around the call. */
function isParameter(name: string, definition: DefinitionId, file: CodeFile): boolean {
  return definitionsAround(file, definition).some((id) => file.definitions[id]?.parameters[0]?.name === name);
}

/** `assert(x)`, `assert.equal(…)`, `equal(…)` of node:assert, chai's assert. */
function isAssertModule(program: Program, file: CodeFile, callee: Value, call: Call): boolean {
  if (callee.kind !== 'name') return false;
  const [first = '', ...rest] = callee.name.split('.');
  const item = file.imports.find(({ local }) => local === first);
  if (item && ASSERT_MODULE.test(item.module))
    return item.module !== 'chai' || item.name === 'assert' || (item.name === null && rest[0] === 'assert');
  const target = program.resolve(callee, { file, definition: call.definition });
  if (target.kind === 'external' && /^assert(?:\.|$)/.test(target.name)) return true;
  return ASSERT_MODULE.test(requiredModule(callee, file) ?? '');
}
