/** Where handlers of events fill tokens and costs into a page: `box.submit(count, box, outputs=used)` of Gradio. */

import type { CodeFile, Value } from '../../program/file.ts';
import { type Origin, origins, returnedValues } from '../../program/flow/flow.ts';
import { argument, siteOf } from '../../program/link/calls.ts';
import { lastSegment } from '../../program/link/values.ts';
import type { Facts } from '../facts.ts';
import { calledName, wordsIn } from './screen.ts';
import type { Shows } from './usage-script.ts';
import { isSetting, type Used, usedInNames, usedInWords } from './usage-words.ts';

const EVENTS = /^(?:click|submit|change|input|select|upload|load|then|success|tick|release|clear)$/;
/** What shows a value; a `State` shows nothing. */
const SHOWING = /^(?:Markdown|HTML|Textbox|Text|TextArea|Label|Number|JSON|Dataframe|DataFrame|Code)$/;

/** What the handlers of a file's events return for components that show it. */
export function usageInHandlers(facts: Facts, file: CodeFile): readonly Shows[] {
  const { program } = facts;
  if (!file.imports.some(({ module }) => module === 'gradio' || module.startsWith('gradio.'))) return [];
  return file.calls.flatMap((call, id): readonly Shows[] => {
    if (!EVENTS.test(calledName(call))) return [];
    const event = program.callOf(file, id);
    const positional = call.arguments.filter(({ name }) => name === null);
    const given = argument(event, 'outputs') ?? positional[2]?.value;
    const handler = argument(event, 'fn') ?? positional[0]?.value;
    if (!given || !handler) return [];
    const target = program.resolve(handler, siteOf(event));
    if (target.kind !== 'definition') return [];
    const outputs = given.kind === 'list' ? given.items : [given];
    return returnedValues(target.ref).flatMap(({ value, site }) =>
      outputs.flatMap((output, index): readonly Shows[] => {
        const component = program.resolve(output, siteOf(event));
        if (component.kind !== 'external' || !SHOWING.test(lastSegment(component.name))) return [];
        const part = outputs.length === 1 ? value : value.kind === 'list' ? value.items[index] : undefined;
        if (!part || part.kind === 'literal') return [];
        return usedIn(facts, { value: part, site }).map((used) => ({ used, line: call.line }));
      }),
    );
  });
}

function usedIn(facts: Facts, { value, site }: Origin): readonly Used[] {
  if (isSetting(value, site.file)) return [];
  const said = (one: Value, file: CodeFile): readonly Used[] => usedInWords(wordsIn(one, file));
  const found = [...usedInNames(value, site.file), ...said(value, site.file)];
  if (found.length > 0) return found;
  // Words that were put together before.
  return origins(facts.program, value, site, { most: 25 }).flatMap((origin) =>
    origin.value.kind === 'template' ? said(origin.value, origin.site.file) : [],
  );
}
