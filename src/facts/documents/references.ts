/** Files of the repository that its README speaks of: in code spans, commands and drawn trees. */
import { covers, linesOf } from '../../reading/text-file.ts';
import type { Document } from './document.ts';

export interface Reference {
  /** As written, without a leading './'. */
  readonly path: string;
  readonly line: number;
  /** Told in a tree of the project's files. */
  readonly tree: boolean;
}

const MAX_LINES = 5_000;
const MAX_FOUND = 500;
/** Files that one has to have committed; data, settings and results are made by running the program. */
const COMMITTED =
  /\.(?:py|ipynb|tsx?|jsx?|mjs|cjs|vue|svelte|sh|ps1|bat|toml|ya?ml|tf|md|html|css|puml|ini|cfg)$|(?:^|\/)(?:Dockerfile|Makefile|Procfile|Jenkinsfile|requirements[\w.-]*\.txt|[\w.-]*(?:dashboard|openapi|postman_collection)[\w.-]*\.json|\.env\.(?:example|sample|template)|package\.json)$/;
/** Made by whoever sets the program up; what shows how is committed: `.env.local.example`. */
export const PRIVATE =
  /^(?!.*(?:example|sample|template)\b).*(?:secret|credential|\.env$|local\.\w+$|\.streamlit\/)/i;
const PATH = /^(?:\.\/)?(?:[\w@.[\]()-]+\/)*[\w@.[\]()-]+$/;
/** What building the program makes. */
export const BUILT = /(?:^|\/)(?:dist|build|out|target|node_modules|\.next|htmlcov|venv|\.venv|site)\//;
/** Said of what the reader is to write, what is ignored, what may be added. */
const NOT_THERE =
  /\b(?:create|add (?:a|an|your)|make a|generat(?:e|es|ed)|rename|save|copy|cp|not committed|git-?ignored|ignored|optional|will be|your own|for example|e\.g\.|outputs?|writes?|produces?|planned|future|coming|todo|removed|deprecated|instead of|excluded|no longer|doesn['’]t|touch|nano|vim?|crea|criar|crie|erstelle)\b/i;

/** What a README's lines name in code spans, and what its trees list. Sections on plans and other projects are left out. */
export function referencesIn(readme: Document, text: string): readonly Reference[] {
  const silent = readme.sections.filter((one) => one.purposes.includes('roadmap'));
  const fenced = readme.codeBlocks;
  const lines = linesOf(text).slice(0, MAX_LINES);
  const found: Reference[] = [];
  for (const [index, line] of lines.entries()) {
    const at = index + 1;
    if (found.length >= MAX_FOUND || silent.some((one) => covers(one, at))) continue;
    if (fenced.some((one) => covers(one, at)) || NOT_THERE.test(line)) continue;
    for (const span of line
      .slice(0, 1_000)
      .matchAll(/`([^`\s]{3,120})`|\]\((?!https?:|#|mailto:)([^)\s]{3,120})\)/g)) {
      const path = (span[1] ?? span[2] ?? '').replace(/^\.\//, '').replace(/[#?].*$/, '');
      if (PATH.test(path) && COMMITTED.test(path) && (path.includes('/') || span[2] !== undefined))
        found.push({ path, line: at, tree: false });
    }
  }
  for (const one of fenced) {
    if (silent.some((section) => covers(section, one.line))) continue;
    found.push(...treeIn(one.text, lines.slice(one.line - 1, one.endLine), one.line));
  }
  return found.filter((one) => !BUILT.test(one.path) && !PRIVATE.test(one.path)).slice(0, MAX_FOUND);
}

/** The files of a drawn tree, with their folders. `shown` are the document's lines of the block, fences included. */
function treeIn(text: string, shown: readonly string[], first: number): readonly Reference[] {
  const branches = text.match(/[├└]|\|--|`--|\+--/g)?.length ?? 0;
  if (branches < 3) return [];
  const above: { column: number; name: string }[] = [];
  const found: Reference[] = [];
  for (const [index, line] of shown.entries()) {
    const match = /^((?:[\s│|├└─—┬┌┐`+-]|\u00a0)*)([\w@.[(]\S*)(.*)$/u.exec(line.slice(0, 300));
    if (match === null || /^(?:```|~~~)/.test(line.trim())) continue;
    const [, indent = '', name = '', rest = ''] = match;
    const column = indent.length;
    while (above.length > 0 && (above.at(-1)?.column ?? 0) >= column) above.pop();
    const clean = name.replace(/^\.\//, '').replace(/\/$/, '');
    if (/\/$/.test(name) || !/\.\w+$/.test(clean)) above.push({ column, name: clean });
    if (
      !/[├└]|\|--|`--|\+--/.test(indent) ||
      !PATH.test(clean) ||
      NOT_THERE.test(rest) ||
      /\*|\.\.\./.test(name)
    )
      continue;
    if (COMMITTED.test(clean)) {
      const folders = above.filter((one) => one.column < column).map((one) => one.name);
      found.push({
        path: [...folders, clean].filter((part) => part !== '.' && part !== '').join('/'),
        line: first + index,
        tree: true,
      });
    }
  }
  return found;
}
