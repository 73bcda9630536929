/** What lies beside the page: rules, knowledge, and the bytes of the parsers, each fetched when it is needed first. */
import type { Reading } from '../src/audit.ts';
import { audit } from '../src/audit.ts';
import { auditProject } from '../src/audit-project.ts';
import { chosenMilestone, configured } from '../src/commands/configured.ts';
import type { Rules } from '../src/commands/installation.ts';
import { UserError } from '../src/errors.ts';
import type { Failure } from '../src/model/portfolio.ts';
import type { Report } from '../src/model.ts';
import { type Judged, portfolioOf } from '../src/portfolio/assemble.ts';
import { portfolioHtml } from '../src/reporters/html/portfolio.ts';
import { reportHtml } from '../src/reporters/html/report.ts';
import { portfolioJson, reportJson } from '../src/reporters/json.ts';
import type { Repository } from '../src/repository/repository.ts';

declare const VERSION: string;
declare const PROGRAM: string;

export interface Engine {
  /** One repository: its report as a page and as JSON, and the milestone by which it was judged. */
  readonly report: (
    repository: Repository,
    milestone: string | null,
    progress: (text: string) => void,
  ) => Promise<{ readonly html: string; readonly json: string; readonly milestone: string }>;
  /** Several, put together. One that cannot be read is told, and the others go on. */
  readonly portfolio: (
    sources: readonly { readonly name: string; readonly open: () => Promise<Repository> }[],
    progress: (text: string) => void,
  ) => Promise<{ readonly html: string; readonly json: string }>;
}

export async function engineAt(home: string): Promise<Engine> {
  const json = async (file: string): Promise<unknown> => (await at(home, file)).json();
  const [builtIn, knowledge] = await Promise.all([json('rules.json'), json('knowledge.json')]);
  // Validated when they were built.
  const rules = builtIn as Rules;
  const reading: Reading = {
    knowledge: knowledge as Reading['knowledge'],
    grammars: {
      python: async () => {
        const [runtime, grammar] = await Promise.all([
          bytes(home, 'web-tree-sitter.wasm'),
          bytes(home, 'tree-sitter-python.wasm'),
        ]);
        return { runtime, grammar };
      },
    },
  };
  const toolOf = ({ digest }: Rules): Report['tool'] => ({
    name: 'milestone-auditor',
    version: VERSION,
    program: PROGRAM,
    rules: digest,
  });

  /** As the project wants it looked at, and by the rules that it brings. */
  async function prepared(opened: Repository) {
    const { repository, config, ruleFiles } = await configured(opened);
    if (ruleFiles.length === 0) return { repository, config, rules };
    const { customRules } = await import('../src/commands/rule-files.ts');
    return { repository, config, rules: await customRules([], ruleFiles, rules) };
  }

  return {
    async report(opened, milestone, progress) {
      const { repository, config, rules: used } = await prepared(opened);
      const report = await audit(repository, {
        milestones: used.milestones,
        stacks: used.stacks,
        milestoneId: chosenMilestone(milestone, config, used),
        config,
        reading,
        tool: toolOf(used),
        progress,
      });
      return {
        html: reportHtml(report, {}),
        json: reportJson(report),
        milestone: report.milestones[0]?.id ?? 'auto',
      };
    },
    async portfolio(sources, progress) {
      const judged: Judged[] = [];
      const failures: Failure[] = [];
      for (const [index, { name, open }] of sources.entries()) {
        progress(`${index} of ${sources.length} done, reading ${name} …`);
        try {
          const { repository, config } = await configured(await open());
          const milestoneId = chosenMilestone(null, config, { milestones: rules.milestones, custom: [] });
          const { milestones, skills, stacks } = rules;
          const request = { milestones, skills, stacks, reading, config, tool: toolOf(rules) };
          judged.push(await auditProject(name, repository, { ...request, milestoneId }));
        } catch (error) {
          if (!(error instanceof UserError)) throw error;
          failures.push({ source: name, reason: error.message, hint: error.hint });
        }
      }
      const portfolio = portfolioOf({
        tool: toolOf(rules),
        title: null,
        judged,
        failures,
        skills: rules.skills,
      });
      return { html: portfolioHtml(portfolio), json: portfolioJson(portfolio) };
    },
  };
}

async function at(home: string, file: string): Promise<Response> {
  const answer = await fetch(new URL(file, home));
  if (!answer.ok) throw new Error(`${file} is not beside the page (${answer.status})`);
  return answer;
}

async function bytes(home: string, file: string): Promise<Uint8Array> {
  return new Uint8Array(await (await at(home, file)).arrayBuffer());
}
