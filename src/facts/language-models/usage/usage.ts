/** Whether the tokens of answers are counted, priced, traced or limited. */

import type { CodeFile, Value } from '../../../program/file.ts';
import { isAlive } from '../../../program/life/alive.ts';
import { sitesIn, writtenIn } from '../../../program/life/region.ts';
import { lastSegment, valuesWithin } from '../../../program/link/values.ts';
import { definitionsAround } from '../../../program/nesting.ts';
import type { Program, Site } from '../../../program/program.ts';
import type { Route } from '../../web/routes/routes.ts';
import { LIMITS, PRICE, TOKEN_COUNTS } from './names.ts';

export interface UsageSign {
  readonly kind: 'counted' | 'priced' | 'traced' | 'limited';
  readonly file: CodeFile;
  readonly line: number;
}

export function readUsage(program: Program, routes: readonly Route[]): readonly UsageSign[] {
  const signs: UsageSign[] = [];
  for (const call of program.calls()) {
    const name = program.nameOf(call);
    const at = { file: call.file, line: call.call.line };
    if (program.means(name, 'token.price')) signs.push({ kind: 'priced', ...at });
    else if (program.means(name, 'token.counter')) signs.push({ kind: 'counted', ...at });
    else if (program.means(name, 'token.encoder') && !isChunking(call.file, call.call.definition))
      signs.push({ kind: 'counted', ...at });
    else if (program.means(name, 'llm.tracer')) signs.push({ kind: 'traced', ...at });
  }
  for (const file of program.filesOf()) {
    for (const site of sitesIn(file)) {
      if (!isAlive(program, site)) continue;
      for (const { value } of writtenIn(site)) {
        if (readsTokens(program, value, site)) signs.push({ kind: 'counted', file, line: value.line });
        if (
          isPricing(program, value, site) &&
          !LIMITERS.test(`${file.path} ${file.definitions[site.definition]?.qualifiedName ?? ''}`)
        )
          signs.push({ kind: 'priced', file, line: value.line });
      }
    }
  }
  for (const route of routes)
    for (const input of route.body) {
      const fields = input.schema?.definition.fields ?? [];
      for (const field of fields)
        if (input.schema && LIMITS.test(field.name))
          signs.push({ kind: 'limited', file: input.schema.file, line: field.line });
      if (input.name && LIMITS.test(input.name))
        signs.push({ kind: 'limited', file: input.file, line: input.line });
    }
  return signs;
}

/** A bucket of tokens has a rate too. */
const LIMITERS = /rate_?limit|limiter|bucket|throttl/i;

function isChunking(file: CodeFile, definition: number): boolean {
  return definitionsAround(file, definition).some((id) =>
    /chunk|split/i.test(file.definitions[id]?.name ?? ''),
  );
}

/** `response.usage.total_tokens`, `usage["prompt_tokens"]`, `raw.get("total_tokens", 0)`. */
function readsTokens(program: Program, value: Value, site: Site): boolean {
  if (value.kind === 'name') return value.name.includes('.') && value.name.split('.').slice(1).some(isCount);
  if (value.kind === 'member') return isCount(value.name);
  if (value.kind === 'index')
    return value.index.some((key) => key.kind === 'literal' && isCount(String(key.value)));
  if (value.kind !== 'call') return false;
  const call = program.callOf(site.file, value.call);
  const name = program.nameOf(call);
  const key = call.call.arguments[name === 'getattr' ? 1 : 0]?.value;
  return (
    (name === 'getattr' || lastSegment(name) === 'get') &&
    key?.kind === 'literal' &&
    isCount(String(key.value))
  );
}

function isCount(name: string): boolean {
  return TOKEN_COUNTS.test(name);
}

/** `tokens / 1000 * PRICE`: a product of something that is called a price. */
function isPricing(program: Program, value: Value, site: Site): boolean {
  if (value.kind !== 'operation' || value.operator !== '*') return false;
  // `read, write = PER_MILLION[model]`: what a factor was taken from.
  const sources = value.operands.flatMap((part) =>
    part.kind === 'name' && !part.name.includes('.')
      ? program.assignmentsTo(part.name, site).flatMap(({ assignment }) => assignment.value ?? [])
      : [],
  );
  const names = [value, ...sources.filter((source) => source.kind === 'index')]
    .flatMap(valuesWithin)
    .flatMap((part) =>
      part.kind === 'name'
        ? [part.name]
        : part.kind === 'member'
          ? [part.name]
          : part.kind === 'literal' && typeof part.value === 'string'
            ? [part.value]
            : [],
    );
  return (
    names.some((name) => PRICE.test(name)) &&
    names.some((name) => /token|usage|count|input|output|prompt|completion|\bn_|_in\b|_out\b/i.test(name))
  );
}
