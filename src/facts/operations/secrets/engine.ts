/** The rules of secretlint, asked only of texts that hold a marker of theirs: most repositories never load it. */
import type { Match } from './forms.ts';
import { isRealToken } from './real.ts';

/**
 * Every rule of its recommended preset, without '@secretlint/secretlint-rule-': what it finds, and what a text must
 * hold for it. Left out are the comments that would switch it off (the repository is not to be trusted with that), the
 * addresses, which `forms.ts` judges by their password, and GitHub's tokens, for which a text can be written that takes
 * seconds; `forms.ts` knows them too.
 */
const RULES: readonly (readonly [string, string, RegExp])[] = [
  [
    'aws',
    'AWS key',
    /(?:A3T[A-Z0-9]|A(?:KIA|GPA|IDA|ROA|IPA|NPA|NVA|SIA))[A-Z0-9]{16}|(?:SECRET|[Ss]ecret)_?(?:ACCESS|[Aa]ccess)_?(?:KEY|[Kk]ey)\S{0,9}\s{0,9}[:=]/,
  ],
  ['gcp', 'Google Cloud key', /"private_key"/],
  ['privatekey', 'private key', /BEGIN[ A-Z]{1,20}PRIVATE KEY/],
  ['npm', 'npm token', /npm_[A-Za-z0-9_]{36}|_authToken=|x-oauth-basic/],
  ['slack', 'Slack token', /\bxox[a-z]-|\bxapp-|hooks\.slack\.com\/services/],
  ['sendgrid', 'SendGrid key', /SG\.\w/],
  ['shopify', 'Shopify key', /shp(?:pa|ca|at|ss)_/],
  ['stripe', 'Stripe key', /[sr]k_live/],
  ['gitlab', 'GitLab token', /glpat-/],
  ['grafana', 'Grafana token', /glc_|glsa_/],
  ['openai', 'OpenAI key', /T3BlbkFJ/],
  ['anthropic', 'Anthropic key', /sk-ant-api0/],
  ['groq', 'Groq key', /gsk_[a-zA-Z0-9]{9}/],
  ['huggingface', 'Hugging Face token', /hf_[a-zA-Z]{34}/],
  ['linear', 'Linear key', /lin_api_/],
  ['notion', 'Notion token', /ntn_/],
  ['1password', '1Password token', /ops_ey/],
  ['hashicorp-vault', 'Vault token', /hv[sbr]\.[\w-]{9}/],
  ['vercel', 'Vercel token', /vc[piark]_[A-Za-z0-9]{9}/],
  ['databricks', 'Databricks token', /dapi[A-Fa-f0-9]{8}/],
  ['docker', 'Docker token', /dckr_pat_/],
  ['figma', 'Figma token', /figd_/],
  ['cloudflare', 'Cloudflare token', /cf(?:k|ut|at)_[A-Za-z0-9]{9}/],
  ['tailscale', 'Tailscale key', /tskey-/],
];
export const LEFT_OUT: readonly string[] = [
  'basicauth',
  'database-connection-string',
  'filter-comments',
  'github',
];
export const KNOWN: readonly string[] = RULES.map(([id]) => id);

const PREFIX = '@secretlint/secretlint-rule-';
/** An account's number is no secret. */
const NO_SECRET = new Set(['AWSAccountID']);

export async function engineIn(path: string, text: string): Promise<readonly Match[]> {
  const asked = new Map(RULES.flatMap(([id, what, marker]) => (marker.test(text) ? [[id, what]] : [])));
  if (asked.size === 0) return [];
  const [{ lintSource }, { rules }] = await Promise.all([
    import('@secretlint/core'),
    import('@secretlint/secretlint-rule-preset-recommend'),
  ]);
  const wanted = rules.flatMap((rule) => {
    const id = rule.meta.id.slice(PREFIX.length);
    return rule.meta.type === 'scanner' && asked.has(id) ? [{ id: rule.meta.id, rule }] : [];
  });
  const { messages } = await lintSource({
    source: { filePath: path, content: text, contentType: 'text', ext: path.slice(path.lastIndexOf('.')) },
    options: { noPhysicFilePath: true, config: { rules: wanted } },
  });
  return messages.flatMap((message): Match[] => {
    const what = asked.get(message.ruleId.slice(PREFIX.length)) ?? 'secret';
    const [start, end] = message.range;
    const value = text.slice(start, end);
    // A private key is told by its bytes; its text begins with words.
    const real = what === 'private key' || what === 'Google Cloud key' || isRealToken(value);
    return real && !NO_SECRET.has(message.messageId) ? [{ what, value, index: start }] : [];
  });
}
