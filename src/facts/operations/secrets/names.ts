import { wordsOfName } from '../../../reading/words.ts';
/** What the name of a setting says about its value. Names are compared as `snake_case`. */

/**
 * 'signing': whoever knows it can make tokens or sessions, so any fixed value is a secret given away. 'password': the
 * same of a login. 'token': handed out by a service; where the value is no real one, nothing is lost.
 */
export type SecretName = 'signing' | 'password' | 'token';

/** The name ends in one of these. One row each: extend here. */
const NAMES: readonly (readonly [SecretName, RegExp])[] = [
  [
    'signing',
    /(?:^|_)(?:secret|secret_?key|secret_?or_?(?:private_?)?key|(?:jwt|session|signing|encryption|cookie|hmac|auth)_?secret(?:_?key)?|(?:access|refresh)_?(?:token_?)?secret(?:_?key)?)$/,
  ],
  ['token', /(?:^|_)(?:client|app|webhook|consumer|secret_access)_?(?:secret|key)$/],
  [
    'token',
    /(?:^|_)(?:api|access|account|storage|service_role|private|master|function|jwt|signing|encryption|hmac)_?key$/,
  ],
  ['token', /(?:^|_)(?:apikey|token|auth_?token|bearer|connection_?string|credentials?|dsn)$/],
  ['password', /(?:^|_)(?:password|passwd|pwd|passphrase|passcode)$/],
];
/** They end alike and hold something else: a word for the user, a hash, a place, what a token is called. */
const OTHER =
  /(?:^|_)(?:hash|hashed|encrypted|masked|old|new|confirm|repeat|forgot|reset|show|invalid|wrong|type|next|csrf|xsrf|eos|bos|pad|unk|sep|cls|mask|stop|start|end|special|max|min|num|total|prompt|completion|page|primary|foreign|public|publishable|anon)_|(?:^|_)(?:input|label|placeholder|error|field)_/;
/** For a service that is a model on one's own machine. */
const MODEL_TOKEN = /(?:^|_)(?:eos|bos|pad|unk|sep|cls|mask|stop)_?token$/;

/** null where the name promises no secret. */
export function secretName(name: string): SecretName | null {
  const said = snake(name);
  if (said.length > 80 || OTHER.test(said) || MODEL_TOKEN.test(said)) return null;
  return NAMES.find(([, ending]) => ending.test(said))?.[0] ?? null;
}

/** `secretOrKey`, `SECRET_OR_KEY` and `secret-or-key` are all `secret_or_key`. */
function snake(name: string): string {
  return wordsOfName(name.slice(name.lastIndexOf('.') + 1)).join('_');
}
