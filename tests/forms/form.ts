/** A rewrite that keeps the meaning of a program: whatever it is applied to must get the verdict that it had before. */
import type { PythonModule } from './python/module.ts';
import type { ScriptModule } from './typescript/module.ts';

/** Contents by path. */
export type Files = Readonly<Record<string, string>>;

/** A tiny repository, parsed once for all rewrites. */
export interface Project {
  readonly files: Files;
  readonly python: readonly PythonModule[];
  readonly scripts: readonly ScriptModule[];
}

export interface Form {
  readonly name: string;
  /** What it does, and, where that is not plain, why the meaning stays. */
  readonly summary: string;
  readonly language: 'python' | 'typescript' | 'any';
  /** Requirements that ask about the very thing that it changes. */
  readonly touches?: readonly string[];
  /** The files that it changes or adds; null where it does not apply: nothing to do, or the meaning might change. */
  readonly rewrite: (project: Project) => Files | null;
  /** What `rewrite` gives are all files, not only those that change. */
  readonly moves?: true;
}

/** Replaces a stretch of a text; where start and end are the same, it inserts. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Applies edits that do not overlap; insertions at one place keep their order. */
export function edited(text: string, edits: readonly Edit[]): string {
  const sorted = edits
    .map((edit, order) => ({ ...edit, order }))
    .sort((a, b) => a.start - b.start || a.end - b.end || a.order - b.order);
  let result = '';
  let from = 0;
  for (const { start, end, text: replacement } of sorted) {
    if (start < from) throw new Error(`edits overlap at ${start}: ${JSON.stringify(replacement)}`);
    result += text.slice(from, start) + replacement;
    from = end;
  }
  return result + text.slice(from);
}

/** Puts the same function to each module; null when none of them changes. */
export function eachModule<M extends { readonly path: string; readonly text: string }>(
  modules: readonly M[],
  change: (module: M) => readonly Edit[],
): Files | null {
  const files: Record<string, string> = {};
  for (const module of modules) {
    const edits = change(module);
    if (edits.length > 0) files[module.path] = edited(module.text, edits);
  }
  return Object.keys(files).length > 0 ? files : null;
}

/** A name that the text does not hold yet. */
export function fresh(text: string, name: string): string {
  if (!holdsWord(text, name)) return name;
  for (let count = 2; ; count++) if (!holdsWord(text, `${name}_${count}`)) return `${name}_${count}`;
}

/** Whether a text holds a word, not as a part of a longer one. */
export function holdsWord(text: string, word: string): boolean {
  return new RegExp(`(?<![\\w$])${word.replaceAll('$', '\\$')}(?![\\w$])`).test(text);
}
