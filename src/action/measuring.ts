/** What a run measures of the head: the base was measured by runs of its own. */
import type { AuditRequest } from '../audit.ts';
import type { Subject } from '../github/event.ts';
import { measuring } from '../measured/measuring.ts';
import type { Repository } from '../repository/repository.ts';
import { changedIn } from './changed.ts';
import type { Inputs } from './inputs.ts';
import type { Place } from './opened.ts';

export interface Measurables {
  readonly place: Place;
  readonly subject: Subject;
  readonly inputs: Inputs;
  /** Of the job that asks: it cannot have ended. */
  readonly run: number;
  readonly head: Repository;
  readonly base: Repository | null;
}

/** Nothing where nothing is asked for. */
export function measuringOf(measurables: Measurables): Pick<AuditRequest, 'measure'> {
  const { place, subject, inputs, head, base, run } = measurables;
  const { coverage, testResults: tests } = inputs;
  // What is checked out may be somebody else's: its results say nothing of the head.
  const left = !subject.distrusted && coverage.length + tests.length > 0;
  const changed = base === null ? null : changedIn(base, head);
  const { api } = place;
  const measure = measuring({
    job: left ? { coverage, tests, root: place.workspace, changed } : null,
    github:
      api === null || !inputs.github || subject.head === null ? null : { api, commit: subject.head, run },
    live: inputs.live,
  });
  return measure === null ? {} : { measure };
}
