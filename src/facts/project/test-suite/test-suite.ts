/**
 * The assertions of the tests: those that a test runner would collect and run, and that can fail. What is skipped, what no
 * runner finds and what is always true asserts nothing.
 */

import type { DefinitionRef, Program } from '../../../program/program.ts';
import { entryOfWeak } from '../../../reading/collections.ts';
import { pythonAssertions, pythonTests } from './python.ts';
import { scriptAssertions, scriptTests } from './script.ts';

export interface Assertion {
  readonly path: string;
  readonly line: number;
}

/** What the runners start of one file. */
export interface Collected {
  /** Functions that a runner calls. */
  readonly tests: readonly DefinitionRef[];
  /** Functions that it leaves out, with all that is written in them. */
  readonly skipped: ReadonlySet<DefinitionRef>;
}

/** An assertion and the function that it is written in; null for the top level of the file. */
export interface Written extends Assertion {
  readonly owner: DefinitionRef | null;
}

const known = new WeakMap<Program, readonly Assertion[]>();

/** In order of path and line. */
export function assertionsOf(program: Program): readonly Assertion[] {
  return entryOfWeak(known, program, () => read(program));
}

function read(program: Program): readonly Assertion[] {
  const reached = new Set<DefinitionRef>();
  const skipped = new Set<DefinitionRef>();
  for (const file of program.filesOf('test')) {
    const found = file.language === 'python' ? pythonTests(program, file) : scriptTests(program, file);
    for (const one of found.skipped) skipped.add(one);
    for (const test of found.tests) for (const ref of program.reachable(test)) reached.add(ref);
  }
  return program.filesOf('test').flatMap((file) => {
    const written =
      file.language === 'python' ? pythonAssertions(program, file) : scriptAssertions(program, file);
    return written
      .filter(({ owner }) => owner !== null && runs(owner))
      .map(({ path, line }) => ({ path, line }));
  });

  /** It or a function around it is started, and nothing around it is left out. */
  function runs(owner: DefinitionRef): boolean {
    let started = false;
    for (let ref: DefinitionRef | null = owner; ref !== null; ref = around(ref)) {
      if (skipped.has(ref)) return false;
      started ||= reached.has(ref);
    }
    return started;
  }

  function around({ file, definition }: DefinitionRef): DefinitionRef | null {
    return program.definitionOf({ file, definition: definition.parent });
  }
}
