/**
 * Repositories that nobody would write, made of those that the tests of the rules know: pieces repeated without end,
 * files that import each other in a ring, nesting, noise, names that are none. Each is data drawn from a seed.
 */
import fc from 'fast-check';

export type Files = Readonly<Record<string, string>>;

/** One change of a repository. `at` and `to` are shares of a text or of the list of files. */
type Mutation =
  | {
      readonly kind: 'repeat';
      readonly file: number;
      readonly at: number;
      readonly to: number;
      readonly times: number;
    }
  | {
      readonly kind: 'nest';
      readonly file: number;
      readonly at: number;
      readonly to: number;
      readonly pair: readonly [string, string];
      readonly times: number;
    }
  | { readonly kind: 'noise'; readonly file: number; readonly at: number; readonly text: string }
  | { readonly kind: 'cut'; readonly file: number; readonly at: number; readonly to: number }
  | { readonly kind: 'swap'; readonly file: number; readonly at: number; readonly to: number }
  | { readonly kind: 'rename'; readonly file: number; readonly path: string }
  | { readonly kind: 'copies'; readonly file: number; readonly times: number; readonly ring: boolean }
  | {
      readonly kind: 'numbered';
      readonly file: number;
      readonly at: number;
      readonly to: number;
      readonly times: number;
    };

/** Bytes of one mutant, and of one of its files: what an audit reads of any repository. */
const MOST_BYTES = 2_000_000;
const MOST_OF_A_FILE = 1_000_000;

const PAIRS = [
  ['(', ')'],
  ['[', ']'],
  ['{"a": ', '}'],
  ['f(', ')'],
  ['not ', ''],
  ['lambda: ', ''],
  ['if x:\n', ''],
  ['<div>', '</div>'],
  ['`', '`'],
  ['> ', ''],
  ['"""', '"""'],
  ['${', '}'],
] as const;

const TEXTS = [
  '\0',
  '\ufeff',
  '\u202e',
  '\ud800',
  '\r',
  '##[stop-commands]x',
  '\n::error::x\n',
  '\u001b[2J',
  '<script>alert(1)</script>',
  '*'.repeat(60),
  'a'.repeat(5000),
  '@'.repeat(200),
  '{{{{{{{{',
  '%s%n%x',
  '../../../etc/passwd',
  '1e999999',
  '&a [*a, *a]',
  '<<: *a',
  '!!js/function x',
  '-----BEGIN PRIVATE KEY-----',
  '\t \t \t',
  '# type: ignore\\\n',
  "'''",
  '`'.repeat(40),
  '[x](y'.repeat(50),
  'import *;export * from "./a"\n',
  'from . import *\n',
  '__proto__',
  'constructor',
  'toString()',
];

const PATHS = [
  '__proto__/a.py',
  'constructor.ts',
  'toString',
  'a'.repeat(200),
  '##[add-mask]FAIL.py',
  '::error::x.py',
  'a\nb.py',
  'src/\u202egnp.py',
  `${'deep/'.repeat(30)}a.py`,
  'README.md',
  'package.json',
  'pyproject.toml',
  'docker-compose.yml',
  'Dockerfile',
  '.github/workflows/a.yml',
  'a.ipynb',
  'a.vue',
  'index.html',
  'schema.sql',
  '.milestone.yml',
  '.env',
  'coverage.xml',
  'requirements.txt',
];

const share = fc.double({ min: 0, max: 1, noNaN: true });
const file = fc.nat(1000);
const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('repeat' as const),
      file,
      at: share,
      to: share,
      times: fc.integer({ min: 2, max: 20_000 }),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('numbered' as const),
      file,
      at: share,
      to: share,
      times: fc.integer({ min: 2, max: 4000 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('nest' as const),
      file,
      at: share,
      to: share,
      pair: fc.constantFrom(...PAIRS),
      times: fc.integer({ min: 2, max: 5000 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('noise' as const),
      file,
      at: share,
      text: fc.constantFrom(...TEXTS),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('cut' as const), file, at: share, to: share }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('swap' as const), file, at: share, to: share }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('rename' as const), file, path: fc.constantFrom(...PATHS) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('copies' as const),
      file,
      times: fc.integer({ min: 2, max: 600 }),
      ring: fc.boolean(),
    }),
  },
);

export interface Mutant {
  /** Which repository it is made of. */
  readonly seed: number;
  readonly mutations: readonly Mutation[];
}

const mutant: fc.Arbitrary<Mutant> = fc.record({
  seed: fc.nat(1_000_000),
  mutations: fc.array(mutation, { minLength: 1, maxLength: 5 }),
});

/** The same numbers, the same mutants. */
export function mutants(count: number, seed: number): readonly Mutant[] {
  return fc.sample(mutant, { numRuns: count, seed });
}

/** The files of a mutant, within what an audit reads. */
export function filesOf({ seed, mutations }: Mutant, repositories: readonly Files[]): Files {
  let files: [string, string][] = Object.entries(repositories[seed % repositories.length] ?? {});
  for (const one of mutations) files = bounded(changed(files, one));
  return Object.fromEntries(files);
}

function changed(files: [string, string][], one: Mutation): [string, string][] {
  if (files.length === 0) return files;
  const index = one.file % files.length;
  const [path, text] = files[index] ?? ['', ''];
  const others = files.filter((_, at) => at !== index);
  const replaced = (now: string): [string, string][] => [...others, [path, now]];
  switch (one.kind) {
    case 'repeat': {
      const [from, to] = lines(text, one);
      const piece = text.slice(from, to);
      return replaced(text.slice(0, to) + repeated(() => piece, piece.length, one.times) + text.slice(to));
    }
    case 'numbered': {
      // The names of each copy are its own: a function that calls the next one, a class for each.
      const [from, to] = lines(text, one);
      const piece = text.slice(from, to);
      const numbered = (at: number): string =>
        piece.replace(/\b([A-Za-z_]\w{3,})\b/g, (name) => (at % 3 === 0 ? name : `${name}${at}`));
      return replaced(text.slice(0, to) + repeated(numbered, piece.length * 1.3, one.times) + text.slice(to));
    }
    case 'nest': {
      const [from, to] = places(text, one);
      const times = Math.min(one.times, Math.floor(200_000 / (one.pair[0].length + one.pair[1].length)));
      return replaced(
        text.slice(0, from) +
          one.pair[0].repeat(times) +
          text.slice(from, to) +
          one.pair[1].repeat(times) +
          text.slice(to),
      );
    }
    case 'noise': {
      const at = Math.floor(one.at * text.length);
      return replaced(text.slice(0, at) + one.text + text.slice(at));
    }
    case 'cut': {
      const [from, to] = places(text, one);
      return replaced(text.slice(0, from) + text.slice(to));
    }
    case 'swap': {
      const [from, to] = places(text, one);
      return replaced(text.slice(to) + text.slice(from, to) + text.slice(0, from));
    }
    case 'rename':
      return [...others.filter(([other]) => other !== one.path), [one.path, text]];
    case 'copies':
      return [...files, ...copies(path, text, one)];
    default:
      return one satisfies never;
  }
}

/** Copies of a module beside it; in a ring each hands on what the next ones have. */
function copies(
  path: string,
  text: string,
  { times, ring }: { readonly times: number; readonly ring: boolean },
): [string, string][] {
  const [, stem = path, ending = ''] = /^(.*?)(\.\w+)?$/s.exec(path) ?? [];
  const name = stem.slice(stem.lastIndexOf('/') + 1);
  const most = Math.min(times, Math.floor(MOST_BYTES / (text.length + 60)));
  return Array.from({ length: most }, (_, at): [string, string] => {
    const next = [(at + 1) % most, (at * 7 + 3) % most];
    const handed =
      ending === '.py'
        ? next.map((to) => `from .${name}_${to} import *\n`)
        : next.map((to) => `export * from './${name}_${to}';\n`);
    return [`${stem}_${at}${ending}`, (ring ? handed.join('') : '') + text];
  });
}

function places(
  text: string,
  { at, to }: { readonly at: number; readonly to: number },
): readonly [number, number] {
  const both = [Math.floor(at * text.length), Math.floor(to * text.length)];
  return [Math.min(...both), Math.max(...both)];
}

/** The same, widened to whole lines. */
function lines(text: string, range: { readonly at: number; readonly to: number }): readonly [number, number] {
  const [from, to] = places(text, range);
  const end = text.indexOf('\n', to);
  return [text.lastIndexOf('\n', from - 1) + 1, end < 0 ? text.length : end + 1];
}

function repeated(piece: (at: number) => string, length: number, times: number): string {
  const most = Math.min(times, Math.floor(MOST_OF_A_FILE / Math.max(1, length)));
  return Array.from({ length: most }, (_, at) => piece(at)).join('');
}

function bounded(files: [string, string][]): [string, string][] {
  let left = MOST_BYTES;
  return files.flatMap(([path, text]): [string, string][] => {
    if (text.length > MOST_OF_A_FILE || text.length > left) return [];
    left -= text.length;
    return [[path, text]];
  });
}
