/** Which router stands in which, under which prefix, and what runs before all of a router's routes. */
import type { Value } from '../../../program/file.ts';
import type { Placed } from '../../../program/flow/rounds.ts';
import { argument, makerName, siteOf } from '../../../program/link/calls.ts';
import type { CallRef, Program } from '../../../program/program.ts';
import { appliedBy } from './applied.ts';
import type { Middleware, Mount, Mounts } from './entry.ts';
import { HOLDERS } from './frameworks.ts';
import { guardsOf } from './guards.ts';
import { readHandlerLists } from './handler-lists.ts';
import type { Holder, Holders } from './holders.ts';
import { readHooks } from './hooks.ts';
import { mountingsOf, mountRule } from './mount-calls.ts';
import { isDynamic, isErrorHandler, isShared } from './mounted.ts';

/** Options of the call that makes an application or a router. */
const MAKER_OPTIONS = ['dependencies', 'decorators', 'middleware', 'middlewares', 'auth', 'guards'];
const APPLYING = new Set(['use', 'register']);

export function readMounts(program: Program, holders: Holders): Mounts {
  const mounts: Mount[] = [];
  const middleware: Middleware[] = [];
  let dynamic = false;
  for (const call of program.calls()) {
    const parts = holders.receiver(call);
    if (!parts || parts.holders.length === 0) continue;
    const { method, holders: on } = parts;
    mount(call, on, method);
    if (method === 'addHook' && /onRequest|preHandler|preValidation|preParsing/.test(firstText(call)))
      add(call, on, '', values(call).slice(1), true);
    if (method === 'add_middleware') add(call, on, '', values(call).slice(0, 1), false);
    if (method === 'init_app')
      for (const child of on)
        for (const { value, site } of values(call).slice(0, 1))
          for (const parent of holders.of(value, site)) if (parent !== child) push(call, parent, child);
    if (method === 'before_request' || method === 'before_app_request')
      add(call, on, '', values(call), false);
  }
  for (const holder of holders.all()) ofMaker(holder);
  for (const { parent, child, call } of readHandlerLists(holders).routers) push(call, parent, child);
  middleware.push(...readHooks(program, holders));
  // What a plugin behind `fastify-plugin` does, it does to the one that it is registered on.
  for (const { parent, child, shared } of mounts)
    if (shared)
      for (const item of middleware.filter(({ holder }) => holder === child))
        middleware.push({ ...item, holder: parent });
  return { mounts, middleware, dynamic };

  function mount(call: CallRef, parents: readonly Holder[], method: string): void {
    const rule = mountRule(method);
    if (!rule) return;
    for (const mounting of mountingsOf(program, holders, call, parents, rule)) {
      const { children, rest, prefix } = mounting;
      for (const parent of parents) for (const child of children) push(call, parent, child, mounting);
      if (children.length > 0) continue;
      dynamic ||= isDynamic(program, call, method);
      if (call.file.language !== 'python' && APPLYING.has(method)) add(call, parents, prefix, rest, true);
    }
  }

  function push(
    call: CallRef,
    parent: Holder,
    child: Holder,
    how: Pick<Mount, 'prefix' | 'replaces' | 'guards'> = { prefix: '', replaces: false, guards: [] },
  ): void {
    const { file } = call;
    const { line, definition } = call.call;
    const shared = values(call).some(({ value, site }) => isShared(program, holders, value, site));
    const { prefix, replaces, guards } = how;
    mounts.push({ parent, child, prefix, replaces, guards, file, line, definition, shared });
  }

  function add(
    call: CallRef,
    to: readonly Holder[],
    path: string,
    given: readonly Placed[],
    ordered: boolean,
  ): void {
    const before = given.filter(({ value, site }) => !isErrorHandler(program, value, site));
    if (before.length === 0) return;
    const isPlugin = holders.receiver(call)?.method === 'register';
    for (const holder of to) {
      const scope = holder.kind === 'application' ? 'application' : 'router';
      middleware.push({
        holder,
        path,
        guards: before
          .flatMap(({ value, site }) => guardsOf(program, value, site, scope))
          .map((guard) => (isPlugin ? { ...guard, call: guard.call ?? call, plugin: true } : guard)),
        values: before,
        file: call.file,
        line: call.call.line,
        definition: call.call.definition,
        // Fastify gathers the hooks of a plugin once all of it has run.
        ordered: ordered && holder.framework !== 'fastify',
      });
    }
  }

  function ofMaker(holder: Holder): void {
    const { made } = holder;
    if (!made) return;
    const site = siteOf(made);
    for (const option of MAKER_OPTIONS) {
      const value = argument(made, option);
      if (value) add(made, [holder], '', [{ value, site }], false);
    }
    const { file, call } = made;
    const at = { file, line: call.line, definition: call.definition };
    for (const guard of appliedBy(program, holders, made))
      middleware.push({ ...at, holder, path: '', guards: [guard], values: [], ordered: false });
    const kind = HOLDERS.find(([pattern]) => pattern === makerName(program, made))?.[1];
    const first = values(made)[0];
    if (!kind?.of || !first) return;
    for (const parent of holders.of(first.value, site)) push(made, parent, holder);
  }
}

function values(call: CallRef): readonly Placed[] {
  const site = siteOf(call);
  return call.call.arguments.flatMap(({ name, value }): Placed[] => (name === null ? [{ value, site }] : []));
}

function firstText(call: CallRef): string {
  const first: Value | undefined = values(call)[0]?.value;
  return first?.kind === 'literal' && typeof first.value === 'string' ? first.value : '';
}
