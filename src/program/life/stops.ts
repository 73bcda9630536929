/**
 * What must fail for a reason that the files themselves show, on the way from an entry point: a file that does not parse, an
 * import of an own module that is not there, a name that nothing binds, a field that a class does not have, a relation to
 * what is never loaded.
 */
import { type CodeFile, type DefinitionId, MODULE } from '../file.ts';
import type { Program } from '../program.ts';
import { absentAttributes } from './absent-attributes.ts';
import type { AbsentModule } from './absent-modules.ts';
import { actsWhenLoaded } from './entries.ts';
import { failingOf } from './failing.ts';
import { importGraphOf } from './imports.ts';
import { type Unbound, unboundNames } from './unbound.ts';
import { unmappedIn } from './unmapped.ts';

/** Where and why something stops: 'imports app.mail, which is not there'. */
export interface Stop {
  readonly path: string;
  readonly line: number;
  readonly what: string;
  /** Something that is no file may put it right: a package that was installed for another reason. */
  readonly doubtful?: true;
}

export interface Stops {
  /** Files that stop when they are loaded, each for the first reason. */
  readonly files: ReadonlyMap<CodeFile, Stop>;
  /** Why the code at a place fails although its file is loaded: for what its function reads, or runs. */
  within(path: string, line: number): Stop | null;
}

/** `absent` are imports of own modules that are not there; `others` stop a file for a reason that lies outside the program. */
export function stopsOf(
  program: Program,
  absent: readonly AbsentModule[],
  others: readonly Stop[] = [],
): Stops {
  const files = new Map<CodeFile, Stop>();
  const failures: (Stop & { readonly definition: DefinitionId })[] = [];
  const lost = importsOfNothing(program, absent);
  for (const file of program.filesOf()) {
    const { path } = file;
    const [error] = file.language === 'python' && !file.notebook ? file.errors : [];
    if (error) files.set(file, { path, line: error.line, what: 'the file does not parse' });
    const nothing = lost.get(file);
    if (nothing && !files.has(file)) files.set(file, nothing);
    const other = others.find((one) => one.path === path);
    if (other && !files.has(file)) files.set(file, other);
    // What nothing imports may be read by other means: settings that are put together of pieces.
    const unbound = isLoaded(program, file) ? unboundNames(program, file) : [];
    for (const one of unbound) failures.push({ ...stopAt(path, one), definition: one.definition });
    failures.push(...absentAttributes(program, file), ...unmappedIn(program, file));
    const first = unbound.find(({ definition }) => definition === MODULE);
    if (first && !files.has(file)) files.set(file, stopAt(path, first));
  }
  const failing = failingOf(program, failures);
  for (const file of program.filesOf()) {
    const failure = failing.ofFile(file);
    if (failure && !files.has(file)) files.set(file, failure);
  }
  return {
    files,
    within(path, line) {
      const file = program.file(path);
      return file ? failing.at(file, line) : null;
    },
  };
}

function stopAt(path: string, { name, line }: Unbound): Stop {
  return { path, line, what: `reads ${name}, which nothing binds` };
}

/** Another file imports it, or it does something by itself. */
function isLoaded(program: Program, file: CodeFile): boolean {
  return (
    importGraphOf(program).imported.has(file) ||
    actsWhenLoaded(program, file) ||
    file.definitions.some(({ parent, decorators }) => parent === MODULE && decorators.length > 0)
  );
}

/** Files with such an import at their top level. What one file cannot import by its full name no other can. */
function importsOfNothing(program: Program, absent: readonly AbsentModule[]): ReadonlyMap<CodeFile, Stop> {
  const lost = new Map<CodeFile, Stop>();
  const everywhere = new Map<string, string>();
  for (const { path, line, what, name, missed } of absent) {
    const file = program.file(path);
    const item = file?.imports.find(
      (one) => one.definition === MODULE && one.line === line && (name === null || one.name === name),
    );
    if (!file || !item || program.role(file) !== 'application') continue;
    const { module } = item;
    const said = name === null ? `imports ${module}, which is not there` : what;
    const stopped = missed && !importGraphOf(program).imported.has(missed) ? [file, missed] : [file];
    for (const one of stopped) if (!lost.has(one)) lost.set(one, { path, line, what: said });
    if (file.language === 'python' && !module.startsWith('.')) everywhere.set(keyOf(module, name), said);
  }
  if (everywhere.size === 0) return lost;
  for (const file of program.filesOf()) {
    if (lost.has(file)) continue;
    for (const { module, name, line, definition } of file.imports) {
      const what = everywhere.get(keyOf(module, null)) ?? everywhere.get(keyOf(module, name));
      if (definition === MODULE && what !== undefined && !lost.has(file))
        lost.set(file, { path: file.path, line, what });
    }
  }
  return lost;
}

function keyOf(module: string, name: string | null): string {
  return name === null ? module : `${module} ${name}`;
}
