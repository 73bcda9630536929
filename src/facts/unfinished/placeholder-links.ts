/** Addresses that stand for others and that the program hands out: `docs: 'https://example.com/docs'`. */

import type { CodeFile, Value } from '../../program/file.ts';
import { writtenIn } from '../../program/link/bodies.ts';
import { valuesThroughCalls } from '../../program/link/values.ts';
import type { DefinitionRef } from '../../program/program.ts';
import { addTo } from '../../reading/collections.ts';
import type { Facts } from '../facts.ts';
import type { Unfinished } from './unfinished.ts';

const PLACEHOLDER =
  /^https?:\/\/(?:www\.|api\.|docs\.)?(?:example\.(?:com|org|net)|your-?\w*\.\w+)(?:[/:?#]|$)/i;

/** In what a route answers and where a screen's link leads; one place a file. */
export function placeholderLinks({ program, routes }: Facts): readonly Unfinished[] {
  const doers = new Map<CodeFile, DefinitionRef[]>();
  for (const { doer } of routes) if (doer) addTo(doers, doer.file, doer);
  return program.filesOf().flatMap((file): readonly Unfinished[] => {
    if (file.notebook) return [];
    const first = [...(doers.get(file) ?? []).flatMap(({ id }) => writtenIn(file, id)), ...linked(file)]
      .flatMap((value) => valuesThroughCalls(value, file))
      .find(
        (part) => part.kind === 'literal' && typeof part.value === 'string' && PLACEHOLDER.test(part.value),
      );
    return first ? [{ path: file.path, line: first.line, what: 'an address that stands for another' }] : [];
  });
}

function linked(file: CodeFile): readonly Value[] {
  if (file.language === 'python') return [];
  return file.calls
    .filter(({ form }) => form === 'jsx')
    .flatMap((call) => call.arguments.filter(({ name }) => name === 'href' || name === 'to'))
    .map(({ value }) => value);
}
