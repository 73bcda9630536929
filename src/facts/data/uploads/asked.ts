/** Kinds of file that a program lets in: suffix checks, lists of suffixes and media types, accept attributes. */
import { type CodeFile, type DefinitionId, MODULE, type Value } from '../../../program/file.ts';
import { type Region, writtenIn } from '../../../program/life/region.ts';
import { valuesWithin } from '../../../program/link/values.ts';
import type { Program, Site } from '../../../program/program.ts';
import { addTo, entryOfWeak } from '../../../reading/collections.ts';
import { type FileKind, SUFFIXES } from './kinds.ts';

interface Asked {
  readonly kind: FileKind;
  readonly file: CodeFile;
  readonly line: number;
}

/** Named arguments that list what is let in. */
const ACCEPTS =
  /^(type|types|accept|accepted_?files?|file_?types?|allowed_?(extensions|types)|glob|suffixes|extensions)$/i;
const OPERATORS = new Set(['==', '!=', 'in', 'not in', 'and', 'or']);
/** Names of constants that list what is let in. */
const LISTS = /ext|suffix|mime|type|allow|accept|support|format|loader|reader|parser/i;
const MAX_LISTS = 400;

/** Places in the list of a file's calls, by the definition and by the line that they stand in. */
interface CallPlaces {
  readonly inDefinition: Map<DefinitionId, number[]>;
  readonly onLine: Map<number, number[]>;
}

const placesByFile = new WeakMap<CodeFile, CallPlaces>();

function callPlaces(file: CodeFile): CallPlaces {
  return entryOfWeak(placesByFile, file, () => {
    const inDefinition = new Map<DefinitionId, number[]>();
    const onLine = new Map<number, number[]>();
    for (const [id, { definition, line }] of file.calls.entries()) {
      addTo(inDefinition, definition, id);
      addTo(onLine, line, id);
    }
    return { inDefinition, onLine };
  });
}

/** Kinds asked for on the way of a file, or in a constant of a file on the way. */
export function kindsAsked(
  program: Program,
  { places }: Region,
  taken: { file: CodeFile; line: number },
): readonly Asked[] {
  const found: Asked[] = [];
  const see = (value: Value | undefined, site: Site, depth = 0) => {
    if (!value) return;
    for (const part of valuesWithin(value)) {
      if (part.kind === 'literal' && typeof part.value === 'string') {
        for (const kind of kindsNamed(part.value))
          if (!found.some((one) => one.kind === kind)) found.push({ kind, file: site.file, line: part.line });
      } else if ((part.kind === 'name' || part.kind === 'member') && depth < 3) {
        const target = program.resolve(part, site);
        if (target.kind === 'value') see(target.value, target.site, depth + 1);
      }
    }
  };
  const files = new Set<CodeFile>([taken.file, ...places.map((place) => place.file)]);
  for (const site of places) {
    for (const { value } of writtenIn(site))
      if (value.kind === 'operation' && OPERATORS.has(value.operator)) see(value, site);
  }
  const within = new Set(places.map((place) => `${place.definition}\0${place.file.path}`));
  for (const file of files) {
    const known = callPlaces(file);
    const own = places.filter((place) => place.file === file);
    const inside = new Set([
      ...own.flatMap(({ definition }) => known.inDefinition.get(definition) ?? []),
      ...((file === taken.file && known.onLine.get(taken.line)) || []),
    ]);
    for (const id of [...inside].sort((a, b) => a - b)) {
      const call = file.calls[id];
      if (!call) continue;
      const site = { file, definition: call.definition };
      const compares = program.means(program.nameOf(program.callOf(file, id)), 'file.kind');
      const lists = call.form === 'jsx' || call.line === taken.line || compares;
      for (const { name, value } of call.arguments)
        if (
          (compares && name === null) ||
          // `<input type="text">` is a kind of field, not of file.
          (lists && name !== null && ACCEPTS.test(name) && !(call.form === 'jsx' && name === 'type')) ||
          (value.kind === 'dict' && hasAccepts(value))
        )
          see(value, site);
    }
    for (const block of file.blocks) {
      if (block.kind === 'case' && within.has(`${block.definition}\0${file.path}`) && block.test)
        see(block.test, { file, definition: block.definition });
    }
    // `ALLOWED = {".pdf", ".md"}` and `LOADERS = {".pdf": PyPDFLoader}` beside the functions that ask them.
    for (const item of file.assignments.slice(0, MAX_LISTS)) {
      if (
        !item.value ||
        (item.value.kind !== 'list' && item.value.kind !== 'dict' && item.value.kind !== 'call')
      )
        continue;
      const name = item.target.kind === 'name' ? item.target.name : '';
      if (
        (item.definition !== MODULE && !within.has(`${item.definition}\0${file.path}`)) ||
        !LISTS.test(name)
      )
        continue;
      const site = { file, definition: item.definition };
      if (item.value.kind === 'call') {
        // `frozenset({…})`, `new Set([…])`
        for (const { value } of file.calls[item.value.call]?.arguments ?? [])
          if (value.kind === 'list') see(value, site);
      } else see(item.value, site);
    }
  }
  return found;
}

function hasAccepts(value: Value): boolean {
  return (
    value.kind === 'dict' &&
    value.entries.some((entry) => entry.key?.kind === 'literal' && ACCEPTS.test(String(entry.key.value)))
  );
}

/** '.pdf', 'application/pdf', '.pdf,.md'. */
export function kindsNamed(text: string): readonly FileKind[] {
  if (text.length > 300) return [];
  return text
    .split(/[,|;\s]+/)
    .flatMap((word) => SUFFIXES.filter(([, pattern]) => pattern.test(word)).map(([kind]) => kind));
}
