/**
 * What starts code from outside the program: the one table of entry points and of what frameworks call, by the place of a file, by
 * a name, and by what a file does when it is loaded. What they call for a decorator is told by decorated.ts.
 */

import { isMarkup } from '../../reading/markup.ts';
import { baseName } from '../../reading/text-file.ts';
import { type CodeFile, type Definition, MODULE } from '../file.ts';
import { inherited } from '../link/subclasses.ts';
import type { DefinitionRef, Program } from '../program.ts';

/** Folders whose files frameworks and clouds load without being told so. */
const FOLDERS = /(?:^|\/)(?:pages|app|routes|views|screens)\//i;
const CLOUD_FOLDERS = /(?:^|\/)(?:api|functions|netlify|supabase)\//i;
/** Files that are started by their names: `main.py`, `server.prod.ts`, `streamlit_app.py`. */
const NAMES =
  /^(?:index|main|app|_app|_document|server|client|entry|start|run|home|root|streamlit_app|gradio_app|chainlit_app|ui|frontend|gui|dashboard|wsgi|asgi|manage)(?:[-_.]\w{1,20})?\.\w+$|^\+(?:page|layout)\.svelte$/i;
const CODE = /\.(?:[jt]sx?|vue|svelte|py)$/i;
/** In Next.js and its like only files of these names are started by their place in `app/`; Remix has all of `app/routes/`. */
const APP_FOLDER = /(?:^|\/)app\/(?!routes\/)(?:.*\/)?[^/]+\.[jt]sx?$/;
const APP_FILE =
  /^(?:page|layout|template|loading|error|not-found|global-error|default|route|head|middleware|root|entry\.\w+|_index|index|main|app|_\w+)\.[jt]sx?$/i;

/** Functions that a framework or a platform calls by their names. */
const FUNCTIONS: ReadonlySet<string> = new Set(
  `main register onRequestError handler lambda_handler ready lifespan lifecycle create_app createApp bootstrap setup
   configure GET POST default startup on_startup getServerSideProps loader action`.split(/\s+/),
);

/** Whether a framework, a platform or a person starts a file for where it lies and how it is called. */
export function isStartedByPlace({ path, language }: CodeFile, imported: boolean): boolean {
  const name = baseName(path);
  // A module of Python that others import is no page by its folder: `app/routers/posts.py`.
  if (language === 'python' && imported) return NAMES.test(name);
  if (APP_FOLDER.test(path)) return APP_FILE.test(name);
  return NAMES.test(name) || (FOLDERS.test(path) && CODE.test(name)) || isMarkup(path);
}

/** Whether a framework runs what a script exports: its pages, its routes, its functions in the cloud. */
export function runsExports(file: CodeFile): boolean {
  return (
    file.language !== 'python' &&
    (isStartedByPlace(file, false) || CLOUD_FOLDERS.test(file.path) || APP_FILE.test(baseName(file.path)))
  );
}

/** Whether a framework or a platform calls a function for its name: `lambda_handler`. */
export function isCalledByName({ name }: Definition): boolean {
  return FUNCTIONS.has(name);
}

/** Whether a framework makes and runs a class that it finds by the folder of its file: a command of oclif. */
export function isFoundByFolder(program: Program, ref: DefinitionRef): boolean {
  const { kind, bases } = ref.definition;
  return (
    kind === 'class' &&
    bases.length > 0 &&
    inherited(program, ref, 'cli.command-class').some(({ about }) => about.named === 'file')
  );
}

/** Whether the language itself calls it: `__enter__`, `constructor`. */
export function isCalledByLanguage({ name }: Definition): boolean {
  return /^__\w+__$|^constructor$/.test(name);
}

/** Whether a file does more when it is loaded than to define: `print(tasks)`, `tasks.push(title)`, an application that a server runs. */
export function actsWhenLoaded(program: Program, file: CodeFile): boolean {
  return (
    file.calls.some(
      (call, id) =>
        call.definition === MODULE &&
        (call.statement || program.means(program.callOf(file, id), 'http.application')),
    ) ||
    file.blocks.some(
      ({ definition, kind }) => definition === MODULE && !/^(?:try|except|finally)$/.test(kind),
    )
  );
}
