/** Where handlers of events fill tokens and costs into a page: `box.submit(count, box, outputs=used)` of Gradio. */

import type { CodeFile, Value } from '../../program/file.ts';
import { type Origin, origins } from '../../program/flow/flow.ts';
import { siteOf } from '../../program/link/calls.ts';
import { lastSegment } from '../../program/link/values.ts';
import type { Facts } from '../facts.ts';
import { eventsIn, givenFor } from './events.ts';
import { wordsIn } from './screen.ts';
import type { Shows } from './usage-script.ts';
import { isSetting, type Used, usedInNames, usedInWords } from './usage-words.ts';

/** What shows a value; a `State` shows nothing. */
const SHOWING = /^(?:Markdown|HTML|Textbox|Text|TextArea|Label|Number|JSON|Dataframe|DataFrame|Code)$/;

/** What the handlers of a file's events return for components that show it. */
export function usageInHandlers(facts: Facts, file: CodeFile): readonly Shows[] {
  const { program } = facts;
  return eventsIn(program, file).flatMap((event) =>
    event.outputs.flatMap((output): readonly Shows[] => {
      const component = program.resolve(output, siteOf(event.call));
      if (component.kind !== 'external' || !SHOWING.test(lastSegment(component.name))) return [];
      return givenFor(event, output).flatMap((part) =>
        part.value.kind === 'literal'
          ? []
          : usedIn(facts, part).map((used) => ({ used, line: event.call.call.line })),
      );
    }),
  );
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
