/** Commands that are made for a group and put into none: `@click.command()` in a program that starts a group. */
import { writtenAnywhere } from '../../../program/life/region.ts';
import { decoratorNames } from '../../../program/link/qualified.ts';
import { lastSegment } from '../../../program/link/values.ts';
import type { DefinitionRef, Program } from '../../../program/program.ts';

/** Says which of the program's functions nothing names, where a group is what is started. */
export function looseCommands(program: Program): (ref: DefinitionRef) => boolean {
  const made = program
    .definitions()
    .filter((ref) => decoratorNames(program, ref).some((name) => program.means(name, 'cli.loose-command')));
  const grouped = program
    .definitions()
    .some((ref) => decoratorNames(program, ref).some((name) => program.means(name, 'cli.group')));
  // What is loaded by a name in a text may be any of them.
  const files = program.filesOf();
  const byText = files.some(({ imports }) => imports.some(({ module }) => module === 'importlib'));
  if (!grouped || made.length === 0 || byText) return () => false;
  const named = new Set(
    files.flatMap((file) => [
      ...file.imports.flatMap(({ name }) => name ?? []),
      ...writtenAnywhere(file).flatMap(({ value }) =>
        value.kind === 'name' || value.kind === 'member' ? lastSegment(value.name) : [],
      ),
    ]),
  );
  const loose = new Set(made.filter(({ definition }) => !named.has(definition.name)));
  return (ref) => loose.has(ref);
}
