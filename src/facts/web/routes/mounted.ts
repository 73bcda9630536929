/** What is put into a router, where it is no router that can be named. */
import { MODULE, type Value } from '../../../program/file.ts';
import { siteOf } from '../../../program/link/calls.ts';
import { valuesThroughCalls } from '../../../program/link/values.ts';
import type { CallRef, Program, Site } from '../../../program/program.ts';
import type { Holders } from './holders.ts';

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

/** `fp(async (fastify) => …)`, here or where the plugin is exported. */
export function isShared(program: Program, holders: Holders, value: Value, site: Site): boolean {
  return holders.lookup
    .origins(value, site)
    .some(
      (origin) =>
        (origin.kind === 'value' &&
          origin.value.kind === 'call' &&
          program.nameOf(program.callOf(origin.site.file, origin.value.call)).startsWith('fastify-plugin')) ||
        (origin.kind === 'module' &&
          origin.file.exports.some(
            (item) =>
              item.exported === 'default' &&
              item.value &&
              isShared(program, holders, item.value, { file: origin.file, definition: MODULE }),
          )),
    );
}
