/** Whether somebody looks at what a backend answers: its status, an error in it. */

import { regionFrom } from '../../program/life/region.ts';
import { valuesWithin } from '../../program/link/values.ts';
import type { CallRef } from '../../program/program.ts';
import type { Facts } from '../facts.ts';
import { familyOf } from './screen.ts';
import { tellsUser } from './telling.ts';
import type { Work } from './work.ts';

/** `if (!response.ok) …`, `if response.status_code != 200: st.error(…)` without a `try`. */
export function answerTells(facts: Facts, call: CallRef): { path: string; line: number } | null {
  const { file } = call;
  const { own, around } = familyOf(file, call.call.definition);
  for (const [id, block] of file.blocks.entries()) {
    if (
      (block.kind !== 'if' && block.kind !== 'else') ||
      (!own.has(block.definition) && !around.has(block.definition))
    )
      continue;
    const asked = block.kind === 'if' ? block : file.blocks[block.of];
    if (!asked?.test || !asksAnswer(asked.test)) continue;
    const told = tellsUser(facts, file, { from: block.line, to: block.endLine, binds: null });
    if (told.kind === 'words' && (block.kind === 'else' || saysNo(asked.test)) && id >= 0)
      return { path: told.path, line: told.line };
  }
  return null;
}

function asksAnswer(test: Parameters<typeof valuesWithin>[0]): boolean {
  return valuesWithin(test).some(
    (part) =>
      (part.kind === 'name' || part.kind === 'member') &&
      /(?:^|\.)(?:ok|status|status_code|statusCode|is_success|error|success)$/.test(part.name),
  );
}

function saysNo(test: Parameters<typeof valuesWithin>[0]): boolean {
  return valuesWithin(test).some(
    (part) =>
      (part.kind === 'operation' && /^(?:not|!=|>=|>|==)$/.test(part.operator)) ||
      (part.kind === 'name' && /error$/.test(part.name)),
  );
}

/**
 * `fetch` does not fail for a 500: unless somebody looks at the answer's status (or the route words its failures in the
 * field that is shown), only a broken connection is told.
 */
export function looksAtAnswer(facts: Facts, work: Work): boolean {
  const { program } = facts;
  const sends = regionFrom(program, { file: work.call.file, definition: work.call.call.definition });
  const fetches = sends.calls.some((one) => /(?:^|\.)\$?fetch$/.test(program.nameOf(one)));
  if (!fetches) return true;
  for (const { call, depth, as } of work.levels) {
    if (depth > 1 || as === 'holder' || call.call.form === 'jsx') continue;
    const { file } = call;
    const { own } = familyOf(file, call.call.definition);
    const mine = (definition: number): boolean => own.has(definition);
    const values = [
      ...file.blocks.flatMap(({ test, definition }) => (test && mine(definition) ? [test] : [])),
      ...file.assignments.flatMap(({ value, definition }) => (value && mine(definition) ? [value] : [])),
      ...file.statements.flatMap(({ value, definition }) => (value && mine(definition) ? [value] : [])),
      ...file.calls.flatMap((one) => (mine(one.definition) ? one.arguments.map(({ value }) => value) : [])),
    ];
    if (values.some(asksAnswer)) return true;
  }
  return sends.calls.some((one) => one.file !== work.call.file && asksIn(one)) || routeWords(work);
}

/** A wrapper of one's own that throws for a bad status. */
function asksIn({ file, call }: CallRef): boolean {
  return file.blocks.some(
    ({ test, definition }) => definition === call.definition && test !== null && asksAnswer(test),
  );
}

/** The route's own handler answers its failures with words in a field that the interface shows. */
function routeWords(work: Work): boolean {
  const handler = work.route?.handler;
  if (!handler) return false;
  const { file } = handler;
  const read = new Set(
    work.levels.flatMap(({ call }) =>
      call.file.calls.flatMap((one) =>
        one.definition === call.call.definition ||
        familyOf(call.file, call.call.definition).own.has(one.definition)
          ? one.arguments.flatMap(({ value }) =>
              valuesWithin(value).flatMap((part) =>
                part.kind === 'name' ? [part.name.split('.').at(-1) ?? ''] : [],
              ),
            )
          : [],
      ),
    ),
  );
  return file.blocks.some(
    (block) =>
      block.kind === 'except' &&
      block.line >= handler.definition.line &&
      block.endLine <= handler.definition.endLine &&
      file.calls.some(
        (call) =>
          call.line >= block.line &&
          call.line <= block.endLine &&
          call.arguments.some(
            ({ value }) =>
              value.kind === 'dict' &&
              value.entries.some(
                ({ key, value: said }) =>
                  key?.kind === 'literal' &&
                  read.has(String(key.value)) &&
                  said.kind === 'literal' &&
                  typeof said.value === 'string',
              ),
          ),
      ),
  );
}
