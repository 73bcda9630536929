import { implicitKeys, settingsRead } from '../../facts/operations/settings/settings.ts';
import { defineCheck, found } from '../define.ts';

export const environmentSettings = defineCheck({
  name: 'environment-settings',
  summary: 'Settings and keys come from the environment or a secret manager.',
  written: true,
  reads: ['code', 'configuration'],
  parameters: (z) => z.strictObject({}),
  ask: (facts) => {
    const places = [...settingsRead(facts.program), ...implicitKeys(facts.program)];
    return found(
      places.slice(0, 2).map(({ path, line }) => facts.evidence(path, line)),
      'code that reads its settings from the environment or a secret manager',
    );
  },
});
