/** What reviewers said of real repositories: one tab-separated line per verdict. */
import type { Verdict } from '../../src/model.ts';

export interface Label {
  /** `owner/name`. */
  readonly repository: string;
  readonly commit: string;
  readonly milestone: string;
  readonly requirement: string;
  readonly verdict: Verdict;
  /** The reviewer was sure. */
  readonly sure: boolean;
  /** `path:line`, separated by commas. */
  readonly evidence: string;
  readonly note: string;
}

/** One repository with all that is labelled of it. */
export interface Labelled {
  readonly repository: string;
  readonly commit: string;
  /** What it is, beside `portfolio`. */
  readonly milestone: string;
  readonly labels: readonly Label[];
}

const VERDICTS: readonly string[] = ['met', 'partial', 'missing', 'unverifiable', 'waived'];

/** Reads the lines; those that begin with `#` and the heading are left out. Throws with the number of a broken one. */
export function parseLabels(text: string): readonly Label[] {
  return text.split(/\r?\n/).flatMap((line, index) => {
    if (line.trim() === '' || line.startsWith('#') || line.startsWith('repo\t')) return [];
    const [repository = '', commit = '', milestone = '', requirement = '', verdict = '', sure, ...rest] =
      line.split('\t');
    if (!isVerdict(verdict) || requirement === '') {
      throw new Error(`labels, line ${index + 1}: expected repo, commit, milestone, requirement, verdict …`);
    }
    const [evidence = '', note = ''] = rest;
    return [{ repository, commit, milestone, requirement, verdict, sure: sure !== 'no', evidence, note }];
  });
}

function isVerdict(text: string): text is Verdict {
  return VERDICTS.includes(text);
}

/** By repository, in the order of the file. */
export function byRepository(labels: readonly Label[], portfolio: string): readonly Labelled[] {
  const groups = new Map<string, Label[]>();
  for (const label of labels) {
    const key = `${label.repository}\t${label.commit}`;
    const group = groups.get(key);
    if (group) group.push(label);
    else groups.set(key, [label]);
  }
  return [...groups.values()].map((group) => {
    const [{ repository, commit } = { repository: '', commit: '' }] = group;
    const milestone = group.find((one) => one.milestone !== portfolio)?.milestone ?? portfolio;
    return { repository, commit, milestone, labels: group };
  });
}
