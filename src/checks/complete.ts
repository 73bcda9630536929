import { absentModules } from '../facts/code/absent-modules.ts';
import { requestsWithoutRoute } from '../facts/code/client-calls.ts';
import { announcements, openNotes, stubFunctions, type Unfinished } from '../facts/code/unfinished.ts';
import { CAPABILITIES, traceOf } from '../facts/capabilities.ts';
import { referencesIn } from '../facts/documentation/references.ts';
import type { Facts } from '../facts/facts.ts';
import type { Evidence } from '../model.ts';
import { defineCheck, found, no, yes } from './define.ts';

const FEW = 2;
export function places(facts: Facts): { kind: string; at: Unfinished }[] {
  const out: { kind: string; at: Unfinished }[] = [];
  const add = (kind: string, list: readonly Unfinished[]) => { for (const at of list) out.push({ kind, at }); };
  const { program, documentation } = facts;
  add('stub', stubFunctions(program));
  add('announce', announcements(program));
  add('note', openNotes(program));
  add('import', absentModules(program, facts.files.map((f) => f.path)));
  add('request', requestsWithoutRoute(program, facts.routes));
  add('empty', program.filesOf().filter((f) => !/__init__|\.d\.ts$|py\.typed/.test(f.path) && !f.notebook && f.errors.length === 0 && f.definitions.length + f.calls.length + f.assignments.length + f.imports.length + f.exports.length + f.statements.length === 0).map((f) => ({ path: f.path, line: 1, what: 'empty' })));
  add('emptytest', program.filesOf('test').filter((f) => !/__init__|conftest/.test(f.path) && f.definitions.length + f.calls.length + f.assignments.length + f.imports.length === 0).map((f) => ({ path: f.path, line: 1, what: 'empty test' })));
  add('parse', program.filesOf().filter((f) => f.errors.length > 0).map((f) => ({ path: f.path, line: f.errors[0]!.line, what: f.errors[0]!.reason })));
  add('pipeline', facts.pipelines.list.filter((p) => p.empty).map((p) => ({ path: p.path, line: 1, what: 'empty pipeline' })));
  const paths = facts.files.map((f) => f.path);
  const readme = documentation.readme;
  if (readme) {
    const text = facts.text(readme.path) ?? '';
    const seen = new Set<string>();
    for (const ref of referencesIn(readme, text)) {
      const tail = ref.path.split('/').slice(-2).join('/');
      const base = ref.path.split('/').at(-1) ?? '';
      const there = paths.some((p) => p === ref.path || p.endsWith(`/${ref.path}`) || p.endsWith(`/${tail}`) || p === tail);
      const anywhere = paths.some((p) => p === base || p.endsWith(`/${base}`));
      if (!there && !seen.has(ref.path)) { seen.add(ref.path); add(ref.tree ? (anywhere ? 'tree-moved' : 'tree') : anywhere ? 'ref-moved' : 'ref', [{ path: readme.path, line: ref.line, what: ref.path }]); }
    }
    const trace = traceOf(facts);
    for (const feature of documentation.features) {
      const c = CAPABILITIES.find((one) => one.promise.test(feature.text) && !one.shown(trace));
      if (c) add('feature', [{ path: feature.path, line: feature.line, what: `${feature.text.slice(0, 80)} ${c.promise}`.slice(0,120) }]);
    }
  }
  add('soon', documentation.placeholders.filter((p) => p.kind === 'coming-soon' || p.kind === 'lorem').map((p) => ({ path: p.path, line: p.line, what: `${p.kind} ${p.text}` })));
  for (const s of facts.containers.compose) {
    if (s.build && s.build.context !== null) {
      const f = [s.build.context, s.build.dockerfile ?? 'Dockerfile'].filter(Boolean).join('/');
      const g = s.build.dockerfile ?? '';
      if (!paths.includes(f) && !paths.includes(g)) add('compose', [{ path: s.path, line: s.build.line, what: f }]);
    }
  }
  for (const d of facts.containers.dockerfiles) for (const c of d.copies) if (c.from === null) for (const s of c.sources) {
    const clean = s.replace(/^\.?\//, '').replace(/\/$/, '');
    if (clean === '' || clean === '.' || /[*$?]|https?:/.test(clean)) continue;
    const there = paths.some((p) => p === clean || p.startsWith(`${clean}/`) || p.endsWith(`/${clean}`) || p.includes(`/${clean}/`));
    if (!there) add('copy', [{ path: d.path, line: c.line, what: s }]);
  }
  return out;
}

export const complete = defineCheck({
  name: 'complete',
  summary: 'x',
  parameters: (z) => z.strictObject({ places: z.enum(['none', 'few']) }),
  ask: (facts, { places: p }) => {
    const all = places(facts);
    const evidence: Evidence[] = all.map((o) => ({ path: o.at.path, line: o.at.line, text: `[${o.kind}] ${o.at.what}` }));
    if (p === 'few') return evidence.length > FEW ? no('few', evidence.slice(0, 20)) : found(evidence, 'places');
    return evidence.length > 0 ? no('none', evidence) : yes([{ path: 'x', line: 1, text: 'no half-built' }]);
  },
});
