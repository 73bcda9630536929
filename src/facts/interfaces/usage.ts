/** Where an interface shows what the models use: tokens, and what they cost. */

import type { CodeFile } from '../../program/file.ts';
import { origins } from '../../program/flow/flow.ts';
import { siteOf } from '../../program/link/calls.ts';
import { valuesThroughCalls } from '../../program/link/values.ts';
import type { Facts } from '../facts.ts';
import { boundTo } from './bound.ts';
import { wordsIn } from './screen.ts';
import type { Place } from './shown-state.ts';
import { isOfInterface } from './territory.ts';
import { usageInHandlers } from './usage-handlers.ts';
import { usageInElements, usageInTemplate, usageInWrites } from './usage-script.ts';
import { isSetting, type Used, usedInName, usedInNames, usedInWords } from './usage-words.ts';
import type { Widget, WidgetKind } from './widget.ts';

export type { Used } from './usage-words.ts';

const SHOWING: ReadonlySet<WidgetKind> = new Set([
  ...(['metric', 'text', 'info', 'success', 'warning', 'message'] as const),
  ...(['table', 'chart', 'status', 'progress'] as const),
]);

/** The first place that shows each. */
export function usageShown(facts: Facts): ReadonlyMap<Used, Place> {
  const found = new Map<Used, Place>();
  const see = (used: Used, path: string, line: number): void => {
    if (!found.has(used)) found.set(used, { path, line });
  };
  for (const widget of facts.interfaces.widgets) {
    const { path, line, file } = widget;
    if (file?.notebook) continue;
    for (const used of widget.element ? inMarkup(widget) : inWidget(facts, widget)) see(used, path, line);
  }
  for (const file of facts.program.filesOf()) {
    if (!isOfInterface(facts, file) || !facts.interfaces.isLive(file)) continue;
    if (file.language === 'python') {
      if (!file.notebook)
        for (const { used, line } of usageInHandlers(facts, file)) see(used, file.path, line);
      continue;
    }
    const template = /\.(?:vue|svelte)$/.test(file.path) ? usageInTemplate(facts.text(file.path) ?? '') : [];
    for (const { used, line } of [...usageInElements(file), ...usageInWrites(file), ...template])
      see(used, file.path, line);
  }
  return found;
}

/** A widget of Python's frameworks with words or names for it, and a value. */
function inWidget(facts: Facts, { kind, call, file, label }: Widget): readonly Used[] {
  if (!call || file?.language !== 'python') return [];
  const given = call.call.arguments;
  // Gradio shows through a field that is filled in.
  if (kind === 'text-input' || kind === 'slider') {
    const isOutput = given.some(
      ({ name, value }) => name === 'interactive' && value.kind === 'literal' && value.value === false,
    );
    return isOutput ? usedInWords(label) : [];
  }
  if (!SHOWING.has(kind)) return [];
  const bound = boundTo(facts.program, call).flatMap((name) => usedByName(file, name));
  if (bound.length > 0) return bound;
  const isValue = (part: { readonly kind: string }): boolean =>
    part.kind === 'name' || part.kind === 'index' || part.kind === 'call';
  const values = given.filter(({ value }) => valuesThroughCalls(value, file).some(isValue));
  if (values.length === 0 || values.some(({ value }) => isSetting(value, file))) return [];
  const found = values.flatMap(({ value }) => [
    ...usedInNames(value, file),
    ...usedInWords(wordsIn(value, file)),
  ]);
  if (kind === 'metric') found.push(...usedInWords(label));
  if (found.length > 0 || label.includes('<style')) return found;
  // Words that were put together before.
  return values
    .slice(0, 2)
    .flatMap(({ value }) =>
      origins(facts.program, value, siteOf(call), { most: 25 }).flatMap((origin) =>
        origin.value.kind === 'template' ? usedInWords(wordsIn(origin.value, origin.site.file)) : [],
      ),
    );
}

/** By the name of an attribute, or by the words that a property of that name puts together. */
function usedByName(file: CodeFile, name: string): readonly Used[] {
  const said = file.definitions.flatMap((one, id) =>
    one.name === name
      ? file.statements.flatMap(({ kind, definition, value }) =>
          kind === 'return' && definition === id && value ? usedInWords(wordsIn(value, file)) : [],
        )
      : [],
  );
  return [...usedInName(name), ...said];
}

/** A template that a server fills in: words beside a value. */
function inMarkup({ element }: Widget): readonly Used[] {
  if (!element || element.text.length > 300 || !/\{\{|\{\w/.test(element.text)) return [];
  return usedInWords(element.text.replace(/\{\{?[^}]{0,80}\}?\}/g, '{}'));
}
