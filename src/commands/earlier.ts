/** The report that a new one is compared with: a file that this program wrote before. */
import { readFileSync, statSync } from 'node:fs';
import type * as Zod from 'zod';
import { UserError } from '../errors.ts';
import type { PortfolioReport } from '../model/portfolio.ts';
import type { Report } from '../model.ts';
import { visible } from '../reporters/visible.ts';

const MOST_BYTES = 256 * 1024 * 1024;

/** Throws a UserError where it is no report on one repository. */
export async function earlierReport(path: string): Promise<Report> {
  const z = await import('zod');
  const text = parsed(path);
  if (!reportShape(z).safeParse(text).success) throw refused(path, 'it is no JSON report on one repository');
  // As it was written, its keys in their order: the shape knows but some of them.
  return text as Report;
}

/** Throws a UserError where it is no report on a portfolio. */
export async function earlierPortfolio(path: string): Promise<PortfolioReport> {
  const z = await import('zod');
  const shape = z.looseObject({
    schema: z.literal(1),
    kind: z.literal('portfolio'),
    reached: z.number().nullable(),
    projects: z.array(z.looseObject({ source: z.string(), report: reportShape(z) })),
    skills: z.array(z.looseObject({ id: z.string(), shown: z.array(z.unknown()) })),
  });
  const read = shape.safeParse(parsed(path));
  if (!read.success) throw refused(path, 'it is no JSON report on a portfolio');
  return read.data as unknown as PortfolioReport;
}

/** As much of it as is compared. */
function reportShape(z: typeof Zod) {
  const share = z.number().min(0).max(1);
  const requirement = z.looseObject({
    id: z.string(),
    title: z.string(),
    verdict: z.enum(['met', 'partial', 'missing', 'unverifiable', 'waived']),
    counterEvidence: z.array(z.looseObject({ path: z.string(), line: z.number(), text: z.string() })),
  });
  return z.looseObject({
    schema: z.literal(1),
    tool: z.looseObject({ version: z.string(), rules: z.string() }),
    repository: z.looseObject({
      revision: z
        .string()
        .regex(/^[0-9a-f]{7,64}$/)
        .nullable(),
    }),
    milestones: z.array(
      z.looseObject({
        id: z.string(),
        title: z.string(),
        score: z.looseObject({ low: share, high: share }),
        requirements: z.array(requirement),
      }),
    ),
  });
}

/**
 * Two reports say something of each other only where they are on the same repository and milestone. Throws a UserError
 * where they are not: "no verdict changed" would be no answer.
 */
export function sameProject(path: string, before: Report, now: Report): void {
  const [then, today] = [before.repository.url, now.repository.url];
  if (then && today && (then !== today || before.repository.folder !== now.repository.folder))
    throw refused(path, `it is on ${then}, and this is ${today}`);
  const own = now.milestones[0]?.id;
  if (own === undefined || before.milestones.some(({ id }) => id === own)) return;
  const ids = before.milestones.map(({ id }) => `'${id}'`).join(' and ');
  throw refused(path, `it judges ${ids}, and this is judged as '${own}'`);
}

function parsed(path: string): unknown {
  let text: string;
  try {
    if (statSync(path).size > MOST_BYTES) throw refused(path, 'it is larger than 256 MB');
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw refused(path, 'there is no file that can be read');
  }
  try {
    return JSON.parse(text);
  } catch {
    throw refused(path, 'it is not JSON');
  }
}

function refused(path: string, why: string): UserError {
  return new UserError({
    code: 'bad-option',
    message: `--compare: ${visible(path)} cannot be compared with: ${why}`,
    hint: 'Give a file that was written with --format json, of the same project and milestone.',
    exitCode: 2,
  });
}
