/** Work that is put on a queue: which of the program's own functions a queueing call runs in the end. */
import type { CallRef, DefinitionRef, Program } from '../program.ts';
import { calleeParts, siteOf } from './calls.ts';
import { lastSegment } from './values.ts';

/** Methods of a task's own that queue it: `process.delay(path)`. One line each: extend here. */
const QUEUE_METHODS = new Set(
  'delay apply_async apply send send_with_options enqueue defer defer_async kiq kicker s si signature remote spawn submit schedule push map starmap'.split(
    ' ',
  ),
);

const MAX_WORKERS = 20;

/** The functions that a call puts to work; none where it queues nothing of the program's own. */
export function queuedBy(program: Program, call: CallRef): readonly DefinitionRef[] {
  const parts = calleeParts(call.call.callee);
  if (parts && QUEUE_METHODS.has(parts.name)) {
    const target = program.resolve(parts.of, siteOf(call));
    if (target.kind === 'definition') return [target.ref];
  }
  const name = program.nameOf(call);
  if (program.means(name, 'task.named')) return tasksNamed(program, call);
  return program.means(name, 'task.queue') ? workers(program) : [];
}

/** `app.send_task("worker.tasks.process_csv")`: by the last part of the name, or by the name the task was given. */
function tasksNamed(program: Program, call: CallRef): readonly DefinitionRef[] {
  const first = call.call.arguments[0];
  const wanted = first ? program.constant(first.value, siteOf(call)) : undefined;
  if (typeof wanted !== 'string' || wanted === '') return [];
  return program.definitions().filter(({ file, definition }) => {
    if (definition.kind !== 'function' || definition.decorators.length === 0) return false;
    if (definition.name === lastSegment(wanted)) return true;
    return definition.decorators.some(
      (decorator) =>
        decorator.kind === 'call' &&
        file.calls[decorator.call]?.arguments.some(
          ({ value }) => value.kind === 'literal' && value.value === wanted,
        ) === true,
    );
  });
}

const known = new WeakMap<Program, readonly DefinitionRef[]>();

function workers(program: Program): readonly DefinitionRef[] {
  const remembered = known.get(program);
  if (remembered) return remembered;
  const found = program
    .callsAs('task.worker')
    .slice(0, MAX_WORKERS)
    .flatMap((call) =>
      call.call.arguments.flatMap(({ value }) => {
        const target = program.resolve(value, siteOf(call));
        return target.kind === 'definition' ? [target.ref] : [];
      }),
    );
  // `@Processor('csv') class CsvConsumer`: NestJS.
  const consumers = program
    .definitions()
    .filter(
      ({ file, definition }) =>
        definition.kind === 'method' &&
        definition.parent >= 0 &&
        file.definitions[definition.parent]?.decorators.some(
          (decorator) =>
            decorator.kind === 'call' && program.means(program.callOf(file, decorator.call), 'task.consumer'),
        ),
    );
  const all = [...found, ...consumers];
  known.set(program, all);
  return all;
}
