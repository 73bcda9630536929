/** Searches of one's own by words: texts are ranked by how many words of the question they hold. */

import type { Value } from '../../../program/file.ts';
import { type Origin, origins, originsOf, returnedValues } from '../../../program/flow/flow.ts';
import { isAlive } from '../../../program/life/alive.ts';
import { nestedIn, type Written, writtenIn } from '../../../program/life/region.ts';
import { calleeParts, given, siteOf } from '../../../program/link/calls.ts';
import { firstSegment } from '../../../program/link/values.ts';
import type { CallRef, DefinitionRef, Program, Site } from '../../../program/program.ts';
import { entryOf, entryOfWeak } from '../../../reading/collections.ts';
import { splitsAt } from '../chunking/by-hand.ts';
import { segments, TEXTS } from '../sources.ts';

/** Values looked at for what is ranked, and for one side of a comparison. */
const MOST_RANKED = 1200;
const MOST_COMPARED = 240;
/** Rankings, and comparisons, that are looked at in one program. */
const MOST_LOOKED = 200;
/** Patterns of words, or of what lies between them. */
const WORDS = /^\s*$|\\[wWsb]|[[^]a-z|\\p\{L/i;
const HOLDS: ReadonlySet<string> = new Set(['intersection', 'has', 'includes', 'get', 'count']);

export interface WordSearch {
  /** The call that ranks. */
  readonly ranks: CallRef;
  /** What is ranked, and all that it is made of. */
  readonly records: readonly Origin[];
}

const known = new WeakMap<Program, readonly WordSearch[]>();

export function wordSearches(program: Program): readonly WordSearch[] {
  return entryOfWeak(known, program, () => {
    const compared = new Map<string, boolean>();
    const isCompared = (site: Site): boolean =>
      entryOf(compared, `${site.definition}\0${site.file.path}`, () =>
        compared.size < MOST_LOOKED ? comparesWords(program, site) : false,
      );
    return program
      .callsAs('list.ranking')
      .slice(0, MOST_LOOKED)
      .flatMap((ranks) => {
        const records = originsOf(program, rankedBy(program, ranks), { most: MOST_RANKED });
        const found = records.some(({ site }) => isCompared(site)) && isAlive(program, siteOf(ranks));
        return found ? [{ ranks, records }] : [];
      });
  });
}

/** What counts words without understanding them: a library's index, and rankings of one's own. */
export function wordIndexes(program: Program): readonly CallRef[] {
  return [...program.callsAs('keyword.index'), ...wordSearches(program).map(({ ranks }) => ranks)];
}

/** What a handler is sent is among the texts that are ranked, and it is not the question. */
export function keptBy(program: Program, handler: DefinitionRef): boolean {
  return wordSearches(program).some(
    ({ ranks, records }) =>
      records.some(({ value, site }) => value.kind === 'name' && isOwn(program, value.name, site, handler)) &&
      program.reach(handler, (call) => call === ranks) === null,
  );
}

function isOwn(program: Program, name: string, site: Site, handler: DefinitionRef): boolean {
  const bound = program.binding(firstSegment(name), site);
  return bound?.binding.parameter != null && program.definitionOf(bound.site) === handler;
}

/** `sorted(hits, key=near)`, `hits.sort((a, b) => near(b) - near(a))`: the list, and what the order is told by. */
function rankedBy(program: Program, call: CallRef): readonly Origin[] {
  const receiver = calleeParts(call.call.callee)?.of;
  const told = [...given(call), ...(receiver ? [{ value: receiver, site: siteOf(call) }] : [])];
  const keys = told.flatMap(({ value, site }) => {
    const target = /^(?:name|function|member)$/.test(value.kind) ? program.resolve(value, site) : null;
    return target?.kind === 'definition' && target.ref.definition.kind !== 'class'
      ? returnedValues(target.ref)
      : [];
  });
  return [...told, ...keys];
}

function comparesWords(program: Program, site: Site): boolean {
  return [site, ...nestedIn(site)]
    .flatMap(writtenIn)
    .slice(0, 2000)
    .some((one) => {
      const sides = sidesOf(program, one);
      return sides !== null && isOverlap(program, sides[0], sides[1], one.site);
    });
}

/** What is looked for, and in what: `word in text`, `a & b`, `counts[word]`, `words.has(word)`. */
function sidesOf(program: Program, { value, site }: Written): readonly [Value, Value] | null {
  if (value.kind === 'operation' && (value.operator === '&' || value.operator === 'in')) {
    const [left, right] = value.operands;
    return left && right ? [left, right] : null;
  }
  if (value.kind === 'index') return value.index[0] ? [value.index[0], value.of] : null;
  if (value.kind !== 'call') return null;
  const { call } = program.callOf(site.file, value.call);
  const parts = calleeParts(call.callee);
  const item = call.arguments[0]?.value;
  return parts && item && HOLDS.has(parts.name) ? [item, parts.of] : null;
}

/** Words of one text are looked for in another one. */
function isOverlap(program: Program, left: Value, right: Value, site: Site): boolean {
  if (left.kind === 'literal' || right.kind === 'literal') return false;
  const sought = origins(program, left, site, { most: MOST_COMPARED });
  if (!sought.some((origin) => isWordSplit(program, origin))) return false;
  const held = origins(program, right, site, { most: MOST_COMPARED });
  const isText = held.some(
    (origin) => isWordSplit(program, origin) || segments(program, origin).some((part) => TEXTS.test(part)),
  );
  if (!isText) return false;
  const [ours, theirs] = [waysInto(program, sought, site), waysInto(program, held, site)];
  return [...ours].some((way) => !theirs.has(way)) && [...theirs].some((way) => !ours.has(way));
}

function isWordSplit(program: Program, origin: Origin): boolean {
  if (origin.value.kind !== 'call') return false;
  const call = program.callOf(origin.site.file, origin.value.call);
  if (!program.means(call, 'text.words')) return false;
  return call.call.arguments.length === 0 || splitsAt(program, origin, WORDS);
}

/** By which calls, and from where around it, something comes into a function: two texts come in by two ways. */
function waysInto(
  program: Program,
  slice: readonly Origin[],
  { file, definition }: Site,
): ReadonlySet<unknown> {
  return new Set(
    slice.flatMap(({ value, site }): readonly unknown[] => {
      if (site.file !== file || site.definition !== definition) return [];
      if (value.kind === 'call') return [value.call];
      if (value.kind !== 'name') return [];
      const bound = program.binding(firstSegment(value.name), site);
      const isLocal = bound?.site.definition === definition && bound.binding.parameter === null;
      return isLocal ? [] : [value.name];
    }),
  );
}
