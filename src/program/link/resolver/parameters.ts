/** What a parameter is: by its annotation, its default, or what callers hand in. */
import type { Parameter } from '../../file.ts';
import type { Site, Target } from '../../program.ts';
import { type Core, UNKNOWN } from './core.ts';

export function parameterResolution(core: Core) {
  function ofParameter(parameter: Parameter, site: Site): Target {
    return core.guarded(parameter, () => {
      if (parameter.annotation) {
        const target = core.annotation(parameter.annotation, site);
        if (target.kind !== 'unknown' && !(parameter.default?.kind === 'call' && target.kind === 'external'))
          return target;
      }
      if (parameter.default?.kind === 'call') {
        const target = core.resultOf(core.linking.callOf(site.file, parameter.default.call));
        if (target.kind !== 'unknown') return target;
      }
      const typed = parameter.annotation ? core.annotation(parameter.annotation, site) : UNKNOWN;
      return typed.kind !== 'unknown' ? typed : ofArguments(parameter, site);
    });
  }

  /** What callers hand in for a parameter that says nothing of itself. */
  function ofArguments(parameter: Parameter, site: Site): Target {
    const definition = site.file.definitions[site.definition];
    if (!definition || definition.kind === 'lambda' || definition.name === '') return UNKNOWN;
    const owner = site.file.definitions[definition.parent];
    const constructs =
      owner?.kind === 'class' && (definition.name === '__init__' || definition.name === 'constructor');
    const position = definition.parameters.indexOf(parameter);
    const hasSelf = site.file.language === 'python' && owner?.kind === 'class' && !definition.static;
    for (const ref of core.linking.callsNamed(constructs ? owner.name : definition.name).slice(0, 6)) {
      const target = core.callee(ref);
      if (target.kind !== 'definition') continue;
      if (target.ref.definition !== definition && !(constructs && target.ref.definition === owner)) continue;
      const plain = ref.call.arguments.filter((argument) => argument.name === null);
      const given =
        ref.call.arguments.find((argument) => argument.name === parameter.name) ??
        plain[hasSelf ? position - 1 : position];
      if (!given) continue;
      const handed = core.resolve(given.value, { file: ref.file, definition: ref.call.definition });
      if (handed.kind !== 'unknown') return handed;
    }
    return UNKNOWN;
  }

  return { ofParameter, ofArguments };
}
