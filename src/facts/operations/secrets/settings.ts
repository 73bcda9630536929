/** Values in files of settings: what is there is committed, whoever reads it. */
import { linesOf } from '../../../reading/text-file.ts';
import { type SecretName, secretName } from './names.ts';

export interface Setting {
  readonly name: string;
  readonly says: SecretName;
  readonly value: string;
  readonly line: number;
}

/** `KEY=value`, `key: value`, `"key": "value"`, `ENV KEY value` with what may stand before it. */
const SETTING =
  /^[\s-]{0,40}(?:(?:export|ENV|ARG|set|Environment=)\s{0,4})?["']?([A-Za-z_][\w.-]{0,79})["']?\s{0,10}[:=]\s{0,10}["']?([^\s"'#,]{4,2000})/;
/** What programs load as it is, so that a weak value is a value too. */
const LOADED = /(?:^|\/)(?:\.env(?:\.(?:local|prod\w*|dev\w*|staging))?|\.flaskenv|\.?secrets?\.toml)$/i;
const MAX_LINES = 20_000;

/** Settings whose names promise a secret. */
export function settingsIn(text: string): readonly Setting[] {
  return linesOf(text)
    .slice(0, MAX_LINES)
    .flatMap((line, index) => {
      const [, name = '', value = ''] = SETTING.exec(line.slice(0, 3_000)) ?? [];
      const says = secretName(name);
      return says === null ? [] : [{ name, says, value, line: index + 1 }];
    });
}

export function isLoaded(path: string): boolean {
  return LOADED.test(path);
}
