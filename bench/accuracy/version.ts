/** One version of the program, loaded from its sources, so that two of them can be compared in one process. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Report, Verdict } from '../../src/model.ts';

export interface Outcome {
  /** `milestone/requirement` to the verdict. */
  readonly verdicts: Readonly<Record<string, Verdict>>;
  /** What it was judged as; `portfolio` alone where the milestone has no rules. */
  readonly milestone: string;
  /** What it is recognised as; null where the program cannot tell, undefined where it was not asked. */
  readonly recognised?: string | null;
  readonly milliseconds: number;
  /** Why there are no verdicts, or null. */
  readonly failure: string | null;
}

export interface Version {
  /** Digest of its rules. */
  readonly rules: string;
  /** `milestone/requirement` of everything that it has rules for. */
  readonly requirements: readonly string[];
  /** Audits a folder as a milestone, or as what it is recognised as ('auto'). Never throws. */
  audit(folder: string, milestone: string): Promise<Outcome>;
}

type Walk = typeof import('../../src/audit.ts');
type AuditRequest = import('../../src/audit.ts').AuditRequest;

const PORTFOLIO = 'portfolio';

/** `root` is the folder that holds `src/` and `rules/`. */
export async function loadVersion(root: string): Promise<Version> {
  const source = pathToFileURL(`${join(root, 'src')}/`);
  const load = (path: string): Promise<unknown> => import(new URL(path, source).href);
  const { audit, factsOf, reportOn, recognitionOf } = (await load('audit.ts')) as Partial<Walk> &
    Pick<Walk, 'audit'>;
  const { openRepository } = (await load(
    'repository/open.ts',
  )) as typeof import('../../src/repository/open.ts');
  const { installationAt } = (await load(
    'commands/installation.ts',
  )) as typeof import('../../src/commands/installation.ts');
  const here = installationAt(source) as ReturnType<typeof installationAt> & { readonly grammars?: unknown };
  // Older versions were handed the grammars alone.
  const handed = here.grammars ? { grammars: here.grammars } : { reading: await here.reading() };
  const { digest, milestones } = await here.rules();
  const known = new Set(['auto', ...milestones.map((one) => one.id)]);
  return {
    rules: digest,
    requirements: milestones.flatMap((one) => one.requirements.map((each) => `${one.id}/${each.id}`)),
    audit: async (folder, wanted) => {
      const milestone = known.has(wanted) ? wanted : PORTFOLIO;
      const start = process.hrtime.bigint();
      const verdicts: Record<string, Verdict> = {};
      let failure: string | null = null;
      let recognised: string | null | undefined;
      try {
        const repository = await openRepository(folder);
        const request: AuditRequest = {
          milestones,
          milestoneId: milestone,
          ...(handed as Pick<AuditRequest, 'reading'>),
          // Older versions do not say what they are made of.
          tool: { name: 'milestone-auditor', version: here.version, program: 'compared', rules: digest },
        };
        let report: Report;
        if (factsOf && reportOn) {
          const facts = await factsOf(repository, request);
          recognised = recognitionOf?.(repository, facts, milestones).milestone;
          report = reportOn(repository, facts, request);
        } else {
          // Older versions read and judge in one go.
          report = await audit(repository, request);
        }
        for (const { id, requirements } of report.milestones) {
          for (const one of requirements) verdicts[`${id}/${one.id}`] = one.verdict;
        }
      } catch (error) {
        failure = error instanceof Error ? error.message : String(error);
      }
      const milliseconds = Number(process.hrtime.bigint() - start) / 1e6;
      return {
        verdicts,
        milestone,
        ...(recognised === undefined ? {} : { recognised }),
        milliseconds,
        failure,
      };
    },
  };
}
