/** Whether a question is broken into parts: a model yields sub-questions or steps, and they are worked off. */
import type { Location } from '../../../model.ts';
import type { Value } from '../../../program/file.ts';
import { anyFlowsFrom, flowsFrom } from '../../../program/flow/flow.ts';
import { isAlive } from '../../../program/life/alive.ts';
import { argument, lastName, siteOf } from '../../../program/link/calls.ts';
import { lastSegment, valuesThroughCalls } from '../../../program/link/values.ts';
import type { CallRef, DefinitionRef, Program } from '../../../program/program.ts';
import { baseName } from '../../../reading/text-file.ts';
import type { Facts } from '../../facts.ts';
import { type Agents, agentsOf } from './agents.ts';
import { putByNodes } from './graph-state.ts';
import { DECOMPOSES, PLANNER_NAME, SEARCH_PLAN, textsIn } from './prompts.ts';
import { workedLists } from './work.ts';

export interface Decomposition {
  /** Where the parts come from. */
  readonly planned: readonly Location[];
  /** Where they are worked off. */
  readonly worked: readonly Location[];
}

/** What lists of parts are called. */
const PARTS =
  /^(?:sub_?\w*|plan|plans|steps?|plan_?steps|(?:research_|search_)?(?:plan|tasks?|queries|questions|topics|steps|items)|tasks?|to_?dos?|sections?|outline|searches|sub_?tasks|assignments|\w+_(?:queries|questions|tasks|steps|subtasks|sections|topics))$/i;
/** A label or a log line is no prompt. */
const SHORTEST_PROMPT = 44;
const MOST_PLANNERS = 12;
const MOST_VALUES = 250;
/** Reading a list off an answer. */
const PARSES =
  /(?:json|parse|loads|split|findall|matchAll|extract|model_validate|structured)\w*$|with_structured_output|withStructuredOutput/i;
/** What is found, or what the model wants done next, is no part of the question. */
const NO_PARTS =
  /tool_?calls?|choices|chunks?|messages?|stream|generations|candidates|claims?|sources?|results?|documents?|docs|citations?|entities|findings|papers?|articles?|urls?|links|events?|lines?|words|tokens|files|rows|items|history$/i;
const PLAN_LIKE = /plan|quer|question|task|step|section|topic|search|todo|outline/i;

/** By a library that plans by itself, or by a planner of the program and a loop over what it yields. */
export function decompositionOf(facts: Facts): Decomposition {
  const { program } = facts;
  const agents = agentsOf(facts);
  const itself = [
    ...program.callsAs('agent.planner'),
    ...program.callsAs('agent.plan').filter((ref) => isOn(program.argumentOf(ref, 'planning'))),
  ]
    .filter((ref) => isAlive(program, siteOf(ref)))
    .map(placeOf);
  const planners = plannersOf(program, agents);
  const names = new Set(planners.flatMap((ref) => partsNamed(program, ref)));
  const worked = planners.length === 0 ? [] : workedOff(program, agents, planners, names);
  const answered = answersWorkedOff(program, agents);
  return {
    planned: [
      ...itself,
      ...planners.map(({ file, definition }) => ({ path: file.path, line: definition.line })),
      ...agentPlanners(program, agents),
      ...answered,
    ],
    worked: [...itself, ...worked, ...agentWork(program, agents), ...answered],
  };
}

function placeOf({ file, call }: CallRef): Location {
  return { path: file.path, line: call.line };
}

function isOn(value: Value | null): boolean {
  return value !== null && !(value.kind === 'literal' && !value.value);
}

/** Functions and methods that ask a model for parts of the question. */
function plannersOf(program: Program, { thinks }: Agents): readonly DefinitionRef[] {
  return program.definitions('application').filter((ref) => {
    const { definition, file } = ref;
    if (!/^(?:function|method)$/.test(definition.kind) || file.notebook) return false;
    const owner =
      definition.kind === 'method' ? program.definitionOf({ file, definition: definition.parent }) : null;
    const asks = (one: DefinitionRef): boolean => {
      const plans = PLANNER_NAME.test(
        `${one.definition.name} ${owner?.definition.name ?? ''} ${baseName(file.path)}`,
      );
      return textsIn(program, one).some((text) => asksForParts(text, plans));
    };
    if (
      !asks(ref) &&
      !(owner !== null && PLAN_LIKE.test(`${definition.name} ${owner.definition.name}`) && asks(owner))
    )
      return false;
    return thinks(ref);
  });
}

/** Agents of a library that are told to plan, outside of functions too. */
function agentPlanners(program: Program, { list }: Agents): readonly Location[] {
  return list
    .filter(({ call }) => call !== null && tellsToPlan(program, call))
    .map(({ path, line }) => ({ path, line }));
}

function tellsToPlan(program: Program, { file, call }: CallRef): boolean {
  const site = { file, definition: call.definition };
  return call.arguments.some(({ value }) =>
    valuesThroughCalls(value, file).some((part) => {
      const text = program.constant(part, site);
      return (
        typeof text === 'string' &&
        asksForParts(
          text,
          call.arguments.some(({ value: one }) =>
            PLANNER_NAME.test(String(program.constant(one, site) ?? '').slice(0, 60)),
          ),
        )
      );
    }),
  );
}

function asksForParts(text: string, plans: boolean): boolean {
  return text.length > SHORTEST_PROMPT && (DECOMPOSES.test(text) || (plans && SEARCH_PLAN.test(text)));
}

/** Names under which a planner hands its parts on: keys, targets, fields of the shape that it asks for. */
function partsNamed(program: Program, ref: DefinitionRef): readonly string[] {
  const { file, id } = ref;
  const names: string[] = [];
  const put = (name: string): void => {
    if (PARTS.test(name)) names.push(name);
  };
  const look = (value: Value): void => {
    for (const part of valuesThroughCalls(value, file)) {
      if (part.kind === 'dict')
        for (const { key } of part.entries) if (key?.kind === 'literal') put(String(key.value));
      if (part.kind === 'index')
        for (const one of part.index) if (one.kind === 'literal') put(String(one.value));
      if (part.kind !== 'name' && part.kind !== 'member') continue;
      put(lastSegment(part.name));
      // `with_structured_output(Plan)`: the fields of Plan.
      const target =
        part.kind === 'name' && /^[A-Z]/.test(lastSegment(part.name))
          ? program.resolve(part, { file, definition: id })
          : null;
      if (target?.kind === 'definition') for (const field of target.ref.definition.fields) put(field.name);
    }
  };
  for (const one of file.assignments)
    if (one.definition === id) {
      look(one.target);
      if (one.value !== null) look(one.value);
    }
  for (const one of file.statements) if (one.definition === id && one.value !== null) look(one.value);
  for (const one of file.calls) if (one.definition === id) for (const { value } of one.arguments) look(value);
  return names;
}

/** The loops over the parts that planners yield: by what they are called, or because they flow there. */
function workedOff(
  program: Program,
  { thinks }: Agents,
  planners: readonly DefinitionRef[],
  names: ReadonlySet<string>,
): readonly Location[] {
  const yields = (call: CallRef): boolean => {
    const target = program.callee(call);
    return target.kind === 'definition' && planners.includes(target.ref);
  };
  return workedLists(program, thinks).filter(({ list, file, definition, picked }) => {
    if (valuesThroughCalls(list, file).some((value) => isPart(value, names))) return true;
    // Any answer has a first item: only a part's name says more.
    if (picked) return false;
    // `queries = [topic, *state.sub_questions]`
    const site = { file, definition };
    const assigned = list.kind === 'name' ? program.assignmentsTo(list.name, site) : [];
    const named = assigned.some(
      ({ file: home, assignment }) =>
        assignment.value !== null &&
        valuesThroughCalls(assignment.value, home).some((value) => isPart(value, names)),
    );
    return (
      named ||
      (planners.length <= MOST_PLANNERS && flowsFrom(program, list, site, yields, { most: 400 }) !== null)
    );
  });
}

/** A list that a model answered with, read off its text or asked for as a shape, and worked off: whatever the prompt says. */
function answersWorkedOff(program: Program, { nodes, thinks, asks }: Agents): readonly Location[] {
  const options = { most: MOST_VALUES };
  return workedLists(program, thinks).filter(({ list, file, definition, picked }) => {
    const site = { file, definition };
    const shared = putByNodes(program, nodes, list, site);
    if (list.kind === 'call' || (picked && shared.length === 0)) return false;
    const starts = [{ value: list, site }, ...shared];
    if (anyFlowsFrom(program, starts, asksForShape, options) !== null) return true;
    const name = lastName(list);
    if (NO_PARTS.test(name)) return false;
    return (
      anyFlowsFrom(program, starts, (call) => PARSES.test(program.nameOf(call)), options) !== null &&
      anyFlowsFrom(program, starts, asks, options) !== null
    );
  });
}

/** It says which shape the answer has to have. */
function asksForShape(call: CallRef): boolean {
  return SHAPES.some((name) => argument(call, name) !== null);
}

const SHAPES = 'output_type result_type response_model schema response_format text_format outputType'.split(
  ' ',
);

function isPart(value: Value, names: ReadonlySet<string>): boolean {
  if (value.kind === 'name' || value.kind === 'member') {
    return names.has(lastSegment(value.name));
  }
  return (
    value.kind === 'index' &&
    value.index.some((one) => one.kind === 'literal' && names.has(String(one.value)))
  );
}

/** What an agent of a library planned is worked off: `for item in plan.searches`. */
function agentWork(program: Program, { list, thinks }: Agents): readonly Location[] {
  if (!list.some(({ call }) => call !== null && tellsToPlan(program, call))) return [];
  const fields = program
    .definitions('application')
    .filter(({ definition }) => definition.kind === 'class' && PLAN_LIKE.test(definition.name))
    .flatMap(({ definition }) => definition.fields.filter(({ annotation }) => annotation?.kind === 'index'));
  const names = new Set(fields.map(({ name }) => name));
  return workedLists(program, thinks).filter(({ list: worked, file }) =>
    valuesThroughCalls(worked, file).some(
      (value) =>
        isPart(value, names) ||
        ((value.kind === 'name' || value.kind === 'member') && PARTS.test(lastSegment(value.name))),
    ),
  );
}
