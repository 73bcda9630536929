/** Scripts of a package that start a file which is not there. */
import { folderOf, linesOf } from '../../../reading/text-file.ts';
import type { Facts } from '../../facts.ts';
import type { Unfinished } from '../unfinished.ts';

const MANIFEST = /(?:^|\/)package\.json$/;
/** A runner and the file that it is given; what a build makes is not there before. */
const STARTS =
  /(?:^|&&|\|\||;)\s*(?:node|tsx|ts-node|bun|nodemon|python3?)\s+(?:\.\/)?([\w@][\w@./-]{0,150}\.(?:[cm]?[jt]s|py))(?=\s|$)/g;
const BUILT = /(?:^|\/)(?:dist|build|out|lib|output|\.\w[\w-]*|node_modules|target|esm|cjs)\//;
const MOST = 40;

/** One place for each script that cannot start. */
export function absentScripts({ files, present, text }: Facts): readonly Unfinished[] {
  const known = new Set(present);
  return files
    .filter(({ path, role }) => MANIFEST.test(path) && role === 'application')
    .slice(0, MOST)
    .flatMap(({ path }) => {
      const content = text(path) ?? '';
      return Object.values(scriptsOf(content))
        .slice(0, MOST)
        .flatMap((script) => [...script.slice(0, 500).matchAll(STARTS)].map(([, file = '']) => file))
        .filter((file) => !BUILT.test(file) && !known.has(joined(folderOf(path), file)))
        .map((file) => ({
          path,
          line:
            1 +
            Math.max(
              0,
              linesOf(content).findIndex((line) => line.includes(file)),
            ),
          what: `a script starts ${file}, which is not there`,
        }));
    });
}

function scriptsOf(content: string): Readonly<Record<string, string>> {
  try {
    const { scripts } = JSON.parse(content) as { readonly scripts?: unknown };
    if (typeof scripts !== 'object' || scripts === null) return {};
    return Object.fromEntries(Object.entries(scripts).filter(([, value]) => typeof value === 'string'));
  } catch {
    return {};
  }
}

function joined(folder: string, file: string): string {
  return folder === '' ? file : `${folder}/${file}`;
}
