/** Charts of data: those that reach the user, and those that stay behind. */

import type { Value } from '../../../program/file.ts';
import { anyFlowsFrom } from '../../../program/flow/flow.ts';
import { isAlive } from '../../../program/life/alive.ts';
import { siteOf } from '../../../program/link/calls.ts';
import { valuesThroughCalls } from '../../../program/link/values.ts';
import type { CallRef, Program } from '../../../program/program.ts';
import type { Facts } from '../../facts.ts';
import { chartsDrawn } from './drawn.ts';
import type { CodePlace } from './tools.ts';

/** In the interface, or in the answer of a route; never of numbers that stand in the code. */
export function chartsShown(facts: Facts): readonly CodePlace[] {
  const widgets = facts.interfaces
    .of('chart')
    .filter(({ file, call, element }) =>
      element
        ? element.attributes.size > 0
        : !file?.notebook && call !== null && (takesValues(call) || isFilledLater(facts.program, call)),
    );
  return [
    ...widgets.map(({ path, line }) => ({ path, line })),
    ...figuresHandedOn(facts),
    ...shownAsText(facts),
    ...laidOut(facts),
    ...chartsDrawn(facts),
  ];
}

function takesValues({
  call,
  file,
}: {
  call: { arguments: readonly { value: Parameters<typeof valuesThroughCalls>[0] }[]; form: string };
  file: Parameters<typeof valuesThroughCalls>[1];
}): boolean {
  // `st.pyplot()` shows what was drawn before.
  if (call.arguments.length === 0) return call.form !== 'jsx';
  return call.arguments.some(({ value }) =>
    valuesThroughCalls(value, file).some((part) => part.kind === 'name' || part.kind === 'member'),
  );
}

/** An empty chart that a handler fills: `pane.object = …`, `chart.options["series"] = …`, a callback's `Output("figure", …)`. */
function isFilledLater(program: Program, { file, id, call }: CallRef): boolean {
  const held = file.assignments.flatMap(({ target, value }) =>
    value?.kind === 'call' && value.call === id && target.kind === 'name' ? [target.name] : [],
  );
  if (file.assignments.some(({ target }) => held.some((name) => nameUnder(target).startsWith(`${name}.`))))
    return true;
  const key = call.arguments.find(({ name }) => name === 'id')?.value;
  return (
    key?.kind === 'literal' &&
    program
      .callsAs('ui.output')
      .some(({ call: output }) =>
        output.arguments
          .slice(0, 1)
          .some(({ value }) => value.kind === 'literal' && value.value === key.value),
      )
  );
}

/** `chart.options` of `chart.options["xAxis"]["data"]`. */
function nameUnder(value: Value): string {
  if (value.kind === 'index') return nameUnder(value.of);
  return value.kind === 'name' ? value.name : '';
}

/** A figure that becomes JSON, HTML or an encoded picture; somewhere a page or an answer takes it. */
function figuresHandedOn(facts: Facts): readonly CodePlace[] {
  const { program } = facts;
  const isFigure = (name: string): boolean => program.means(name, 'chart.figure');
  return program.calls().flatMap((call): readonly CodePlace[] => {
    if (call.file.notebook || call.call.form === 'jsx') return [];
    const name = program.nameOf(call);
    if (!program.means(name, 'chart.output')) return [];
    const receiver =
      call.call.callee.kind === 'member'
        ? [call.call.callee.of]
        : call.call.callee.kind === 'name'
          ? [
              {
                kind: 'name' as const,
                name: call.call.callee.name.split('.').slice(0, -1).join('.') || 'x',
                line: call.call.line,
              },
            ]
          : [];
    const starts = [...receiver, ...call.call.arguments.map(({ value }) => value)].map((value) => ({
      value,
      site: siteOf(call),
    }));
    const figure =
      isFigure(name) ||
      (/savefig$/.test(name) && /matplotlib|\?\./.test(name)) ||
      anyFlowsFrom(program, starts, (one) => isFigure(program.nameOf(one)), { most: 300 }) !== null;
    if (!figure) return [];
    if (/savefig|write_image|write_html/.test(name) && !isServed(facts)) return [];
    return [{ path: call.file.path, line: call.call.line }];
  });
}

/** Somebody can look at files: routes, or pictures in the interface. */
function isServed(facts: Facts): boolean {
  return facts.routes.some(({ mounted }) => mounted) || facts.interfaces.of('image').length > 0;
}

/** Streamlit's `write` and Chainlit's messages show figures, too. */
function shownAsText(facts: Facts): readonly CodePlace[] {
  const { program } = facts;
  return facts.interfaces.of('text', 'image').flatMap(({ call, path, line, file }): readonly CodePlace[] => {
    if (!call || file?.language !== 'python' || file.notebook) return [];
    const starts = call.call.arguments.slice(0, 2).map(({ value }) => ({ value, site: siteOf(call) }));
    const figure = anyFlowsFrom(
      program,
      starts,
      (one) =>
        program.isFrom(program.nameOf(one), 'chart.library') &&
        program.means(program.nameOf(one), 'chart.figure'),
      { most: 80 },
    );
    return figure ? [{ path, line }] : [];
  });
}

/** `pn.Column(series.hvplot.bar(), text)`: a figure stands in what a library of interfaces lays out. */
function laidOut({ program }: Facts): readonly CodePlace[] {
  return program.calls().flatMap((call): readonly CodePlace[] => {
    const { file } = call;
    if (file.notebook || file.language !== 'python' || !program.isFrom(program.nameOf(call), 'ui.library'))
      return [];
    const figure = call.call.arguments.some(
      ({ value }) => value.kind === 'call' && program.means(program.callOf(file, value.call), 'chart.figure'),
    );
    return figure ? [{ path: file.path, line: call.call.line }] : [];
  });
}

/** Figures that are made, wherever they go; pictures that are there already. */
export function chartsMade(facts: Facts): readonly CodePlace[] {
  const made = facts.program
    .calls()
    .filter(
      (call) =>
        facts.program.means(facts.program.nameOf(call), 'chart.figure') &&
        isAlive(facts.program, siteOf(call)) &&
        !/\?\.plot/.test(facts.program.nameOf(call)),
    )
    .map(({ file, call }) => ({ path: file.path, line: call.line }));
  return [
    ...made,
    ...facts.interfaces
      .of('chart', 'image')
      .filter(({ framework }) => framework !== 'markup')
      .map(({ path, line }) => ({ path, line })),
  ];
}
