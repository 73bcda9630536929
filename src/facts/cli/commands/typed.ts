/** Whether a value is what the user typed: behind the program's name, or at a prompt. */
import type { Value } from '../../../program/file.ts';
import { origins } from '../../../program/flow/flow.ts';
import { parameterNamed } from '../../../program/flow/parameters.ts';
import type { Program, Site } from '../../../program/program.ts';

export type Kind = 'subcommand' | 'menu';

/** Values looked at to find where one comes from: a command passes through few hands. */
const MOST_ORIGINS = 200;

/** Whether a value comes from the command line, from a prompt, or (null) from somewhere unknown. */
export function kindOf(subject: Value, site: Site, program: Program): Kind | null | 'other' {
  const target = program.resolve(subject, site);
  if (target.kind !== 'external')
    return target.kind === 'unknown' || (target.kind === 'value' && target.value.kind !== 'literal')
      ? null
      : 'other';
  const said = kindNamed(target.name, program);
  if (said !== null) return said;
  // The type of a parameter, or of what was made of an answer, says nothing of where a value is from.
  const from = origins(program, subject, site, { most: MOST_ORIGINS });
  for (const { value, site: at } of from) {
    const origin = program.resolve(value, at);
    const kind = origin.kind === 'external' ? kindNamed(origin.name, program) : null;
    if (kind !== null) return kind;
  }
  return from.some(({ value, site: at }) => isParameter(value, at)) ? null : 'other';
}

function kindNamed(name: string, program: Program): Kind | null {
  if (program.means(name, 'cli.arguments')) return 'subcommand';
  return program.means(name, 'cli.prompt') ? 'menu' : null;
}

function isParameter(value: Value, { file, definition }: Site): boolean {
  return value.kind === 'name' && parameterNamed(value.name, { file, definition }) !== null;
}
