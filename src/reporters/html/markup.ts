/** HTML made of templates: whatever is put in is escaped, unless it is markup made here. */
import { visible } from '../visible.ts';

/** Markup that is safe to show. Only {@link html} makes it. */
export interface Markup {
  readonly markup: string;
}

type Part = string | number | Markup | null | undefined | false | readonly Part[];

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Values are text, in elements and in quoted attributes alike. null and false are nothing; lists are joined. */
export function html(literals: TemplateStringsArray, ...values: readonly Part[]): Markup {
  const markup = literals.reduce((made, literal, index) => made + rendered(values[index - 1]) + literal);
  return { markup };
}

/** Text of this program that is no HTML to be escaped: a style sheet, a script. */
export function verbatim(text: string): Markup {
  return { markup: text };
}

export const NOTHING: Markup = { markup: '' };

function rendered(value: Part): string {
  if (value === null || value === undefined || value === false) return '';
  if (typeof value === 'number') return String(Math.round(value * 100) / 100);
  if (typeof value === 'string') return escaped(visible(value));
  if (isMarkup(value)) return value.markup;
  return value.map(rendered).join('');
}

function isMarkup(value: Markup | readonly Part[]): value is Markup {
  return 'markup' in value;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}

/** An address that a reader may follow; null for anything but http(s). */
export function webAddress(url: string | null): string | null {
  return url !== null && /^https?:\/\/[^\s"'<>\\^`{|}]{1,2000}$/.test(url) && URL.canParse(url) ? url : null;
}
