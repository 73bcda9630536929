/** A report written by hand, as the reporters' tests need it. */
import type { MilestoneReport, Report, RequirementReport, Score } from '../../src/model.ts';

export function requirement(change: Partial<RequirementReport> = {}): RequirementReport {
  return {
    id: 'json-storage',
    title: 'Tasks are stored in JSON files',
    weight: 'core',
    effort: 'small',
    verdict: 'met',
    confidence: 'high',
    claimed: false,
    evidence: [{ path: 'tasks/storage.py', line: 14, text: 'json.dump(rows, file)' }],
    counterEvidence: [],
    lookedFor: null,
    reason: null,
    waiver: null,
    why: 'Data must outlive the process.',
    fix: 'Write the tasks with json.dump.',
    learn: [{ title: 'json', url: 'https://docs.python.org/3/library/json.html' }],
    ...change,
  };
}

export function score(change: Partial<Score> = {}): Score {
  return {
    earned: 13,
    possible: 20,
    low: 0.62,
    high: 0.71,
    decided: 3,
    uncertain: 0,
    total: 4,
    readiness: 'on the way',
    cap: null,
    ...change,
  };
}

export function milestone(change: Partial<MilestoneReport> = {}): MilestoneReport {
  return {
    id: 'cli-task-manager',
    title: 'CLI Task Manager',
    score: score(),
    requirements: [
      requirement({
        id: 'logging',
        title: 'Logging instead of print statements',
        verdict: 'partial',
        evidence: [{ path: 'tasks/cli.py', line: 9, text: 'logger = logging.getLogger(__name__)' }],
        counterEvidence: [
          { path: 'tasks/storage.py', line: 30, text: 'print("saved")' },
          { path: 'tasks/storage.py', line: 41, text: 'print("broken")' },
        ],
        lookedFor: 'no prints in the storage layer',
        fix: 'Replace the prints with a logger:\n\n```python\nlogger.info("saved")\n```\n\nThen read more.',
      }),
      requirement({
        id: 'type-hints',
        title: 'Type hints throughout',
        weight: 'high',
        effort: 'medium',
        verdict: 'missing',
        claimed: true,
        evidence: [],
        lookedFor: 'annotations on 90 % of the functions',
      }),
      requirement(),
      requirement({
        id: 'git-managed',
        title: 'Managed with Git',
        weight: 'optional',
        verdict: 'unverifiable',
        evidence: [],
        reason: 'the history is shallow',
      }),
    ],
    ...change,
  };
}

export function report(change: Partial<Report> = {}): Report {
  return {
    schema: 1,
    tool: { name: 'milestone-auditor', version: '0.1.0', rules: '0123456789ab' },
    repository: {
      name: 'task-manager',
      revision: '0123456789012345678901234567890123456789',
      url: 'https://github.com/ada/task-manager',
      folder: '',
      languages: ['python'],
      about: 'Tasks in the terminal, kept in a file.',
      live: null,
    },
    recognition: null,
    milestones: [milestone()],
    next: [
      { milestone: 'cli-task-manager', requirement: 'logging', gain: 0.12 },
      { milestone: 'cli-task-manager', requirement: 'type-hints', gain: 0.08 },
    ],
    claims: [],
    notes: [{ path: 'tasks/broken.py', line: 3, text: 'did not parse here' }],
    ...change,
  };
}
