import { type Failure, failureOf } from '../../facts/interfaces/failures.ts';
import { workOf } from '../../facts/interfaces/work.ts';
import { defineCheck, no, yes } from '../define.ts';

/** Of the calls that matter so many may be left out. */
const MOST_LEFT_OUT = 0.2;

export const failureMessages = defineCheck({
  name: 'failure-messages',
  summary:
    'Failures of calls of models and backends are caught and shown to the user in words: of all that matter, or of some.',
  reads: ['code', 'pages'],
  parameters: (z) => z.strictObject({ of: z.enum(['all', 'some']) }),
  ask: (facts, { of }) => {
    const judged = workOf(facts)
      .filter(({ call }) => !call.file.notebook)
      .map((work) => ({ work, failure: failureOf(facts, work) }));
    const main = judged.filter(({ work }) => work.kind !== 'other');
    const asked = main.length > 0 ? main : judged;
    const evidence = (failures: readonly Failure[]) => {
      const once = new Map(failures.map((place) => [`${place.path}:${place.line}`, place]));
      return [...once.values()].slice(0, 3).map(({ path, line }) => facts.evidence(path, line));
    };
    const failures = asked.map(({ failure }) => failure);
    const told = failures.filter(({ how }) => how === 'words');
    const untold = failures.filter(({ how }) => how !== 'words');
    // In Python an error that nobody catches is a traceback on the page.
    const tracebacks = judged.filter(
      ({ work, failure }) => failure.how === 'uncaught' && work.call.file.language === 'python',
    );
    if (of === 'all') {
      const enough = told.length > 0 && untold.length <= asked.length * MOST_LEFT_OUT;
      const counter = evidence([...untold, ...tracebacks.map(({ failure }) => failure)]);
      return enough && tracebacks.length === 0
        ? yes(evidence(told), counter)
        : no('a message in words wherever a call of a model or a backend may fail', counter);
    }
    const some = judged
      .map(({ failure }) => failure)
      .filter(({ how }) => how === 'words' || how === 'raw' || how === 'answers' || how === 'connection');
    return some.length > 0
      ? yes(evidence(some))
      : no('a message in the interface when a call of a model or a backend fails', evidence(untold));
  },
});
