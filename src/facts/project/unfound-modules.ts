/** Scripts that a document starts in a way in which they cannot find the program's own modules. */

import type { CodeFile } from '../../program/file.ts';
import { isLoad } from '../../program/life/imports.ts';
import { writtenAnywhere } from '../../program/life/region.ts';
import type { Stop } from '../../program/life/stops.ts';
import { firstSegment } from '../../program/link/values.ts';
import type { Program } from '../../program/program.ts';
import { baseName, folderOf, resolvePath, type TextFile } from '../../reading/text-file.ts';
import type { Document } from '../documents/document.ts';
import { needOf } from '../unfinished/steps/needs.ts';
import { stepsIn } from '../unfinished/steps/steps.ts';

interface Place {
  readonly program: Program;
  readonly documents: readonly Document[];
  readonly texts: readonly TextFile[];
  /** Whatever lies in the repository. */
  readonly present: readonly string[];
}

const PYTHON = /^(?:python3?|py)(?:\.exe)?$/;
/** Wherever it is written, the folder that it is started in is known by then. */
const BY_MODULE = /\b(?:python3?|py)(?:\.exe)?[ \t]+-m[ \t]+([\w.]{1,200})/g;
/** With these Python finds modules elsewhere than beside the script. */
const ELSEWHERE = /\bPYTHONPATH\b/;
const PACKAGED = /^(?:pyproject\.toml|setup\.py|setup\.cfg|[\w.-]+\.pth)$/;

/** Each script once. Nothing is said where it may be started, or find its modules, in another way. */
export function unfoundModules(place: Place): readonly Stop[] {
  const { program, texts, present } = place;
  if (present.some((path) => PACKAGED.test(baseName(path)))) return [];
  if (texts.some(({ text }) => ELSEWHERE.test(text)) || changesPath(program)) return [];
  const modules = texts.flatMap(({ text }) => [...text.matchAll(BY_MODULE)].map(([, module = '']) => module));
  return [...startedScripts(place)].flatMap((path): Stop[] => {
    const file = program.file(path);
    const isModule = modules.some((module) => `/${path}`.endsWith(`/${module.replaceAll('.', '/')}.py`));
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
      const first = firstSegment(module);
      if (first === '' || beside(first) || !isLoad(one, file)) return false;
      const target = program.moduleOf(file, module);
      return target !== null && `/${target.path}`.includes(`/${module.replaceAll('.', '/')}`);
    }) ?? null
  );
}

/** What documents have their reader start. */
function startedScripts({ documents, texts, present }: Place): ReadonlySet<string> {
  const known = new Set(present);
  return new Set(
    documents
      .flatMap((one) => stepsIn(one, texts.find(({ path }) => path === one.path)?.text ?? '', present))
      .flatMap(({ words, folders }) => {
        const need = words.some((word) => PYTHON.test(word)) ? needOf(words) : null;
        return (folders ?? ['']).flatMap((folder) => need?.any.map((one) => resolvePath(folder, one)) ?? []);
      })
      .flatMap((path) => (path !== null && known.has(path) ? [path] : [])),
  );
}

function changesPath(program: Program): boolean {
  return program
    .filesOf()
    .some((file) =>
      writtenAnywhere(file).some(
        ({ value }) => value.kind === 'name' && /^(?:sys\.path|site\.addsitedir)\b/.test(value.name),
      ),
    );
}
