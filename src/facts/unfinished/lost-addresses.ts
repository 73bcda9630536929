/** Links of a screen to pages that its router does not have. */
import type { CallRef, Program } from '../../program/program.ts';
import type { Facts } from '../facts.ts';
import type { Unfinished } from './unfinished.ts';

type Pattern = readonly string[];

/** Pages that the folders of Next.js make: `app/(shop)/items/[id]/page.tsx`, `pages/items/[id].js`. */
const FOLDER_PAGE = /^(?:.*\/)?app\/(?:(.*)\/)?(?:page|route)\.(?:[jt]sx?|mdx?)$/;
const FILE_PAGE = /^(?:.*\/)?pages\/(.*)\.(?:[jt]sx?|mdx?)$/;
/** What may bring an address somewhere else before a page is looked for. */
const REROUTES = /\b(?:rewrites|redirects|basePath|i18n)\b/;

/** Each address once, at its first link. */
export function lostAddresses(facts: Facts): readonly Unfinished[] {
  const { files, program, text } = facts;
  const paths = files.map(({ path }) => path);
  const own = paths.flatMap(patternOf);
  const configs = paths.filter((path) =>
    /(?:^|\/)(?:next\.config\.\w+|middleware\.[jt]s|vercel\.json)$/.test(path),
  );
  if (own.length === 0 || configs.some((path) => REROUTES.test(text(path) ?? ''))) return [];
  const found = new Map<string, Unfinished>();
  for (const file of program.filesOf()) {
    for (const id of file.calls.keys()) {
      const ref = program.callOf(file, id);
      const address = addressOf(ref, program);
      if (address === null || found.has(address) || isThere(address, own, paths)) continue;
      found.set(address, {
        path: file.path,
        line: ref.call.line,
        what: `links to ${address}, which is no page`,
      });
    }
  }
  return [...found.values()];
}

function patternOf(path: string): readonly Pattern[] {
  const folders = FOLDER_PAGE.exec(path);
  if (folders) {
    const parts = (folders[1] ?? '')
      .split('/')
      .filter((part) => part !== '' && !/^(?:\(.*\)|@.*)$/.test(part));
    return [parts];
  }
  const file = FILE_PAGE.exec(path)?.[1];
  if (file === undefined || /^_/.test(file)) return [];
  return [file.split('/').filter((part, index, all) => !(part === 'index' && index === all.length - 1))];
}

/** The path that `<Link href="/profile">` leads to; null for every other call, and for what is not written out. */
function addressOf(ref: CallRef, program: Program): string | null {
  const { file, call } = ref;
  if (call.form !== 'jsx' || !program.means(program.nameOf(ref), 'ui.page-link')) return null;
  const target = call.arguments.find((one) => one.name === 'href')?.value;
  if (!target) return null;
  const said = program.constant(target, { file, definition: call.definition });
  return typeof said === 'string' && /^\/[\w./-]*(?:[?#]|$)/.test(said)
    ? (said.split(/[?#]/)[0] ?? null)
    : null;
}

function isThere(address: string, own: readonly Pattern[], paths: readonly string[]): boolean {
  const parts = address.split('/').filter((part) => part !== '');
  if (parts.length === 0 || own.some((pattern) => fits(pattern, parts))) return true;
  return paths.some((path) => path.endsWith(`public/${parts.join('/')}`));
}

function fits(pattern: Pattern, parts: readonly string[]): boolean {
  const rest = pattern.findIndex((part) => /^\[{1,2}\.\.\./.test(part));
  const fixed = rest < 0 ? pattern : pattern.slice(0, rest);
  if (rest < 0 ? parts.length !== fixed.length : parts.length < fixed.length) return false;
  return fixed.every((part, index) => part.startsWith('[') || part === parts[index]);
}
