/** Addresses that stand for others and that the program hands out: `docs: 'https://example.com/docs'`. */

import { valuesThroughCalls } from '../../program/link/values.ts';
import type { Facts } from '../facts.ts';
import type { Unfinished } from './unfinished.ts';

const PLACEHOLDER =
  /^https?:\/\/(?:www\.|api\.|docs\.)?(?:example\.(?:com|org|net)|your-?\w*\.\w+)(?:[/:?#]|$)/i;

/** In what a route answers and where a screen's link leads; one place a file. */
export function placeholderLinks({ program, routes }: Facts): readonly Unfinished[] {
  const doers = new Set(routes.flatMap(({ doer }) => (doer ? [doer.definition] : [])));
  return program.filesOf().flatMap((file): readonly Unfinished[] => {
    if (file.notebook) return [];
    const answers = (id: number): boolean => {
      const around = file.definitions[id];
      return around !== undefined && doers.has(around);
    };
    const values = [
      ...file.statements.flatMap((one) => (answers(one.definition) && one.value ? [one.value] : [])),
      ...file.calls.flatMap((call) =>
        call.arguments.flatMap(({ name, value }) =>
          call.form === 'jsx'
            ? name === 'href' || name === 'to'
              ? [value]
              : []
            : answers(call.definition)
              ? [value]
              : [],
        ),
      ),
    ];
    const first = values
      .flatMap((value) => valuesThroughCalls(value, file))
      .find(
        (part) => part.kind === 'literal' && typeof part.value === 'string' && PLACEHOLDER.test(part.value),
      );
    return first ? [{ path: file.path, line: first.line, what: 'an address that stands for another' }] : [];
  });
}
