/** What a call gives back. */
import type { CallRef, DefinitionRef, Site, Target } from '../../program.ts';
import { requiredModule } from '../origin.ts';
import { type Core, isNothing, UNKNOWN } from './core.ts';

/** Calls that hand on their first argument, so that what is known of it stays known. */
const PASS_THROUGH = new Set(
  `typing.cast cast functools.lru_cache functools.cache functools.wraps functools.partial asyncio.run asyncio.to_thread staticmethod
   classmethod Object.freeze express-async-handler util.promisify asgiref.sync.sync_to_async asgiref.sync.async_to_sync
   react.useCallback react.memo react.forwardRef react.cache react.useEffectEvent preact/hooks.useCallback preact/compat.memo
   lodash.debounce lodash.throttle lodash/debounce lodash/throttle lodash.once use-debounce.useDebouncedCallback
   fastapi.Depends fastapi.Security fastapi.params.Depends`
    .trim()
    .split(/\s+/),
);
const DEPENDS = new Set(['fastapi.Depends', 'fastapi.Security', 'fastapi.params.Depends', 'Depends']);

/** A shape that says which members something has, and not what they are. */
function isInterface(target: Target): boolean {
  return target.kind === 'instance' && /^(?:interface|type)$/.test(target.ref.definition.kind);
}

export function resultResolution(core: Core) {
  function callee(ref: CallRef): Target {
    return core.resolve(ref.call.callee, { file: ref.file, definition: ref.call.definition });
  }

  /** What a call of a function of the program gives back. */
  function returned(ref: DefinitionRef): Target {
    const site = { file: ref.file, definition: ref.id };
    const { definition } = ref;
    if (definition.returns) {
      const target = core.annotation(definition.returns, { file: ref.file, definition: definition.parent });
      const container = definition.returns.kind === 'index' && target.kind === 'external';
      const given = isInterface(target) ? givenBack(ref, site) : UNKNOWN;
      // An object literal knows more of its members than the interface that it is declared as.
      if (given.kind === 'value' && given.value.kind === 'dict') return given;
      if (
        target.kind === 'instance' ||
        (target.kind === 'external' && !container && /^[a-z].*\.|^[A-Z]/.test(target.name))
      )
        return target;
    }
    return givenBack(ref, site);
  }

  function givenBack(ref: DefinitionRef, site: Site): Target {
    return core.guarded(`returned\0${ref.file.path}\0${ref.id}`, () => {
      for (const statement of ref.file.statements) {
        if (statement.definition !== ref.id || !statement.value) continue;
        if (statement.kind !== 'return' && statement.kind !== 'yield') continue;
        const target = core.resolve(statement.value, site);
        if (target.kind !== 'unknown' && !isNothing(target)) return target;
      }
      return UNKNOWN;
    });
  }

  /** `{ add: require('./add') }`, `import('./add')`, `require('knex')(…)`: a module that is loaded within an expression. */
  function required({ file, id, call }: CallRef): Target | null {
    if (file.language === 'python' || call.callee.kind !== 'name') return null;
    const module = requiredModule({ kind: 'call', call: id, line: call.line }, file);
    const own = module === null ? null : core.linking.find(file, module);
    if (!own && module !== null && !/^[./]/.test(module))
      return { kind: 'external', name: module.replace(/^node:/, '') };
    if (!own) return null;
    const whole = call.callee.name === 'require' ? core.exported(own, 'default') : UNKNOWN;
    return whole.kind === 'unknown' ? { kind: 'module', file: own } : whole;
  }

  /** `container.resolve(UserService)`, `injector.get(UserService)`: an object of the class that is asked for. */
  function injected({ file, call }: CallRef): Target | null {
    const { callee, arguments: given, definition } = call;
    const first = given[0]?.value;
    const method = callee.kind === 'name' || callee.kind === 'member' ? callee.name : '';
    if (first?.kind !== 'name' || !/(?:^|\.)(?:get|resolve|getInstance)$/.test(method)) return null;
    const target = core.resolve(first, { file, definition });
    return target.kind === 'definition' && target.ref.definition.kind === 'class'
      ? { kind: 'instance', ref: target.ref }
      : null;
  }

  /** Of a context what a provider gives to it, where that is known. */
  function handedDown(ref: CallRef, { name }: Extract<Target, { kind: 'external' }>): Target | null {
    if (!core.linking.asksContext(name)) return null;
    for (const { value, site } of core.provided(ref)) {
      const target = core.resolve(value, site);
      if (target.kind !== 'unknown') return target;
    }
    return null;
  }

  function resultOf(ref: CallRef): Target {
    const module = required(ref);
    if (module) return module;
    const target = callee(ref);
    if (target.kind === 'external' || target.kind === 'unknown') {
      const object = injected(ref);
      if (object) return object;
    }
    switch (target.kind) {
      case 'definition': {
        const { kind } = target.ref.definition;
        return kind === 'function' || kind === 'method' || kind === 'lambda'
          ? returned(target.ref)
          : { kind: 'instance', ref: target.ref };
      }
      case 'external': {
        const first = ref.call.arguments[0]?.value;
        if (first && PASS_THROUGH.has(target.name)) {
          const site = { file: ref.file, definition: ref.call.definition };
          const handed = core.resolve(first, site);
          if (!DEPENDS.has(target.name)) return handed;
          if (handed.kind !== 'definition') return handed.kind === 'external' ? handed : UNKNOWN;
          return handed.ref.definition.kind === 'class'
            ? { kind: 'instance', ref: handed.ref }
            : returned(handed.ref);
        }
        return handedDown(ref, target) ?? target;
      }
      case 'instance': {
        const called = core.ofClassMember(target.ref, '__call__', true, 0);
        return called.kind === 'definition' ? returned(called.ref) : { kind: 'unknown', name: '?' };
      }
      case 'module':
      case 'value':
        return UNKNOWN;
      case 'unknown':
        return target;
    }
    target satisfies never;
    return UNKNOWN;
  }

  return { callee, returned, resultOf };
}
