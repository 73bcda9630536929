/** Measurements as checks ask for them: one kind at a time, and as evidence. */
import type { Measurement, What } from '../model/measured.ts';
import { measuredSentence } from '../model/measured-words.ts';
import type { Evidence } from '../model.ts';
import { kindOfAddress } from './documents/urls.ts';
import type { Facts } from './facts.ts';

export type Of<W extends What> = Extract<Measurement, { readonly what: W }>;
export type Done<W extends What> = Of<W> & {
  readonly value: Exclude<Of<W>['value'], { unmeasured: string }>;
};

export interface Asked<W extends What> {
  readonly done: readonly Done<W>[];
  /** Why it could not be measured, of those that were asked for; ends a sentence. */
  readonly failed: readonly string[];
}

/** What was measured of one kind; both lists are empty where nobody asked. */
export function measuredOf<W extends What>({ measured }: Pick<Facts, 'measured'>, what: W): Asked<W> {
  const own = measured.filter((one): one is Of<W> => one.what === what);
  return {
    done: own.filter((one): one is Done<W> => !('unmeasured' in one.value)),
    failed: own.flatMap(({ source, value }) =>
      'unmeasured' in value ? [`${source}: ${value.unmeasured}`] : [],
    ),
  };
}

/** It lies in no file of the repository: its text is all there is. */
export function measuredEvidence(measurement: Measurement): Evidence {
  const { source, value } = measurement;
  const text = measuredSentence(measurement);
  const digest = 'digests' in value ? `, ${value.digests[0]?.slice(0, DIGEST)}` : '';
  const from = `${source}${digest}`.slice(0, MOST_SOURCE);
  return { path: '', line: 1, text: `${text.slice(0, MOST - from.length - 3)} (${from})`, measured: true };
}

/** Addresses of the program that GitHub shows beside the code: the homepage, what is deployed, its Pages. */
export function documentedOnGitHub(facts: Facts): readonly Evidence[] {
  const homepages = measuredOf(facts, 'repository').done.filter(({ value }) => isApp(value.homepage));
  const deployments = measuredOf(facts, 'deployment').done.filter(
    (one) => isLive(one) && isApp(one.value.url),
  );
  return [...homepages, ...deployments].slice(0, 2).map(measuredEvidence);
}

/** It stands, and for everybody. */
export function isLive({ value }: Done<'deployment'>): boolean {
  return value.production && value.state === 'success';
}

/** A place of the program, not of its code or of somebody else. */
export function isApp(url: string | null): boolean {
  return url !== null && kindOfAddress(url) === 'app';
}

/** Answers of what surely is this program: most operations that it describes are routes of the code. */
export function answersOfThisProgram(facts: Facts): readonly Done<'address'>[] {
  return measuredOf(facts, 'address').done.filter(({ value: { operations } }) => {
    return operations !== null && operations.covered * 2 >= operations.found;
  });
}

/** `sha256:` and twelve letters: the whole of it is in the report's list. */
const DIGEST = 19;
const MOST_SOURCE = 80;
/** Characters of an evidence's text. */
const MOST = 200;
