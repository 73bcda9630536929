/** Where the program reckons what its models and its infrastructure cost. */
import type { Location } from '../../model.ts';
import type { CodeFile, Value } from '../../program/file.ts';
import { descendsAs } from '../../program/link/subclasses.ts';
import { lastSegment, valuesThroughCalls, valuesWithin } from '../../program/link/values.ts';
import type { DefinitionRef } from '../../program/program.ts';
import { wordsOfName } from '../../reading/words.ts';
import type { Facts } from '../facts.ts';
import { linesSaying } from '../operations/hosting/signs.ts';

/** Names of a cost, as {@link words} gives them. */
export const COST = /(?:^|_)(?:costs?|spend(?:ing)?|spent|usd|dollars|price_per|expenses?|billing)(?:_|$)/i;
/** Tokens of a model, not of a session: several, or counted. */
const TOKENS =
  /(?:^|_)tokens(?:_|$)|(?:^|_)token_(?:count|usage|total)|per_(?:1k|1m|million|thousand)_token|usage_metadata/i;
const MOST_CALLERS = 50;
/** Costs of something else than computing. */
export const OTHER_DOMAIN =
  /shipping|medical|treatment|product|purchase|item|unit_?cost|cost_?(?:price|center)|price_?(?:list|range)/i;

/** `totalCost`, `total_cost`, `TOTAL_COST` are the same words. */
export function words(name: string): string {
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
    ...informed(facts).map(({ file, definition }) => ({ path: file.path, line: definition.line })),
    ...reckoners(facts).map(({ file, definition }) => ({ path: file.path, line: definition.line })),
    ...facts.program.filesOf().flatMap((file) => (file.notebook ? [] : pricedTokens(file))),
    ...budgets,
  ];
}

/** Classes that a library tells the price of each call, and that look at it. */
function informed({ program }: Facts): readonly DefinitionRef[] {
  return program
    .definitions('application')
    .filter(
      (ref) =>
        ref.definition.kind === 'class' &&
        descendsAs(program, ref, 'cost.answer') &&
        program
          .callsIn(ref)
          .some(({ call }) =>
            call.arguments.some(({ value }) => value.kind === 'literal' && COST.test(String(value.value))),
          ),
    );
}

/** Functions that make a cost of tokens: both are named in them, or the tokens where they are handed over. */
function reckoners(facts: Facts): readonly DefinitionRef[] {
  return facts.program.definitions('application').filter((ref) => {
    const { definition, file } = ref;
    if (!/^(?:function|method)$/.test(definition.kind) || file.notebook) return false;
    const names = namesIn(ref);
    const cost = [...names, definition.name].find(
      (name) => COST.test(words(name)) && !OTHER_DOMAIN.test(name),
    );
    if (cost === undefined) return false;
    const handed = (): boolean =>
      facts.program
        .callers(ref)
        .slice(0, MOST_CALLERS)
        .some(({ call }) => call.arguments.some(({ value }) => isCalled(value, TOKENS)));
    return names.some((name) => TOKENS.test(words(name))) || handed();
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
      if (part.kind === 'dict')
        return part.entries.some(
          ({ key, value }) => key?.kind === 'literal' && TOKENS.test(String(key.value)) && isPrice(value),
        );
      if (part.kind !== 'operation') return false;
      const factors = valuesWithin(part);
      // (tokens * price + …) / 1 000 000
      if (isPrice(part))
        return (
          factors.some((one) => one.kind === 'operation' && one.operator === '*') &&
          factors.some((one) => isCalled(one, TOKENS))
        );
      if (part.operator !== '*') return false;
      return factors.some((one) => isCalled(one, TOKENS)) && factors.some((one) => isPrice(one));
    })
    .map(({ line }) => ({ path: file.path, line }));
}

/** The last part of a name says it. */
export function isCalled(value: Value, what: RegExp): boolean {
  return (value.kind === 'name' || value.kind === 'member') && what.test(words(lastSegment(value.name)));
}

function isPrice(value: Value): boolean {
  if (value.kind === 'literal')
    return typeof value.value === 'number' && value.value > 0 && value.value < 0.01;
  const by = value.kind === 'operation' && value.operator === '/' ? value.operands[1] : undefined;
  return by?.kind === 'literal' && (by.value === 1_000 || by.value === 1_000_000);
}

/** All names that a definition uses: parameters, targets, keys, attributes. */
export function namesIn({ definition, file, id }: DefinitionRef): readonly string[] {
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
