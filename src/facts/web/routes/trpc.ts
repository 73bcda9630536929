/** Procedures of tRPC: `router({ create: protectedProcedure.input(schema).mutation(…) })`. */
import type { Value } from '../../../program/file.ts';
import { calleeParts, siteOf } from '../../../program/link/calls.ts';
import type { CallRef, Program } from '../../../program/program.ts';
import type { Reader } from './entry.ts';
import { operationEntry } from './graphql.ts';
import { guardsOf } from './guards.ts';
import { handlerOf } from './handlers.ts';
import type { Holders } from './holders.ts';
import type { BodyInput, Guard } from './routes.ts';

const KINDS = new Set(['query', 'mutation', 'subscription']);
const MAX_STEPS = 12;

export const readProcedures: Reader = (program, holders) =>
  program.filesOf().some((file) => file.imports.some(({ module }) => module.startsWith('@trpc/server')))
    ? program.calls().flatMap((call) => {
        const { callee } = call.call;
        const last = calleeParts(callee)?.name ?? (callee.kind === 'name' ? callee.name : '');
        const [map] = call.call.arguments.map((item) => item.value);
        if (call.file.language === 'python' || !/router$/i.test(last) || map?.kind !== 'dict') return [];
        return map.entries.flatMap(({ key, value }) => {
          const made = value.kind === 'call' ? program.callOf(call.file, value.call) : null;
          const kind = made ? calleeParts(made.call.callee)?.name : undefined;
          if (!made || !kind || !KINDS.has(kind) || key?.kind !== 'literal') return [];
          const resolver = made.call.arguments[0]?.value;
          const { guards, input } = chainOf(program, holders, made);
          return [
            operationEntry({
              kind: kind as 'query',
              name: `${nameOf(call)}${String(key.value)}`,
              handler: resolver ? handlerOf(program, holders, resolver, siteOf(made)) : null,
              guards,
              file: call.file,
              line: value.line,
              framework: 'trpc',
              body: input ? [input] : [],
            }),
          ];
        });
      })
    : [];

/** `export const postRouter = router({ create })`: the router's name says what its procedures are about. */
function nameOf({ file, id }: CallRef): string {
  const item = file.assignments.find(({ value }) => value?.kind === 'call' && value.call === id);
  const name = item?.target.kind === 'name' ? item.target.name.replace(/Router$/, '') : '';
  return name === '' ? '' : `${name}.`;
}

/** What a procedure is made of: `.use(…)` runs before it, `.input(…)` checks what it takes. */
function chainOf(
  program: Program,
  holders: Holders,
  start: CallRef,
): { guards: readonly Guard[]; input: BodyInput | null } {
  const guards: Guard[] = [];
  let input: BodyInput | null = null;
  let current: CallRef = start;
  for (let step = 0; step < MAX_STEPS; step++) {
    const parts = calleeParts(current.call.callee);
    if (parts?.name === 'use')
      for (const { value } of current.call.arguments)
        guards.push(...middlewareOf(program, holders, value, current));
    if (parts?.name === 'input')
      input = {
        name: null,
        schema: null,
        type: 'input',
        kind: 'schema',
        file: current.file,
        line: current.call.line,
      };
    const before: Value | undefined = parts?.of;
    if (!before) break;
    const origin = holders.lookup
      .origins(before, siteOf(current))
      .find((one) => one.kind === 'value' && one.value.kind === 'call');
    if (origin?.kind !== 'value' || origin.value.kind !== 'call') break;
    current = program.callOf(origin.site.file, origin.value.call);
  }
  return { guards, input };
}

/** `t.middleware(({ ctx, next }) => …)`, here or under a name. */
function middlewareOf(program: Program, holders: Holders, value: Value, call: CallRef): readonly Guard[] {
  const site = siteOf(call);
  const ref = handlerOf(program, holders, value, site);
  if (!ref) return guardsOf(program, value, site, 'route');
  const name = value.kind === 'name' ? value.name : ref.definition.qualifiedName || '<function>';
  return [{ name, ref, file: call.file, line: value.line, scope: 'route' }];
}
