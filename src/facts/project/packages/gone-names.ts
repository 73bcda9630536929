/** Imports of what the version of a package that is asked for no longer has: the file stops when it is loaded. */
import { isLoad } from '../../../program/life/imports.ts';
import type { Stop } from '../../../program/life/stops.ts';
import type { Program } from '../../../program/program.ts';
import { addTo } from '../../../reading/collections.ts';
import type { Dependencies } from '../dependencies/dependencies.ts';
import type { PackageTable } from './table.ts';
import { startsFrom, staysBelow } from './versions.ts';

/** The first such import of each file. Nothing is said of a package whose version is left open. */
export function goneNames(program: Program, { list }: Dependencies, table: PackageTable): readonly Stop[] {
  const versions = new Map<string, (string | null)[]>();
  for (const { ecosystem, name, version } of list) if (ecosystem === 'python') addTo(versions, name, version);
  const goneFrom = (path: string): string | null => {
    for (const name of table.behind(path)) {
      const given = versions.get(name) ?? [];
      const gone = table
        .named(name)
        ?.gone.find(
          (one) =>
            `${path}.`.startsWith(`${one.name}.`) &&
            given.some((version) => startsFrom(version, one.from)) &&
            !given.some((version) => staysBelow(version, one.from)),
        );
      if (gone) return `${name} ${gone.from}`;
    }
    return null;
  };
  return program.filesOf().flatMap((file): Stop[] => {
    if (file.language !== 'python' || file.notebook) return [];
    for (const item of file.imports) {
      const { module, name, line, typeOnly } = item;
      if (
        module.startsWith('.') ||
        typeOnly ||
        !isLoad(item, file) ||
        program.moduleOf(file, module) !== null
      )
        continue;
      const path = name === null ? module : `${module}.${name}`;
      const since = goneFrom(path);
      if (since !== null)
        return [{ path: file.path, line, what: `imports ${path}, which is gone since ${since}` }];
    }
    return [];
  });
}
