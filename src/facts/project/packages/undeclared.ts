/** Imports of packages that nothing in the project installs: the file stops when it is loaded. */

import type { CodeFile } from '../../../program/file.ts';
import { isLoad } from '../../../program/life/imports.ts';
import type { Stop } from '../../../program/life/stops.ts';
import { PYTHON_STANDARD_LIBRARY } from '../../../program/link/standard-library.ts';
import { firstSegment } from '../../../program/link/values.ts';
import type { Program } from '../../../program/program.ts';
import { baseName, type TextFile } from '../../../reading/text-file.ts';
import type { Containers } from '../../operations/containers/containers.ts';
import { type Dependencies, isManifest } from '../dependencies/dependencies.ts';
import { isLockFile } from '../dependencies/locks.ts';
import { basesIn, installsIn } from './commands.ts';
import { type Asked, lackingAmong } from './installed.ts';
import type { PackageTable } from './table.ts';

interface Project {
  readonly program: Program;
  readonly dependencies: Dependencies;
  readonly containers: Containers;
  readonly texts: readonly TextFile[];
  /** Whatever lies in the repository. */
  readonly present: readonly string[];
  readonly packages: PackageTable;
}

/** The first such import of each file. None where the project does not say what it needs, or says it in what was not read. */
export function undeclaredImports(project: Project): readonly Stop[] {
  const { program, present, packages } = project;
  const asked = askedBy(project);
  if (asked === null) return [];
  const lacking = lackingAmong(asked, packages);
  const own = new Set(
    present.flatMap((path) => path.split('/').map((part) => part.replace(/\.\w{1,4}$/, ''))),
  );
  return program.filesOf().flatMap((file): Stop[] => {
    if (file.language !== 'python' || file.notebook || declaresItself(file)) return [];
    for (const item of file.imports) {
      const top = firstSegment(item.module);
      if (
        item.module.startsWith('.') ||
        item.typeOnly ||
        !isLoad(item, file) ||
        own.has(top) ||
        PYTHON_STANDARD_LIBRARY.has(top)
      )
        continue;
      if (lacking(item.name === null ? item.module : `${item.module}.${item.name}`))
        return [
          {
            path: file.path,
            line: item.line,
            ...(asked.length === 0
              ? { what: `imports ${item.module}, and the dependency file is empty` }
              : {
                  what: `imports ${item.module}, which no dependency file asks for`,
                  doubtful: true as const,
                }),
          },
        ];
    }
    return [];
  });
}

/** A script that says by itself what it needs (PEP 723). */
function declaresItself({ comments }: CodeFile): boolean {
  return comments.some(({ text }) => /^\s*#?\s*\/\/\/ script/.test(text));
}

/** Everything that is asked for; null where that cannot be told. */
function askedBy({ dependencies, containers, texts, present }: Project): readonly Asked[] | null {
  const listed = dependencies.list.filter(({ ecosystem }) => ecosystem === 'python');
  const read = new Set(texts.map(({ path }) => path));
  const isPython = (path: string): boolean => isManifest(path) && baseName(path) !== 'package.json';
  if (dependencies.errors.some(({ path }) => isPython(path))) return null;
  if (present.some((path) => isPython(path) && !read.has(path))) return null;
  const { packages, lists } = installsIn(texts);
  const bases = basesIn(containers.dockerfiles);
  if (!listed.some(({ direct }) => direct)) {
    // A list that is there and empty says that nothing is needed; where there is none, nothing is said.
    const others = packages.length + bases.length + listed.length;
    return others === 0 && texts.some(isEmptyList) ? [] : null;
  }
  const sources = new Set(listed.map(({ path }) => baseName(path)));
  const others = new Set(present.map((path) => baseName(path)));
  if (lists.some((list) => others.has(baseName(list)) && !sources.has(baseName(list)))) return null;
  return [
    ...listed.map(
      ({ name, extras, version, frozen, path }): Asked => ({
        name,
        extras,
        version,
        as: isLockFile(baseName(path)) ? 'locked' : frozen ? 'frozen' : 'alone',
      }),
    ),
    ...packages.map((one): Asked => ({ ...one, version: null, as: 'alone' })),
    ...bases.map((name): Asked => ({ name, extras: [], version: null, as: 'alone' })),
  ];
}

function isEmptyList({ path, text }: TextFile): boolean {
  return baseName(path) === 'requirements.txt' && text.trim() === '';
}
