/** Requests that a guard lets pass by their path or method: `if request.path in OPEN: return await handler(request)`. */
import type { Value } from '../../../program/file.ts';
import { argument, calleeParts, siteOf } from '../../../program/link/calls.ts';
import { lastSegment } from '../../../program/link/values.ts';
import type { CallRef, DefinitionRef, Program, Site } from '../../../program/program.ts';
import type { Guard, Route } from '../routes/routes.ts';

/** Attributes of a request that hold its path, and its method. */
const PATHS: ReadonlySet<string> = new Set(
  'path originalUrl url pathname routeOptions.url rel_url'.split(' '),
);
const PREFIXES: ReadonlySet<string> = new Set(['startswith', 'startsWith']);
/** What hands the request on to what stands behind the guard. */
const PASSES: ReadonlySet<string> = new Set('call_next handler next get_response'.split(' '));
const MAX_DEPTH = 6;

/** Whether a guard of more than this route lets its requests pass, whoever sends them. */
export function isExempt(program: Program, { ref, scope, call }: Guard, route: Route): boolean {
  if (scope === 'route') return false;
  if (call && isLeftOut(program, call, route)) return true;
  if (!ref) return false;
  const site = { file: ref.file, definition: ref.id };
  return ref.file.blocks.some(
    (block, id) =>
      block.kind === 'if' &&
      block.definition === ref.id &&
      block.test !== null &&
      handsOn(ref, id) &&
      holds(program, block.test, site, route),
  );
}

/** `JWTAuth(exclude=["^/login"], exclude_opt_key="open")`: paths, and routes that say so themselves. */
function isLeftOut(program: Program, call: CallRef, { path, file, line }: Route): boolean {
  const site = siteOf(call);
  const excluded = argument(call, 'exclude');
  const texts = excluded ? textsOf(program, excluded, site).map((text) => text.replace(/^\^/, '')) : [];
  const isBelow = texts.some((text) =>
    text.endsWith('$') ? path === text.slice(0, -1) : path.startsWith(text),
  );
  const key = argument(call, 'exclude_opt_key');
  const option = key ? program.constant(key, site) : null;
  return (
    isBelow ||
    file.calls.some(
      (one) =>
        one.line === line &&
        one.arguments.some(
          ({ name, value }) =>
            name !== null && name === option && value.kind === 'literal' && value.value === true,
        ),
    )
  );
}

/** The block returns what the next one answers, or nothing but to go on. */
function handsOn({ file }: DefinitionRef, block: number): boolean {
  return (
    file.calls.some(
      (call) =>
        call.block === block &&
        (call.callee.kind === 'name' || call.callee.kind === 'member') &&
        PASSES.has(lastSegment(call.callee.name)),
    ) || file.statements.some((one) => one.block === block && one.kind === 'return' && one.value === null)
  );
}

/** Whether a condition is true of every request to a route. */
function holds(program: Program, test: Value, site: Site, route: Route, depth = 0): boolean {
  if (depth > MAX_DEPTH) return false;
  const inner = (operand: Value): boolean => holds(program, operand, site, route, depth + 1);
  if (test.kind === 'call') {
    const call = site.file.calls[test.call];
    const parts = call ? calleeParts(call.callee) : null;
    if (!call || !parts || !PREFIXES.has(parts.name) || asked(parts.of) !== 'path') return false;
    return call.arguments.some(({ value }) =>
      textsOf(program, value, site).some((text) => route.path.startsWith(text)),
    );
  }
  if (test.kind !== 'operation') return false;
  if (test.operator === 'or') return test.operands.some(inner);
  if (test.operator === 'and') return test.operands.every(inner);
  const [left, right] = test.operands;
  if (!left || !right || (test.operator !== '==' && test.operator !== 'in')) return false;
  const what = asked(left);
  if (what === null) return false;
  const said = what === 'path' ? route.path : route.method;
  return textsOf(program, right, site).includes(said);
}

function asked(value: Value): 'path' | 'method' | null {
  if (value.kind !== 'name' && value.kind !== 'member') return null;
  const last = lastSegment(value.name);
  if (last === 'method') return 'method';
  return PATHS.has(last) ? 'path' : null;
}

/** The text of a value, or those of a list, wherever it stands. */
function textsOf(program: Program, value: Value, site: Site): readonly string[] {
  const target = value.kind === 'name' ? program.resolve(value, site) : null;
  const [list, at] = target?.kind === 'value' ? [target.value, target.site] : [value, site];
  const items = list.kind === 'list' ? list.items : [list];
  return items.flatMap((item) => {
    const text = program.constant(item, at);
    return typeof text === 'string' ? [text] : [];
  });
}
