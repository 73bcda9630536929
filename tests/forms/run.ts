/** Puts cases into other forms, and tells which verdicts that changed. */
import { CHECKS } from '../../src/checks/index.ts';
import { readFacts } from '../../src/facts/read.ts';
import { judge } from '../../src/milestones/judge.ts';
import type { Verdict } from '../../src/model.ts';
import { repositoryOf } from '../../src/repository/memory.ts';
import { reading } from '../support/program.ts';
import type { FormCase } from './cases.ts';
import type { Files, Form } from './form.ts';
import { projectOf } from './project.ts';

/** A verdict that a form changed. */
export interface Break {
  readonly case: FormCase;
  readonly requirement: string;
  readonly before: Verdict;
  readonly after: Verdict;
  /** The files that the form changed or added. */
  readonly files: Files;
}

export interface FormResult {
  readonly form: Form;
  /** Verdicts on what it applies to. */
  readonly cases: number;
  readonly breaks: readonly Break[];
}

/** Runs forms over cases; `wanted` says which of their pairs. */
export async function runForms(
  forms: readonly Form[],
  cases: readonly FormCase[],
  wanted: (form: Form, one: FormCase) => boolean = () => true,
): Promise<readonly FormResult[]> {
  const counts = forms.map(() => 0);
  const breaks: Break[][] = forms.map(() => []);
  for (const one of cases) {
    const project = await projectOf(one.files);
    let before: readonly Verdict[] | null = null;
    for (const [index, form] of forms.entries()) {
      const files = wanted(form, one) ? form.rewrite(project) : null;
      if (!files) continue;
      counts[index] = (counts[index] ?? 0) + one.requirements.length;
      before ??= await verdictsOf(one, one.files);
      const after = await verdictsOf(one, form.moves ? files : { ...one.files, ...files });
      for (const [at, { id: requirement }] of one.requirements.entries()) {
        const [was, is] = [before[at], after[at]];
        if (was && is && was !== is && !form.touches?.includes(requirement))
          breaks[index]?.push({ case: one, requirement, before: was, after: is, files });
      }
    }
  }
  return forms.map((form, index) => ({ form, cases: counts[index] ?? 0, breaks: breaks[index] ?? [] }));
}

async function verdictsOf({ requirements, commits }: FormCase, files: Files): Promise<readonly Verdict[]> {
  const facts = await readFacts(repositoryOf({ files, commits }), reading);
  return requirements.map((requirement) => judge(requirement, facts, CHECKS).verdict);
}
