/** What an interface's scripts send along under a name: `{ message, model: picked }`, `form.append('model', picked)`. */
import type { CodeFile, Value } from '../../program/file.ts';
import { type Origin, originsOf } from '../../program/flow/flow.ts';
import { sitesIn, writtenIn } from '../../program/life/region.ts';
import type { Site } from '../../program/program.ts';
import type { Facts } from '../facts.ts';
import { heldElements } from './page-elements.ts';
import { calledName } from './screen.ts';
import { isOfInterface } from './territory.ts';
import type { WidgetKind } from './widget.ts';

export interface Sent {
  /** Names of the state that it may be made of. */
  readonly states: ReadonlySet<string>;
  /** What the element is that it is read from: `document.getElementById('model').value`. */
  readonly from: readonly WidgetKind[];
  readonly line: number;
  readonly file: CodeFile;
}

/** Values looked at for one that is sent. */
const MOST = 60;
/** Parts of names that every object has. */
const SAYS_NOTHING: ReadonlySet<string> = new Set(
  'id value name key label current target data event e default get payload type action state'.split(' '),
);

/** What is sent under names that are asked for, and is not known beforehand. */
export function sentAs(facts: Facts, isAsked: (key: string) => boolean): readonly Sent[] {
  return facts.program
    .filesOf()
    .filter(
      (file) => file.language !== 'python' && isOfInterface(facts, file) && facts.interfaces.isLive(file),
    )
    .flatMap((file) => sitesIn(file).flatMap((site) => sentFrom(facts, site, isAsked)));
}

function sentFrom(facts: Facts, site: Site, isAsked: (key: string) => boolean): readonly Sent[] {
  const entry = (key: Value | null | undefined, value: Value | undefined): readonly Sent[] =>
    key?.kind === 'literal' && isAsked(String(key.value)) && value && value.kind !== 'literal'
      ? [sent(facts, value, site)]
      : [];
  return writtenIn(site).flatMap(({ value }) => {
    if (value.kind === 'dict') return value.entries.flatMap((one) => entry(one.key, one.value));
    const call = value.kind === 'call' ? site.file.calls[value.call] : undefined;
    if (!call || !/^(?:append|set)$/.test(calledName(call))) return [];
    return entry(call.arguments[0]?.value, call.arguments[1]?.value);
  });
}

function sent(facts: Facts, value: Value, site: Site): Sent {
  const { program } = facts;
  // What a backend answered is made of all that it was sent.
  const end = ({ value: part, site: at }: Origin): boolean =>
    part.kind === 'call' && program.means(program.callOf(at.file, part.call), 'http.ask');
  const made = originsOf(program, [{ value, site }], { most: MOST, byKey: true, end });
  return {
    states: new Set(
      made.flatMap(({ value: part, keys }) => {
        const asked = keys?.findLast((key) => !SAYS_NOTHING.has(key));
        return asked === undefined ? stateIn(part) : [asked];
      }),
    ),
    from: heldElements(facts, value, site).flatMap(({ is }) => is),
    line: value.line,
    file: site.file,
  };
}

/** `model` of `settings.model.id`: the last name that says what it is. */
function stateIn(value: Value): readonly string[] {
  if (value.kind === 'member') return SAYS_NOTHING.has(value.name) ? stateIn(value.of) : [value.name];
  if (value.kind === 'index') {
    const [key] = value.index;
    return key?.kind === 'literal' && typeof key.value === 'string' ? [key.value] : stateIn(value.of);
  }
  const name =
    value.kind === 'name' ? value.name.split('.').findLast((part) => !SAYS_NOTHING.has(part)) : undefined;
  return name === undefined ? [] : [name];
}
