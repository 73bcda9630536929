/** Routes that promise a work and give the same answer to whatever they are asked. */

import type { Assignment, CodeFile, Value } from '../../program/file.ts';
import { lastSegment } from '../../program/link/values.ts';
import { definitionsIn } from '../../program/nesting.ts';
import type { DefinitionRef } from '../../program/program.ts';
import type { Route } from '../web/routes/routes.ts';
import type { Unfinished } from './unfinished.ts';

/** Handlers named for work that depends on what comes in. */
const WORK = /^(?:predict|classify|generate|summari[sz]e|recommend|translate|analy[sz]e|answer|ask)(?:_|$)/;
/** Beside it: what tells of the work. */
const TELLS = /_(?:info|page|form|view|status|health|help|docs?|schema|example|options)$/;
/** Calls that only wrap an answer or say that one was given. */
const WRAPS = /^(?:jsonify|JSONResponse|dict|str|Response|print|info|debug)$/;

/** `def predict(): return "Prediction V1"`. A page beside a route that works may be fixed. */
export function fixedAnswers(routes: readonly Route[]): readonly Unfinished[] {
  return routes.flatMap(({ file, handler, doer, method, path, line }): Unfinished[] => {
    if (handler === null || doer === null || file.language !== 'python' || !isFixed(doer)) return [];
    const { name } = handler.definition;
    const beside = routes.some((one) => one.path === path && one.handler !== handler);
    if (beside || !WORK.test(name) || TELLS.test(name)) return [];
    return [{ path: file.path, line, what: `${name} (${method} ${path}) always gives the same answer` }];
  });
}

function isFixed({ file, id, definition }: DefinitionRef): boolean {
  const within = (one: { readonly definition: number }) => one.definition === id;
  if (definition.stub || definitionsIn(file, id).length > 0) return false;
  const isFixedName = ({ target, value, via }: Assignment) =>
    via === '=' && target.kind === 'name' && value !== null && isConstant(value, file);
  const isNamed = (value: Value) =>
    value.kind === 'name' &&
    file.assignments.some(
      (one) => within(one) && one.target.kind === 'name' && one.target.name === value.name,
    );
  const statements = file.statements.filter(within);
  const returned = statements.filter((one) => one.kind === 'return');
  return (
    returned.length > 0 &&
    statements.every((one) => one.kind === 'return' || one.kind === 'expression') &&
    returned.every(({ value }) => value !== null && (isConstant(value, file) || isNamed(value))) &&
    file.calls.filter(within).every(({ callee }) => wraps(callee)) &&
    file.assignments.filter(within).every(isFixedName)
  );
}

function wraps(callee: Value): boolean {
  const name = callee.kind === 'name' || callee.kind === 'member' ? callee.name : '';
  return WRAPS.test(lastSegment(name));
}

function isConstant(value: Value, file: CodeFile): boolean {
  if (value.kind === 'literal') return value.value !== null;
  if (value.kind === 'dict')
    return value.entries.length > 0 && value.entries.every((one) => isConstant(one.value, file));
  const call = value.kind === 'call' ? file.calls[value.call] : undefined;
  return call?.arguments.every((one) => isConstant(one.value, file)) ?? false;
}
