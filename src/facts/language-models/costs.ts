/** What the program knows of its own costs: where it reckons them, and where somebody can look at them. */

import type { Location } from '../../model.ts';
import type { CodeFile, Value } from '../../program/file.ts';
import { lastSegment, valuesThroughCalls, valuesWithin } from '../../program/link/values.ts';
import type { DefinitionRef } from '../../program/program.ts';
import { wordsOfName } from '../../reading/words.ts';
import type { Facts } from '../facts.ts';
import { linesSaying } from '../operations/hosting/signs.ts';

const COST = /(?:^|_)(?:costs?|spend(?:ing)?|spent|usd|dollars|price_per|expenses?|billing)(?:_|$)/i;
/** Tokens of a model, not of a session: several, or counted. */
const TOKENS =
  /(?:^|_)tokens(?:_|$)|(?:^|_)token_(?:count|usage|total)|per_(?:1k|1m|million|thousand)_token|usage_metadata/i;
/** Paths of overviews: by themselves, or where their handler deals with costs. */
const COST_PATH = /^(?:costs?|spend(?:ing)?|billing|budgets?|expenses?|cost[-_]\w+|\w+[-_]costs?)$/i;
const OVERVIEW =
  /^(?:usage|analytics|stats|statistics|metrics|dashboard|admin|monitoring|insights|observability)$/i;
/** Calls that show something, by their last name. One word each: extend here. */
const SHOWS =
  /^(?:metric|write|markdown|subheader|header|title|dataframe|table|bar_chart|line_chart|area_chart|plotly_chart|altair_chart|caption|info|text|html|BarPlot|LinePlot|Number|Dataframe|Label|Markdown)$/;
const LABEL =
  /\b(?:(?:total|api|llm|estimated|monthly|daily|average|avg|session|token|model|query|cloud|infra\w*)\s+)?(?:costs?|spend(?:ing)?)\b/i;
const OTHER_DOMAIN =
  /shipping|medical|treatment|product|purchase|item|unit_?cost|cost_?(?:price|center)|price_?(?:list|range)/i;

/** `totalCost`, `total_cost`, `TOTAL_COST` are the same words. */
function words(name: string): string {
  return wordsOfName(name).join('_');
}

/** Places that reckon what model calls or infrastructure cost. */
export function costsReckoned(facts: Facts): readonly Location[] {
  const { program } = facts;
  const calls = program
    .callsAs('cost.answer')
    .map(({ file, call }) => ({ path: file.path, line: call.line }));
  const budgets = linesSaying(facts, [
    {
      in: /\.tf$/,
      says: /^\s*resource\s+"(?:aws_budgets_budget|google_billing_budget|azurerm_consumption_budget\w*|aws_ce_\w+)"/,
    },
    { in: /\.ya?ml$/i, says: /AWS::Budgets::Budget|infracost/ },
  ]);
  return [
    ...calls,
    ...reckoners(facts).map(({ file, definition }) => ({ path: file.path, line: definition.line })),
    ...facts.program.filesOf().flatMap((file) => (file.notebook ? [] : pricedTokens(file))),
    ...budgets,
  ];
}

/** Functions that make a cost of tokens: both are named in them. */
function reckoners(facts: Facts): readonly DefinitionRef[] {
  return facts.program.definitions('application').filter((ref) => {
    const { definition, file } = ref;
    if (!/^(?:function|method)$/.test(definition.kind) || file.notebook) return false;
    const names = namesIn(ref);
    const cost = [...names, definition.name].find(
      (name) => COST.test(words(name)) && !OTHER_DOMAIN.test(name),
    );
    return cost !== undefined && names.some((name) => TOKENS.test(words(name)));
  });
}

/** Tokens times a price: less than a cent each, or so much for thousands of them. */
function pricedTokens(file: CodeFile): readonly Location[] {
  const values = [
    ...file.assignments.map(({ value }) => value),
    ...file.statements.map(({ value }) => value),
    ...file.calls.flatMap((call) => call.arguments.map(({ value }) => value)),
  ];
  return values
    .flatMap((value) => (value === null ? [] : valuesWithin(value)))
    .filter((part) => {
      if (part.kind !== 'operation' || part.operator !== '*') return false;
      const factors = valuesWithin(part);
      return factors.some((one) => isCalled(one, TOKENS)) && factors.some((one) => isPrice(one));
    })
    .map(({ line }) => ({ path: file.path, line }));
}

/** The last part of a name says it. */
function isCalled(value: Value, what: RegExp): boolean {
  return (value.kind === 'name' || value.kind === 'member') && what.test(words(lastSegment(value.name)));
}

function isPrice(value: Value): boolean {
  if (value.kind === 'literal')
    return typeof value.value === 'number' && value.value > 0 && value.value < 0.01;
  const by = value.kind === 'operation' && value.operator === '/' ? value.operands[1] : undefined;
  return by?.kind === 'literal' && (by.value === 1_000 || by.value === 1_000_000);
}

/** All names that a definition uses: parameters, targets, keys, attributes. */
function namesIn({ definition, file, id }: DefinitionRef): readonly string[] {
  const names: string[] = [...definition.parameters.map(({ name }) => name)];
  const add = (value: Value): void => {
    for (const part of valuesThroughCalls(value, file)) {
      if (part.kind === 'name') names.push(lastSegment(part.name));
      else if (part.kind === 'member') names.push(part.name);
      else if (part.kind === 'dict')
        for (const { key } of part.entries) if (key?.kind === 'literal') names.push(String(key.value));
      if (part.kind === 'index')
        for (const one of part.index) if (one.kind === 'literal') names.push(String(one.value));
    }
  };
  for (const one of file.assignments) {
    if (one.definition !== id) continue;
    add(one.target);
    if (one.value !== null) add(one.value);
  }
  for (const one of file.calls) {
    if (one.definition !== id) continue;
    for (const { name, value } of one.arguments) {
      if (name !== null) names.push(name);
      add(value);
    }
  }
  for (const one of file.statements) if (one.definition === id && one.value !== null) add(one.value);
  return names;
}

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
  const figure = parts.some((part) => isCalled(part, COST));
  return figure || (label && parts.length === 1);
}

/** Components of a page that is made for costs, or that shows a value of a cost. */
function pages(facts: Facts): readonly Location[] {
  const found: Location[] = [];
  for (const file of facts.program.filesOf()) {
    const elements = file.calls.filter((call) => call.form === 'jsx');
    if (elements.length === 0) continue;
    const hit = elements.find((call) =>
      call.arguments.some(({ value }) =>
        valuesThroughCalls(value, file).some((part) => isCalled(part, COST) && !isCalled(part, OTHER_DOMAIN)),
      ),
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
