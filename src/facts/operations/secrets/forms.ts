/** Secrets that their own form gives away, beside those that the engine of secretlint knows. One line each: extend here. */
import { isPlaceholder, isRandom, isRealToken } from './real.ts';

export interface Match {
  /** 'OpenAI key'. */
  readonly what: string;
  readonly value: string;
  /** Offset in the text. */
  readonly index: number;
}

const FORMS: readonly (readonly [string, RegExp])[] = [
  ['AWS access key', /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/g],
  ['GitHub token', /\b(?:gh[pousr]_[A-Za-z0-9]{36,255}|github_pat_[A-Za-z0-9_]{40,255})\b/g],
  ['Anthropic key', /\bsk-ant-[A-Za-z0-9_-]{30,200}/g],
  ['OpenAI key', /\bsk-(?:proj|svcacct|admin)-[A-Za-z0-9_-]{20,200}|\bsk-[A-Za-z0-9]{32,64}\b/g],
  ['OpenRouter key', /\bsk-or-v1-[0-9a-f]{40,80}\b/g],
  ['Langfuse secret key', /\bsk-lf-[0-9a-f]{8}-[0-9a-f-]{20,40}\b/g],
  ['LangSmith key', /\blsv2_(?:pt|sk)_[0-9a-f]{24,40}_[0-9a-f]{8,16}\b/g],
  ['Google key', /\bAIza[0-9A-Za-z_-]{35}(?![\w-])/g],
  ['Google OAuth secret', /\bGOCSPX-[\w-]{28}(?![\w-])/g],
  ['Groq key', /\bgsk_[A-Za-z0-9]{40,80}\b/g],
  ['Hugging Face token', /\bhf_[A-Za-z0-9]{30,60}\b/g],
  ['Pinecone key', /\bpcsk_[A-Za-z0-9_]{40,100}\b/g],
  ['Tavily key', /\btvly-(?:dev-|prod-)?[A-Za-z0-9]{24,48}\b/g],
  ['Replicate token', /\br8_[A-Za-z0-9]{30,50}\b/g],
  ['Perplexity key', /\bpplx-[A-Za-z0-9]{40,64}\b/g],
  ['xAI key', /\bxai-[A-Za-z0-9]{60,100}\b/g],
  ['Supabase secret key', /\bsb_secret_[A-Za-z0-9_-]{20,60}/g],
  ['Supabase service key', /\beyJ[\w-]{20,200}\.eyJ[\w-]{40,1000}\.[\w-]{30,200}/g],
  ['Resend key', /\bre_[A-Za-z0-9]{8}_[A-Za-z0-9]{20,40}\b/g],
  ['Slack token', /\bxox[abprs]-[A-Za-z0-9-]{20,100}/g],
  ['Stripe live key', /\b[sr]k_live_[A-Za-z0-9]{20,100}\b/g],
  ['Stripe webhook secret', /\bwhsec_[A-Za-z0-9]{32,64}\b/g],
  ['SendGrid key', /\bSG\.[\w-]{20,24}\.[\w-]{40,45}/g],
  ['Twilio key', /\bSK[0-9a-f]{32}\b/g],
  ['npm token', /\bnpm_[A-Za-z0-9]{36}\b/g],
  ['PyPI token', /\bpypi-AgE[\w-]{50,200}/g],
  ['Telegram bot token', /\b\d{8,10}:AA[\w-]{33}(?![\w-])/g],
  ['Discord bot token', /\b[MNO][A-Za-z\d_-]{23,27}\.[A-Za-z\d_-]{6}\.[A-Za-z\d_-]{27,40}(?![\w-])/g],
  ['Azure storage key', /\bAccountKey=[A-Za-z0-9+/]{80,90}={0,2}/g],
  ['Sentry token', /\bsntr[ysu]s?_[A-Za-z0-9_=-]{40,200}/g],
];

/** Where a Supabase key is meant, only the one that passes all rules is a secret: its payload says so. */
const NEEDS_ROLE = 'Supabase service key';

/** A service's address with its password; the host has a dot: a container's or one's own machine is no secret. */
const ADDRESS =
  /\b(postgres(?:ql)?|mysql|mariadb|mongodb|rediss?|amqps?|mssql|https?|ftp)(?:\+\w{1,20})?:\/\/([^\s:/@'"{}$<>[\]]{0,80}):([^\s/@'"{}$<>[\]]{4,120})@([\w-]{1,63}(?:\.[\w-]{1,63}){1,6})/g;
const NEARBY =
  /^(?:127\.|0\.0\.0\.0|10\.|192\.168\.|host\.docker\.internal)|\.(?:local|internal|test|localhost)$/;
/** Words, not keys: what everybody's own machine has. */
const USUAL_PASSWORD =
  /^(?:postgres|password|passwd|pass|root|admin|user|guest|secret|mysql|mongo|redis|rabbitmq|minio\w*|\d{1,8})\w{0,3}$/i;

export function formsIn(text: string): readonly Match[] {
  const found: Match[] = [];
  for (const [what, form] of FORMS) {
    for (const { 0: value, index } of text.matchAll(form)) {
      if (!isRealToken(value) || (what === NEEDS_ROLE && !isServiceRole(value))) continue;
      found.push({ what, value, index });
    }
  }
  for (const match of text.matchAll(ADDRESS)) {
    const [, scheme = '', user = '', password = '', host = ''] = match;
    const made = [user, password, host].some((one) => isPlaceholder(one));
    if (made || NEARBY.test(host) || USUAL_PASSWORD.test(password)) continue;
    if (password === user || (/^(?:https?|ftp)$/.test(scheme) && !isRandom(password))) continue;
    const what = /^(?:https?|ftp)$/.test(scheme) ? 'password in an address' : 'database password';
    found.push({ what, value: password, index: match.index });
  }
  return found;
}

function isServiceRole(token: string): boolean {
  try {
    return atob((token.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/')).includes(
      'service_role',
    );
  } catch {
    return false;
  }
}
