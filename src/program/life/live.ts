/** Which files take part in a running program: those that something starts, and what these import. */
import type { TextFile } from '../../reading/text-file.ts';
import { baseName } from '../../reading/text-file.ts';
import { type CodeFile, MODULE } from '../file.ts';
import type { Program } from '../program.ts';

/** Frameworks start these by their place. */
const BY_PLACE =
  /(?:^|\/)(?:pages|app|routes|views|screens)\/(?:.*\/)?[^/]+\.(?:[jt]sx?|vue|svelte|py)$|(?:^|\/)(?:index|main|app|_app|_document|server|client|entry|start|run|home|root|streamlit_app|gradio_app|chainlit_app|ui|frontend|gui|dashboard|wsgi|asgi|manage)(?:[-_.]\w{1,20})?\.(?:py|[cm]?[jt]sx?|vue|svelte)$|\.html?$|\+page\.svelte$|\+layout\.svelte$/i;
/** In Next.js and its like only files of these names are started by their place in `app/`. */
const APP_FOLDER = /(?:^|\/)app\/(?:.*\/)?[^/]+\.[jt]sx?$/;
const APP_FILE =
  /^(?:page|layout|template|loading|error|not-found|global-error|default|route|head|middleware|root|entry\.\w+|_index|index|main|app|_\w+)\.[jt]sx?$/i;

export interface Liveness {
  /** Something starts it, or what is started imports it. */
  isLive(file: CodeFile): boolean;
  /** It starts, and stops at an import that is not there. */
  isBroken(file: CodeFile): boolean;
}

/** `absent` are imports that lead nowhere. */
export function livenessOf(
  program: Program,
  pages: readonly TextFile[],
  absent: readonly { readonly path: string; readonly line: number }[],
): Liveness {
  const files = program.filesOf();
  const imports = new Map(files.map((file) => [file, importsOf(program, file)]));
  const imported = new Set([...imports].flatMap(([file, targets]) => targets.filter((one) => one !== file)));
  const referenced = scriptsOf(pages);
  const starts = files.filter(
    (file) =>
      isStartedByPlace(file) ||
      (!imported.has(file) && (acts(file) || file.notebook)) ||
      referenced.has(baseName(file.path)),
  );
  const live = reach(starts.length > 0 ? starts : files, imports);
  const lost = lostFiles(files, absent);
  const broken = new Set<CodeFile>(lost);
  for (let grown = lost.size > 0; grown; ) {
    grown = false;
    for (const [file, targets] of imports) {
      if (broken.has(file) || !targets.some((target) => broken.has(target))) continue;
      broken.add(file);
      grown = true;
    }
  }
  const whole =
    lost.size === 0
      ? live
      : reach(
          starts.filter((file) => !broken.has(file)),
          imports,
        );
  return {
    isLive: (file) => live.has(file),
    isBroken: (file) => !whole.has(file),
  };
}

/** Files with such an import at their top level. What one file cannot import by its full name no other can. */
function lostFiles(
  files: readonly CodeFile[],
  absent: readonly { readonly path: string; readonly line: number }[],
): ReadonlySet<CodeFile> {
  const lost = new Set<CodeFile>();
  const modules = new Set<string>();
  for (const file of files) {
    for (const { module, line, definition } of file.imports) {
      if (definition !== MODULE || !absent.some((one) => one.path === file.path && one.line === line))
        continue;
      lost.add(file);
      if (file.language === 'python' && !module.startsWith('.')) modules.add(module);
    }
  }
  for (const file of files)
    if (file.imports.some(({ module, definition }) => definition === MODULE && modules.has(module)))
      lost.add(file);
  return lost;
}

function isStartedByPlace(file: CodeFile): boolean {
  if (APP_FOLDER.test(file.path)) return APP_FILE.test(baseName(file.path));
  return BY_PLACE.test(file.path);
}

/** It does something when it is loaded, other than to define. */
function acts(file: CodeFile): boolean {
  return (
    file.calls.some((call) => call.definition === MODULE && call.statement) ||
    file.blocks.some((block) => block.definition === MODULE && block.kind !== 'try')
  );
}

function reach(
  starts: readonly CodeFile[],
  imports: ReadonlyMap<CodeFile, readonly CodeFile[]>,
): ReadonlySet<CodeFile> {
  const seen = new Set(starts);
  for (const file of seen) for (const target of imports.get(file) ?? []) seen.add(target);
  return seen;
}

function importsOf(program: Program, file: CodeFile): readonly CodeFile[] {
  const targets = new Set<CodeFile>();
  const add = (module: string): void => {
    const target = program.moduleOf(file, module);
    if (target) targets.add(target);
  };
  for (const { module, name, typeOnly } of file.imports) {
    if (typeOnly) continue;
    add(module);
    if (file.language === 'python' && name !== null && name !== '*')
      add(module.endsWith('.') ? `${module}${name}` : `${module}.${name}`);
  }
  for (const { module } of file.exports) if (module !== null) add(module);
  return [...targets];
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
