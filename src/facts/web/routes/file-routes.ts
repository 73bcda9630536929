/** Routes that are files: Next.js, SvelteKit, Nuxt, Astro. */
import type { CodeFile } from '../../../program/file.ts';
import { MODULE } from '../../../program/file.ts';
import type { DefinitionRef, Program } from '../../../program/program.ts';
import { type Entry, joinPath, type Reader } from './entry.ts';
import { VERBS } from './frameworks.ts';
import { guardsOf } from './guards.ts';
import type { Holders } from './holders.ts';
import type { Method } from './routes.ts';

interface Style {
  readonly framework: string;
  /** The path of the file; its first group is the route's path. */
  readonly file: RegExp;
  readonly handlers: 'exports' | 'default';
}

/** One line each: extend here. The paths are matched against files of the repository, whose length git limits. */
const STYLES: readonly Style[] = [
  { framework: 'nextjs', file: /(?:^|\/)app\/(?:(.*)\/)?route\.[jt]sx?$/, handlers: 'exports' },
  { framework: 'nextjs', file: /(?:^|\/)pages\/(api\/.+|api)\.[jt]sx?$/, handlers: 'default' },
  { framework: 'sveltekit', file: /(?:^|\/)routes\/(?:(.*)\/)?\+server\.[jt]s$/, handlers: 'exports' },
  { framework: 'nuxt', file: /(?:^|\/)server\/((?:api|routes)\/.+)\.[jt]s$/, handlers: 'default' },
  { framework: 'astro', file: /(?:^|\/)pages\/(.+)\.[jt]s$/, handlers: 'exports' },
];
/** What a project of the framework imports somewhere. */
const SIGNS: Readonly<Record<string, RegExp>> = {
  sveltekit: /^(@sveltejs\/kit|\$lib|\$env|\.\/\$types)/,
  nuxt: /^(h3|nuxt|#imports|nitropack)/,
  astro: /^astro(:|$)/,
};

export const readFileRoutes: Reader = (program, holders) => {
  const signs = new Set(
    Object.entries(SIGNS).flatMap(([framework, sign]) =>
      program.filesOf().some((file) => file.imports.some((item) => sign.test(item.module)))
        ? [framework]
        : [],
    ),
  );
  return program.filesOf().flatMap((file) => {
    if (file.language === 'python') return [];
    for (const style of STYLES) {
      const hit = style.file.exec(file.path);
      if (!hit || (style.framework !== 'nextjs' && !signs.has(style.framework))) continue;
      const found = routesOf(program, holders, file, style, hit[1] ?? '');
      if (found.length > 0) return found;
    }
    return [];
  });
};

/** Groups in brackets have no part in the path; `index` is the folder itself. */
function pathOf(written: string): string {
  return joinPath(
    ...written
      .split('/')
      .filter((part) => !/^\(.*\)$/.test(part) && !part.startsWith('@') && part !== 'index'),
  );
}

function routesOf(
  program: Program,
  holders: Holders,
  file: CodeFile,
  style: Style,
  written: string,
): readonly Entry[] {
  const suffix = /^(.*)\.(get|post|put|patch|delete)$/.exec(written);
  const path = pathOf(style.framework === 'nuxt' && suffix ? (suffix[1] ?? '') : written);
  const entry = (method: Method, handler: DefinitionRef | null, line: number, exported: string): Entry => ({
    holders: [],
    method,
    path,
    file,
    line,
    definition: MODULE,
    handler,
    framework: style.framework,
    guards: wrappersOf(program, file, exported),
    checks: [],
    mounted: true,
  });
  if (style.handlers === 'default') {
    const item = file.exports.find((one) => one.exported === 'default');
    if (!item) return [];
    const method = suffix ? (VERBS[suffix[2] ?? ''] as Method) : 'ANY';
    return [entry(method, handlerOf(program, holders, file, 'default'), item.line, 'default')];
  }
  return file.exports.flatMap((item) => {
    const method =
      item.exported === item.exported.toUpperCase() ? VERBS[item.exported.toLowerCase()] : undefined;
    if (!method) return [];
    const handler = handlerOf(program, holders, file, item.exported);
    return [
      entry(
        method as Method,
        handler,
        handler?.file === file ? handler.definition.line : item.line,
        item.exported,
      ),
    ];
  });
}

/** The function behind an export, through wrappers: `export const POST = withAuth(async (req) => …)`. */
function handlerOf(program: Program, holders: Holders, file: CodeFile, name: string): DefinitionRef | null {
  for (const origin of holders.lookup.exported(file, name)) {
    if (origin.kind === 'definition') return origin.ref;
    if (origin.kind !== 'value' || origin.value.kind !== 'call') continue;
    const call = origin.site.file.calls[origin.value.call];
    for (const item of call?.arguments ?? []) {
      const target = program.resolve(item.value, origin.site);
      if (target.kind === 'definition' && target.ref.definition.kind !== 'class') return target.ref;
    }
  }
  return null;
}

function wrappersOf(program: Program, file: CodeFile, name: string): Entry['guards'] {
  const item = file.exports.find((one) => one.exported === name);
  const site = { file, definition: MODULE };
  const values = item?.value
    ? [item.value]
    : program.assignmentsTo(item?.local ?? name, site).map((one) => one.assignment.value);
  return values.flatMap((value) => (value?.kind === 'call' ? guardsOf(program, value, site, 'route') : []));
}
