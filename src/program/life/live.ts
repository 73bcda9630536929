/** Which files take part in a running program: those that something starts, and what these import. */
import type { TextFile } from '../../reading/text-file.ts';
import { baseName } from '../../reading/text-file.ts';
import type { CodeFile } from '../file.ts';
import type { Program } from '../program.ts';
import { atHand } from './components.ts';
import { actsWhenLoaded, isStartedByPlace } from './entries.ts';
import { importedFrom, importGraphOf } from './imports.ts';
import type { Stop } from './stops.ts';

export interface Liveness {
  /** Something starts it, or what is started imports it. */
  isLive(file: CodeFile): boolean;
  /** Something would start it, and nothing does that is not stopped before. */
  isBroken(file: CodeFile): boolean;
  /** The first thing that stops it, or what would start it; null where it runs. */
  stopOf(file: CodeFile): Stop | null;
}

/** `stops` are the files that stop when they are loaded. */
export function livenessOf(
  program: Program,
  pages: readonly TextFile[],
  stops: ReadonlyMap<CodeFile, Stop>,
): Liveness {
  const files = program.filesOf();
  const { loads, imported } = importGraphOf(program);
  const referenced = scriptsOf(pages);
  const drawn = atHand(files, pages);
  const starts = files.filter(
    (file) =>
      isStartedByPlace(file, imported.has(file)) ||
      (!imported.has(file) && (actsWhenLoaded(program, file) || file.notebook)) ||
      referenced.has(baseName(file.path)) ||
      drawn.has(file),
  );
  const live = importedFrom(program, starts.length > 0 ? starts : files);
  const broken = new Map(stops);
  for (let grown = stops.size > 0; grown; ) {
    grown = false;
    for (const [file, targets] of loads) {
      const stop = targets.map((target) => broken.get(target)).find((one) => one !== undefined);
      if (broken.has(file) || stop === undefined) continue;
      broken.set(file, stop);
      grown = true;
    }
  }
  const whole =
    stops.size === 0
      ? live
      : importedFrom(
          program,
          starts.filter((file) => !broken.has(file)),
        );
  return {
    isLive: (file) => live.has(file),
    isBroken: (file) => !whole.has(file),
    stopOf: (file) => broken.get(file) ?? (live.has(file) && !whole.has(file) ? firstStop(stops) : null),
  };
}

function firstStop(stops: ReadonlyMap<CodeFile, Stop>): Stop | null {
  return [...stops.values()][0] ?? null;
}

/** File names of scripts that pages load, however a template words the address: `{{ url_for('static', filename='chat.js') }}`. */
function scriptsOf(pages: readonly TextFile[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { text } of pages)
    for (const [, attributes] of text.matchAll(/<script\b([^>]{1,600})/gi))
      for (const [name] of (attributes ?? '').matchAll(/[\w.-]+\.(?:[cm]?[jt]s|[jt]sx)\b/g))
        names.add(baseName(name));
  return names;
}
