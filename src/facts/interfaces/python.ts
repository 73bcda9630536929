/** Widgets of Python's frameworks, read off the linked program by their tables. */
import type { CodeFile } from '../../program/file.ts';
import { lastSegment, matchesName } from '../../program/link/values.ts';
import type { CallRef, Program } from '../../program/program.ts';
import { isGiven, labelOf } from './labels.ts';
import { PYTHON_FRAMEWORKS, STREAMLIT_METHODS } from './python-frameworks.ts';
import type { Framework, FrameworkTable, Row, Widget, WidgetKind } from './widget.ts';

export function pythonWidgets(program: Program): readonly Widget[] {
  return program
    .filesOf()
    .filter((file) => file.language === 'python')
    .flatMap((file) => [...callsIn(file, program), ...decorators(file, program), ...sidebarBlocks(file)]);
}

function callsIn(file: CodeFile, program: Program): readonly Widget[] {
  const knowsStreamlit = file.imports.some(({ module }) => /^streamlit(?:\.|$)/.test(module));
  return file.calls.flatMap((_, id) => {
    const call = program.callOf(file, id);
    const written = program.nameOf(call);
    const name =
      knowsStreamlit && STREAMLIT_METHODS.has(lastSegment(written)) && !written.startsWith('streamlit')
        ? streamlitMethod(written)
        : written;
    const table = tableFor(name);
    return table === undefined ? [] : widgetsOf(call, name, table, program);
  });
}

function tableFor(name: string): FrameworkTable | undefined {
  const table = PYTHON_FRAMEWORKS.find(
    ({ prefix: { length }, prefix }) =>
      name.startsWith(prefix) && (name.length === length || name[length] === '.'),
  );
  // What an own object in the session does is not the framework's.
  return table && /\.(?:session_state|user_session\.get)\./.test(name) ? undefined : table;
}

/** `column.metric(…)` of an unknown column. Own functions and other libraries keep their names. */
function streamlitMethod(name: string): string {
  return name.startsWith('?.') ? `streamlit.${lastSegment(name)}` : name;
}

function widgetsOf(call: CallRef, name: string, table: FrameworkTable, program: Program): readonly Widget[] {
  const kinds = new Set<WidgetKind>();
  for (const row of table.rows) if (fits(row, name, call, table.prefix)) kinds.add(row.kind);
  if (table.framework === 'streamlit' && name.split('.').slice(0, -1).includes('sidebar'))
    kinds.add('sidebar');
  if (table.framework === 'gradio') for (const kind of buttonsOf(call)) kinds.add(kind);
  if (kinds.size === 0) return [];
  const label = labelOf(call, program);
  if (kinds.has('text') && /<style\b|<link\b[^>]{0,200}stylesheet/i.test(label)) kinds.add('style');
  return [...kinds].map((kind) => widget(kind, table.framework, name, label, call));
}

/** `gr.Chatbot(buttons=["copy", "share"])`. */
function buttonsOf({ call }: CallRef): readonly WidgetKind[] {
  const given = call.arguments.find(({ name }) => name === 'buttons')?.value;
  const names = given?.kind === 'list' ? given.items : [];
  return names.flatMap((item): readonly WidgetKind[] =>
    item.kind === 'literal' && /^(?:copy|copy_all|share)$/.test(String(item.value))
      ? [item.value === 'share' ? 'share' : 'copy']
      : [],
  );
}

function fits(row: Row, name: string, call: CallRef, prefix: string): boolean {
  return (row.given === undefined || isGiven(call, row.given.split(' '))) && names(row, name, prefix);
}

function names(row: Row, name: string, prefix: string): boolean {
  const rest = name.slice(prefix.length + 1);
  return row.names
    .split(' ')
    .some((pattern) => matchesName(pattern.includes('.') ? rest : lastSegment(rest), pattern));
}

/** `with st.sidebar:` calls nothing. */
function sidebarBlocks(file: CodeFile): readonly Widget[] {
  return file.blocks.flatMap((block): readonly Widget[] => {
    const { test } = block;
    if (block.kind !== 'with' || test?.kind !== 'name' || lastSegment(test.name) !== 'sidebar') return [];
    return [silent('sidebar', 'streamlit', 'streamlit.sidebar', file, block)];
  });
}

/** `@cl.on_message` without a call. */
function decorators(file: CodeFile, program: Program): readonly Widget[] {
  return file.definitions.flatMap((definition) =>
    definition.decorators.flatMap((decorator): readonly Widget[] => {
      if (decorator.kind !== 'name') return [];
      const target = program.resolve(decorator, { file, definition: definition.parent });
      if (target.kind !== 'external') return [];
      const table = tableFor(target.name);
      const rows = table?.rows.filter(
        (row) => row.given === undefined && names(row, target.name, table.prefix),
      );
      const { line } = decorator;
      return (rows ?? []).map(({ kind }) =>
        silent(kind, table?.framework ?? 'streamlit', target.name, file, { line, endLine: line }),
      );
    }),
  );
}

/** A widget without a call of its own. */
function silent(
  kind: WidgetKind,
  framework: Framework,
  name: string,
  file: CodeFile,
  { line, endLine }: { readonly line: number; readonly endLine: number },
): Widget {
  return {
    kind,
    framework,
    name,
    label: '',
    path: file.path,
    line,
    endLine,
    file,
    call: null,
    element: null,
  };
}

export function widget(
  kind: WidgetKind,
  framework: Framework,
  name: string,
  label: string,
  call: CallRef,
): Widget {
  const { line, endLine } = call.call;
  return {
    kind,
    framework,
    name,
    label,
    path: call.file.path,
    line,
    endLine,
    file: call.file,
    call,
    element: null,
  };
}
