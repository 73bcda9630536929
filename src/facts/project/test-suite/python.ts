/** What pytest, unittest and Django collect, and which of its assertions can fail. */

import { type CodeFile, MODULE, type Value } from '../../../program/file.ts';
import { qualifiedName } from '../../../program/link/qualified.ts';
import { descendsAs } from '../../../program/link/subclasses.ts';
import { lastSegment } from '../../../program/link/values.ts';
import type { DefinitionRef, Program, Site } from '../../../program/program.ts';
import { baseName } from '../../../reading/text-file.ts';
import { canFail } from './can-fail.ts';
import type { Collected, Written } from './test-suite.ts';

/** The files that pytest, unittest and Django look into. */
const COLLECTED = /^(?:tests?.*|.*_tests?)\.py$/;
const SKIP = /^(?:pytest\.mark\.skip|pytest\.skip|unittest\.skip|nose\.tools\.nottest)$/;
const SKIP_IF = /^(?:pytest\.mark\.skipif|unittest\.skipIf)$/;

export function pythonTests(program: Program, file: CodeFile): Collected {
  const refs = file.definitions.flatMap((_, id) => program.definitionOf({ file, definition: id }) ?? []);
  const module = { file, definition: MODULE };
  const marked = file.assignments.some(
    ({ target, value, definition }) =>
      definition === MODULE &&
      target.kind === 'name' &&
      target.name === 'pytestmark' &&
      value !== null &&
      skips(program, value, module),
  );
  const skipped = new Set(refs.filter((ref) => marked || isSkipped(program, ref)));
  if (!COLLECTED.test(baseName(file.path))) return { tests: [], skipped };
  return { tests: refs.filter((ref) => isTest(program, ref)), skipped };
}

/** A function `test…` of the file, or a method `test…` of a class that a runner collects. */
function isTest(program: Program, ref: DefinitionRef): boolean {
  const { kind, name, parent } = ref.definition;
  if (kind === 'class' || !name.startsWith('test')) return false;
  if (parent === MODULE) return true;
  const owner = program.definitionOf({ file: ref.file, definition: parent });
  if (owner?.definition.kind !== 'class') return false;
  return owner.definition.name.startsWith('Test') || descendsAs(program, owner, 'test.case');
}

/** By a decorator of its own, or because its first step is to skip itself. */
function isSkipped(program: Program, ref: DefinitionRef): boolean {
  const { file, id, definition } = ref;
  const around = { file, definition: definition.parent };
  if (definition.decorators.some((decorator) => skips(program, decorator, around))) return true;
  const [first] = program.callsIn(ref);
  return (
    first !== undefined &&
    first.call.definition === id &&
    first.call.block < 0 &&
    first.call.statement &&
    /^(?:pytest\.skip|.*\.skipTest)$/.test(program.nameOf(first)) &&
    !file.statements.some((one) => one.definition === id && one.line < first.call.line)
  );
}

/** `@pytest.mark.skip`, `@unittest.skip('why')`, `skipif(True, …)`, or a list with one of them. */
function skips(program: Program, value: Value, site: Site): boolean {
  if (value.kind === 'list') return value.items.some((item) => skips(program, item, site));
  if (value.kind !== 'call') return SKIP.test(qualifiedName(program, value, site));
  const call = program.callOf(site.file, value.call);
  const name = program.nameOf(call);
  const [condition] = call.call.arguments;
  return (
    SKIP.test(name) ||
    (SKIP_IF.test(name) && condition?.value.kind === 'literal' && condition.value.value === true)
  );
}

/** `assert`, `self.assertX(…)`, `mock.assert_called…`, `pytest.raises`. */
export function pythonAssertions(program: Program, file: CodeFile): readonly Written[] {
  const written = (line: number, definition: number): Written => ({
    path: file.path,
    line,
    owner: program.definitionOf({ file, definition }),
  });
  const statements = file.statements
    .filter(({ kind, value }) => kind === 'assert' && value !== null && canFail(value))
    .map(({ line, definition }) => written(line, definition));
  const calls = file.calls
    .filter(({ callee, arguments: given }) => {
      if (callee.kind !== 'name' && callee.kind !== 'member') return false;
      const name = lastSegment(callee.name);
      // pytest's `raises` and Django's `assertRaises` fail when nothing is raised, whatever they are given.
      if (
        /^(?:raises|warns|assertRaises\w*|assert_called\w*|assert_has_calls|assert_not_called|assert_awaited\w*)$/.test(
          name,
        )
      )
        return true;
      return (
        /^assert[A-Z_]\w*$/.test(name) &&
        (given.length === 0 || given.some(({ value }) => value.kind !== 'literal'))
      );
    })
    .map(({ line, definition }) => written(line, definition));
  return [...statements, ...calls];
}
