/** A table as spreadsheets read it (RFC 4180), in which no cell is a formula. */
import { visible } from './visible.ts';

/** Without it, spreadsheets take UTF-8 for the letters of last century. */
const BYTE_ORDER_MARK = '\ufeff';

/** The first row is the one of the names. */
export function csvTable(rows: readonly (readonly string[])[]): string {
  const lines = rows.map((row) => row.map(cell).join(','));
  return `${BYTE_ORDER_MARK}${lines.join('\r\n')}\r\n`;
}

/** Signs with which spreadsheets begin a formula, full-width ones included. */
const FORMULA = /^[\s'"]*[=+\-@|%\uff1d\uff0b\uff0d\uff20]/;

/** In quotes, and never a formula: spreadsheets show the apostrophe's cell as text. */
function cell(value: string): string {
  const text = visible(value);
  const harmless = FORMULA.test(text) ? `'${text}` : text;
  return `"${harmless.replaceAll('"', '""')}"`;
}
