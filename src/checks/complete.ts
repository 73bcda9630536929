import { valuesThroughCalls } from '../facts/code/values.ts';
import type { Facts } from '../facts/facts.ts';
import type { Evidence } from '../model.ts';
import { defineCheck, found, no, yes } from './define.ts';

/** More than so many places is not "a few". */
const FEW = 2;
const COMING =
  /\b(coming soon|not (yet )?implemented|under construction|work in progress|todo: implement)\b|em breve|próximamente/i;
const TODO =
  /^\W*(todo|fixme|xxx)\b.*\b(implement|finish|complete|add|write|fill|replace|missing|stub|placeholder)\b|^\W*(placeholder|stub)\b/i;

/** Functions of the application that do nothing, other than by design (abstract, hooks, empty constructors). */
function stubs(facts: Facts): Evidence[] {
  const { program } = facts;
  return program
    .definitions()
    .filter(({ definition, file }) => {
      if (
        !definition.stub ||
        definition.abstract ||
        file.notebook ||
        definition.kind === 'class' ||
        definition.kind === 'lambda'
      )
        return false;
      if (
        /^(__\w+__|constructor|noop|teardown|setUp|tearDown|on[A-Z]\w*|cli|main|callback|app|_)$/.test(
          definition.name,
        )
      )
        return false;
      if (
        definition.decorators.some(
          (item) =>
            /abstract|overload|group|callback|command|property|fixture/.test(JSON.stringify(item)) ||
            facts.line(file.path, item.line).includes('.group'),
        )
      )
        return false;
      const owner = file.definitions[definition.parent];
      // A base class that others fill in: its empty methods are a contract.
      if (owner?.kind === 'class') {
        const name = owner.name;
        if (
          owner.bases.some((base) => /ABC|Protocol|Interface/.test(JSON.stringify(base))) ||
          /^(Base|Abstract|I[A-Z])|(Base|Interface|Protocol|Port)$/.test(name)
        )
          return false;
        if (
          program
            .definitions()
            .some((other) =>
              other.definition.bases.some(
                (base) => base.kind === 'name' && base.name.split('.').at(-1) === name,
              ),
            )
        )
          return false;
      }
      return definition.name !== '';
    })
    .map(({ file, definition }) => facts.evidence(file.path, definition.line));
}

/** What the program's own screens and messages announce but do not have. */
function announced(facts: Facts): Evidence[] {
  const evidence: Evidence[] = [];
  for (const file of facts.program.filesOf()) {
    if (file.notebook) continue;
    for (const call of file.calls) {
      for (const argument of call.arguments) {
        const said = valuesThroughCalls(argument.value, file).find(
          (part) =>
            part.kind === 'literal' &&
            typeof part.value === 'string' &&
            part.value.length < 300 &&
            COMING.test(part.value),
        );
        if (said) evidence.push(facts.evidence(file.path, said.line));
      }
    }
    for (const comment of file.comments)
      if (!comment.docstring && TODO.test(comment.text.replace(/^[#/*\s]+/, '')))
        evidence.push(facts.evidence(file.path, comment.line));
  }
  const seen = new Set<string>();
  return evidence.filter(
    (item) => !seen.has(`${item.path}:${item.line}`) && seen.add(`${item.path}:${item.line}`),
  );
}

/** Imports of own modules that are not there. */
function brokenImports(facts: Facts): Evidence[] {
  const { program } = facts;
  const evidence: Evidence[] = [];
  const paths = new Set(facts.files.map((file) => file.path));
  for (const file of program.filesOf()) {
    for (const item of file.imports) {
      if (!item.module.startsWith('.') || item.typeOnly || program.moduleOf(file, item.module)) continue;
      if (file.language !== 'python') {
        // Styles, pictures, JSON and generated clients are no code files.
        if (
          /\.(css|scss|sass|less|svg|png|jpe?g|gif|json|md|txt|html|wasm|graphql|node|mp3|mp4|ico|webp)(\?.*)?$/i.test(
            item.module,
          ) ||
          /generated|\+types|\.d$/.test(item.module)
        )
          continue;
      } else {
        const dots = /^\.*/.exec(item.module)?.[0].length ?? 1;
        const folder = file.path.split('/').slice(0, -dots).join('/');
        const target = [folder, ...item.module.slice(dots).split('.').filter(Boolean)]
          .filter(Boolean)
          .join('/');
        // A namespace package: a folder without __init__.py.
        if ([...paths].some((path) => path.startsWith(`${target}/`)) || target === '') continue;
      }
      evidence.push(facts.evidence(file.path, item.line));
    }
  }
  return evidence;
}

/** README features that name a file or a known capability of which nothing is there. */
function absentPromises(facts: Facts): Evidence[] {
  const evidence: Evidence[] = [];
  const names = facts.program.calls().map((call) => facts.program.nameOf(call));
  const has = (pattern: RegExp) =>
    names.some((name) => pattern.test(name)) ||
    facts.dependencies.list.some((item) => item.direct && pattern.test(item.name));
  const capabilities: readonly (readonly [RegExp, () => boolean])[] = [
    [/rate.?limit|throttl/i, () => has(/limit|throttl/i)],
    [
      /\bcaching\b|\bcached?\b|\bredis\b/i,
      () =>
        has(/cache|redis|memo/i) ||
        facts.containers.compose.some((service) => /redis|memcached/.test(service.image ?? '')),
    ],
    [
      /\be-?mail (notification|verification|confirmation|task)s?|send(s|ing)? e-?mails?/i,
      () => has(/mail|smtp/i),
    ],
    [
      /\bci\/cd\b|continuous integration|github actions/i,
      () => facts.pipelines.list.some((pipeline) => !pipeline.empty),
    ],
    [
      /\b(unit|integration|automated) tests?\b|\btest suite\b/i,
      () => facts.program.filesOf('test').length > 0,
    ],
    [
      /\bdocker(ized|ised| compose| support)?\b/i,
      () => facts.containers.dockerfiles.length + facts.containers.compose.length > 0,
    ],
    [
      /\bwebsockets?\b/i,
      () =>
        has(/websocket|socket\.?io|channels|^ws$/i) ||
        facts.routes.some((route) => route.method === 'WEBSOCKET'),
    ],
    [/\bcelery\b/i, () => has(/celery/i)],
  ];
  for (const feature of facts.documentation.features) {
    const absent = capabilities.find(([claim, shown]) => claim.test(feature.text) && !shown());
    if (absent) evidence.push(facts.evidence(feature.path, feature.line));
  }
  return evidence;
}

export const complete = defineCheck({
  name: 'complete',
  summary:
    'Nothing is half-built: no stubs, announcements, broken imports or promised features without code (places: none), or a few such places.',
  parameters: (z) => z.strictObject({ places: z.enum(['none', 'few']) }),
  ask: (facts, { places }) => {
    const gaps = facts.documentation.placeholders
      .filter((item) => item.kind === 'coming-soon' || item.kind === 'lorem')
      .map((item) => facts.evidence(item.path, item.line));
    const evidence = [
      ...stubs(facts),
      ...announced(facts),
      ...brokenImports(facts),
      ...absentPromises(facts),
      ...gaps,
    ];
    if (places === 'few') {
      if (evidence.length > FEW)
        return no(`at most ${FEW} half-built places: found ${evidence.length}`, evidence.slice(0, 20));
      return found(evidence, 'half-built places');
    }
    if (evidence.length > 0)
      return no(
        'a repository without stubs, "coming soon", broken imports or absent features',
        evidence.slice(0, 20),
      );
    const first = facts.program.filesOf()[0];
    if (!first) return no('code of its own: there is none');
    return yes([
      {
        path: first.path,
        line: 1,
        text: `no half-built place in ${facts.program.filesOf().length} code files and ${facts.documentation.features.length} promised features`,
      },
    ]);
  },
});
