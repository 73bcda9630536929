/** Makes a milestone out of another one and what a rule file changes of it. */
import { nearest } from '../errors.ts';
import type { Milestone, Requirement } from '../model.ts';
import type { Extension, RequirementChange } from './shape.ts';

export type Extended =
  | { readonly milestone: Milestone }
  | { readonly mistakes: readonly { readonly at: readonly PropertyKey[]; readonly problem: string }[] };

/** What a new requirement must say for itself. */
const NEEDED = ['title', 'weight', 'effort', 'met', 'why', 'fix'] as const;

/** Changed requirements keep their place, new ones come last, those that are left out go. */
export function extend(extension: Extension, bases: readonly Milestone[]): Extended {
  const base = bases.find(({ id }) => id === extension.extends);
  if (!base) {
    const known = bases.map(({ id }) => id);
    const near = nearest(extension.extends, known);
    const hint = near === null ? `known: ${known.join(', ')}` : `did you mean '${near}'?`;
    return {
      mistakes: [{ at: ['extends'], problem: `there is no milestone '${extension.extends}'; ${hint}` }],
    };
  }
  const mistakes = [...strangersIn(extension, base), ...unfinishedIn(extension, base)];
  if (mistakes.length > 0) return { mistakes };
  const changes = new Map(extension.requirements.map((change) => [change.id, change]));
  const kept = base.requirements
    .filter(({ id }) => !extension.without.includes(id))
    .map((requirement) => changed(requirement, changes.get(requirement.id)));
  const added = extension.requirements
    .filter(({ id }) => !base.requirements.some((one) => one.id === id))
    .map((change) => changed(EMPTY, change));
  const { id, title = base.title, phase = base.phase, summary = base.summary } = extension;
  return { milestone: { id, title, phase, summary, requirements: [...kept, ...added] } };
}

const EMPTY: Requirement = {
  id: '',
  title: '',
  weight: 'core',
  main: false,
  effort: 'small',
  met: { all: [] },
  partial: null,
  says: null,
  claim: null,
  why: '',
  fix: '',
  learn: [],
  after: [],
  uncertain: [],
  spoken: [],
  stack: null,
  drawn: null,
};

function changed(requirement: Requirement, change: RequirementChange | undefined): Requirement {
  const given = Object.entries(change ?? {}).filter(([, value]) => value !== undefined);
  return { ...requirement, ...Object.fromEntries(given) };
}

function strangersIn({ without }: Extension, base: Milestone) {
  const known = base.requirements.map(({ id }) => id);
  return without.flatMap((id, index) => {
    if (known.includes(id)) return [];
    const near = nearest(id, known);
    const hint = near === null ? '' : `; did you mean '${near}'?`;
    return [{ at: ['without', index], problem: `'${base.id}' has no requirement '${id}'${hint}` }];
  });
}

/** A requirement that the base does not have must be whole. */
function unfinishedIn({ requirements }: Extension, base: Milestone) {
  return requirements.flatMap((change, index) => {
    if (base.requirements.some(({ id }) => id === change.id)) return [];
    const missing = NEEDED.filter((key) => change[key] === undefined);
    if (missing.length === 0) return [];
    const problem = `'${change.id}' is new in '${base.id}', so it needs ${missing.join(', ')} too`;
    return [{ at: ['requirements', index, 'id'], problem }];
  });
}
