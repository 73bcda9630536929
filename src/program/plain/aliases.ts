/**
 * Names of other modules under the names that they have there: `from fastapi import Depends as needs` and `needs(db)`
 * are read as `Depends(db)`, where the file gives that name to nothing else.
 */
import { entryOf } from '../../reading/collections.ts';
import type { CodeFile, Import, Value } from '../file.ts';
import { PYTHON_STANDARD_LIBRARY } from '../link/standard-library.ts';
import { firstSegment, valuesWithin } from '../link/values.ts';
import { everyValue, withValues } from './every-value.ts';
import { mentions, substituted } from './substitution.ts';

export function withoutAliases(file: CodeFile): CodeFile {
  const aliased = file.imports.flatMap((one) => {
    const name = nameThere(one, file);
    return name === null || one.local === '' || one.local === name ? [] : [{ local: one.local, name }];
  });
  if (aliased.length === 0) return file;
  const taken = wordsOf(file);
  const times = new Map<string, number>();
  for (const name of boundIn(file)) times.set(name, (times.get(name) ?? 0) + 1);
  const names = new Map<string, string>();
  const given = new Set<string>();
  for (const { local, name } of aliased) {
    if (taken.has(name) || given.has(name) || times.get(local) !== 1) continue;
    names.set(local, name);
    given.add(name);
  }
  return names.size > 0 ? renamed(file, names) : file;
}

/** What it is called where it comes from. Modules of libraries have customary aliases: `np`, `st`. */
function nameThere({ module, name }: Import, { language }: CodeFile): string | null {
  if (name === null) return language === 'python' && PYTHON_STANDARD_LIBRARY.has(module) ? module : null;
  return name !== 'default' && /^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(name) ? name : null;
}

/** Every name that the file binds: as often as it does. */
function boundIn({ imports, definitions, assignments, blocks }: CodeFile): readonly string[] {
  return [
    ...imports.map(({ local }) => local),
    ...definitions.flatMap(({ name, parameters }) => [name, ...parameters.map((one) => one.name)]),
    ...assignments.flatMap(({ target }) => (target.kind === 'name' ? [firstSegment(target.name)] : [])),
    ...blocks.flatMap(({ binds }) => binds ?? []),
  ];
}

/** Every name that the file binds or says. */
function wordsOf(file: CodeFile): ReadonlySet<string> {
  const words = new Set(boundIn(file));
  for (const value of everyValue(file))
    for (const part of valuesWithin(value)) if (part.kind === 'name') words.add(firstSegment(part.name));
  for (const one of file.exports) if (one.local !== null) words.add(one.local);
  return words;
}

function renamed(file: CodeFile, names: ReadonlyMap<string, string>): CodeFile {
  const word = (name: string): string => {
    const head = firstSegment(name);
    const better = names.get(head);
    return better === undefined ? name : better + name.slice(head.length);
  };
  const aliases = new Set(names.keys());
  const known = new Map<Value, Value>();
  // What stands in two places is the same object in both.
  const of = (value: Value): Value =>
    mentions(value, aliases)
      ? entryOf(known, value, () => substituted(value, (name) => ({ ...name, name: word(name.name) })))
      : value;
  const plain = withValues(file, of);
  return {
    ...plain,
    // The alias stays beside the name: another file may import it from here.
    imports: file.imports.flatMap((one) =>
      names.has(one.local) ? [{ ...one, local: word(one.local) }, one] : [one],
    ),
    exports: plain.exports.map((one) => ({ ...one, local: one.local && word(one.local) })),
    blocks: plain.blocks.map((one) => ({ ...one, catches: one.catches.map(word) })),
  };
}
