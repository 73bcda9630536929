/** Which files run where the user is: those with widgets, and what these import. Route handlers are the other side, unless they write parts of a page. */

import type { CodeFile } from '../../program/file.ts';
import { behindImport } from '../../program/life/imports.ts';
import { entryOfWeak } from '../../reading/collections.ts';
import { isMarkup } from '../../reading/markup.ts';
import type { Facts } from '../facts.ts';
import { swapsOf } from './swaps.ts';

const remembered = new WeakMap<Facts, ReadonlySet<CodeFile>>();

/** True for the files of the interface's own process. */
export function isOfInterface(facts: Facts, file: CodeFile): boolean {
  return entryOfWeak(remembered, facts, () => territoryOf(facts)).has(file);
}

function territoryOf(facts: Facts): ReadonlySet<CodeFile> {
  const { program, interfaces } = facts;
  const withWidgets = new Set(interfaces.widgets.flatMap(({ file }) => (file ? [file] : [])));
  const answering = new Set(
    facts.routes.filter((route) => route.handler).map((route) => route.handler?.file ?? route.file),
  );
  const starts = program
    .filesOf()
    .filter(
      (file) =>
        (withWidgets.has(file) || (touchesPage(file) && !answering.has(file))) && interfaces.isLive(file),
    );
  // What answers HTMX writes parts of the page itself.
  const writing = swapsOf(facts).flatMap(({ route }) => route.handler?.file ?? []);
  const all = new Set([...starts, ...writing]);
  for (const file of all)
    for (const item of file.imports)
      for (const target of behindImport(program, file, item))
        if (withWidgets.has(target) || !answering.has(target)) all.add(target);
  return all;
}

/** A script of a page: it makes elements, or takes hold of them. */
export function touchesPage(file: CodeFile): boolean {
  return (
    file.language !== 'python' &&
    (isMarkup(file.path) ||
      /\.(?:vue|svelte)$/i.test(file.path) ||
      file.calls.some(
        ({ callee, form }) =>
          form === 'jsx' || (callee.kind === 'name' && /^(?:document|\$|jQuery)(?:\.|$)/.test(callee.name)),
      ))
  );
}
