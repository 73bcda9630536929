/** Scripts that a document starts in a way in which they cannot find the program's own modules. */

import { type CodeFile, MODULE } from '../../program/file.ts';
import { isLoad } from '../../program/life/imports.ts';
import { writtenIn } from '../../program/life/region.ts';
import type { Stop } from '../../program/life/stops.ts';
import type { Program } from '../../program/program.ts';
import { baseName, folderOf, resolvePath, type TextFile } from '../../reading/text-file.ts';

interface Place {
  readonly program: Program;
  readonly texts: readonly TextFile[];
  /** Whatever lies in the repository. */
  readonly present: readonly string[];
}

/** `cd backend`, `python src/app.py`, `python -m app` */
const COMMAND =
  /\bcd[ \t]+["']?([\w./-]{1,200})|\b(?:python3?|py)(?:\.exe)?[ \t]+(?:-m[ \t]+([\w.]{1,200})|([\w./-]{1,200}\.py)\b)/g;
/** With these Python finds modules elsewhere than beside the script. */
const ELSEWHERE = /\bPYTHONPATH\b/;
const PACKAGED = /^(?:pyproject\.toml|setup\.py|setup\.cfg|[\w.-]+\.pth)$/;
const MOST_COMMANDS = 300;

/** Each script once. Nothing is said where it may be started, or find its modules, in another way. */
export function unfoundModules(place: Place): readonly Stop[] {
  const { program, texts, present } = place;
  if (present.some((path) => PACKAGED.test(baseName(path)))) return [];
  if (texts.some(({ text }) => ELSEWHERE.test(text)) || changesPath(program)) return [];
  const { scripts, modules } = startsIn(place);
  return [...scripts].flatMap((path): Stop[] => {
    const file = program.file(path);
    const isModule = [...modules].some((module) => `/${path}`.endsWith(`/${module.replaceAll('.', '/')}.py`));
    const lost = file && !isModule && program.role(file) === 'application' ? unfoundIn(place, file) : null;
    return lost === null
      ? []
      : [{ path, line: lost.line, what: `imports ${lost.module}, which \`python ${path}\` does not find` }];
  });
}

/** The first import at the top level that means an own module, and not one beside the script. */
function unfoundIn({ program, present }: Place, file: CodeFile) {
  const folder = folderOf(file.path);
  const beside = (first: string): boolean => {
    const path = folder === '' ? first : `${folder}/${first}`;
    return present.some((one) => one.startsWith(`${path}/`) || one.startsWith(`${path}.`));
  };
  return (
    file.imports.find((one) => {
      const { module } = one;
      const [first = ''] = module.split('.');
      if (first === '' || beside(first) || !isLoad(one, file)) return false;
      const target = program.moduleOf(file, module);
      return target !== null && `/${target.path}`.includes(`/${module.replaceAll('.', '/')}`);
    }) ?? null
  );
}

/** What documents and scripts start, with the folder that they stand in by then. */
function startsIn({ texts, present }: Place): { scripts: Set<string>; modules: Set<string> } {
  const scripts = new Set<string>();
  const modules = new Set<string>();
  const known = new Set(present);
  for (const { path, text } of texts) {
    let folder: string | null = '';
    for (const [, into, module, script] of [...text.matchAll(COMMAND)].slice(0, MOST_COMMANDS)) {
      if (module !== undefined) modules.add(module);
      if (into !== undefined && folder !== null) {
        const next: string | null = resolvePath(folder, into);
        // The folder that a clone makes is the repository itself.
        if (next === null || present.some((one) => one.startsWith(`${next}/`))) folder = next;
      }
      const found = script === undefined || folder === null ? null : resolvePath(folder, script);
      if (found !== null && known.has(found) && /\.(?:md|rst|adoc|txt)$/i.test(path)) scripts.add(found);
    }
  }
  return { scripts, modules };
}

function changesPath(program: Program): boolean {
  return program
    .filesOf()
    .some((file) =>
      [MODULE, ...file.definitions.keys()].some((definition) =>
        writtenIn({ file, definition }).some(
          ({ value }) => value.kind === 'name' && /^(?:sys\.path|site\.addsitedir)\b/.test(value.name),
        ),
      ),
    );
}
