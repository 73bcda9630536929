import type { Evidence } from '../../model.ts';
import type { CodeFile } from '../../program/file.ts';
import { lastSegment } from '../../program/link/values.ts';
import { defineCheck, no, yes } from '../define.ts';

const ASSERTIONS =
  /^(assert\w*|expect|should|ok|equal|deepEqual|strictEqual|deepStrictEqual|raises|fail|toBe\w*)$/;

function assertionLines(file: CodeFile): number[] {
  const lines = file.statements
    .filter((statement) => statement.kind === 'assert')
    .map((statement) => statement.line);
  for (const call of file.calls) {
    const { callee } = call;
    if (callee.kind !== 'name' && callee.kind !== 'member') continue;
    const name = lastSegment(callee.name);
    // `expect(x).toBe(y)` is one assertion, counted at expect.
    if (ASSERTIONS.test(name) && !name.startsWith('toBe')) lines.push(call.line);
  }
  return [...new Set(lines)].sort((a, b) => a - b);
}

/** Imports of the program's own code, or a client that speaks to it. */
const CLIENTS =
  /supertest|TestClient|httpx|requests|APIClient|APITestCase|test_client|axios|AsyncClient|django\.test|rest_framework\.test|click\.testing|typer\.testing|CliRunner|subprocess|child_process|playwright|selenium/;

export const tests = defineCheck({
  name: 'tests',
  summary: 'Tests of the application make at least so many assertions.',
  reads: ['tests'],
  parameters: (z) => z.strictObject({ assertions: z.number().int().min(1) }),
  ask: (facts, { assertions }) => {
    const files = facts.program.filesOf('test');
    const evidence: Evidence[] = [];
    let count = 0;
    for (const file of files) {
      const own = file.imports.some(
        (item) =>
          facts.program.moduleOf(file, item.module) !== null ||
          CLIENTS.test(`${item.module}.${item.name ?? ''}`),
      );
      const fixtures = files.some((other) => /conftest\.py$/.test(other.path));
      if (!own && !fixtures) continue;
      const lines = assertionLines(file);
      count += lines.length;
      const first = lines[0];
      if (first !== undefined && evidence.length < 4) evidence.push(facts.evidence(file.path, first));
    }
    if (count >= assertions) return yes(evidence);
    return no(
      files.length === 0
        ? 'tests: there are none'
        : `at least ${assertions} assertions on the application: found ${count} in ${files.length} test files`,
      evidence,
    );
  },
});
