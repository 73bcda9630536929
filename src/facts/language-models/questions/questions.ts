/** Questions about tables: how a model answers them, and what comes of the answer. */

import type { CodeFile, Value } from '../../../program/file.ts';
import { anyFlowsFrom, type Origin, originsOf } from '../../../program/flow/flow.ts';
import { calleeParts, given, siteOf } from '../../../program/link/calls.ts';
import { lastSegment, valuesThroughCalls, valuesWithin } from '../../../program/link/values.ts';
import type { CallRef } from '../../../program/program.ts';
import { entryOfWeak } from '../../../reading/collections.ts';
import type { Facts } from '../../facts.ts';
import { UNKNOWN_MODELS } from '../../interfaces/requests.ts';
import { wordsIn } from '../../interfaces/screen.ts';
import { ASKS_FOR_CODE, TABLE_SQL, WRITTEN_TO_RUN } from './names.ts';
import { fieldsFilled, plansCarriedOut } from './plans.ts';
import { type CodePlace, interpreters, toolsOnTables } from './tools.ts';

/** A model that is run by a call, whatever it is called: known ones, and own adapters by their names. */
export function modelCalls(facts: Facts): readonly CallRef[] {
  return entryOfWeak(known, facts, () => {
    const chats = facts.models.filter(({ purpose }) => purpose === 'chat').map(({ call }) => call);
    const own = facts.program.calls().filter(({ call, file }) => {
      if (call.form !== 'call' || file.notebook || call.callee.kind !== 'name') return false;
      const [receiver, method] = [
        call.callee.name.split('.').slice(0, -1).join('.'),
        lastSegment(call.callee.name),
      ];
      return (
        /llm|gpt|gemini|ollama|openai|claude|groq|chain|agent(?!s)|model_client/i.test(receiver) &&
        UNKNOWN_MODELS.has(method) &&
        call.arguments.length > 0
      );
    });
    return [...new Set([...chats, ...own])];
  });
}

const known = new WeakMap<Facts, readonly CallRef[]>();

const isCode = (file: CodeFile): boolean => !file.notebook;

/** Where tables are read at all. */
export function tableReads(facts: Facts): readonly CodePlace[] {
  const calls = facts.program
    .callsAs('table.read')
    .filter(({ file }) => isCode(file))
    .map(placeOf);
  const queries = facts.program
    .calls()
    .filter(
      ({ call, file }) =>
        isCode(file) &&
        call.arguments.some(
          ({ value }) =>
            value.kind === 'literal' && typeof value.value === 'string' && TABLE_SQL.test(value.value),
        ),
    );
  return [...calls, ...queries.map(placeOf)];
}

function placeOf({ file, call }: CallRef): CodePlace {
  return { path: file.path, line: call.line };
}

/**
 * Where a question becomes an analysis: an agent that is handed the table, code or a query of the model's that is run, a
 * plan of the model's by which the table is worked on, a tool of the model's that works on it.
 */
export function analysesOf(facts: Facts): readonly CodePlace[] {
  return entryOfWeak(analyses, facts, () => {
    const { program } = facts;
    const agents = program.callsAs('table.agent').filter(({ file }) => isCode(file));
    const models = new Set(modelCalls(facts));
    if (agents.length > 0) return agents.map(placeOf);
    if (models.size === 0) return [];
    const isModel = (call: CallRef): boolean => models.has(call);
    const run = program.calls().filter((call) => {
      if (!isCode(call.file) || call.call.form === 'jsx' || models.has(call)) return false;
      // What an own function runs is seen inside it.
      if (program.targetsOf(call).length > 0) return false;
      const name = program.nameOf(call);
      if (
        !program.means(name, 'code.runner') &&
        !program.means(name, 'table.work') &&
        !program.means(name, 'chart.figure')
      )
        return false;
      const starts = call.call.arguments
        .slice(0, 4)
        .map(({ value }): Origin => ({ value, site: siteOf(call) }));
      return (
        anyFlowsFrom(program, starts, isModel, { most: 300, skip: (one) => isChosen(facts, one) }) !== null
      );
    });
    const coders = program
      .callsAs('code.agent')
      .filter((call) => isCode(call.file) && isHandedTable(facts, call));
    const isField = fieldsFilled(program, models);
    const plans = plansCarriedOut(facts, isModel, (one) => isChosen(facts, one), isField);
    const found = [
      ...[...coders, ...run].map(placeOf),
      ...toolsOnTables(facts),
      ...interpreters(facts),
      ...plans,
    ];
    return found.length > 0 ? found : throughState(facts);
  });
}

function isHandedTable({ program }: Facts, call: CallRef): boolean {
  const starts = call.call.arguments.map(({ value }): Origin => ({ value, site: siteOf(call) }));
  return anyFlowsFrom(program, starts, (one) => program.means(one, 'table.read'), { most: 300 }) !== null;
}

const CHOICES = new Set(
  `selectbox multiselect radio slider columns Dropdown Radio number_input checkbox text_input chat_input text_area button`.split(
    ' ',
  ),
);

/** The table itself, and what the user picks from a list, are not what a model made. */
function isChosen(facts: Facts, { value, site }: Origin): boolean {
  if (value.kind === 'name')
    return /(?:^|[._])(?:df|data|dataframe|dataset|columns?|\w{0,20}_cols?|\w{0,20}_df|\w{0,20}_data)$/i.test(
      value.name,
    );
  if (value.kind !== 'call') return false;
  const name = facts.program.nameOf(facts.program.callOf(site.file, value.call));
  return facts.program.isFrom(name, 'ui.library') && CHOICES.has(lastSegment(name));
}

const analyses = new WeakMap<Facts, readonly CodePlace[]>();

/** Between the steps of a graph the flow is not seen: code is asked for here, and what is called so is run there. */
function throughState(facts: Facts): readonly CodePlace[] {
  const { program } = facts;
  const asks = modelCalls(facts).some((call) => {
    const starts = call.call.arguments.map(({ value }): Origin => ({ value, site: siteOf(call) }));
    return originsOf(program, starts, { most: 1500 }).some(
      ({ value, site }) =>
        (value.kind === 'template' || value.kind === 'literal') &&
        ASKS_FOR_CODE.test(wordsIn(value, site.file)),
    );
  });
  if (!asks && !modelCalls(facts).some(({ file }) => isCode(file))) return [];
  if (!asks && !program.filesOf().some(promptsForCode)) return [];
  return program
    .callsAs('code.runner')
    .filter(
      ({ file, call }) =>
        isCode(file) &&
        call.form !== 'jsx' &&
        call.arguments.some(
          ({ value }) =>
            !isOwnQuery(facts, { value, site: { file, definition: call.definition } }) &&
            valuesWithin(value).some(
              (part) => (part.kind === 'name' || part.kind === 'member') && WRITTEN_TO_RUN.test(part.name),
            ),
        ),
    )
    .map(placeOf);
}

/** SQL that the program itself puts together. */
function isOwnQuery(facts: Facts, start: Origin): boolean {
  return originsOf(facts.program, [start], { most: 1500 }).some(
    ({ value, site }) =>
      (value.kind === 'template' || value.kind === 'literal') &&
      /^\s*(?:select|insert|create|update|with|delete|pragma)\b/i.test(wordsIn(value, site.file)),
  );
}

/** A prompt written out: it speaks to somebody, and asks for SQL or code. */
function promptsForCode(file: CodeFile): boolean {
  const isPrompt = (value: Value): boolean => {
    const text = value.kind === 'literal' || value.kind === 'template' ? wordsIn(value, file) : '';
    return (
      text.length > 80 &&
      /\byou are\b|return only|respond with|only return/i.test(text) &&
      ASKS_FOR_CODE.test(text)
    );
  };
  return (
    isCode(file) &&
    (file.assignments.some(({ value }) => value !== null && isPrompt(value)) ||
      file.statements.some(({ value }) => value !== null && isPrompt(value)) ||
      file.calls.some((call) => call.arguments.some(({ value }) => isPrompt(value))))
  );
}

/** Model calls that are told about a table: its rows, its summary, documents made of it. */
export function modelCallsOnTables(facts: Facts): readonly CodePlace[] {
  const { program } = facts;
  // The text of a file that is asked to be CSV is the table as it stands.
  const asked = facts.uploads.some((upload) => upload.asked.some(({ kind }) => kind === 'csv'));
  const texts = new Set(asked ? facts.uploads.flatMap(({ readsText }) => readsText) : []);
  const reads = (call: CallRef): boolean =>
    texts.has(call) || program.means(program.nameOf(call), 'table.read', 'table.described');
  const direct = modelCalls(facts).filter((call) => {
    if (!isCode(call.file)) return false;
    return anyFlowsFrom(program, toldTo(call), reads, { most: 1500 }) !== null;
  });
  if (direct.length > 0) return direct.map(placeOf);
  // The prompt speaks of the data.
  return modelCalls(facts)
    .filter((call) => isCode(call.file) && speaksOfData(facts, call))
    .map(placeOf);
}

/** What a call is given, and what the chain is made of that it runs. */
function toldTo(call: CallRef): readonly Origin[] {
  const chain = calleeParts(call.call.callee);
  return [...given(call), ...(chain ? [{ value: chain.of, site: siteOf(call) }] : [])];
}

function speaksOfData(facts: Facts, call: CallRef): boolean {
  return originsOf(facts.program, toldTo(call), { most: 500 }).some(({ value, site }) =>
    valuesThroughCalls(value, site.file).some(
      (part) =>
        (part.kind === 'name' &&
          /(?:^|[._])(?:df|dataframe|dataset|csv|columns|schema|preview|summary_stats|table_name|tables?)(?:$|[._])/i.test(
            part.name,
          )) ||
        (part.kind === 'template' &&
          part.parts.some(
            (piece) =>
              typeof piece === 'string' &&
              /\b(?:columns?|data ?set|dataframe|csv|rows|table|schema)\b/i.test(piece),
          )),
    ),
  );
}
