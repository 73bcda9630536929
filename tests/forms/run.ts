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

/** A case whose verdict a form changed. */
export interface Break {
  readonly case: FormCase;
  readonly before: Verdict;
  readonly after: Verdict;
  /** The files that the form changed or added. */
  readonly files: Files;
}

export interface FormResult {
  readonly form: Form;
  /** Cases that it applies to. */
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
    let before: Verdict | null = null;
    for (const [index, form] of forms.entries()) {
      const files = wanted(form, one) ? form.rewrite(project) : null;
      if (!files) continue;
      counts[index] = (counts[index] ?? 0) + 1;
      before ??= await verdictOf(one, one.files);
      const after = await verdictOf(one, form.moves ? files : { ...one.files, ...files });
      if (after !== before) breaks[index]?.push({ case: one, before, after, files });
    }
  }
  return forms.map((form, index) => ({ form, cases: counts[index] ?? 0, breaks: breaks[index] ?? [] }));
}

async function verdictOf({ requirement, commits }: FormCase, files: Files): Promise<Verdict> {
  const facts = await readFacts(repositoryOf({ files, commits }), reading);
  return judge(requirement, facts, CHECKS).verdict;
}
