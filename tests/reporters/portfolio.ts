/** A portfolio as the reporters' tests need it: put together as the command does, out of reports written by hand. */
import type { SkillCatalogue } from '../../src/milestones/skills.ts';
import type { PortfolioReport, SkillFinding } from '../../src/model/portfolio.ts';
import type { MilestoneReport, Report, Verdict } from '../../src/model.ts';
import { type Judged, type Parts, portfolioOf } from '../../src/portfolio/assemble.ts';
import { scoreOf } from '../../src/score.ts';
import { report, requirement } from './report.ts';

const RULES: readonly (readonly [string, string])[] = [
  ['readme', 'A proper README'],
  ['architecture-diagram', 'Documentation with an architecture diagram'],
  ['demo-video', 'A demo video'],
  ['live-url', 'Deployed and reachable by URL'],
  ['original-work', 'No tutorial clone'],
  ['complete', 'No "coming soon", nothing half-built'],
];

export function judgedMilestone(id: string, title: string, verdicts: readonly Verdict[]): MilestoneReport {
  const requirements = verdicts.map((verdict, index) =>
    requirement({
      id: `${id}-${index + 1}`,
      title: `${title}, requirement ${index + 1}`,
      weight: index % 3 === 2 ? 'high' : 'core',
      verdict,
      claimed: index % 4 === 3,
      evidence:
        verdict === 'met' || verdict === 'partial'
          ? [{ path: `src/${id}.py`, line: 10 * index + 7, text: `value_${index} = build(${index})` }]
          : [],
      counterEvidence: verdict === 'partial' ? [{ path: 'src/old.py', line: 3, text: 'print("saved")' }] : [],
      lookedFor: verdict === 'met' ? null : 'calls that do it',
      reason: verdict === 'unverifiable' ? 'the history is shallow' : null,
    }),
  );
  return { id, title, score: scoreOf(requirements), requirements };
}

export function rulesOf(verdicts: readonly Verdict[]): MilestoneReport {
  const requirements = RULES.map(([id, title], index) => {
    const verdict = verdicts[index] ?? 'missing';
    return requirement({
      id,
      title,
      verdict,
      evidence:
        verdict === 'missing' ? [] : [{ path: 'README.md', line: index + 1, text: `line ${index + 1}` }],
      lookedFor: verdict === 'met' ? null : 'one of them in the README',
    });
  });
  return { id: 'portfolio', title: 'Portfolio rules', score: scoreOf(requirements), requirements };
}

export function project(
  source: string,
  milestones: readonly MilestoneReport[],
  change: Partial<Judged> & { repository?: Partial<Report['repository']> } = {},
): Judged {
  const base = report();
  const { repository, ...rest } = change;
  return {
    source,
    report: report({
      repository: { ...base.repository, name: source, url: `https://github.com/${source}`, ...repository },
      milestones,
      notes: [],
      next: [],
    }),
    others: [],
    skills: [],
    ...rest,
  };
}

const SKILLS: SkillCatalogue = {
  phases: [
    {
      phase: 1,
      title: 'Python',
      sections: [
        {
          title: 'Syntax',
          skills: [
            {
              id: 'comprehensions',
              title: 'Comprehensions',
              tag: 'core',
              shown: { check: 'x', parameters: {} },
            },
            { id: 'decorators', title: 'Decorators', tag: 'optional', shown: { check: 'x', parameters: {} } },
          ],
        },
      ],
    },
    {
      phase: 8,
      title: 'Advanced AI engineering',
      sections: [
        {
          title: 'Agents',
          skills: [
            {
              id: 'orchestration',
              title: 'Agent orchestration',
              tag: 'advanced',
              shown: { check: 'x', parameters: {} },
            },
          ],
        },
      ],
    },
  ],
};

export function finding(skill: string, places = 1): SkillFinding {
  return { skill, evidence: { path: 'src/app.py', line: 12, text: '[row for row in rows]' }, places };
}

const ALL_MET: readonly Verdict[] = ['met', 'met', 'met', 'met', 'met'];

export function portfolio(change: Partial<Parts> = {}): PortfolioReport {
  return portfolioOf({
    tool: report().tool,
    title: 'A portfolio',
    judged: [
      project(
        'ada/task-manager',
        [
          judgedMilestone('cli-task-manager', 'CLI Task Manager', ALL_MET),
          rulesOf(['met', 'met', 'partial', 'missing', 'met', 'met']),
        ],
        {
          skills: [finding('comprehensions', 3)],
        },
      ),
      project(
        'ada/blog',
        [
          judgedMilestone('blog-api', 'Blog API with Auth', [
            'met',
            'met',
            'partial',
            'missing',
            'unverifiable',
          ]),
          rulesOf(['met', 'partial', 'missing', 'met', 'met', 'partial']),
        ],
        {
          skills: [finding('comprehensions', 5)],
          repository: { live: 'https://blog.example.org', about: 'A blog with an API.' },
        },
      ),
    ],
    failures: [{ source: 'ada/gone', reason: 'there is no such repository', hint: 'Check the name.' }],
    skills: SKILLS,
    ...change,
  });
}
