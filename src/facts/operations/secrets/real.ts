/** Whether a value is a secret at all: placeholders say what to put there, and secrets look like nothing. Pure. */

/** "Put yours here", in the words and signs that people use for it. */
const PLACEHOLDER =
  /your|change[-_ ]?(?:me|this|it|in)|replace|place[-_ ]?holder|example|dummy|fake|sample|redacted|todo|fixme|insert|choose|x{4,}|\.{3}|…|\*{3,}|(?:^|[-_ ])(?:here|goes|put|enter|add|paste|set|test|testing|mock|demo|unused|none|null|empty|local|dev|development|ci|key|default)(?:$|[-_ ])|not[-_ ]|no[-_]key|dont|never|only|^(?:secret|password|token|string|changeit)$|^<|>$|^\[[^"',]*\]$|[{}$%]\w|^\{|^\$|^%/i;
/** Nobody draws these at random. */
const SEQUENCE = /abcde|bcdef|12345|23456|34567|45678|56789|67890|98765|qwert|asdf|(.)\1{4}|(.{2,4})\2{3}/i;

/** It stands for a value that is not there. */
export function isPlaceholder(value: string): boolean {
  return PLACEHOLDER.test(value.slice(0, 400));
}

const LEAST = 16;

/** A key that a machine made: long, many different letters, and no words. */
export function isRandom(value: string): boolean {
  if (value.length < LEAST || value.length > 4_000 || /\s/.test(value)) return false;
  if (isPlaceholder(value) || SEQUENCE.test(value)) return false;
  const letters = new Set(value).size;
  if (/^[0-9a-f-]{24,}$/i.test(value)) return letters >= 8 && /\d/.test(value) && /[a-f]/i.test(value);
  if (letters < 10 || (value.match(/\d/g) ?? []).length < 2) return false;
  // Two small letters in a row are common by chance only where capitals are as likely.
  const words = /[A-Z]/.test(value) && /[a-z]/.test(value) ? /[A-Z]?[a-z]{2,}|[A-Z]{4,}/g : /[A-Za-z]{4,}/g;
  const inWords = (value.match(words) ?? []).reduce((sum, word) => sum + word.length, 0);
  return inWords < 0.6 * value.length;
}

/** A token of a known form: its issuer's prefix says enough, so only what is made up has to be told. */
export function isRealToken(token: string): boolean {
  return !isPlaceholder(token) && !SEQUENCE.test(token) && new Set(token).size >= 10;
}
