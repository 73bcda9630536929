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
    claim: null,
    unkept: false,
    evidence: [
      {
        path: 'tasks/storage.py',
        line: 14,
        text: 'json.dump(rows, file)',
        frame: { line: 13, lines: ['with open(path, "w") as file:', '    json.dump(rows, file)'] },
      },
    ],
    counterEvidence: [],
    lookedFor: null,
    reason: null,
    because: null,
    waiver: null,
    why: 'Data must outlive the process.',
    fix: 'Write the tasks with json.dump.',
    learn: [{ title: 'json', url: 'https://docs.python.org/3/library/json.html' }],
    after: [],
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
        because: 'A logger is used, beside prints of what happens (tasks/cli.py:9).',
        counterEvidence: [
          {
            path: 'tasks/storage.py',
            line: 30,
            text: 'print("saved")',
            frame: { line: 29, lines: ['with open(path) as file:', '  print("saved")'] },
          },
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
        claim: { path: 'README.md', line: 3, text: 'Tasks in the terminal, with type hints.' },
        unkept: true,
        because: '9 of 34 functions say their types.',
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
    tool: { name: 'milestone-auditor', version: '0.1.0', program: '0123456789ab', rules: '0123456789ab' },
    repository: {
      name: 'task-manager',
      revision: '0123456789012345678901234567890123456789',
      tree: '9876543210987654321098765432109876543210',
      url: 'https://github.com/ada/task-manager',
      folder: '',
      languages: ['python'],
      about: 'Tasks in the terminal, kept in a file.',
      live: null,
      history: { commits: 12, authors: 2, first: '2026-01-04', last: '2026-05-06' },
      uncommitted: [],
    },
    recognition: null,
    milestones: [milestone()],
    next: [
      { milestone: 'cli-task-manager', requirement: 'logging', gain: 0.12, points: 1.5 },
      { milestone: 'cli-task-manager', requirement: 'type-hints', gain: 0.08, points: 2 },
    ],
    secrets: [],
    claims: [],
    notes: [{ path: 'tasks/broken.py', line: 3, text: 'did not parse here' }],
    ...change,
  };
}
