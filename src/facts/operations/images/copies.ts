/** What a Dockerfile copies and the repository does not have: the image cannot be built. */

import type { Value } from '../../../program/file.ts';
import { importedFrom } from '../../../program/life/imports.ts';
import { writtenAnywhere } from '../../../program/life/region.ts';
import { valuesWithin } from '../../../program/link/values.ts';
import { baseName, folderOf, resolvePath } from '../../../reading/text-file.ts';
import type { Facts } from '../../facts.ts';
import type { Dockerfile } from '../containers/containers.ts';

/** Code and configuration: nothing makes these before the image is built. */
const OWN =
  /^[\w./@-]+\.(?:py|toml|tsx?|jsx?|mjs|sh|txt|ya?ml|ini|cfg|lock)$|(?:^|\/)package(?:-lock)?\.json$|(?:^|\/)Pipfile$/;
/** A path, and no pattern or variable. */
const PLAIN = /^[\w@./-]+$/;
/** What everybody writes for himself. */
const SETTINGS = /^\.env/;
/** Documents, scripts and pipelines. */
const TELLING = /\.(?:mdx?|rst|adoc|txt|sh|ya?ml|toml|ps1|bat|mk)$|(?:^|\/)[Mm]akefile$|(?:^|\/)[Jj]ustfile$/;

/** The first source that is in none of the folders from which the image may be built; null where all are, or may be made. */
export function absentCopy(
  facts: Facts,
  { copies }: Dockerfile,
  contexts: readonly string[],
): { readonly source: string; readonly line: number } | null {
  const ignored = new Set(
    facts.environment.ignoreFiles.flatMap((file) =>
      file.patterns.map(({ pattern }) => baseName(pattern.replace(/\/+$/, ''))),
    ),
  );
  for (const { sources, from, line } of copies) {
    if (from !== null) continue;
    for (const source of sources) {
      const bare = source.replace(/^\.?\//, '').replace(/\/+$/, '');
      if (!PLAIN.test(bare) || bare === '.' || ignored.has(baseName(bare)) || SETTINGS.test(baseName(bare)))
        continue;
      const places = contexts.flatMap((context) => resolvePath(context, bare) ?? []);
      if (places.length === 0 || places.some((place) => isThere(facts, place))) continue;
      if (OWN.test(bare) || !places.some((place) => mayBeMade(facts, place, bare)))
        return { source: bare, line };
    }
  }
  return null;
}

function isThere({ present }: Facts, place: string): boolean {
  return place === '' || present.some((path) => path === place || path.startsWith(`${place}/`));
}

/** A build, a document or a script that is no part of the running program speaks of it. */
function mayBeMade(facts: Facts, place: string, bare: string): boolean {
  const built = facts.dependencies.packages.some(({ path }) => folderOf(path) === folderOf(place));
  const told = facts.files.some(
    ({ path }) => TELLING.test(path) && names(facts.text(path) ?? '', baseName(bare)),
  );
  return built || told || facts.present.some((path) => path === `${place}.dvc`) || isWritten(facts, bare);
}

/** It stands there as a path or in quotes, not as a word of a sentence. */
function names(text: string, name: string): boolean {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const before = text[at - 1] ?? '';
    const after = text[at + name.length] ?? '';
    if (!/[\w-]/.test(before + after) && /["'`/]/.test(before + after)) return true;
  }
  return false;
}

/** A script that is no part of what answers requests names it. */
function isWritten({ program, routes }: Facts, bare: string): boolean {
  const served = importedFrom(
    program,
    routes.map(({ file }) => file),
  );
  const isNamed = (value: Value): boolean =>
    value.kind === 'literal' && String(value.value).split('/').includes(baseName(bare));
  return program.files
    .filter((file) => !served.has(file))
    .some((file) => writtenAnywhere(file).some(({ value }) => valuesWithin(value).some(isNamed)));
}
