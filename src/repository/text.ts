/** Bytes to text, the way an editor would guess it. Pure. */
import type { FileText } from './repository.ts';

/** As far as Git looks for a NUL byte before it calls a file binary. */
const HEAD_BYTES = 8000;
/** Of the bytes of a file in an old 8-bit encoding, the share that may be control characters. */
const CONTROL_SHARE = 0.02;

/** UTF-8 first, UTF-16 by its mark or its NUL pattern, then Latin-1; what is none of them is binary. */
export function decodeText(bytes: Uint8Array): FileText {
  const [first, second, third, fourth] = bytes;
  // A PDF can do without NULs, and is no text all the same.
  if (first === 0x25 && second === 0x50 && third === 0x44 && fourth === 0x46) return { unreadable: 'binary' };
  if (first === 0xff && second === 0xfe) return utf16(bytes.subarray(2), 'utf-16le');
  if (first === 0xfe && second === 0xff) return utf16(bytes.subarray(2), 'utf-16be');
  const body = first === 0xef && second === 0xbb && third === 0xbf ? bytes.subarray(3) : bytes;
  const head = body.subarray(0, HEAD_BYTES);
  if (head.includes(0)) {
    const encoding = encodingByNuls(head);
    if (encoding === null) return appended(body);
    const guess = utf16(body, encoding);
    // Numbers of four bytes have the same pattern; only text has no control characters.
    return 'text' in guess && controlShare(guess.text.slice(0, HEAD_BYTES)) > CONTROL_SHARE
      ? { unreadable: 'binary' }
      : guess;
  }
  const text = decoded(body, 'utf-8');
  if (text !== null) return { text, encoding: 'utf-8' };
  if (controlShare(head) > CONTROL_SHARE) return { unreadable: 'binary' };
  return { text: decoded(body, 'latin1') ?? '', encoding: 'latin1' };
}

/** PowerShell's `>>` writes UTF-16 behind the UTF-8 that is there: Latin text that has a NUL behind some letters. */
function appended(body: Uint8Array): FileText {
  const paired = body.every((byte, index) => byte !== 0 || isPlain(body[index - 1]));
  const text = paired
    ? decoded(
        body.filter((byte) => byte !== 0),
        'utf-8',
      )
    : null;
  return text === null || controlShare(body.filter((byte) => byte !== 0)) > 0
    ? { unreadable: 'binary' }
    : { text, encoding: 'utf-8' };
}

function isPlain(byte: number | undefined): boolean {
  return (
    byte !== undefined && ((byte >= 0x20 && byte < 0x7f) || byte === 0x0a || byte === 0x0d || byte === 0x09)
  );
}

/** Mostly Latin text in UTF-16 has its NULs in every second place; anything else with NULs is binary. */
function encodingByNuls(head: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const nuls = [0, 0];
  for (let index = 0; index < head.length; index++) {
    if (head[index] === 0) nuls[index % 2] = (nuls[index % 2] ?? 0) + 1;
  }
  const [even = 0, odd = 0] = nuls;
  const half = head.length / 2;
  if (half < 2) return null;
  if (odd > half * 0.7 && even < half * 0.05) return 'utf-16le';
  if (even > half * 0.7 && odd < half * 0.05) return 'utf-16be';
  return null;
}

function utf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): FileText {
  const text = decoded(bytes, encoding);
  return text === null ? { unreadable: 'binary' } : { text, encoding };
}

/** null where the bytes are not valid in the encoding. */
function decoded(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

function controlShare(head: Uint8Array | string): number {
  let control = 0;
  for (let index = 0; index < head.length; index++) {
    const byte = typeof head === 'string' ? head.charCodeAt(index) : (head[index] ?? 0);
    // Tab, line feed, form feed, carriage return and escape are found in text.
    if (byte < 32 && ![9, 10, 12, 13, 27].includes(byte)) control++;
  }
  return head.length === 0 ? 0 : control / head.length;
}
