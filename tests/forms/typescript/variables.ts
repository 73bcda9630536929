/** Variables have other names, and are bound in other ways. */
import { ts } from 'ts-morph';
import { type Edit, eachModule, type Form, fresh, type Project } from '../form.ts';
import { calledFunctions, functionAround, isDotted, renamed, replaced } from './code.ts';
import type { ScriptModule } from './module.ts';

export const scriptNeutral: Form = {
  name: 'ts-neutral',
  summary: 'Variables of functions become local1, local2; parameters stay.',
  language: 'typescript',
  rewrite: ({ scripts }) => eachModule(scripts, neutral),
};

export const scriptForeign: Form = {
  name: 'ts-foreign',
  summary: 'Functions that are only called, and their parameters, have names in another language.',
  language: 'typescript',
  rewrite: (project) => eachModule(project.scripts, (module) => foreign(project, module)),
};

export const destructured: Form = {
  name: 'ts-destructured',
  summary: 'A property that gets a name is destructured: `const { x: y } = a`.',
  language: 'typescript',
  rewrite: ({ scripts }) =>
    eachModule(scripts, (module) => module.nodes.flatMap((node) => apart(module, node))),
};

export const undestructured: Form = {
  name: 'ts-properties',
  summary: 'What is destructured is read property by property.',
  language: 'typescript',
  rewrite: ({ scripts }) =>
    eachModule(scripts, (module) => module.nodes.flatMap((node) => oneByOne(module, node))),
};

function neutral(module: ScriptModule): readonly Edit[] {
  const prefix = fresh(module.text, 'local');
  const done = new Set<ts.Symbol>();
  return module.nodes.flatMap((node) => {
    const declares =
      ts.isIdentifier(node) &&
      (ts.isVariableDeclaration(node.parent) || ts.isBindingElement(node.parent)) &&
      node.parent.name === node;
    if (!declares || !functionAround(node) || isParameter(node) || /^[A-Z]/.test(node.text)) return [];
    const symbol = module.symbolOf(node);
    // A function that a variable holds may be a hook: its name says so.
    if (!symbol || done.has(symbol) || /^use[A-Z]/.test(node.text)) return [];
    done.add(symbol);
    return renamed(module, module.placesOf(symbol), `${prefix}${done.size}`);
  });
}

function isParameter(node: ts.Node): boolean {
  for (let at = node.parent; at && !ts.isFunctionLike(at); at = at.parent)
    if (ts.isParameter(at)) return true;
  return false;
}

const WORDS =
  'islem deger veri sonuc kayit girdi metin sayi valor dato entrada salida texto cuenta wert eingabe ausgabe'.split(
    ' ',
  );

function foreign(project: Project, module: ScriptModule): readonly Edit[] {
  let count = 0;
  const next = () => {
    const word = WORDS[count % WORDS.length] ?? '';
    return fresh(module.text, count++ < WORDS.length ? word : `${word}${count}`);
  };
  return calledFunctions(project, module).flatMap(({ name, uses, made }) => {
    if (/^[A-Z]|^use[A-Z]/.test(name.text)) return [];
    const parameters = made.parameters.flatMap((one) => {
      const symbol = ts.isIdentifier(one.name) ? module.symbolOf(one.name) : undefined;
      return symbol ? renamed(module, module.placesOf(symbol), next()) : [];
    });
    return [...renamed(module, [name, ...uses], next()), ...parameters];
  });
}

function apart(module: ScriptModule, node: ts.Node): readonly Edit[] {
  if (!ts.isVariableDeclaration(node) || !ts.isIdentifier(node.name) || node.type || !node.initializer)
    return [];
  const value = node.initializer;
  if (!ts.isPropertyAccessExpression(value) || value.questionDotToken || !ts.isIdentifier(value.name))
    return [];
  if (hasChain(value) || !ts.isVariableStatement(node.parent.parent)) return [];
  const name = value.name.text === node.name.text ? node.name.text : `${value.name.text}: ${node.name.text}`;
  return [replaced(module, node, `{ ${name} } = ${value.expression.getText()}`)];
}

function hasChain(value: ts.Node): boolean {
  return (value.flags & ts.NodeFlags.OptionalChain) !== 0;
}

function oneByOne(module: ScriptModule, node: ts.Node): readonly Edit[] {
  if (!ts.isVariableStatement(node)) return [];
  const [only, ...more] = node.declarationList.declarations;
  if (!only?.initializer || more.length > 0 || !ts.isObjectBindingPattern(only.name) || only.type) return [];
  if (/^require\(/.test(only.initializer.getText())) return [];
  const plain = only.name.elements.every(
    (one) =>
      ts.isIdentifier(one.name) &&
      !one.initializer &&
      !one.dotDotDotToken &&
      (!one.propertyName || ts.isIdentifier(one.propertyName)),
  );
  const keyword = /^(?:export )?(?:const|let|var)/.exec(node.getText())?.[0];
  if (!plain || !keyword) return [];
  const still = isDotted(only.initializer);
  const whole = still ? only.initializer.getText() : fresh(module.text, `whole${node.pos}`);
  const lines = only.name.elements.map(
    (one) => `${keyword} ${one.name.getText()} = ${whole}.${(one.propertyName ?? one.name).getText()};`,
  );
  const first = still ? [] : [`const ${whole} = ${only.initializer.getText()};`];
  const inner = module.nodes.some(
    (one) =>
      ts.isVariableStatement(one) &&
      one !== node &&
      one.pos >= only.initializer!.pos &&
      one.end <= only.initializer!.end,
  );
  return inner ? [] : [replaced(module, node, [...first, ...lines].join(' '))];
}
