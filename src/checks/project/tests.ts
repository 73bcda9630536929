import type { Facts } from '../../facts/facts.ts';
import { measuredEvidence, measuredOf } from '../../facts/measured.ts';
import { assertionsOf } from '../../facts/project/test-suite/test-suite.ts';
import type { Answer, Evidence } from '../../model.ts';
import type { CodeFile } from '../../program/file.ts';
import { defineCheck, no, yes } from '../define.ts';

const SHOWN = 4;

/** A client that speaks to the program, where its own code is not imported. */
const CLIENTS =
  /supertest|TestClient|httpx|requests|APIClient|APITestCase|test_client|axios|AsyncClient|django\.test|rest_framework\.test|click\.testing|typer\.testing|CliRunner|subprocess|child_process|playwright|selenium/;

/** How they ended in this job speaks beside what they are: for them, or against. */
function withResults(facts: Facts, evidence: readonly Evidence[]): Answer {
  const results = measuredOf(facts, 'tests').done;
  const ended = (wrong: boolean) =>
    results.filter(({ value }) => value.failed > 0 === wrong).map(measuredEvidence);
  return yes([...evidence, ...ended(false)], ended(true));
}

export const tests = defineCheck({
  name: 'tests',
  summary: 'Tests of the application make at least so many assertions that are run and can fail.',
  reads: ['tests'],
  parameters: (z) => z.strictObject({ assertions: z.number().int().min(1) }),
  ask: (facts, { assertions }) => {
    const { program } = facts;
    const files = program.filesOf('test');
    const fixtures = files.some(({ path }) => /conftest\.py$/.test(path));
    /** Imports of the program's own code, or a client that speaks to it. */
    const isOwn = (file: CodeFile): boolean =>
      fixtures ||
      file.imports.some(
        (item) =>
          program.moduleOf(file, item.module) !== null || CLIENTS.test(`${item.module}.${item.name ?? ''}`),
      );
    const own = new Set(files.filter(isOwn).map(({ path }) => path));
    const found = assertionsOf(program).filter(({ path }) => own.has(path));
    const shown = [...new Map(found.toReversed().map((one) => [one.path, one])).values()]
      .reverse()
      .slice(0, SHOWN)
      .map(({ path, line }) => facts.evidence(path, line));
    if (found.length >= assertions) return withResults(facts, shown);
    return no(
      files.length === 0
        ? 'tests'
        : `at least ${assertions} assertions on the application that are run and can fail: found ${found.length} in ${files.length} test files`,
      shown,
      [
        files.length === 0
          ? { kind: 'none', what: 'there is no test' }
          : {
              kind: 'few',
              found: found.length,
              wanted: assertions,
              what: 'assertions on the application that are wanted',
            },
      ],
    );
  },
});
