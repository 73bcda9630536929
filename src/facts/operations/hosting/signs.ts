/** Lines of configuration, infrastructure code and scripts that say something: tables of signs, and their reader. */
import type { Location } from '../../../model.ts';
import { linesOf } from '../../../reading/text-file.ts';
import type { Facts } from '../../facts.ts';

export interface Sign {
  /** Files in which the line stands. */
  readonly in: RegExp;
  readonly says: RegExp;
  /** What the file must say too, anywhere. */
  readonly with?: RegExp;
}

/** Scripts and pipelines: places where commands are run. */
export const COMMANDS_IN =
  /\.(?:sh|bash|zsh|ps1|bat|cmd|mk)$|(?:^|\/)(?:makefile|justfile|taskfile\.ya?ml|jenkinsfile|procfile|dockerfile[\w.-]*|[\w.-]*entrypoint)$|(?:^|\/)\.(?:github|gitea|forgejo)\/(?:workflows|actions)\/|(?:^|\/)(?:\.gitlab-ci|azure-pipelines[\w.-]*|cloudbuild[\w.-]*|buildspec[\w.-]*|bitbucket-pipelines|\.circleci\/config)\.ya?ml$/i;
export const YAML = /\.ya?ml$/i;

/** A comment, or a line that only tells the user something. */
const SILENT = /^\s*(?:#|\/\/|--|;|\*|<!--|REM\b)|^\s*@?(?:echo|printf|Write-Host)\b/i;
const MAX_LINES = 20_000;
const MAX_LINE = 1_000;
/** Other people's files, examples, and what a tool wrote. */
const ROLES: ReadonlySet<string> = new Set(['application', 'migration']);

/** The lines that one of the signs describes, each once, by path and line. */
export function linesSaying(facts: Facts, signs: readonly Sign[]): readonly Location[] {
  const found: Location[] = [];
  for (const { path, role, size } of facts.files) {
    if (size === 0 || !ROLES.has(role)) continue;
    const wanted = signs.filter((sign) => sign.in.test(path));
    const text = wanted.length > 0 ? facts.text(path) : undefined;
    if (text === undefined) continue;
    // What only talks is blanked: it says nothing, for a line and for the file.
    const lines = linesOf(text)
      .slice(0, MAX_LINES)
      .map((raw) => (SILENT.test(raw) ? '' : raw.slice(0, MAX_LINE)));
    const whole = lines.join('\n');
    const fitting = wanted.filter((sign) => sign.with === undefined || sign.with.test(whole));
    lines.forEach((line, index) => {
      if (fitting.some((sign) => sign.says.test(line))) found.push({ path, line: index + 1 });
    });
  }
  return found;
}
