/** Whether there is code that nobody read. */
import type { Facts } from './facts.ts';

/** All of the application's code is in the program: nothing in a language that is not read, nothing that did not parse. */
export function isReadWhole({ files, program }: Facts): boolean {
  return files
    .filter(({ kind, role, size, link }) => kind === 'code' && role === 'application' && size > 0 && !link)
    .every(({ path }) => program.file(path) !== undefined);
}
