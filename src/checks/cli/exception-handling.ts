import { type Handler, readHandlers } from '../../facts/operations/handlers.ts';
import type { Evidence } from '../../model.ts';
import { defineCheck, no, yes } from '../define.ts';

export const exceptionHandling = defineCheck({
  name: 'exception-handling',
  summary: 'Errors are caught; of quality “specific” by name, and none of them is swallowed silently.',
  reads: ['code'],
  written: true,
  whole: true,
  parameters: (z) =>
    z.strictObject({
      quality: z
        .enum(['specific', 'any'])
        .describe(
          'specific: named exceptions (or, in JavaScript, a catch that looks at the error), nothing swallowed',
        ),
    }),
  ask: (facts, { quality }) => {
    const handlers = readHandlers(facts.program, facts.messages);
    if (handlers.length === 0)
      return no(
        'try/except (try/catch) around file access or input',
        [],
        [{ kind: 'none', what: 'no error is caught anywhere' }],
      );
    const show = (some: readonly Handler[], most: number): Evidence[] =>
      some.slice(0, most).map((handler) => facts.evidence(handler.file.path, handler.line));
    const swallowing = handlers.filter((handler) => handler.swallows);
    const specific = handlers.filter((handler) => handler.specific && !handler.swallows);
    const counter = show(swallowing, 20);
    if (quality === 'any') return yes(show(handlers, 3), counter);
    if (specific.length > 0 && swallowing.length === 0) return yes(show(specific, 4));
    const why =
      swallowing.length > 0
        ? `${swallowing.length} of ${handlers.length} handlers swallow the error without a word`
        : 'only handlers that are bare, broad or about something else were found';
    return no(`handlers that name the error they expect and report it: ${why}`, counter, [
      counter[0]
        ? {
            kind: 'against',
            what: 'an error is swallowed without a word',
            at: counter[0],
            count: swallowing.length,
          }
        : { kind: 'none', what: 'no handler names the error that it expects' },
    ]);
  },
});
