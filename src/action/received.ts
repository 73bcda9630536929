/**
 * A report that a workflow without rights made and this one publishes. Whoever opened the pull request may have written
 * it by hand: only its verdicts and places are taken, all words and sums are our own.
 */

import { readFileSync, statSync } from 'node:fs';
import { docsPage } from '../addresses.ts';
import { sameTool } from '../difference.ts';
import { UserError } from '../errors.ts';
import type { Measurement } from '../model/measured.ts';
import type { Milestone, MilestoneReport, Report, RequirementReport } from '../model.ts';
import { scoreOf } from '../score.ts';
import { nextSteps } from '../steps.ts';
import { type Received, reportShape } from './shape.ts';

const MOST_BYTES = 8 * 1024 * 1024;

export interface Expected {
  /** The commit that the other workflow ran for. */
  readonly head: string;
  readonly tool: Report['tool'];
  readonly milestones: readonly Milestone[];
  /** As this run knows it: the report may not send readers elsewhere. */
  readonly url: string;
  readonly name: string;
}

/** Throws a UserError where it is no report of this program, of these rules, about this commit. */
export async function receivedReport(path: string, expected: Expected): Promise<Report> {
  const data = parsed(path);
  const z = await import('zod');
  const read = reportShape(z).safeParse(data);
  if (!read.success)
    throw refused(`it is not a report of this version (${read.error.issues[0]?.path.join('.')})`);
  const report = read.data;
  if (!sameTool({ ...expected.tool, ...report.tool }, expected.tool)) {
    throw refused('it was made by another version: both workflows must use the same one');
  }
  if (report.repository.revision !== expected.head) throw refused('it is about another commit');
  const milestones = report.milestones.map((one) => judged(one, expected.milestones));
  return {
    schema: 1,
    tool: expected.tool,
    repository: {
      ...report.repository,
      name: expected.name,
      url: expected.url,
      about: null,
      live: null,
      history: null,
      uncommitted: [],
    },
    recognition: null,
    milestones,
    next: nextSteps(milestones, []),
    secrets: [],
    claims: report.claims,
    notes: report.notes,
    ...(report.measured === undefined ? {} : { measured: report.measured as readonly Measurement[] }),
  };
}

function parsed(path: string): unknown {
  try {
    const { size } = statSync(path);
    if (size > MOST_BYTES) throw refused('it is larger than 8 MB');
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw refused('there is no JSON file where the input `report` points to');
  }
}

function judged(received: Received['milestones'][number], known: readonly Milestone[]): MilestoneReport {
  const milestone = known.find(({ id }) => id === received.id);
  if (milestone === undefined) throw refused('it judges by a milestone that there is not');
  const requirements = milestone.requirements.map((rule): RequirementReport => {
    const one = received.requirements.find(({ id }) => id === rule.id);
    if (one === undefined) throw refused(`it does not judge '${rule.id}'`);
    const { id, title, weight, effort, main, why, fix, learn, after } = rule;
    // A yes without evidence is none.
    const verdict = one.verdict === 'met' && one.evidence.length === 0 ? 'unverifiable' : one.verdict;
    return { ...one, id, title, weight, effort, ...(main ? { main } : {}), verdict, why, fix, learn, after };
  });
  return {
    id: milestone.id,
    title: milestone.title,
    score: scoreOf(requirements, received.score.cap),
    requirements,
  };
}

function refused(why: string): UserError {
  return new UserError({
    code: 'not-readable',
    message: `The report of the other workflow cannot be published: ${why}`,
    hint: `The pair of workflows that belong together: ${docsPage('action', 'forks')}`,
    exitCode: 2,
  });
}
