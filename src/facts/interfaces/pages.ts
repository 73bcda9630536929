/** The pages of the application, each read into its elements once. */
import { entryOfWeak } from '../../reading/collections.ts';
import type { Facts } from '../facts.ts';
import { elementsOf, type MarkupElement } from './markup.ts';

export interface Page {
  readonly path: string;
  readonly text: string;
  readonly elements: readonly MarkupElement[];
}

const known = new WeakMap<Facts, readonly Page[]>();

export function pagesOf(facts: Facts): readonly Page[] {
  return entryOfWeak(known, facts, () =>
    facts.files.flatMap(({ path, kind, role }) => {
      const text = kind === 'page' && role === 'application' ? facts.text(path) : null;
      return text ? [{ path, text, elements: elementsOf(text) }] : [];
    }),
  );
}
