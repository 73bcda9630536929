/** Secrets that are committed: keys and tokens by their form, private keys, addresses with a password in them. */
import type { Location } from '../model.ts';
import type { RepositoryFile } from './roles.ts';
import { linesOf } from './text-file.ts';

export interface Secret extends Location {
  /** 'OpenAI key'. The secret itself is never kept. */
  readonly what: string;
}

/** Forms that nothing but the secret has. One line each: extend here. */
const FORMS: readonly (readonly [string, RegExp])[] = [
  ['AWS access key', /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/g],
  ['GitHub token', /\b(?:gh[pousr]_[A-Za-z0-9]{36,255}|github_pat_[A-Za-z0-9_]{40,255})\b/g],
  ['Anthropic key', /\bsk-ant-[A-Za-z0-9_-]{30,200}/g],
  ['OpenAI key', /\bsk-(?!ant-)(?:proj-|svcacct-)?[A-Za-z0-9_-]{32,200}/g],
  ['Google key', /\bAIza[0-9A-Za-z_-]{35}\b/g],
  ['Groq key', /\bgsk_[A-Za-z0-9]{40,80}\b/g],
  ['Hugging Face token', /\bhf_[A-Za-z0-9]{30,60}\b/g],
  ['Pinecone key', /\bpcsk_[A-Za-z0-9_]{40,100}\b/g],
  ['Slack token', /\bxox[abprs]-[A-Za-z0-9-]{20,100}/g],
  ['Stripe live key', /\b[sr]k_live_[A-Za-z0-9]{20,100}\b/g],
  ['SendGrid key', /\bSG\.[\w-]{20,24}\.[\w-]{40,45}/g],
  ['npm token', /\bnpm_[A-Za-z0-9]{36}\b/g],
  ['PyPI token', /\bpypi-AgE[\w-]{50,200}/g],
  ['Telegram bot token', /\b\d{8,10}:AA[\w-]{33}\b/g],
  ['private key', /-----BEGIN (?:RSA |EC |DSA |OPENSSH |ENCRYPTED )?PRIVATE KEY-----/g],
  [
    'database password',
    /\b(?:postgres(?:ql)?|mysql|mongodb)(?:\+\w{1,20})?:\/\/[^\s:/@'"{}$<>]{1,60}:[^\s:/@'"{}$<>]{6,80}@[\w-]{1,60}(?:\.[\w-]{1,60}){1,6}/g,
  ],
];
const PLACEHOLDER =
  /x{4,}|\.{3}|your|example|changeme|change_me|placeholder|dummy|fake|test|sample|redacted|password@|:password|12345|abcde|localhost|\*{3}/i;
/** A key that a web page must carry is public by design. */
const PUBLIC_BY_DESIGN = /authDomain|firebaseConfig|firebaseapp\.com/;

/** A random secret uses many different letters. */
function isReal(secret: string): boolean {
  return secret.startsWith('-----BEGIN') || (!PLACEHOLDER.test(secret) && new Set(secret).size >= 10);
}

/** Takes secrets out of a text that is to be shown: the first four letters stay. */
export function withoutSecrets(text: string): string {
  let shown = text;
  for (const [, form] of FORMS) {
    shown = shown.replace(form, (secret) =>
      isReal(secret) && !secret.startsWith('-----') ? `${secret.slice(0, 4)}…` : secret,
    );
  }
  return shown;
}

/** Secrets in the files that git tracks, tests and examples left out: what stands there is made up more often than not. */
export function readSecrets(
  files: readonly RepositoryFile[],
  textOf: (path: string) => string | undefined,
): readonly Secret[] {
  const found: Secret[] = [];
  for (const { path, role, tracked } of files) {
    if (!tracked || role === 'vendored' || role === 'test' || role === 'example') continue;
    const text = textOf(path);
    if (text === undefined || (role === 'generated' && text.length > 200_000)) continue;
    for (const [what, form] of FORMS) {
      for (const match of text.matchAll(form)) {
        if (!isReal(match[0]) || (what === 'Google key' && PUBLIC_BY_DESIGN.test(text))) continue;
        found.push({ path, line: linesOf(text.slice(0, match.index)).length, what });
      }
    }
  }
  return found;
}
