/** Names in other languages. */
import { type Edit, eachModule, type Form, fresh, type Project } from '../form.ts';
import { calledFunctions, parametersOf } from './code.ts';
import type { PythonModule } from './module.ts';
import { fieldOf, namedIn } from './tree.ts';

/** Turkish, Spanish, German: they say nothing of what a function does here. */
const WORDS =
  'islem deger veri sonuc kayit girdi metin sayi valor dato entrada salida texto cuenta wert eingabe ausgabe zeile menge'.split(
    ' ',
  );

export const foreignNames: Form = {
  name: 'foreign',
  summary: 'Functions that are only called, and their parameters, have names in another language.',
  language: 'python',
  rewrite: (project) => eachModule(project.python, (module) => renamed(project, module)),
};

function renamed(project: Project, module: PythonModule): readonly Edit[] {
  let count = 0;
  const next = () => {
    const word = WORDS[count % WORDS.length] ?? '';
    const name = fresh(
      module.text,
      count < WORDS.length ? word : `${word}_${Math.floor(count / WORDS.length)}`,
    );
    count++;
    return name;
  };
  return calledFunctions(project, module).flatMap(({ definition, name, calls }) => {
    const own = next();
    const edits: Edit[] = [];
    const definedAs = fieldOf(definition, 'name');
    if (definedAs) edits.push({ start: definedAs.start, end: definedAs.end, text: own });
    for (const call of calls) edits.push({ start: call.start, end: call.start + name.length, text: own });
    for (const parameter of parametersOf(definition) ?? []) {
      const renamed = next();
      const uses = module.names.filter((one) => one.name === parameter.name && one.scope === definition);
      const hidden = definition.text.includes('nonlocal') || /\{\w+=\}/.test(definition.text);
      if (hidden) continue;
      edits.push(...uses.map(({ node }) => ({ start: node.start, end: node.end, text: renamed })));
      for (const call of calls)
        for (const given of namedIn(fieldOf(call, 'arguments')).filter(
          ({ type }) => type === 'keyword_argument',
        )) {
          const keyword = fieldOf(given, 'name');
          if (keyword?.text === parameter.name)
            edits.push({ start: keyword.start, end: keyword.end, text: renamed });
        }
    }
    return edits;
  });
}
