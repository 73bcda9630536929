/** What a cohort keeps of a report on one repository: a few kilobytes, and nothing that refers to what was read. */
import type { Cell, Judged, SubmittedRepository } from '../model/cohort.ts';
import type { Evidence, MilestoneReport, Report, RequirementReport } from '../model.ts';
import { nextSteps } from '../steps.ts';

const LONGEST = 400;

export interface Submitted {
  readonly report: Report;
  /** Day of the audited commit; null outside Git. */
  readonly day: string | null;
  readonly renamed: string | null;
}

export function judgedOf({ report, day, renamed }: Submitted, milestone: MilestoneReport): Judged {
  const { name, revision, url, folder } = report.repository;
  const repository: SubmittedRepository = { name, revision, url, folder, day, renamed };
  const [step] = nextSteps([milestone], []);
  return {
    kind: 'judged',
    repository,
    milestone: milestone.id,
    score: milestone.score,
    cells: milestone.requirements.map(cellOf),
    next:
      step === undefined || step.requirement === null
        ? null
        : { requirement: step.requirement, gain: step.gain },
    notes: report.notes.length,
  };
}

function cellOf(one: RequirementReport): Cell {
  const { id, verdict, claimed, evidence, counterEvidence } = one;
  const places = verdict === 'met' ? evidence : [...counterEvidence, ...evidence];
  return {
    requirement: id,
    verdict,
    claimed,
    reason: reasonOf(one).slice(0, LONGEST),
    place: places.find(hasPlace) ?? places[0] ?? null,
    places: evidence.length,
  };
}

function hasPlace({ path }: Evidence): boolean {
  return path !== '' && path !== '.' && path !== '.git';
}

function reasonOf({ verdict, lookedFor, reason, waiver }: RequirementReport): string {
  switch (verdict) {
    case 'met':
      return '';
    case 'waived':
      return waiver?.reason ?? '';
    case 'unverifiable':
      return reason ?? '';
    case 'partial':
    case 'missing':
      return reason ?? lookedFor ?? '';
    default:
      return verdict satisfies never;
  }
}
