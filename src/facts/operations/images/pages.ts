/** Pages that a backend serves itself: templates, static files, a Python screen mounted into it. */
import type { Evidence } from '../../../model.ts';
import { valuesThroughCalls } from '../../../program/link/values.ts';
import type { Facts } from '../../facts.ts';
import { closureOf } from './entry.ts';
import type { Image } from './images.ts';

/** Calls that render a template or a page. One line each: extend here. */
const TEMPLATES: readonly string[] = [
  '*.TemplateResponse',
  '*.Jinja2Templates',
  '*.render_template',
  '*.render_template_string',
  'django.shortcuts.render',
  'fastapi.responses.HTMLResponse',
  'starlette.responses.HTMLResponse',
  '*.mount_gradio_app',
  '*.mount_chainlit',
  '*.engine.set',
  '?.render',
];
/** Calls that hand out a folder: a page only where there is one. */
const FOLDERS: readonly string[] = [
  '*.StaticFiles',
  'express.static',
  '*.send_from_directory',
  '*.ServeStaticModule.forRoot',
  '@fastify/static*',
  '*.serveStatic',
  '*.serve_static',
];
/** Calls that hand out one file: a page only where it is named. */
const FILES: readonly string[] = ['*.send_file', '*.sendFile', '*.FileResponse', 'fs.readFile*'];
const PAGE = /\.(?:html?|jinja2?|ejs|pug|hbs|jsx|tsx|vue|svelte)$/i;
const NO_PAGE = /(?:^|\/)(?:docs?|tests?|coverage|htmlcov|e?mails?|reports?|node_modules)\//i;

/** Where the image's backend renders or hands out pages. */
export function pagesOf(facts: Facts, image: Image): readonly Evidence[] {
  const { program } = facts;
  const entries = image.processes.flatMap(({ entry }) =>
    entry === null ? [] : [...closureOf(program, entry)],
  );
  const own = new Set(entries.length > 0 ? entries : program.filesOf());
  const pages = facts.files.filter(
    (file) => PAGE.test(file.path) && !NO_PAGE.test(file.path) && file.size > 0,
  );
  const named = program
    .callsTo(FILES)
    .filter(({ file, call }) =>
      call.arguments.some(({ value }) =>
        valuesThroughCalls(value, file).some(
          (part) => part.kind === 'literal' && /\.html?$/.test(String(part.value)),
        ),
      ),
    );
  const calls = [
    ...program.callsTo(TEMPLATES),
    ...(pages.length > 0 ? program.callsTo(FOLDERS) : []),
    ...named,
  ];
  return calls
    .filter(({ file, call }) => own.has(file) && call.form !== 'jsx')
    .map(({ file, call }) => facts.evidence(file.path, call.line));
}
