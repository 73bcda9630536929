/** A window that moves over a text: how wide it is, how far it steps, and whether two of them share a part. */
import { MODULE, type Value } from '../../../program/file.ts';
import { origins } from '../../../program/flow/flow.ts';
import { writtenIn } from '../../../program/life/region.ts';
import { calleeParts } from '../../../program/link/calls.ts';
import { lastSegment, valuesWithin } from '../../../program/link/values.ts';
import type { Program, Site } from '../../../program/program.ts';

export interface TextWindow {
  /** The slice. */
  readonly value: Value;
  readonly site: Site;
  /** What it is cut out of. */
  readonly of: Value;
  /** It steps by less than its width. */
  readonly overlaps: boolean;
}

interface Slice {
  readonly of: Value;
  readonly lower: string;
  readonly width: Value;
}

/** The slices of a text that a definition takes one after the other; those of a list of pieces are none. */
export function windowsIn(program: Program, site: Site): readonly TextWindow[] {
  const written = writtenIn(site);
  return written.flatMap(({ value }): TextWindow[] => {
    const slice = sliceOf(program, value, site);
    const steps = slice ? stepsOf(program, slice, site) : [];
    if (!slice || steps.length === 0 || !isText(program, value, slice, site)) return [];
    return [
      { value, site, of: slice.of, overlaps: steps.some((step) => isLess(program, step, slice.width, site)) },
    ];
  });
}

/** `x[at : at + width]`, `x.slice(at, at + width)`, `x.slice(at, end)` with an end that is `at + width`. */
function sliceOf(program: Program, value: Value, site: Site): Slice | null {
  if (value.kind === 'index') {
    const [range] = value.index;
    if (range?.kind !== 'operation' || range.operator !== 'slice') return null;
    return bounded(program, value.of, range.operands, site);
  }
  const call = value.kind === 'call' ? site.file.calls[value.call] : undefined;
  const parts = call ? calleeParts(call.callee) : null;
  if (!call || !parts || !/^(?:slice|substring|substr)$/.test(parts.name)) return null;
  const operands = call.arguments.map((item) => item.value);
  const [lower, width] = operands;
  if (parts.name === 'substr')
    return lower?.kind === 'name' && width ? { of: parts.of, lower: lower.name, width } : null;
  return bounded(program, parts.of, operands, site);
}

function bounded(program: Program, of: Value, [lower, upper]: readonly Value[], site: Site): Slice | null {
  if (lower?.kind !== 'name' || !upper) return null;
  const sum = valuesWithin(said(program, upper, site))
    .concat(argumentsOf(said(program, upper, site), site))
    .find((part) => part.kind === 'operation' && part.operator === '+');
  if (sum?.kind !== 'operation') return null;
  const width = sum.operands.find((part) => !isName(part, lower.name));
  return width && sum.operands.some((part) => isName(part, lower.name))
    ? { of, lower: lower.name, width }
    : null;
}

/** What a name of this definition stands for, where it is given once. */
function said(program: Program, value: Value, site: Site): Value {
  if (value.kind !== 'name') return value;
  const given = program
    .assignmentsTo(value.name, site)
    .filter(({ file, assignment }) => file === site.file && assignment.via === '=' && assignment.value);
  return (given.length === 1 && given[0]?.assignment.value) || value;
}

/** `min(at + width, length)`: what stands in a call. */
function argumentsOf(value: Value, { file }: Site): readonly Value[] {
  return value.kind === 'call' ? (file.calls[value.call]?.arguments.map((item) => item.value) ?? []) : [];
}

function isName(value: Value, name: string): boolean {
  return value.kind === 'name' && value.name === name;
}

/** How far the lower end moves: `range(0, n, step)`, `at += step`, `at = end - shared`. */
function stepsOf(program: Program, { lower, width }: Slice, site: Site): readonly Value[] {
  return program.assignmentsTo(lower, site).flatMap(({ file, assignment }): readonly Value[] => {
    const { via, value } = assignment;
    if (!value || file !== site.file || assignment.definition !== site.definition) return [];
    if (via === 'augmented') return [value];
    if (via !== '=') return rangeIn(value, site);
    const moved = [value, ...argumentsOf(value, site)].find((part) => part.kind === 'operation');
    if (moved?.kind === 'operation') {
      if (moved.operator === '-') return [moved];
      const by = moved.operands.find((part) => !isName(part, lower));
      return moved.operator === '+' && by ? [by] : [];
    }
    return value.kind === 'name' && said(program, value, site) !== value ? [width] : [];
  });
}

/** The step of a `range`, also where its numbers are numbered again: `enumerate(range(0, n, step))`. */
function rangeIn(value: Value, site: Site): readonly Value[] {
  if (value.kind === 'index') return rangeIn(value.of, site);
  const call = value.kind === 'call' ? site.file.calls[value.call] : undefined;
  if (call?.callee.kind !== 'name') return [];
  if (call.callee.name === 'enumerate')
    return argumentsOf(value, site)
      .slice(0, 1)
      .flatMap((part) => rangeIn(part, site));
  const step = call.arguments[2]?.value;
  return call.callee.name === 'range' ? [step ?? { kind: 'literal', value: 1, line: value.line }] : [];
}

/** A step that is not the width itself, nor a number that is as large. */
function isLess(program: Program, step: Value, width: Value, site: Site): boolean {
  const [near, wide] = [step, width].map((value) => program.constant(value, site));
  if (typeof near === 'number' && typeof wide === 'number') return near < wide;
  const written = [step, width].map((value) => JSON.stringify(withoutLines(said(program, value, site))));
  return written[0] !== written[1];
}

function withoutLines(value: Value): unknown {
  return JSON.parse(JSON.stringify(value, (key, part) => (key === 'line' ? undefined : part)));
}

const JOINS = /^(?:join|decode|strip|trim|detokenize)$/;
const TEXT_CALLS =
  /^(?:join|read|decode|extract_?text\w*|get_?text\w*|text|toString|read_?text|strip|trim|replace|replaceAll|sub|getvalue|lower|toLowerCase|readFile\w*)$/;
const TEXT_PARTS = /\.(?:text|page_?content|content|body)$/i;
const LIST_CALLS = /^(?:list|map|filter|split\w*|findall|sorted|range|append|from|flatMap)$/;

/** Cut out of characters, words or tokens; not some of many pieces, which only go on in batches. */
function isText(program: Program, value: Value, { of }: Slice, site: Site): boolean {
  const { file } = site;
  if (value.kind === 'call' && /substr/.test(lastSegment(program.nameOf(program.callOf(file, value.call)))))
    return true;
  const joined = file.calls.some((call) => {
    const parts = calleeParts(call.callee);
    if (call.definition !== site.definition || !parts || !JOINS.test(parts.name)) return false;
    return (
      parts.of === value || isSame(parts.of, value) || call.arguments.some((item) => item.value === value)
    );
  });
  if (joined) return true;
  for (const origin of origins(program, of, site, { most: 60 })) {
    const decided = decides(program, origin.value, origin.site);
    if (decided !== null) return decided;
  }
  // Nobody says what it is: its name is the last to ask.
  return of.kind === 'name' && /text|content|document|string|markdown/i.test(of.name);
}

function isSame(one: Value, other: Value): boolean {
  return one.kind === 'call' && other.kind === 'call' && one.call === other.call;
}

function decides(program: Program, value: Value, site: Site): boolean | null {
  if (value.kind === 'template') return true;
  if (value.kind === 'literal') return typeof value.value === 'string' ? true : null;
  if (value.kind === 'list' || value.kind === 'dict') return false;
  if (value.kind === 'operation') return value.operator === 'comprehension' ? false : null;
  if (value.kind === 'call') {
    const last = lastSegment(program.nameOf(program.callOf(site.file, value.call)));
    return TEXT_CALLS.test(last) ? true : LIST_CALLS.test(last) ? false : null;
  }
  if (value.kind !== 'name') return null;
  if (TEXT_PARTS.test(value.name)) return true;
  const bound = program.binding(value.name, site);
  const annotation = bound?.binding.parameter?.annotation;
  const owner = bound && bound.site.definition !== MODULE;
  if (!owner || annotation?.kind !== 'name') return annotation?.kind === 'index' ? false : null;
  return /^(?:str|string)$/.test(annotation.name) ? true : null;
}
