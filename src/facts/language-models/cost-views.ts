/** Where somebody can look at what models and infrastructure cost: pages, endpoints, dashboards. */
import type { Location } from '../../model.ts';
import type { CodeFile, Value } from '../../program/file.ts';
import { lastSegment, valuesThroughCalls } from '../../program/link/values.ts';
import type { Facts } from '../facts.ts';
import { linesSaying } from '../operations/hosting/signs.ts';
import { COST, costsReckoned, isCalled, namesIn, OTHER_DOMAIN, words } from './costs.ts';

/** Paths of overviews: by themselves, or where their handler deals with costs. */
const COST_PATH = /^(?:costs?|spend(?:ing)?|billing|budgets?|expenses?|cost[-_]\w+|\w+[-_]costs?)$/i;
const OVERVIEW =
  /^(?:usage|analytics|stats|statistics|metrics|dashboard|admin|monitoring|insights|observability)$/i;
/** Calls that show something, by their last name. One word each: extend here. */
const SHOWS =
  /^(?:metric|write|markdown|subheader|header|title|dataframe|table|bar_chart|line_chart|area_chart|plotly_chart|altair_chart|caption|info|text|html|BarPlot|LinePlot|Number|Dataframe|Label|Markdown)$/;
const LABEL =
  /\b(?:(?:total|api|llm|estimated|monthly|daily|average|avg|session|token|model|query|cloud|infra\w*)\s+)?(?:costs?|spend(?:ing)?)\b/i;

/** Pages, endpoints and dashboards on which costs can be read. */
export function costViews(facts: Facts): readonly Location[] {
  const reckoned = costsReckoned(facts).length > 0;
  return [
    ...endpoints(facts, reckoned),
    ...(reckoned ? [...screens(facts), ...pages(facts)] : []),
    ...dashboards(facts),
  ];
}

function endpoints(facts: Facts, reckoned: boolean): readonly Location[] {
  return facts.routes
    .filter((route) => route.mounted && route.method !== 'POST')
    .filter((route) => {
      const parts = route.path.split('/').filter((part) => part !== '' && !/^[{<:[*]/.test(part));
      const named = parts.some((part) => COST_PATH.test(part));
      if (!named && !parts.some((part) => OVERVIEW.test(part))) return false;
      if (route.handler === null) return named && reckoned;
      const reached = [...facts.program.reachable(route.handler)].slice(0, 60);
      const all = reached.flatMap((ref) => namesIn(ref));
      const costs = all.some((name) => COST.test(words(name)) && !OTHER_DOMAIN.test(name));
      return costs && reckoned;
    })
    .map(({ file, line }) => ({ path: file.path, line }));
}

/** Figures of a Python screen whose label speaks of costs. */
function screens(facts: Facts): readonly Location[] {
  const found: Location[] = [];
  for (const file of facts.program.filesOf()) {
    if (!file.imports.some((item) => facts.program.isFrom(item.module, 'ui.library'))) continue;
    for (const call of file.calls) {
      const name =
        call.callee.kind === 'name' || call.callee.kind === 'member' ? lastSegment(call.callee.name) : '';
      if (!SHOWS.test(name)) continue;
      if (call.arguments.some(({ value }) => showsCost(value, file)))
        found.push({ path: file.path, line: call.line });
    }
  }
  return found;
}

/** A label that says cost, beside a value; a sentence alone promises. */
function showsCost(value: Value, file: CodeFile): boolean {
  const parts = valuesThroughCalls(value, file);
  const label = parts.some(
    (part) =>
      (part.kind === 'literal' &&
        typeof part.value === 'string' &&
        part.value.length < 80 &&
        LABEL.test(part.value)) ||
      (part.kind === 'template' &&
        part.parts.some((piece) => typeof piece === 'string' && LABEL.test(piece))),
  );
  const figure = parts.some((part) => isFigure(part));
  return figure || (label && parts.length === 1);
}

/** What a figure is written by. */
const WRITTEN: ReadonlySet<string> = new Set(['toFixed', 'toLocaleString', 'toString', 'sum', 'round']);

/** `usd`, `row["usd"]`, `row.usd.toFixed(4)`. */
function isFigure(part: Value): boolean {
  if (part.kind === 'index')
    return part.index.some((one) => one.kind === 'literal' && COST.test(String(one.value)));
  const formatted =
    part.kind === 'name' && WRITTEN.has(lastSegment(part.name))
      ? { ...part, name: part.name.slice(0, part.name.lastIndexOf('.')) }
      : part;
  return isCalled(formatted, COST) && !isCalled(formatted, OTHER_DOMAIN);
}

/** Components of a page that is made for costs, or that shows a value of a cost. */
function pages(facts: Facts): readonly Location[] {
  const found: Location[] = [];
  for (const file of facts.program.filesOf()) {
    const elements = file.calls.filter((call) => call.form === 'jsx');
    if (elements.length === 0) continue;
    const hit = elements.find((call) =>
      call.arguments.some(({ value }) => valuesThroughCalls(value, file).some((part) => isFigure(part))),
    );
    if (hit !== undefined) found.push({ path: file.path, line: hit.line });
  }
  return found;
}

/** Dashboards as files: Grafana's panels, CloudWatch's widgets, tools that do nothing else. */
function dashboards(facts: Facts): readonly Location[] {
  return linesSaying(facts, [
    {
      in: /\.(?:json|ya?ml|jsonnet)$/i,
      with: /"?panels"?\s*:/,
      says: /"?(?:title|expr|legendFormat)"?\s*:\s*"?[^"]{0,120}\b(?:costs?|spend(?:ing)?|\w*_(?:cost|usd|spend)\w*)\b/i,
    },
    { in: /\.tf$/, with: /aws_cloudwatch_dashboard/, says: /AWS\/Billing|EstimatedCharges/ },
    {
      in: /\.(?:ya?ml|json)$/i,
      with: /AWS::CloudWatch::Dashboard|"widgets"/,
      says: /AWS\/Billing|EstimatedCharges/,
    },
    { in: /\.ya?ml$/i, says: /\b(?:image|chart|repository)\s*:\s*["']?\S*(?:kubecost|opencost)/i },
  ]);
}
