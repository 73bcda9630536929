/**
 * What a file says, in the plainest form that means the same: whoever applies a decorator by hand or binds arguments
 * before the call has written what all readers of decorators and calls know. Each step is exact, or leaves things alone.
 */
import type { CodeFile } from '../file.ts';
import { withoutAliases } from './aliases.ts';
import { withDecorators } from './decorators.ts';
import { withTemplates } from './formats.ts';
import { withRounds } from './loops.ts';
import { withBoundArguments } from './partial.ts';
import { withoutTemporaries } from './temporaries.ts';

export function inPlainForm(file: CodeFile): CodeFile {
  const plain = withoutTemporaries(withTemplates(withRounds(withoutAliases(file))));
  return file.language === 'python' ? withBoundArguments(withDecorators(plain)) : plain;
}
