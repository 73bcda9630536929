/** Inputs that the program takes and nothing reads: widgets, fields of a request, parameters of a route. */

import type { Assignment, CodeFile, Value } from '../../program/file.ts';
import { MAX_STEPS, onlyCall } from '../../program/flow/doer.ts';
import { ownDecorators } from '../../program/life/decorated.ts';
import { importGraphOf } from '../../program/life/imports.ts';
import { namesRead, namesReadIn } from '../../program/link/names-read.ts';
import { lastSegment } from '../../program/link/values.ts';
import type { DefinitionRef, Program } from '../../program/program.ts';
import type { Route } from '../web/routes/routes.ts';
import type { Unfinished } from './unfinished.ts';

/** Widgets whose value is all that they are for, and what makes one of these libraries. */
const WIDGETS =
  /^(?:streamlit|gradio|\?|st|gr)\b.*\.(?:selectbox|radio|slider|select_slider|checkbox|toggle|text_input|text_area|number_input|multiselect|date_input|file_uploader|camera_input|color_picker|pills|segmented_control|Dropdown|Slider|Textbox|Radio|Checkbox|Number|Button|File|UploadButton)$/;
/** A widget in Streamlit that is written as a statement gives its value to nobody, unless it is kept by a key. */
const SHOWN_ONLY =
  /^streamlit\b.*\.(?:selectbox|radio|slider|select_slider|checkbox|toggle|text_input|text_area|number_input|multiselect|file_uploader|button)$/;
const PLAIN = /^(?:str|int|float|bool|UUID|date|datetime)$/;
/** They hand on a whole body, whatever is in it. */
const WHOLE = /^(?:model_dump|model_dump_json|dict|json|copy|model_copy|asdict|items|__dict__|vars)$/;

/** Inputs without effect in application code, each with its line. */
export function inputsWithoutEffect(program: Program, routes: readonly Route[]): readonly Unfinished[] {
  return [
    ...program.filesOf().flatMap((file) => idleWidgets(file, program)),
    ...idleFields(program, routes),
    ...idleParameters(program, routes),
  ];
}

/** In the file that binds a name, or in one that takes it over from there. */
function isRead(name: string, from: CodeFile, program: Program): boolean {
  const { imports } = importGraphOf(program);
  return program.filesOf().some((file) => {
    if (file !== from && imports.get(file)?.includes(from) !== true) return false;
    const { names, texts } = namesRead(file);
    return names.has(name) || texts.has(name);
  });
}

function idleWidgets(file: CodeFile, program: Program): readonly Unfinished[] {
  if (file.notebook || file.language !== 'python') return [];
  const assigned = file.assignments.flatMap((one): Unfinished[] => {
    const name = ownName(one);
    if (name === null || one.value?.kind !== 'call') return [];
    const called = program.nameOf(program.callOf(file, one.value.call));
    if (!WIDGETS.test(called) || isKept(file, one.value.call) || isRead(name, file, program)) return [];
    return [
      {
        path: file.path,
        line: one.line,
        what: `a ${lastSegment(called)} whose value '${name}' nothing reads`,
      },
    ];
  });
  const shown = file.calls.flatMap((call, id): Unfinished[] => {
    // A field that is filled in shows its text, and need not be asked for it.
    const filled = call.arguments.some(({ name }, at) => name === 'value' || (name === null && at === 1));
    if (!call.statement || isKept(file, id)) return [];
    const called = program.nameOf(program.callOf(file, id));
    return SHOWN_ONLY.test(called) && !(filled && /\.text_(?:area|input)$/.test(called))
      ? [{ path: file.path, line: call.line, what: `a ${lastSegment(called)} whose value nothing takes` }]
      : [];
  });
  return [...assigned, ...shown];
}

function ownName({ target, via }: Assignment): string | null {
  return via === '=' && target.kind === 'name' && !/[.]|^_/.test(target.name) ? target.name : null;
}

/** By a key in the session's state, by a callback, or switched off on purpose. */
function isKept(file: CodeFile, id: number): boolean {
  return (
    file.calls[id]?.arguments.some(({ name }) => name !== null && /^(?:key|on_\w+|disabled)$/.test(name)) ??
    true
  );
}

/** Fields that a request's body must bring, where handlers pick some of them and no code reads the others. */
function idleFields(program: Program, routes: readonly Route[]): readonly Unfinished[] {
  const files = program.filesOf();
  const picked = new Set<DefinitionRef>();
  const whole = new Set<DefinitionRef>();
  for (const { handler, body } of routes) {
    if (handler === null || handler.file.language !== 'python') continue;
    const read = namesReadIn(handler.file, handler.id);
    const handsOn = [...read.attributes].some((one) => WHOLE.test(one));
    for (const { name, schema } of body)
      if (schema !== null)
        (handsOn || name === null || isHandedOn(name, handler) ? whole : picked).add(schema);
  }
  return [...picked]
    .filter((schema) => !whole.has(schema))
    .flatMap(({ file, definition }): readonly Unfinished[] => {
      const fields = definition.fields.filter(({ name }) => name !== 'model_config');
      const idle = fields.filter((one) => !files.some((other) => namesRead(other).attributes.has(one.name)));
      // A body of which nothing is read stands in for the real one: that is said of its handler.
      if (idle.length === fields.length) return [];
      return idle.map(({ name, line }) => ({
        path: file.path,
        line,
        what: `${definition.name}.${name}: a field of the request that nothing reads`,
      }));
    });
}

/** Whoever gets the whole body may read it in a way that is not seen here. */
function isHandedOn(name: string, { file, id }: DefinitionRef): boolean {
  const isIt = (value: Value | null | undefined): boolean =>
    (value?.kind === 'name' && value.name === name) ||
    (value?.kind === 'operation' && value.operator === '...' && isIt(value.operands[0]));
  return (
    file.calls.some((call) => call.definition === id && call.arguments.some(({ value }) => isIt(value))) ||
    file.statements.some((one) => one.definition === id && isIt(one.value)) ||
    file.assignments.some((one) => one.definition === id && isIt(one.value))
  );
}

/** Plain parameters of FastAPI's path and query that the handler never looks at. */
function idleParameters(program: Program, routes: readonly Route[]): readonly Unfinished[] {
  const found = new Map<string, Unfinished>();
  for (const { handler, method, path, guards } of routes) {
    if (handler === null || handler.file.language !== 'python' || handler.definition.stub) continue;
    const read = readIn(program, handler);
    // A decorator of one's own may take what it reads out of all that is handed through it.
    const above = ownDecorators(program, handler).map((ref) => namesReadIn(ref.file, ref.id));
    const isTakenAbove = (name: string) =>
      above.some(({ names, texts }) => names.has(name) || texts.has(name));
    for (const { name, annotation, default: given, line } of handler.definition.parameters) {
      // `user_id: int = Depends(…)` is a guard, read or not.
      const plain = annotation?.kind === 'name' && PLAIN.test(annotation.name) && given?.kind !== 'call';
      // What a guard takes too is there for the guard.
      const guarded = guards.some(({ ref }) => ref?.definition.parameters.some((one) => one.name === name));
      if (!plain || guarded || name.startsWith('_') || read(name) || isTakenAbove(name)) continue;
      const what = `${method} ${path} takes '${name}' and never reads it`;
      found.set(`${handler.file.path}:${line}:${name}`, { path: handler.file.path, line, what });
    }
  }
  return [...found.values()];
}

/** Whether a function reads one of its parameters: itself, or the one that it hands all its work to. */
function readIn(program: Program, ref: DefinitionRef, step = 0): (name: string) => boolean {
  const { names } = namesReadIn(ref.file, ref.id);
  const call = onlyCall(program, ref);
  const target = call && program.callee(call);
  if (step > MAX_STEPS || target?.kind !== 'definition' || target.ref.definition.kind !== 'function')
    return (name) => names.has(name);
  const inner = readIn(program, target.ref, step + 1);
  const { parameters } = target.ref.definition;
  const handedAs = (name: string) =>
    call?.call.arguments.flatMap((given, at) =>
      given.value.kind === 'name' && given.value.name === name
        ? [given.name ?? parameters[at]?.name ?? name]
        : [],
    ) ?? [];
  return (name) => names.has(name) && handedAs(name).some(inner);
}
