/** What is put into a router, where it is no router that can be named. */
import type { Value } from '../../../program/file.ts';
import { siteOf } from '../../../program/link/calls.ts';
import { valuesThroughCalls } from '../../../program/link/values.ts';
import type { CallRef, Program, Site } from '../../../program/program.ts';

/** Python's methods that are given nothing but routers. */
const DYNAMIC_MOUNTS = new Set(['include_router', 'register_blueprint', 'add_router', 'blueprint']);
const LOADERS = new Set(['require', 'import']);

/** A router that only a running program knows: of a loop over modules, `require(path)`, `@fastify/autoload`. */
export function isDynamic(program: Program, call: CallRef, method: string): boolean {
  if (call.file.language === 'python') return DYNAMIC_MOUNTS.has(method);
  const given = call.call.arguments.filter((item) => item.name === null);
  return given.some(({ value }) =>
    valuesThroughCalls(value, call.file).some((part) => {
      if (part.kind === 'call') {
        const inner = call.file.calls[part.call];
        const loads = inner?.callee.kind === 'name' && LOADERS.has(inner.callee.name);
        return loads && inner.arguments[0]?.value.kind !== 'literal';
      }
      if (part.kind !== 'name' || LOADERS.has(part.name)) return false;
      const target = program.resolve(part, siteOf(call));
      return target.kind === 'external' && /^(require|import)(\.|$)|autoload/i.test(target.name);
    }),
  );
}

/** Express calls a function of four parameters for errors only. */
export function isErrorHandler(program: Program, value: Value, site: Site): boolean {
  if (site.file.language === 'python') return false;
  const target = program.resolve(value, site);
  return target.kind === 'definition' && target.ref.definition.parameters.length === 4;
}
