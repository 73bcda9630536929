/** Which files take part in a running program: those that something starts, and what these import. */
import { isMarkup } from '../../reading/markup.ts';
import type { TextFile } from '../../reading/text-file.ts';
import { baseName } from '../../reading/text-file.ts';
import { type CodeFile, MODULE } from '../file.ts';
import type { Program } from '../program.ts';
import { importedFrom, importGraphOf } from './imports.ts';
import type { Stop } from './stops.ts';

/** Frameworks start these by their place. */
const BY_PLACE =
  /(?:^|\/)(?:pages|app|routes|views|screens)\/(?:.*\/)?[^/]+\.(?:[jt]sx?|vue|svelte|py)$|(?:^|\/)(?:index|main|app|_app|_document|server|client|entry|start|run|home|root|streamlit_app|gradio_app|chainlit_app|ui|frontend|gui|dashboard|wsgi|asgi|manage)(?:[-_.]\w{1,20})?\.(?:py|[cm]?[jt]sx?|vue|svelte)$|\+page\.svelte$|\+layout\.svelte$/i;
/** In Next.js and its like only files of these names are started by their place in `app/`. */
const APP_FOLDER = /(?:^|\/)app\/(?:.*\/)?[^/]+\.[jt]sx?$/;
const APP_FILE =
  /^(?:page|layout|template|loading|error|not-found|global-error|default|route|head|middleware|root|entry\.\w+|_index|index|main|app|_\w+)\.[jt]sx?$/i;

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
  const starts = files.filter(
    (file) =>
      isStartedByPlace(file, imported.has(file)) ||
      (!imported.has(file) && (acts(file) || file.notebook)) ||
      referenced.has(baseName(file.path)),
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

/** A module of Python that others import is no page by its folder: `app/routers/posts.py`. */
function isStartedByPlace(file: CodeFile, imported: boolean): boolean {
  if (file.language === 'python' && imported) return BY_PLACE.test(baseName(file.path));
  if (APP_FOLDER.test(file.path)) return APP_FILE.test(baseName(file.path));
  return BY_PLACE.test(file.path) || isMarkup(file.path);
}

/** It does something when it is loaded, other than to define. */
function acts(file: CodeFile): boolean {
  return (
    file.calls.some((call) => call.definition === MODULE && call.statement) ||
    file.blocks.some((block) => block.definition === MODULE && block.kind !== 'try')
  );
}

/** File names of scripts that pages load. */
function scriptsOf(pages: readonly TextFile[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { text } of pages) {
    for (const [, source] of text.matchAll(/<script\b[^>]{0,300}?\bsrc\s*=\s*["']?([^"'\s>]{1,300})/gi))
      names.add(baseName((source ?? '').replace(/[?#].*$/, '').replace(/['")}\s]+$/, '')));
  }
  return names;
}
