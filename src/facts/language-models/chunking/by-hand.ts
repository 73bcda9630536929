/** Text that the program cuts by itself: windows that move over it, paragraphs, sentences, tokens. */
import type { CodeFile, Value } from '../../../program/file.ts';
import { type Origin, origins, originsOf } from '../../../program/flow/flow.ts';
import { sitesIn, type Written, writtenIn } from '../../../program/life/region.ts';
import { calleeParts, siteOf } from '../../../program/link/calls.ts';
import { lastSegment, valuesThroughCalls, valuesWithin } from '../../../program/link/values.ts';
import type { CallRef, DefinitionRef, Program, Site } from '../../../program/program.ts';
import type { Chunking } from './chunking.ts';
import { CHUNK_WORDS, OVERLAP_WORDS } from './splitters.ts';
import { windowsIn } from './windows.ts';

/** Patterns that split text where its structure is: blank lines, headings, ends of sentences. */
const STRUCTURE = /\\n\s*\\n|\n\s*\n|\\n\{2|\\n\\s\*\\n|\^?#{1,6}|#\{1|\[\.!?|\[\.\?!|\(\?<=|[.!?]\\s|\\f|。/;
/** As many characters as there are, up to a number: `[\s\S]{1,1000}`. */
const WIDTH = /\{\d*,?\d{2,}\}/;
const SPLITS = /^(?:split|splitlines|finditer|findall|match|matchAll|slice|substring|substr|partition)$/;

/** A function of one's own that cuts text, as its name says: `text[i:i + size]`, by paragraphs, by sentences, by tokens. */
export function byHand(program: Program, ref: DefinitionRef): Chunking | null {
  const { definition, file } = ref;
  if (!/^(?:function|method)$/.test(definition.kind) || !CHUNK_WORDS.test(definition.name)) return null;
  const site = { file, definition: ref.id };
  const written = writtenIn(site);
  const split = written.find((one) => isSplit(program, one));
  const slice = written.find(isSlice);
  const windows = windowsIn(program, site);
  const overlaps =
    windows.length > 0
      ? windows.some((one) => one.overlaps)
      : definition.parameters.some((item) => OVERLAP_WORDS.test(item.name)) ||
        written.some(({ value }) => namesOverlap(value));
  const structured = written.find((one) => isSplit(program, one) && splitsStructure(program, one));
  const careful = structured ?? (overlaps ? (split ?? slice) : undefined);
  if (careful) return { careful: true, file, line: careful.value.line };
  const cut = slice ?? windows[0];
  if (!cut) return null;
  const tokens = written.some((one) => isTokens(program, one));
  return { careful: overlaps || tokens, file, line: cut.value.line };
}

/** What is cut on the way to where it is kept or embedded, whatever the function is called. */
export function cutOnTheWay(program: Program, kept: readonly Origin[]): readonly Chunking[] {
  const slice = originsOf(program, kept, { most: 6000 });
  const flowing = new Set(slice.map(({ value }) => value));
  const sites = new Map(slice.map(({ site }) => [`${site.file.path}\0${site.definition}`, site]));
  const windows = [...sites.values()]
    .flatMap((site) => windowsIn(program, site))
    .filter(({ value }) => flowing.has(value));
  const splits = slice.filter((one) => isSplit(program, one) && splitsAt(program, one, STRUCTURE));
  const widths = slice.filter((one) => isSplit(program, one) && splitsAt(program, one, WIDTH));
  return [
    ...windows.map(({ value, site, of, overlaps }) => {
      const tokens = origins(program, of, site, { most: 12 }).some((one) => isTokens(program, one));
      return { careful: overlaps || tokens, file: site.file, line: value.line };
    }),
    ...splits.map(({ value, site }) => ({ careful: true, file: site.file, line: value.line })),
    ...widths.map(({ value, site }) => ({ careful: false, file: site.file, line: value.line })),
  ];
}

/** Windows over a text that are put into a list, in a program that embeds nothing: `pieces.push({ text })`. */
export function keptPieces(program: Program): readonly Chunking[] {
  return program.filesOf().flatMap((file) => {
    return sitesIn(file).flatMap((site) =>
      windowsIn(program, site)
        .filter(({ value }) => isPutAside(file, site, value))
        .map(({ value, overlaps }) => ({ careful: overlaps, file, line: value.line })),
    );
  });
}

function isPutAside(file: CodeFile, site: Site, piece: Value): boolean {
  const names = new Set(
    file.assignments.flatMap(({ target, value, definition }) =>
      definition === site.definition && value === piece && target.kind === 'name' ? [target.name] : [],
    ),
  );
  return file.calls.some(
    (call) =>
      call.definition === site.definition &&
      /^(?:append|push|add)$/.test(calleeParts(call.callee)?.name ?? '') &&
      call.arguments.some((item) =>
        valuesThroughCalls(item.value, file).some(
          (part) => part === piece || (part.kind === 'name' && names.has(part.name)),
        ),
      ),
  );
}

function isSlice({ value }: Written): boolean {
  return (
    value.kind === 'index' &&
    value.index.some((part) => part.kind === 'operation' && part.operator === 'slice')
  );
}

function isSplit(program: Program, { value, site }: Written): boolean {
  return (
    value.kind === 'call' && SPLITS.test(lastSegment(program.nameOf(program.callOf(site.file, value.call))))
  );
}

function splitsStructure(program: Program, one: Written): boolean {
  const { value, site } = one;
  if (value.kind !== 'call') return false;
  const lines = lastSegment(program.nameOf(program.callOf(site.file, value.call))) === 'splitlines';
  return lines || splitsAt(program, one, STRUCTURE);
}

export function splitsAt(program: Program, { value, site }: Written, pattern: RegExp): boolean {
  if (value.kind !== 'call') return false;
  return patternsOf(program, program.callOf(site.file, value.call)).some(
    (text) => text.length < 200 && pattern.test(text),
  );
}

/** What a text is split at: a pattern, one that was compiled before, each of a list of separators. */
function patternsOf(program: Program, call: CallRef): readonly string[] {
  const site = siteOf(call);
  const receiver = calleeParts(call.call.callee)?.of;
  const compiled =
    receiver && program.means(call, 'chunk.compiled-pattern')
      ? origins(program, receiver, site, { most: 12 })
      : [];
  const given = call.call.arguments.flatMap(({ value }) => writtenPattern(program, call, value));
  const separators = given
    .filter(({ kind }) => kind === 'name')
    .flatMap((value) => origins(program, value, site, { most: 60 }))
    .filter((origin) => origin.value.kind === 'literal');
  return [...given.map((value) => ({ value, site })), ...compiled, ...separators].flatMap((part) => {
    const text = program.constant(part.value, part.site);
    return typeof text === 'string' ? [text] : [];
  });
}

/** `new RegExp(text, "g")` is the text that it is made of. */
function writtenPattern(program: Program, { file }: CallRef, value: Value): readonly Value[] {
  const made = value.kind === 'call' ? program.callOf(file, value.call) : null;
  const isPattern = made !== null && program.nameOf(made) === 'RegExp';
  return isPattern ? made.call.arguments.slice(0, 1).map((item) => item.value) : [value];
}

function namesOverlap(value: Value): boolean {
  return valuesWithin(value).some((part) => part.kind === 'name' && /overlap|stride/i.test(part.name));
}

function isTokens(program: Program, { value, site }: Written): boolean {
  if (value.kind !== 'call') return false;
  return program.means(program.nameOf(program.callOf(site.file, value.call)), 'token.encoder');
}
