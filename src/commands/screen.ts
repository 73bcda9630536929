/** What is known of the terminal: colours, width, letters, and one status line. Only the command line asks this. */
import pc from 'picocolors';
import { createSupportsHyperlinks } from 'supports-hyperlinks';
import { type Palette, PLAIN } from '../reporters/reporter.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Colours for stdout: NO_COLOR and FORCE_COLOR have the last word, else only a terminal gets them. */
export function paletteFor(environment: Environment, terminal: boolean): Palette {
  return coloured(environment, terminal) ? pc.createColors(true) : PLAIN;
}

function coloured({ NO_COLOR, FORCE_COLOR, TERM }: Environment, terminal: boolean): boolean {
  if (NO_COLOR !== undefined && NO_COLOR !== '') return false;
  if (FORCE_COLOR !== undefined) return !['', '0', 'false'].includes(FORCE_COLOR);
  return terminal && TERM !== 'dumb';
}

/** Whether text may carry an address (OSC 8). */
export function takesLinks(stream: NodeJS.WriteStream): boolean {
  return createSupportsHyperlinks(stream);
}

/** Width of the page. Where stdout is no terminal, COLUMNS or 80. */
export function columnsOf(environment: Environment, columns: number | undefined): number {
  const asked = Number(environment.COLUMNS);
  if (columns !== undefined && columns > 0) return columns;
  return Number.isInteger(asked) && asked > 0 ? asked : 80;
}

/** Whether the terminal is known to show nothing but ASCII. An unset locale says nothing: CI logs are UTF-8. */
export function onlyAscii({ LC_ALL, LC_CTYPE, LANG, TERM }: Environment): boolean {
  const locale = LC_ALL || LC_CTYPE || LANG || '';
  return locale === 'C' || locale === 'POSIX' || TERM === 'linux' || TERM === 'dumb';
}

/** One line on stderr that overwrites itself; silent where stderr is no terminal. */
export interface Status {
  readonly say: (text: string) => void;
  readonly clear: () => void;
}

export const SILENT: Status = { say: () => {}, clear: () => {} };

export function statusLine(stream: NodeJS.WriteStream): Status {
  if (!stream.isTTY) return SILENT;
  const clear = (): void => void stream.write('\r\u001b[K');
  return {
    say: (text) => {
      clear();
      stream.write(text.slice(0, Math.max(10, (stream.columns ?? 80) - 1)));
    },
    clear,
  };
}
