/** Secrets made for the tests: put together at run time, so that no scanner takes these files for a leak. */
const LETTERS = 'Zq8Wm3Rt6Yb1Nc5Vx9Lk2Hj7Gf4Ds0ApUe3Io6Tz9Bw2Xs5Qn8Mv1Kc4Jh7Fr';

/** A prefix and so many characters that look like nothing. */
export function key(prefix: string, length: number, between = ''): string {
  return prefix + between + LETTERS.repeat(4).slice(0, length);
}

export const OPENAI = key('sk-proj', 32, '-');
export const AWS = `AKIA${'Z7Q2M9R4T6B1N5VX'}`;
export const RANDOM = key('', 40);
export const HEX = '3f9a1c7e5b2d8046'.repeat(4);
export const GOOGLE = key('AIza', 35);

/** A Supabase key with a role in its payload. */
export function supabase(role: string): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const header = part({ alg: 'HS256', typ: 'JWT' });
  return [header, part({ iss: 'supabase', ref: 'qkzjvhwpnxltrmce', role }), key('', 43)].join('.');
}

/** A private key of random bytes with the beginning that real ones have. */
export function privateKey(kind: string): string {
  const body = `MI${LETTERS.repeat(6)}`.match(/.{1,64}/g)?.join('\n') ?? '';
  return `-----BEGIN ${kind} KEY-----\n${body}\n-----END ${kind} KEY-----\n`;
}
