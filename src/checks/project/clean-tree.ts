import { counted } from '../../model/counted.ts';
import { defineCheck, no, yes } from '../define.ts';

export const cleanTree = defineCheck({
  name: 'clean-tree',
  summary:
    'Nothing is committed that tools make or that must stay private: virtual environments, bytecode, node_modules, .env.',
  reads: ['listing'],
  parameters: (z) => z.strictObject({}),
  ask: (facts) => {
    const artifacts = facts.files.filter((file) => file.artifact !== null && file.tracked);
    if (artifacts.length === 0)
      return yes([
        { path: '.', line: 1, text: `${counted(facts.files.length, 'file')}, no artifact among them` },
      ]);
    const kinds = [...new Set(artifacts.map((file) => file.artifact))];
    return no(
      `a tree without committed artifacts: found ${artifacts.length} (${kinds.join(', ')})`,
      artifacts
        .slice(0, 20)
        .map((file) => ({ path: file.path, line: 1, text: `committed: ${file.artifact}` })),
      artifacts.slice(0, 1).map((file) => ({
        kind: 'against',
        what: `what tools make is committed (${kinds.join(', ')})`,
        at: { path: file.path, line: 1, text: '' },
        count: artifacts.length,
      })),
    );
  },
});
