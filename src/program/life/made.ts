/** What stores and libraries make of a function, `createAsyncThunk(…, ask)`, `create((set) => ({ ask }))`, and who calls that. */
import { entryOfWeak } from '../../reading/collections.ts';
import { type CodeFile, MODULE, type Value } from '../file.ts';
import type { CallRef, Program } from '../program.ts';

const remembered = new WeakMap<Program, ReadonlyMap<string, readonly CallRef[]>>();

/** The name that a call at the top level of a script gives its result. */
export function nameOfMade({ file, id, call }: CallRef): string | null {
  if (file.language === 'python' || call.definition !== MODULE || call.form === 'jsx') return null;
  const made = file.assignments.find(
    ({ target, value, definition }) =>
      definition === MODULE && target.kind === 'name' && value !== null && isMadeBy(file, value, id),
  );
  return made?.target.kind === 'name' ? made.target.name : null;
}

/** The call itself, or one that it is handed to: `create(persist((set) => …))`. */
function isMadeBy(file: CodeFile, value: Value, id: number, depth = 0): boolean {
  if (value.kind !== 'call' || depth > 4) return false;
  if (value.call === id) return true;
  const outer = file.calls[value.call];
  return outer?.form === 'call' && outer.arguments.some((one) => isMadeBy(file, one.value, id, depth + 1));
}

/** Calls of what a call made, in its own file and where it is imported by its name. */
export function callsOfMade(program: Program, maker: CallRef): readonly CallRef[] {
  const name = nameOfMade(maker);
  if (name === null) return [];
  const named = entryOfWeak(remembered, program, () => byImportedName(program));
  return (named.get(name) ?? []).filter(
    ({ file }) => file === maker.file || file.imports.some((one) => one.name === name),
  );
}

/** Calls by the name that what they call was exported by. */
function byImportedName(program: Program): ReadonlyMap<string, readonly CallRef[]> {
  const found = new Map<string, CallRef[]>();
  for (const call of program.calls()) {
    const { callee, form } = call.call;
    if (callee.kind !== 'name' || form === 'jsx' || call.file.language === 'python') continue;
    const imported = call.file.imports.find(({ local }) => local === callee.name)?.name;
    const name = imported ?? callee.name;
    const calls = found.get(name);
    if (calls) calls.push(call);
    else found.set(name, [call]);
  }
  return found;
}
