/** What a value is called, for tables of words to look at. */
import type { Value } from '../../../program/file.ts';

/** A database's session before the method that is called on it. */
const DATABASE_SESSION = /^(?:(?:self|this)\.)?(?:\w{1,20}_)?(?:async_?)?session(?:_?local)?\.(?=\w)/i;

/** `session.scalars` is `scalars`: a database's session is nobody's conversation. */
export function withoutDatabase(text: string): string {
  return text.replace(DATABASE_SESSION, '');
}

/** A name, a path of attributes and keys, or the words of a template, as written. */
export function textOf(value: Value): string {
  switch (value.kind) {
    case 'name':
      return value.name;
    case 'member':
      return `${textOf(value.of)}.${value.name}`;
    case 'index':
      return `${textOf(value.of)}.${value.index.map((key) => (key.kind === 'literal' ? String(key.value) : '')).join('.')}`;
    case 'template':
      return value.parts.map((part) => (typeof part === 'string' ? part : '')).join('');
    default:
      return '';
  }
}
