/** What is known of Python's packages: the modules that they are, and what they bring with them. */
import type { Meaning } from '../../../program/knowledge.ts';
import { addTo } from '../../../reading/collections.ts';
import { normaliseName } from '../dependencies/names.ts';

export interface Package {
  readonly name: string;
  readonly brings: readonly string[];
  /** What it brings where extras are asked for. */
  readonly extras: readonly string[];
  /** What it brought before a version. */
  readonly once: readonly { readonly name: string; readonly before: string }[];
  /** Names of its modules that are gone from a version on. */
  readonly gone: readonly { readonly name: string; readonly from: string }[];
}

export interface PackageTable {
  named(name: string): Package | undefined;
  /** Names of the packages that a module may come from, by the longest part of its name that is known; [] where none is. */
  behind(module: string): readonly string[];
  /** How many known packages bring this one. */
  bringers(name: string): number;
}

/** The rows of `knowledge/` that are about packages. */
export function packageTable(meanings: readonly Meaning[]): PackageTable {
  const packages = new Map<string, Package>();
  const modules = new Map<string, string[]>();
  const bringers = new Map<string, number>();
  for (const { role, names, about } of meanings) {
    if (role !== 'python.package') continue;
    for (const written of names) {
      const name = normaliseName(written, 'python');
      const brings = wordsOf(about.brings);
      packages.set(name, {
        name,
        brings,
        extras: wordsOf(about.extras),
        once: pairsOf(about.once, '<').map(([one, before]) => ({ name: one, before })),
        gone: pairsOf(about.gone, '>=').map(([one, from]) => ({ name: one, from })),
      });
      for (const module of wordsOf(about.imports ?? name.replaceAll('-', '_'))) addTo(modules, module, name);
      for (const one of brings) bringers.set(one, (bringers.get(one) ?? 0) + 1);
    }
  }
  return {
    named: (name) => packages.get(name),
    behind(module) {
      const words = module.split('.').slice(0, 4);
      for (let length = words.length; length > 0; length -= 1) {
        const found = modules.get(words.slice(0, length).join('.'));
        if (found !== undefined) return found;
      }
      return [];
    },
    bringers: (name) => bringers.get(name) ?? 0,
  };
}

function wordsOf(text: string | undefined): readonly string[] {
  return text?.split(' ').filter((word) => word !== '') ?? [];
}

/** `requests<1 nltk<2.3` */
function pairsOf(text: string | undefined, between: string): readonly (readonly [string, string])[] {
  return wordsOf(text).map((word) => {
    const [name = '', version = ''] = word.split(between);
    return [name, version];
  });
}
