import type { Facts } from '../../facts/facts.ts';
import type { Evidence } from '../../model.ts';
import { defineCheck, found } from '../define.ts';

const SECRET_NAME = /(?:^|_)(?:KEY|SECRET|TOKEN|PASSWORD|PASS|PWD|CREDENTIALS?|CONNECTION_STRING)(?:_|$)/i;
const PUBLIC_NAME = /PUBLIC|PUBLISHABLE|ANON_KEY|^VITE_|^NEXT_PUBLIC_|^REACT_APP_/;

/** A committed .env whose secrets are filled in: with what is never shown. */
function filledIn(facts: Facts): readonly Evidence[] {
  return facts.environment.files
    .filter(
      (file) =>
        file.kind === 'real' &&
        facts.files.some(({ path, tracked }) => path === file.path && tracked) &&
        !/\.(?:test|ci|testing)$|(?:^|\/)tests?\//.test(file.path),
    )
    .flatMap((file) =>
      file.entries
        .filter(
          (one) =>
            SECRET_NAME.test(one.key) &&
            !PUBLIC_NAME.test(one.key) &&
            one.filled &&
            !one.placeholder &&
            one.value === null,
        )
        .map((one) => ({ path: file.path, line: one.line, text: `${one.key} is filled in` })),
    );
}

export const committedSecret = defineCheck({
  name: 'committed-secret',
  summary: 'A secret stands in a committed file.',
  reads: ['anything'],
  written: true,
  parameters: (z) => z.strictObject({}),
  ask: (facts) =>
    found(
      [
        ...facts.secrets.map(({ path, line, what }) => ({ path, line, text: what })),
        ...filledIn(facts),
      ].slice(0, 5),
      'keys, tokens and passwords in committed files',
    ),
});
