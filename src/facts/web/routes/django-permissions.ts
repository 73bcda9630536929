/** Who may call a Django view: permission classes of the view, of an action, or of the settings. */

import { type Block, type CodeFile, MODULE, NONE, type Value } from '../../../program/file.ts';
import { definedIn } from '../../../program/link/bodies.ts';
import { descendsAs } from '../../../program/link/subclasses.ts';
import { valuesWithin } from '../../../program/link/values.ts';
import type { DefinitionRef, Program } from '../../../program/program.ts';
import { attributeOf, classGuards, lineage } from './class-views.ts';
import { guardsOf } from './guards.ts';
import type { Guard, Method } from './routes.ts';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS', 'SAFE_METHODS']);

/** Guards of a class view for one method, and for one action where it is a view set's. */
export function viewGuards(
  program: Program,
  view: DefinitionRef,
  method: Method,
  action: string | null,
): readonly Guard[] {
  const own = classGuards(program, view);
  const perAction = permissionsOf(program, view, method, action);
  const guards = perAction ?? own;
  const isRest = descendsAs(program, view, 'http.rest-view');
  const silent = perAction === null && attributeOf(program, view, 'permission_classes') === null;
  const all = [...guards, ...(isRest && silent ? defaultPermissions(program) : [])];
  // `IsAuthenticatedOrReadOnly` stops nobody who only reads.
  return method === 'GET' ? all.filter((guard) => !/OrReadOnly$/.test(guard.name)) : all;
}

/** `get_permissions`: what it gives for an action; null where the view has none, or it says nothing for the action. */
function permissionsOf(
  program: Program,
  view: DefinitionRef,
  method: Method,
  action: string | null,
): readonly Guard[] | null {
  const given = lineage(program, view)
    .flatMap((ref) => definedIn(program, ref))
    .find(({ definition }) => definition.name === 'get_permissions');
  if (!given) return null;
  const { file, id } = given;
  const site = { file, definition: id };
  const steps = [
    ...file.assignments
      .filter((item) => item.definition === id && item.via === '=')
      .map((item) => ({ value: item.value, block: item.block, line: item.line, last: false })),
    ...file.statements
      .filter((item) => item.definition === id && item.kind === 'return')
      .map((item) => ({ value: item.value, block: item.block, line: item.line, last: true })),
  ].sort((a, b) => a.line - b.line);
  const found: Guard[] = [];
  for (const step of steps) {
    if (!step.value || !applies(file, step.block, action, method)) continue;
    const lists = valuesWithin(step.value).filter((part) => part.kind === 'list');
    const guards = lists.flatMap((list) => guardsOf(program, list, site, 'route'));
    found.push(...guards);
    // A branch that returns its own list ends the method.
    if (step.last && guards.length > 0) return found;
  }
  return found.length > 0 ? found : null;
}

/** Whether a place is reached for an action, as far as its conditions speak of actions or methods. */
function applies(file: CodeFile, block: number, action: string | null, method: Method): boolean {
  for (let id = block, hops = 0; id !== NONE && hops < 20; hops++) {
    const here: Block | undefined = file.blocks[id];
    if (!here) return true;
    if (here.kind === 'if' && here.test && holds(here.test, action, method) === false) return false;
    for (let before = here.of, steps = 0; before !== NONE && steps < 20; steps++) {
      const earlier: Block | undefined = file.blocks[before];
      if (earlier?.test && holds(earlier.test, action, method) === true) return false;
      before = earlier?.of ?? NONE;
    }
    id = here.parent;
  }
  return true;
}

/** `self.action in ["list", "retrieve"]`, `self.request.method == "POST"`; null where it speaks of something else. */
function holds(test: Value, action: string | null, method: Method): boolean | null {
  if (test.kind !== 'operation') return null;
  const { operator, operands } = test;
  if (operator === 'not') {
    const inner = operands[0] ? holds(operands[0], action, method) : null;
    return inner === null ? null : !inner;
  }
  if (operator === 'and' || operator === 'or') {
    const parts = operands.map((operand) => holds(operand, action, method)).filter((part) => part !== null);
    if (parts.length === 0) return null;
    return operator === 'and' ? !parts.includes(false) : parts.includes(true);
  }
  if (!['==', 'in', '!=', 'not in'].includes(operator)) return null;
  const parts = operands.flatMap((operand) => valuesWithin(operand));
  const about = parts.some((part) => part.kind === 'name' && /(^|\.)(action|method)$/.test(part.name));
  if (!about) return null;
  const words = parts.flatMap((part) => {
    if (part.kind === 'literal' && typeof part.value === 'string') return [part.value];
    return part.kind === 'name' && part.name.endsWith('SAFE_METHODS') ? [...SAFE] : [];
  });
  const hit = words.includes(method) || (action !== null && words.includes(action));
  return operator === '==' || operator === 'in' ? hit : !hit;
}

/** The settings' DEFAULT_PERMISSION_CLASSES. */
export function defaultPermissions(program: Program): readonly Guard[] {
  for (const file of program.filesOf()) {
    if (file.language !== 'python') continue;
    for (const { target, value } of file.assignments) {
      if (target.kind !== 'name' || target.name !== 'REST_FRAMEWORK' || value?.kind !== 'dict') continue;
      const entry = value.entries.find(
        (item) => item.key?.kind === 'literal' && item.key.value === 'DEFAULT_PERMISSION_CLASSES',
      );
      if (!entry) continue;
      return valuesWithin(entry.value).flatMap((part): Guard[] => {
        if (part.kind !== 'literal' || typeof part.value !== 'string') return [];
        const name = part.value;
        return [
          { name, ref: definitionAt(program, file, name), file, line: part.line, scope: 'application' },
        ];
      });
    }
  }
  return [];
}

/** The definition that a dotted text names: 'utils.permissions.IsOwner'. */
export function definitionAt(program: Program, from: CodeFile, dotted: string): DefinitionRef | null {
  const dot = dotted.lastIndexOf('.');
  const module = dot > 0 ? program.moduleOf(from, dotted.slice(0, dot)) : null;
  const name = dotted.slice(dot + 1);
  const id = module?.definitions.findIndex((item) => item.name === name && item.parent === MODULE) ?? -1;
  return module && id >= 0 ? program.definitionOf({ file: module, definition: id }) : null;
}
