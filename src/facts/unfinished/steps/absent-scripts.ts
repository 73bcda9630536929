/** Scripts of a package that start a file which is not there. */
import { readJson } from '../../../reading/json.ts';
import { folderOf, resolvePath } from '../../../reading/text-file.ts';
import { at, entriesOf, toText } from '../../../reading/yaml.ts';
import { BUILT } from '../../documents/references.ts';
import type { Facts } from '../../facts.ts';
import type { Unfinished } from '../unfinished.ts';
import { needOf } from './needs.ts';
import { stepsOfScript } from './steps.ts';

const MANIFEST = /(?:^|\/)package\.json$/;
/** Where compilers of packages put what they make, beside the folders that a README is forgiven. */
const COMPILED = /(?:^|\/)(?:lib|output|\.\w[\w-]*|esm|cjs)\//;
/** What runs the file that it is given; other tools look at files, or make them. */
const RUNNER = /^(?:node|tsx|ts-node|bun|nodemon|python3?)$/;
const MOST = 40;

/** One place for each file that a script wants. */
export function absentScripts({ files, present, text }: Facts): readonly Unfinished[] {
  const known = new Set(present);
  return files
    .filter(({ path, role }) => MANIFEST.test(path) && role === 'application')
    .slice(0, MOST)
    .flatMap(({ path }) =>
      entriesOf(at(readJson(text(path) ?? '').contents ?? undefined, 'scripts'))
        .slice(0, MOST)
        .flatMap(({ node, line }) =>
          stepsOfScript((toText(node) ?? '').slice(0, 500), folderOf(path), present).flatMap((step) => {
            const need = step.words.some((word) => RUNNER.test(word)) ? needOf(step.words) : null;
            const [file] = need?.kind === 'file' ? need.any : [];
            if (file === undefined || BUILT.test(file) || COMPILED.test(file)) return [];
            const folders = step.folders ?? [];
            const places = folders.flatMap(
              (folder) => need?.any.map((one) => resolvePath(folder, one)) ?? [],
            );
            return places.some((one) => one === null || known.has(one)) || folders.length === 0
              ? []
              : [{ path, line, what: `a script starts ${file}, which is not there` }];
          }),
        ),
    );
}
