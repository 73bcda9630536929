/** Functions become methods of a class. */
import { type Edit, eachModule, type Form, fresh, type Project } from '../form.ts';
import { calledFunctions, hasLongText, indented, statementsOf } from './code.ts';
import type { PythonModule } from './module.ts';
import { fieldOf, isInside, type Node, within } from './tree.ts';

export const wrapperClass: Form = {
  name: 'class',
  summary:
    'Functions that stand beside each other and are only called become methods of a class with one object.',
  language: 'python',
  rewrite: (project) => eachModule(project.python, (module) => wrapped(project, module)),
};

type Called = ReturnType<typeof calledFunctions>[number];

function wrapped(project: Project, module: PythonModule): readonly Edit[] {
  // Two leading underscores would be mangled in a class.
  if (module.nodes.some(({ type, text }) => type === 'identifier' && /^__\w*[^_]_?$/.test(text))) return [];
  const called = new Map(
    calledFunctions(project, module)
      .filter((one) => !hasLongText(one.definition) && !hasBusyHead(one.definition))
      .map((one) => [one.definition, one]),
  );
  const runs: Called[][] = [[]];
  for (const statement of statementsOf(module)) {
    const one = called.get(statement);
    if (one) runs.at(-1)?.push(one);
    else runs.push([]);
  }
  const isApart = (run: readonly Called[]) =>
    run.every(({ calls }) =>
      calls.every(
        (call) =>
          !runs.some((other) => other !== run && other.some(({ definition }) => isInside(call, definition))),
      ),
    );
  return runs
    .filter((run) => run.length > 0 && isApart(run))
    .flatMap((run, index) => asClass(module, run, index));
}

/** Defaults and annotations are evaluated where the function is defined. */
function hasBusyHead(definition: Node): boolean {
  const head = fieldOf(definition, 'parameters');
  const own = head ? within(head) : [];
  return own.some(({ type, text }) => type === 'call' || type === 'lambda' || text === 'self');
}

function asClass(module: PythonModule, run: readonly Called[], index: number): readonly Edit[] {
  const suffix = index === 0 ? '' : String(index + 1);
  const className = fresh(module.text, `Worker${suffix}`);
  const object = fresh(module.text, `worker${suffix}`);
  const first = run[0];
  const last = run.at(-1);
  if (!first || !last) return [];
  const edits: Edit[] = [];
  const replaced = (stretch: Node) =>
    run
      .flatMap(({ name, calls }) => calls.map((call) => ({ name, call })))
      .filter(({ call }) => isInside(call, stretch));
  const methods = run.map(({ definition }) => {
    const inner = replaced(definition).map(({ name, call }) => ({
      at: call.start,
      name,
      text: `self.${name}`,
    }));
    const list = fieldOf(definition, 'parameters');
    const open = (list?.start ?? 0) + 1;
    const empty = module.text.slice(open, list?.end).trim() === ')';
    const parts = [...inner, { at: open, name: '', text: empty ? 'self' : 'self, ' }].sort(
      (a, b) => a.at - b.at,
    );
    let text = '';
    let from = definition.start;
    for (const { at, name, text: part } of parts) {
      text += module.text.slice(from, at) + part;
      from = at + name.length;
    }
    return indented(text + module.text.slice(from, definition.end));
  });
  edits.push({
    start: first.definition.start,
    end: last.definition.end,
    text: `class ${className}:\n${methods.join('\n')}\n${object} = ${className}()`,
  });
  const outside = run.flatMap(({ name, calls }) =>
    calls
      .filter((call) => !run.some(({ definition }) => isInside(call, definition)))
      .map((call) => ({ name, call })),
  );
  for (const { name, call } of outside)
    edits.push({ start: call.start, end: call.start + name.length, text: `${object}.${name}` });
  return edits;
}
