/**
 * Puts every case into other forms that mean the same, and tells which verdicts that changes.
 *
 *   npm run forms -- [CASES.json…] [--form NAME]… [--milestone ID] [--case WORDS] [--sample] [--verbose] [--budget]
 *
 * Without files the cases are those of tests/rules. `--verbose` shows what broke, before and after; `--budget` lowers
 * the budget of the sample that CI holds.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { madeCases, ruleCases } from '../tests/forms/cases.ts';
import { type FormResult, runForms } from '../tests/forms/run.ts';
import { isInSample } from '../tests/forms/sample.ts';
import { FORMS } from '../tests/forms/table.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    form: { type: 'string', multiple: true },
    milestone: { type: 'string' },
    case: { type: 'string' },
    verbose: { type: 'boolean', default: false },
    sample: { type: 'boolean', default: false },
    budget: { type: 'boolean', default: false },
  },
});
const forms = FORMS.filter(({ name }) => values.form?.includes(name) ?? true);
const all =
  positionals.length > 0 ? (await Promise.all(positionals.map(madeCases))).flat() : await ruleCases();
const cases = all
  .filter(
    ({ id, milestone }) => (values.milestone ?? milestone) === milestone && id.includes(values.case ?? ''),
  )
  .filter((one) => !(values.sample || values.budget) || isInSample(one));

const results = await runForms(forms, cases);
if (values.verbose) for (const result of results) tellBreaks(result);
tellTable(results);
if (values.budget) lowerBudget(results);

function tellTable(rows: readonly FormResult[]): void {
  const width = Math.max(...rows.map(({ form }) => form.name.length));
  for (const { form, cases, breaks } of rows)
    console.log(
      `${form.name.padEnd(width)}  ${String(cases).padStart(5)} verdicts  ${String(breaks.length).padStart(3)} changed`,
    );
  const count = rows.reduce((sum, row) => sum + row.cases, 0);
  const changed = rows.reduce((sum, row) => sum + row.breaks.length, 0);
  console.log(
    `${'all'.padEnd(width)}  ${String(count).padStart(5)} verdicts  ${String(changed).padStart(3)} changed`,
  );
}

function tellBreaks({ form, breaks }: FormResult): void {
  for (const { case: one, requirement, before, after, files } of breaks) {
    console.log(`\n${form.name}: ${one.id} (${requirement}): ${before} → ${after}`);
    for (const [path, text] of Object.entries(files)) {
      console.log(`  --- ${path}`);
      console.log((one.files[path] ?? '').replace(/^/gm, '    - '));
      console.log(text.replace(/^/gm, '    + '));
    }
  }
}

/** The budget of the sample never rises: what breaks anew is to be mended. */
function lowerBudget(rows: readonly FormResult[]): void {
  const path = new URL('../tests/forms/budget.json', import.meta.url);
  const known: Record<string, number> = JSON.parse(readFileSync(path, 'utf8'));
  for (const { form, breaks } of rows) known[form.name] = Math.min(known[form.name] ?? 0, breaks.length);
  const kept = Object.entries(known).filter(([, count]) => count > 0);
  writeFileSync(path, `${JSON.stringify(Object.fromEntries(kept), null, 2)}\n`);
}
