/** Which router stands in which, under which prefix, and what runs before all of a router's routes. */
import type { Value } from '../../../program/file.ts';
import { argument, makerName, siteOf, textOf } from '../../../program/link/calls.ts';
import type { CallRef, Program } from '../../../program/program.ts';
import type { Middleware, Mount, Mounts } from './entry.ts';
import { HOLDERS } from './frameworks.ts';
import { guardsOf } from './guards.ts';
import { readHandlerLists } from './handler-lists.ts';
import type { Holder, Holders } from './holders.ts';
import { readHooks } from './hooks.ts';
import { isDynamic, isErrorHandler, isShared } from './mounted.ts';

interface MountCall {
  /** Keyword arguments or options that carry the prefix. */
  readonly prefix?: readonly string[];
  /** Keyword argument or option that carries guards. */
  readonly guards?: string;
  /** The prefix replaces the child's own. */
  readonly replaces?: true;
}

/** Methods that put one router into another; a leading text argument is a prefix too. */
const MOUNTS: Readonly<Record<string, MountCall>> = {
  include_router: { prefix: ['prefix'], guards: 'dependencies' },
  register_blueprint: { prefix: ['url_prefix'], replaces: true },
  register_api: { prefix: ['url_prefix'], replaces: true },
  blueprint: { prefix: ['url_prefix'], replaces: true },
  add_router: { prefix: ['prefix'], guards: 'auth' },
  add_namespace: { prefix: ['path'], replaces: true },
  add_routes: {},
  add_subapp: {},
  mount: { prefix: ['path'] },
  use: {},
  route: {},
  register: { prefix: ['prefix'] },
  group: {},
};

export function readMounts(program: Program, holders: Holders): Mounts {
  const mounts: Mount[] = [];
  const middleware: Middleware[] = [];
  let dynamic = false;
  for (const call of program.calls()) {
    const parts = holders.receiver(call);
    if (!parts || parts.holders.length === 0) continue;
    const rule = Object.hasOwn(MOUNTS, parts.method) ? MOUNTS[parts.method] : undefined;
    if (rule) read(call, parts.holders, rule);
    if (parts.method === 'addHook' && /onRequest|preHandler|preValidation|preParsing/.test(firstText(call)))
      add(call, parts.holders, '', values(call).slice(1), true);
    if (parts.method === 'add_middleware') add(call, parts.holders, '', values(call).slice(0, 1), false);
    if (parts.method === 'init_app')
      for (const child of parts.holders)
        for (const parent of values(call)
          .slice(0, 1)
          .flatMap((value) => holders.of(value, siteOf(call))))
          if (parent !== child) push(call, parent, child, '', false, []);
    if (parts.method === 'before_request' || parts.method === 'before_app_request')
      add(call, parts.holders, '', values(call), false);
  }
  for (const holder of holders.all()) ofMaker(holder);
  for (const { parent, child, call } of readHandlerLists(holders).routers)
    push(call, parent, child, '', false, []);
  middleware.push(...readHooks(program, holders));
  shareHooks();
  return { mounts, middleware, dynamic };

  function values(call: CallRef): readonly Value[] {
    return call.call.arguments.filter((item) => item.name === null).map((item) => item.value);
  }

  function firstText(call: CallRef): string {
    const first = values(call)[0];
    return first?.kind === 'literal' && typeof first.value === 'string' ? first.value : '';
  }

  function push(
    call: CallRef,
    parent: Holder,
    child: Holder,
    prefix: string,
    replaces: boolean,
    guards: Mount['guards'],
  ): void {
    const { file } = call;
    const { line, definition } = call.call;
    const shared = call.call.arguments.some(({ value }) => isShared(program, holders, value, siteOf(call)));
    mounts.push({ parent, child, prefix, replaces, guards, file, line, definition, shared });
  }

  function add(
    call: CallRef,
    to: readonly Holder[],
    path: string,
    values: readonly Value[],
    ordered: boolean,
  ): void {
    const site = siteOf(call);
    const given = values.filter((value) => !isErrorHandler(program, value, site));
    if (given.length === 0) return;
    const isPlugin = lastName(call) === 'register';
    for (const holder of to) {
      const scope = holder.kind === 'application' ? 'application' : 'router';
      middleware.push({
        holder,
        path,
        guards: given
          .flatMap((value) => guardsOf(program, value, site, scope))
          .map((guard) => (isPlugin ? { ...guard, plugin: true } : guard)),
        values: given.map((value) => ({ value, site })),
        file: call.file,
        line: call.call.line,
        definition: call.call.definition,
        // Fastify gathers the hooks of a plugin once all of it has run.
        ordered: ordered && holder.framework !== 'fastify',
      });
    }
  }

  /** What a plugin behind `fastify-plugin` does, it does to the one that it is registered on. */
  function shareHooks(): void {
    for (const { parent, child, shared } of mounts)
      if (shared)
        middleware.push(
          ...middleware.filter((item) => item.holder === child).map((item) => ({ ...item, holder: parent })),
        );
  }

  function read(call: CallRef, parents: readonly Holder[], rule: MountCall): void {
    const site = siteOf(call);
    const given = values(call);
    const paths: string[] = [];
    const children: Holder[] = [];
    const rest: Value[] = [];
    const named = call.call.arguments.filter((item) =>
      ['router', 'app', 'blueprint'].includes(item.name ?? ''),
    );
    for (const value of [...given, ...named.map((item) => item.value)]) {
      const constant =
        value.kind === 'dict' || value.kind === 'list' ? undefined : program.constant(value, site);
      const found = typeof constant === 'string' ? [] : routersIn(value, call);
      if (found.length > 0) children.push(...found.filter((child) => !parents.includes(child)));
      else if (typeof constant === 'string') paths.push(constant);
      else if (value.kind === 'template' && rest.length === 0) paths.push('{}');
      else if (value.kind === 'list') {
        const texts = value.items.map((item) => program.constant(item, site));
        if (texts.length > 0 && texts.every((text) => typeof text === 'string')) paths.push(String(texts[0]));
        else rest.push(value);
      } else if (value.kind !== 'dict') rest.push(value);
    }
    if (paths.length === 0 && children.length > 0 && given.length > 1 && rest[0] === given[0] && rest[0]) {
      // A prefix that is a name nobody knows the text of.
      const unknown = program.resolve(rest[0], site);
      if (unknown.kind === 'unknown' || unknown.kind === 'value') {
        paths.push('{}');
        rest.shift();
      }
    }
    if (children.length === 0 && isDynamic(program, call, lastName(call))) dynamic = true;
    const option = rule.prefix?.map((name) => argument(call, name)).find((value) => value !== null) ?? null;
    const prefix = option ? textOf(program, option, site) : (paths[0] ?? '');
    const guardValue = rule.guards ? argument(call, rule.guards) : null;
    for (const parent of parents) {
      const scope = parent.kind === 'application' && children.length === 0 ? 'application' : 'router';
      const guards = [...rest, ...(guardValue ? [guardValue] : [])].flatMap((value) =>
        guardsOf(program, value, site, scope),
      );
      for (const child of children)
        push(call, parent, child, prefix, rule.replaces === true && option !== null, guards);
    }
    if (
      children.length === 0 &&
      call.file.language !== 'python' &&
      ['use', 'register'].includes(lastName(call))
    )
      add(call, parents, paths[0] ?? '', rest, true);
  }

  /** Routers that a value stands for; a Fastify plugin is a function whose parameter is the router. */
  function routersIn(value: Value, call: CallRef): readonly Holder[] {
    const site = siteOf(call);
    const found = holders.of(value, site);
    if (found.length > 0 || call.file.language === 'python') return found;
    const functions = holders.lookup
      .origins(value, site)
      .flatMap((origin) => {
        if (origin.kind !== 'value' || origin.value.kind !== 'call') return [origin];
        const wrapped = origin.site.file.calls[origin.value.call];
        return (wrapped?.arguments ?? []).flatMap((item) => holders.lookup.origins(item.value, origin.site));
      })
      .flatMap((origin) => {
        if (origin.kind === 'definition') return [origin.ref];
        return origin.kind === 'module'
          ? holders.lookup
              .exported(origin.file, 'default')
              .flatMap((item) => (item.kind === 'definition' ? [item.ref] : []))
          : [];
      });
    if (lastName(call) !== 'register' && lastName(call) !== 'use') return [];
    return functions.flatMap((ref) =>
      holders.ofOrigin({ kind: 'parameter', ref, index: 0 }).filter((holder) => holder.parameterOf === ref),
    );
  }

  function lastName(call: CallRef): string {
    return holders.receiver(call)?.method ?? '';
  }

  function ofMaker(holder: Holder): void {
    const { made } = holder;
    if (!made) return;
    const site = siteOf(made);
    for (const option of ['dependencies', 'decorators', 'middleware', 'auth', 'guards']) {
      const value = argument(made, option);
      if (value) add(made, [holder], '', [value], false);
    }
    const kind = HOLDERS.find(([pattern]) => pattern === makerName(program, made))?.[1];
    const first = values(made)[0];
    if (!kind?.of || !first) return;
    for (const parent of holders.of(first, site)) push(made, parent, holder, '', false, []);
  }
}
