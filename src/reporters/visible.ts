/** Makes text of the audited repository safe to print: what would steer a terminal becomes something one can see. */

/**
 * Control characters (line ends and escapes included), soft hyphens, zero-width and bidirectional marks, line
 * separators, tag characters and lone surrogates. The zero-width joiner stays: emoji are made with it.
 */
const HARMFUL =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u115f\u1160\u180e\u200b\u200c\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]|\p{Surrogate}/gu;

/** Anywhere in a line that a CI job prints, GitHub's runner takes this for a command. */
const COMMAND = /##\[/g;
/** At the start of a line, this. */
const COMMAND_LINE = /^([^\S\n]*):(?=:)/gm;

const NAMES: ReadonlyMap<string, string> = new Map([
  ['\n', '\\n'],
  ['\r', '\\r'],
]);

/** The text with every character that could steer a terminal or hide something written out, `\u{202e}` say. */
export function visible(text: string): string {
  const shown = text.replace(/\t/g, ' ').replace(HARMFUL, (character) => {
    const code = (character.codePointAt(0) ?? 0).toString(16);
    return NAMES.get(character) ?? (code.length <= 2 ? `\\x${code.padStart(2, '0')}` : `\\u{${code}}`);
  });
  return shown.replace(COMMAND, '##\\x5b');
}

/** Lines of {@link visible} text, none of which the runner takes for a command. */
export function withoutCommands(lines: string): string {
  return lines.replace(COMMAND_LINE, '$1\\x3a');
}

/** The same characters in JSON text, as escapes that mean what they meant before. Tabs and line ends stay. */
export function escapeJson(json: string): string {
  return json.replace(COMMAND, '##\\u005b').replace(HARMFUL, (character) => {
    if (character === '\n') return character;
    let escaped = '';
    for (let index = 0; index < character.length; index += 1) {
      escaped += `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`;
    }
    return escaped;
  });
}
