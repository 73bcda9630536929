/** What a route answers with: the values that go out, and in which form. */

import type { Value } from '../../program/file.ts';
import { type Origin, originsOf, returnedValues } from '../../program/flow/flow.ts';
import { argumentsFor } from '../../program/flow/parameters.ts';
import { argument, calleeParts, lastName, siteOf, textOf } from '../../program/link/calls.ts';
import { firstSegment } from '../../program/link/values.ts';
import type { CallRef, DefinitionRef, Program } from '../../program/program.ts';
import { entryOfWeak } from '../../reading/collections.ts';
import type { Route } from './routes/routes.ts';

export type AnswerForm = 'json' | 'html' | 'file' | 'redirect';

export interface Answer extends Origin {
  readonly form: AnswerForm;
  readonly line: number;
}

const FORMS = ['html', 'file', 'redirect'] as const;
/** Methods of an Express-like response that send their argument. */
const SENDS = new Set([
  'json',
  'send',
  'jsonp',
  'end',
  'render',
  'sendFile',
  'download',
  'redirect',
  'body',
  'write',
]);
/** Functions that hand the response on. */
const MAX_HANDED = 4;
const RESPONSES = /^(res|response|reply|ctx|c|context|h)$/;

/** `res.attachment('rows.csv').send(text)`, `res.send(Papa.unparse(rows))`: what is sent is a file. */
function handsFile(program: Program, call: CallRef): boolean {
  const names = (value: Value | undefined): string =>
    value?.kind === 'call' ? program.nameOf(program.callOf(call.file, value.call)) : '';
  return (
    /(^|\.)attachment$/.test(names(calleeParts(call.call.callee)?.of)) ||
    program.means(names(call.call.arguments[0]?.value), 'table.text')
  );
}

const known = new WeakMap<Route, readonly Answer[]>();

/** Everything that a route's handler answers with; nothing where the handler is not known. */
export function answersOf(program: Program, route: Route): readonly Answer[] {
  return entryOfWeak(known, route, () =>
    route.handler ? answersIn(program, route.handler, route.framework) : [],
  );
}

function answersIn(
  program: Program,
  handler: DefinitionRef,
  framework: string,
  depth = 0,
): readonly Answer[] {
  const returned = returnedValues(handler).map(({ value, site }) => ({
    value,
    site,
    line: value.line,
    form: formOf(program, { value, site }),
  }));
  if (handler.file.language === 'python')
    return [...returned, ...writtenAsAnswer(program, handler, framework)];
  const sent = program.callsIn(handler).flatMap((call): Answer[] => {
    const { callee } = call.call;
    const name = lastName(callee);
    if (!SENDS.has(name) || !isResponse(program, call)) return [];
    const form =
      name === 'render'
        ? 'html'
        : name === 'redirect'
          ? 'redirect'
          : /File|download/.test(name) || handsFile(program, call)
            ? 'file'
            : 'json';
    return call.call.arguments.map(({ value }) => ({
      value,
      site: siteOf(call),
      line: call.call.line,
      form,
    }));
  });
  const set = handler.file.assignments.flatMap((item): Answer[] => {
    const { target, value } = item;
    // Koa: `ctx.body = rows`.
    if (
      item.definition !== handler.id ||
      target.kind !== 'name' ||
      !/^(ctx|context)\.body$/.test(target.name) ||
      !value
    )
      return [];
    return [
      { value, site: { file: handler.file, definition: item.definition }, line: item.line, form: 'json' },
    ];
  });
  return [
    ...returned.filter(
      ({ value }) => !isSend(program, { value, site: { file: handler.file, definition: handler.id } }),
    ),
    ...sent,
    ...set,
    ...(depth < MAX_HANDED
      ? program
          .callsIn(handler)
          .flatMap((call) =>
            isHandedResponse(call)
              ? program
                  .targetsOf(call)
                  .flatMap((target) =>
                    answersIn(program, target, framework, depth + 1).flatMap((answer) =>
                      asGiven(program, call, target, answer),
                    ),
                  )
              : [],
          )
      : []),
  ];
}

/** `reply(res, 200, rows)`, `new Success(rows).send(res)`: who is called gets the response. */
function isHandedResponse({ call }: CallRef): boolean {
  return call.arguments.some(({ value }) => value.kind === 'name' && isResponseName(value.name));
}

/** What a function answers that was handed the response: where it is made of what the call gives, that. */
function asGiven(program: Program, call: CallRef, target: DefinitionRef, answer: Answer): readonly Answer[] {
  const inside = originsOf(program, [answer], { most: 120, skip: ({ site }) => site.file !== target.file });
  const names = new Set(
    inside.flatMap(({ value }) => (value.kind === 'name' ? firstSegment(value.name) : [])),
  );
  const around = call.file.definitions[call.call.definition]?.parameters ?? [];
  const given = target.definition.parameters
    .filter(({ name }) => names.has(name))
    .flatMap((parameter) => argumentsFor(parameter, target, call))
    // A handler that hands on what it was handed itself.
    .filter((value) => !around.some(({ name }) => value.kind === 'name' && value.name === name));
  const owner = names.has('this') ? calleeParts(call.call.callee)?.of : undefined;
  const put = owner ? [owner, ...given] : given;
  if (put.length === 0) return [answer];
  return put.map((value) => ({ value, site: siteOf(call), line: call.call.line, form: answer.form }));
}

/** `self.write(rows)`, `resp.media = rows`: of a response that a handler in Python is given. */
function writtenAsAnswer(program: Program, handler: DefinitionRef, framework: string): readonly Answer[] {
  const { file, id } = handler;
  const site = { file, definition: id };
  const sent = program
    .callsIn(handler)
    .filter((call) => program.means(call, 'answer.sent'))
    .flatMap(({ call }) => call.arguments.slice(0, 1).map(({ value }) => ({ value, line: call.line })));
  const given = new Set(handler.definition.parameters.map(({ name }) => name));
  const set = file.assignments.flatMap(({ definition, target, value, line }) => {
    if (definition !== id || target.kind !== 'name' || !value) return [];
    const [head = '', field] = target.name.split('.');
    return given.has(head) && program.means(`${framework}.Response.${field}`, 'answer.field')
      ? [{ value, line }]
      : [];
  });
  return [...sent, ...set].map(({ value, line }) => ({
    value,
    line,
    site,
    form: formOf(program, { value, site }),
  }));
}

/** `return res.json(…)` is told by the call already. */
function isSend(program: Program, { value, site }: Origin): boolean {
  if (value.kind !== 'call') return false;
  const call = program.callOf(site.file, value.call);
  const { callee } = call.call;
  const name = lastName(callee);
  return SENDS.has(name) && isResponse(program, call);
}

function isResponseName(name: string): boolean {
  return RESPONSES.test(name);
}

/** `res.json`, `res.status(200).json`. */
function isResponse(program: Program, call: CallRef): boolean {
  let callee: Value = call.call.callee;
  for (let hop = 0; hop < 6; hop++) {
    if (callee.kind === 'name') return isResponseName(firstSegment(callee.name));
    if (callee.kind === 'member') callee = callee.of;
    else if (callee.kind === 'call') callee = program.callOf(call.file, callee.call).call.callee;
    else return false;
  }
  return false;
}

/** The form of one answer: what its outermost call makes; own functions are looked into. */
function formOf(program: Program, start: Origin, depth = 0): AnswerForm {
  const { value, site } = start;
  if (value.kind === 'list' && value.items[0]) return formOf(program, { value: value.items[0], site }, depth);
  if (value.kind === 'name' && depth < 3) {
    for (const { file, assignment } of program.assignmentsTo(value.name, site).slice(0, 4)) {
      if (assignment.via !== '=' || assignment.value?.kind !== 'call') continue;
      const form = formOf(
        program,
        { value: assignment.value, site: { file, definition: assignment.definition } },
        depth + 1,
      );
      if (form !== 'json') return form;
    }
  }
  if (value.kind !== 'call') return 'json';
  const call = program.callOf(site.file, value.call);
  const name = program.nameOf(call);
  const known = program.meaning(name, 'answer.form')?.about.form;
  const form = FORMS.find((one) => one === known);
  if (form) return form;
  if (program.means(name, 'answer.typed')) {
    const type = textOf(
      program,
      argument(call, 'media_type') ??
        argument(call, 'content_type') ??
        argument(call, 'mimetype') ??
        argument(call, 'Content-Type'),
      siteOf(call),
    );
    if (/csv|octet|zip|excel|spreadsheet|pdf|image/.test(type)) return 'file';
    if (/html/.test(type)) return 'html';
  }
  if (depth < 3)
    for (const target of program.targetsOf(call))
      for (const returned of returnedValues(target)) {
        const inner = formOf(program, returned, depth + 1);
        if (inner !== 'json') return inner;
      }
  return 'json';
}
