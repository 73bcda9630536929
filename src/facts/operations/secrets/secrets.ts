/** Secrets that are committed: tokens by their form, private keys, and values where a setting should be read. */
import type { Location } from '../../../model.ts';
import type { Program } from '../../../program/program.ts';
import { linesOf } from '../../../reading/text-file.ts';
import type { RepositoryFile } from '../../project/roles.ts';
import { engineIn } from './engine.ts';
import { formsIn, type Match } from './forms.ts';
import { type Literal, literalsIn } from './literals.ts';
import { type Mask, maskOf, type Shown } from './mask.ts';
import { isPublicByDesign } from './public.ts';
import { isPlaceholder, isRandom } from './real.ts';
import { isLoaded, type Setting, settingsIn } from './settings.ts';

export interface Secret extends Location {
  /** 'OpenAI key', 'SECRET_KEY in code'. The secret itself is never kept. */
  readonly what: string;
  /**
   * 'leaked': a real key or token; whoever clones the repository has it. 'hard-coded': a password or a signing key that
   * is written down where a setting should be read, guessable or not.
   */
  readonly grade: 'leaked' | 'hard-coded';
}

export interface Secrets {
  /** By path and line. */
  readonly list: readonly Secret[];
  /** Takes secrets out of a text that is to be shown. */
  readonly mask: Mask;
}

/** Where it stands decides how much a find says. */
type Place = 'application' | 'documentation' | 'example' | 'test';

type Found = Secret & { readonly value: string };

const MAX_TEXT = 1_000_000;
/** Files that hold what a program wrote: a hash looks like a key. */
const GENERATED_TEXT = 200_000;

/** Secrets in the files that Git tracks. Tests are left out, examples count for less: what stands there is made up. */
export async function readSecrets(
  files: readonly RepositoryFile[],
  textOf: (path: string) => string | undefined,
  program: Program,
): Promise<Secrets> {
  const found: Found[] = [];
  const shown: Shown[] = [];
  const tracked = new Map<string, string>();
  for (const file of files) {
    const text = file.tracked && file.role !== 'vendored' ? textOf(file.path) : undefined;
    if (text === undefined || text.length > MAX_TEXT) continue;
    if (file.role === 'generated' && text.length > GENERATED_TEXT) continue;
    tracked.set(file.path, text);
    const matches = [...formsIn(text), ...(await engineIn(file.path, text))];
    for (const match of matches) shown.push({ value: match.value, path: null, line: 0 });
    const place = placeOf(file);
    found.push(...matches.flatMap((match) => judgedForm(match, file.path, text, place)));
    // What a build wrote holds keys of that build.
    const settings = file.role === 'application' || file.artifact === '.env';
    if (file.kind === 'configuration' && place === 'application' && settings) {
      found.push(...settingsIn(text).flatMap((one) => judgedSetting(one, file.path, text)));
    }
  }
  for (const literal of literalsIn(program)) {
    const text = tracked.get(literal.path);
    if (text !== undefined) found.push(...judgedLiteral(literal, text));
  }
  for (const { value, path, line } of found) shown.push({ value, path, line });
  return { list: distinct(found), mask: maskOf(shown) };
}

function placeOf({ path, role, kind }: RepositoryFile): Place {
  if (role === 'test') return 'test';
  if (role === 'example' || /\.(?:example|sample|template|dist)$|[._-]example\b/i.test(path))
    return 'example';
  return kind === 'documentation' ? 'documentation' : 'application';
}

function judgedForm(
  { what, value, index }: Match,
  path: string,
  text: string,
  place: Place,
): readonly Found[] {
  if (place === 'test' || isPublicByDesign(value, '', text)) return [];
  // An address in a document shows how one looks; a key in it is a key all the same.
  const address = /password/.test(what);
  if (place !== 'application' && address) return [];
  const line = linesOf(text.slice(0, index)).length;
  return [{ path, line, what, value, grade: place === 'example' ? 'hard-coded' : 'leaked' }];
}

function judgedSetting({ name, says, value, line }: Setting, path: string, text: string): readonly Found[] {
  if (isPlaceholder(value) || isPublicByDesign(value, name, text)) return [];
  const what = `${name} in ${path.slice(path.lastIndexOf('/') + 1)}`;
  if (isRandom(value)) {
    // A pipeline's tests sign with any key.
    return says === 'signing' && path.startsWith('.github/')
      ? []
      : [{ path, line, what, value, grade: 'leaked' }];
  }
  return isLoaded(path) ? [{ path, line, what, value, grade: 'hard-coded' }] : [];
}

function judgedLiteral(literal: Literal, text: string): readonly Found[] {
  const { name, says, value, path, line, overridable, nested } = literal;
  if (/\s/.test(value) || isPublicByDesign(value, name, text)) return [];
  const what = `${name} in code`;
  if (isRandom(value)) return [{ path, line, what, value, grade: 'leaked' }];
  if (overridable || nested || isName(value, says)) return [];
  switch (says) {
    case 'signing':
      return [{ path, line, what, value, grade: 'hard-coded' }];
    case 'password':
      return isPlaceholder(value) ? [] : [{ path, line, what, value, grade: 'hard-coded' }];
    case 'token':
      // 'ollama', 'EMPTY', 'not-needed': what a service on one's own machine is given.
      return [];
    default:
      return says satisfies never;
  }
}

/** The name of a setting, of a key in a store, of a field: not its value. */
function isName(value: string, says: Literal['says']): boolean {
  if (/^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/.test(value) || /^[/.]|:\/\//.test(value)) return true;
  return says !== 'signing' && /^\w*(?:password|token|_key)$/i.test(value);
}

/** One secret per place: the first that was said of it, the worse grade. */
function distinct(found: readonly Found[]): readonly Secret[] {
  const places = new Map<string, Secret>();
  for (const { path, line, what, grade } of found) {
    const place = `${path}:${line}`;
    const known = places.get(place);
    if (known === undefined || (known.grade === 'hard-coded' && grade === 'leaked')) {
      places.set(place, { path, line, what: known?.what ?? what, grade });
    }
  }
  return [...places.values()].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : a.line - b.line));
}
