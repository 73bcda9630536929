import { defineCheck, found } from '../define.ts';

const KINDS = ['json', 'csv', 'pickle', 'yaml', 'sqlite', 'database', 'key-value', 'text'] as const;

export const dataStore = defineCheck({
  name: 'data-store',
  summary: 'Application code keeps data in a store of one of the kinds.',
  reads: ['code'],
  parameters: (z) => z.strictObject({ kinds: z.array(z.enum(KINDS)).min(1) }),
  ask: (facts, { kinds }) => {
    const seen = new Set<string>();
    const evidence = facts.storage
      .filter((access) => (kinds as readonly string[]).includes(access.format) && access.direction !== 'read')
      .filter((access) => !seen.has(access.format) && seen.add(access.format))
      .map((access) => facts.evidence(access.call.file.path, access.call.call.line));
    return found(evidence, `a store of another kind: ${kinds.join(', ')}`);
  },
});
