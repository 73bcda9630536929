/** How far a file is sent, on screen: a request tells a function of it, and what the function sets is shown. */
import type { CodeFile, DefinitionId, Value } from '../../program/file.ts';
import { regionFrom } from '../../program/life/region.ts';
import { lastSegment, valuesWithin } from '../../program/link/values.ts';
import type { Facts } from '../facts.ts';
import { heldElements } from './page-elements.ts';
import { calledName, shownAt, stateSetBy } from './screen.ts';
import { type Place, stateKey } from './shown-state.ts';
import { isOfInterface } from './territory.ts';

/** `xhr.upload.onprogress = (event) => setPercent(…)`, `axios.post(url, body, { onUploadProgress: … })`. */
export function sentProgress(facts: Facts): Place | null {
  for (const file of facts.program.filesOf()) {
    if (file.language === 'python' || !isOfInterface(facts, file) || !facts.interfaces.isLive(file)) continue;
    for (const { definition, line } of [...listenersOf(file), ...toldListeners(facts, file)])
      if (showsWhatItSets(facts, file, definition)) return { path: file.path, line };
  }
  return null;
}

/** Functions that a library tells how far it is. */
function toldListeners(
  { program }: Facts,
  file: CodeFile,
): readonly { readonly definition: DefinitionId; readonly line: number }[] {
  return program.callsAs('ui.sending').flatMap((call) => {
    const listener = call.file === file ? program.argumentOf(call, 'listener') : null;
    return listener?.kind === 'function' ? [listener] : [];
  });
}

function listenersOf(
  file: CodeFile,
): readonly { readonly definition: DefinitionId; readonly line: number }[] {
  const functionIn = (value: Value | null | undefined) => (value?.kind === 'function' ? [value] : []);
  const assigned = file.assignments.flatMap(({ target, value }) =>
    target.kind === 'name' && target.name.endsWith('.upload.onprogress') ? functionIn(value) : [],
  );
  const heard = file.calls
    .filter(({ callee }) => callee.kind === 'name' && callee.name.endsWith('.upload.addEventListener'))
    .flatMap(({ arguments: [event, listener] }) =>
      event?.value.kind === 'literal' && event.value.value === 'progress' ? functionIn(listener?.value) : [],
    );
  // HTMX tells of what it sends as an event of the page.
  const swapped = file.calls.flatMap(({ arguments: all }) =>
    all.some(({ value }) => value.kind === 'literal' && value.value === 'htmx:xhr:progress')
      ? all.flatMap(({ value }) => functionIn(value))
      : [],
  );
  const given = file.calls.flatMap(({ arguments: all }) =>
    all.flatMap(({ value }) =>
      valuesWithin(value).flatMap((part) =>
        part.kind === 'dict'
          ? part.entries.flatMap(({ key, value: entry }) =>
              key?.kind === 'literal' && key.value === 'onUploadProgress' ? functionIn(entry) : [],
            )
          : [],
      ),
    ),
  );
  return [...assigned, ...heard, ...swapped, ...given];
}

function showsWhatItSets(facts: Facts, file: CodeFile, definition: DefinitionId): boolean {
  const assigned = file.assignments.flatMap((one) => {
    if (one.definition !== definition || one.target.kind !== 'name') return [];
    return [stateKey({ ...one.target, name: one.target.name.replace(/\.value$/, '') })];
  });
  const set = file.calls.flatMap((call) => {
    const setter = call.definition === definition ? stateSetBy(calledName(call)) : undefined;
    return setter ? [setter] : [];
  });
  return (
    [...assigned, ...set].some((state) => shownAt(facts, state) !== null) ||
    regionFrom(facts.program, { file, definition }).places.some((site) =>
      site.file.assignments.some((one) => {
        const drawn = one.definition === site.definition ? drawnIn(one.target) : null;
        return drawn !== null && heldElements(facts, drawn, site).length > 0;
      }),
    )
  );
}

/** What draws how far something is. */
const DRAWN: ReadonlySet<string> = new Set('value width textContent innerText innerHTML'.split(' '));

/** `bar.style.width`, `document.getElementById('bar').value`: the element of a page that is drawn anew. */
function drawnIn(target: Value): Value | null {
  if (target.kind !== 'name' && target.kind !== 'member') return null;
  if (!DRAWN.has(lastSegment(target.name))) return null;
  if (target.kind === 'name') return { ...target, name: target.name.replace(/(?:\.style)?\.\w+$/, '') };
  const { of } = target;
  return of.kind === 'member' && of.name === 'style' ? of.of : of;
}
