/** Tools that a model may use on tables: functions of the program, the provider's own sandbox. */

import { doerOf } from '../../../program/flow/doer.ts';
import { type Origin, originsOf } from '../../../program/flow/flow.ts';
import { isAlive } from '../../../program/life/alive.ts';
import { siteOf } from '../../../program/link/calls.ts';
import { decoratorNames } from '../../../program/link/qualified.ts';
import { valuesWithin } from '../../../program/link/values.ts';
import type { CallRef, DefinitionRef, Program } from '../../../program/program.ts';
import type { Facts } from '../../facts.ts';

export interface CodePlace {
  readonly path: string;
  readonly line: number;
}

/** Functions that a model may call, and that work on tables. */
export function toolsOnTables(facts: Facts): readonly CodePlace[] {
  const { program } = facts;
  return toolsOf(facts).flatMap((ref): readonly CodePlace[] =>
    !ref.file.notebook && program.callsIn(doerOf(program, ref)).some((call) => worksOnTable(program, call))
      ? [{ path: ref.file.path, line: ref.definition.line }]
      : [],
  );
}

function worksOnTable(program: Program, call: CallRef): boolean {
  const name = program.nameOf(call);
  return program.means(name, 'table.work', 'table.read', 'chart.figure', 'table.tool-work');
}

/** By a decorator, or in the list of tools that an agent is given. */
function toolsOf(facts: Facts): readonly DefinitionRef[] {
  const { program } = facts;
  const decorated = program
    .definitions()
    .filter((ref) => decoratorNames(program, ref).some((name) => program.means(name, 'agent.tool')));
  const lists = program
    .calls()
    .flatMap((call) =>
      call.call.arguments
        .filter(({ name }) => name === 'tools')
        .map(({ value }): Origin => ({ value, site: siteOf(call) })),
    );
  const given = originsOf(program, lists, { most: 600 }).flatMap(({ value, site }) => {
    if (value.kind !== 'name') return [];
    const target = program.resolve(value, site);
    return target.kind === 'definition' && target.ref.definition.kind !== 'class' ? [target.ref] : [];
  });
  return [...decorated, ...given, ...madeTools(program)];
}

/** `tool({ description, execute: async (plan) => … })` */
function madeTools(program: Program): readonly DefinitionRef[] {
  return program.callsAs('agent.tool').flatMap((call) =>
    call.call.arguments
      .flatMap(({ value }) => (value.kind === 'dict' ? value.entries.map((entry) => entry.value) : [value]))
      .flatMap((value) => {
        if (value.kind !== 'function') return [];
        const ref = program.definitionOf({ file: call.file, definition: value.definition });
        return ref && isAlive(program, siteOf(call)) ? [ref] : [];
      }),
  );
}

/** The provider's own sandbox: `tools=[{"type": "code_interpreter"}]`. */
export function interpreters(facts: Facts): readonly CodePlace[] {
  return facts.program
    .calls()
    .flatMap((call) =>
      call.call.arguments.some(
        ({ name, value }) =>
          (name === 'tools' || name === null) &&
          valuesWithin(value).some(
            (part) =>
              part.kind === 'literal' &&
              (part.value === 'code_interpreter' || part.value === 'code_execution'),
          ),
      )
        ? [{ path: call.file.path, line: call.call.line }]
        : [],
    );
}
