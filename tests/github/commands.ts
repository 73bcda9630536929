/**
 * What the runner takes for a command: `::name key=value::data` at the start of a line, and the older `##[name key=value]data`
 * anywhere in one. Written after the runner's ActionCommand and ActionCommandManager.
 */

export interface Command {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
}

const REGISTERED = new Set([
  'stop-commands',
  'set-output',
  'save-state',
  'add-mask',
  'add-matcher',
  'remove-matcher',
  'add-path',
  'set-env',
  'error',
  'warning',
  'notice',
  'debug',
  'group',
  'endgroup',
  'echo',
]);

/** The commands that the runner obeys. A token stops it until the token comes again. */
export function commandsIn(output: string): readonly Command[] {
  const obeyed: Command[] = [];
  let stop: string | null = null;
  for (const line of output.split(/\r\n|\n|\r/)) {
    const known: ReadonlySet<string> = stop === null ? REGISTERED : new Set([...REGISTERED, stop]);
    const command: Command | null = current(line, known) ?? legacy(line, known);
    if (command === null) continue;
    if (stop !== null) {
      if (command.name === stop) stop = null;
    } else if (command.name === 'stop-commands') stop = command.data;
    else obeyed.push(command);
  }
  return obeyed;
}

function current(line: string, known: ReadonlySet<string>): Command | null {
  const text = line.trimStart();
  if (!text.startsWith('::')) return null;
  const end = text.indexOf('::', 2);
  return end < 0 ? null : command(text.slice(2, end), text.slice(end + 2), known, ',', unescaped);
}

function legacy(line: string, known: ReadonlySet<string>): Command | null {
  const start = line.indexOf('##[');
  const end = start < 0 ? -1 : line.indexOf(']', start);
  return end < 0
    ? null
    : command(line.slice(start + 3, end), line.slice(end + 1), known, ';', (text) => text);
}

function command(
  info: string,
  data: string,
  known: ReadonlySet<string>,
  between: string,
  read: (text: string) => string,
): Command | null {
  const space = info.indexOf(' ');
  const name = space < 0 ? info : info.slice(0, space);
  if (!known.has(name)) return null;
  const pairs = (space < 0 ? '' : info.slice(space + 1)).split(between).flatMap((pair) => {
    const at = pair.indexOf('=');
    return at < 0 ? [] : [[pair.slice(0, at).trim(), read(pair.slice(at + 1))] as const];
  });
  return { name, properties: Object.fromEntries(pairs), data: read(data) };
}

function unescaped(text: string): string {
  return text
    .replace(/%3A/g, ':')
    .replace(/%2C/g, ',')
    .replace(/%0D/g, '\r')
    .replace(/%0A/g, '\n')
    .replace(/%25/g, '%');
}
