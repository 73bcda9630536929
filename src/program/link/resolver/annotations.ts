/** What a type annotation stands for, and what one item of a container is. */
import type { Value } from '../../file.ts';
import type { Site, Target } from '../../program.ts';
import { selfName } from '../scopes.ts';
import { type Core, UNKNOWN } from './core.ts';

/** Wrappers in annotations that stand for what they wrap. */
const TRANSPARENT = new Set(
  `Optional Annotated Promise Awaitable Coroutine Generator AsyncGenerator Iterator AsyncIterator ContextManager
   AsyncContextManager Mapped Final ClassVar Required NotRequired Readonly Partial InstanceType Request_ Type type Ref
   BehaviorSubject Observable Union`
    .trim()
    .split(/\s+/),
);
/** Wrappers whose items, or records, are what they wrap. */
const CONTAINERS = new Set(
  `list List Sequence Iterable Set set frozenset tuple Tuple Collection Array ReadonlyArray deque Page LimitOffsetPage
   Repository EntityRepository MongoRepository Model ReturnModelType`
    .trim()
    .split(/\s+/),
);
/** Types that say nothing of what a value is. */
const ANYTHING = new Set(['any', 'unknown', 'object', 'typing.Any', 'typing_extensions.Any']);

export function annotationResolution(core: Core) {
  const knownAnnotations = new Map<Value, Target>();

  function annotation(value: Value, site: Site): Target {
    const remembered = knownAnnotations.get(value);
    if (remembered) return remembered;
    const target = core.guarded(value, () => readAnnotation(value, site));
    knownAnnotations.set(value, target);
    return target;
  }

  function readAnnotation(value: Value, site: Site): Target {
    if (value.kind === 'name') {
      const bound = value.name.includes('.') ? null : core.binding(value.name, site);
      const alias =
        bound && bound.binding.definitions.length === 0 ? bound.binding.assignments[0]?.value : null;
      if (alias && (alias.kind === 'index' || alias.kind === 'operation') && bound)
        return annotation(alias, bound.site);
      const target = core.ofName(value.name, site);
      if (target.kind === 'definition') {
        const type = target.ref.definition;
        if (type.kind === 'type' && type.returns && type.fields.length === 0)
          return annotation(type.returns, { file: target.ref.file, definition: type.parent });
        return { kind: 'instance', ref: target.ref };
      }
      if (target.kind === 'value' && target.value.kind === 'index')
        return annotation(target.value, target.site);
      return target.kind === 'external' && ANYTHING.has(target.name) ? UNKNOWN : target;
    }
    if (value.kind === 'index') {
      const name = value.of.kind === 'name' ? (value.of.name.split('.').at(-1) ?? '') : '';
      if (TRANSPARENT.has(name)) {
        for (const inner of value.index) {
          const target = annotation(inner, site);
          if (target.kind !== 'unknown' && !(target.kind === 'value' && target.value.kind === 'literal'))
            return target;
        }
        return UNKNOWN;
      }
      return annotation(value.of, site);
    }
    if (value.kind === 'operation' && value.operator === '|') {
      for (const part of value.operands) {
        const target = annotation(part, site);
        if (target.kind === 'external' && (target.name === 'undefined' || target.name === 'null')) continue;
        if (target.kind !== 'unknown' && !(target.kind === 'value' && target.value.kind === 'literal'))
          return target;
      }
      return UNKNOWN;
    }
    if (value.kind === 'dict' || value.kind === 'literal') return { kind: 'value', value, site };
    return value.kind === 'member' ? core.resolve(value, site) : UNKNOWN;
  }

  /** What one item of an iterable is. */
  function elementOf(value: Value, site: Site): Target {
    const target = value.kind === 'name' || value.kind === 'member' ? itemAnnotation(value, site) : null;
    if (target) return target;
    const whole = core.resolve(value, site);
    if (whole.kind === 'value' && whole.value.kind === 'list' && whole.value.items[0])
      return core.resolve(whole.value.items[0], whole.site);
    return UNKNOWN;
  }

  /** `tasks: list[Task]` → Task, for a variable, parameter or attribute that is annotated as a container. */
  function itemAnnotation(value: Value, site: Site): Target | null {
    if (value.kind !== 'name') return null;
    const [head = '', attribute, ...deeper] = value.name.split('.');
    if (deeper.length > 0) return null;
    let written: Value | null = null;
    let where = site;
    if (attribute === undefined) {
      const bound = core.binding(head, site);
      written =
        bound?.binding.parameter?.annotation ??
        bound?.binding.assignments.find((item) => item.annotation)?.annotation ??
        null;
      if (bound) where = bound.site;
    } else {
      const self = selfName(site.file, site.definition);
      if (self?.name !== head) return null;
      const owner = site.file.definitions[self.owner];
      written =
        owner?.fields.find((field) => field.name === attribute)?.annotation ??
        core.linking
          .scopes(site.file)
          .attributes(self.owner)
          .get(attribute)
          ?.find((item) => item.annotation)?.annotation ??
        null;
    }
    if (written?.kind !== 'index' || written.of.kind !== 'name') return null;
    if (!CONTAINERS.has(written.of.name.split('.').at(-1) ?? '') || !written.index[0]) return null;
    return annotation(written.index[0], where);
  }

  return { annotation, readAnnotation, elementOf, itemAnnotation };
}
