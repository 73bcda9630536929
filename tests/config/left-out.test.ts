import { expect, it } from 'vitest';
import { audit } from '../../src/audit.ts';
import type { Milestone } from '../../src/model.ts';
import { repositoryOf } from '../../src/repository/memory.ts';
import { withoutPaths } from '../../src/repository/without.ts';
import { reading } from '../support/program.ts';

const COMPLETE: Milestone = {
  id: 'portfolio',
  title: 'Portfolio',
  phase: 0,
  summary: '',
  requirements: [
    {
      id: 'complete',
      title: 'Complete',
      weight: 'core',
      main: false,
      effort: 'small',
      met: { check: 'complete', parameters: {} },
      partial: null,
      says: null,
      claim: null,
      after: [],
      stack: null,
      drawn: null,
      uncertain: [],
      spoken: [],
      why: 'why',
      fix: 'fix',
      learn: [],
    },
  ],
};

const FILES = {
  'app/__init__.py': '',
  'app/main.py':
    'from app.store import save\nfrom app.rows import row\n\n\ndef main() -> None:\n    save(row())\n\n\nif __name__ == "__main__":\n    main()\n',
  'app/store.py': 'def save(row: str) -> None:\n    print(row)\n',
  'app/rows.py': 'def row() -> str:\n    return "x"\n',
};

it('a module that the project leaves out is not taken for one that is missing', async () => {
  const judged = async (files: Readonly<Record<string, string>>, ignore: readonly string[]) => {
    const repository = await withoutPaths(repositoryOf({ files }), ignore, '.milestone.yml');
    const tool = { name: 'milestone-auditor', version: '0', program: '0123456789ab', rules: 'test' };
    const report = await audit(repository, {
      milestones: [COMPLETE],
      milestoneId: 'portfolio',
      reading,
      tool,
    });
    return report.milestones[0]?.requirements[0]?.counterEvidence.map(({ text }) => text);
  };
  expect(await judged(FILES, ['app/rows.py'])).toEqual([]);
  const { 'app/rows.py': _, ...broken } = FILES;
  expect(await judged(broken, [])).toEqual([expect.stringContaining('app.rows, which is not there')]);
});
