/** Whether the user sees that an uploaded file is being worked on. */

import type { Value } from '../../program/file.ts';
import { anyFlowsFrom } from '../../program/flow/flow.ts';
import { siteOf } from '../../program/link/calls.ts';
import { firstSegment, lastSegment, valuesThroughCalls } from '../../program/link/values.ts';
import type { CallRef } from '../../program/program.ts';
import type { Facts } from '../facts.ts';
import { indicatorsIn, shownWhile } from './busy.ts';
import { coverAfter } from './callbacks.ts';
import { sentProgress } from './sent-progress.ts';
import type { Place } from './shown-state.ts';
import type { Widget } from './widget.ts';
import { workOf } from './work.ts';

/** What an indicator says when it is a file that is worked on: by what is done alone, or by what it is done to. */
const FILE_WORK = /(?:upload|index|embed|ingest|vectori|chunk|extract|pars|transcrib)\w{0,4}ing\b/i;
const WORK = /(?:process|read|load|add|creat|build|analy[sz]|import|split|prepar|scan|work)\w{0,3}ing\b/i;
const FILES =
  /pdf|csv|document|\bdocs?\b|\bfiles?\b|knowledge|\bdata(?:set)?\b|resume|paper|image|video|audio|index|vector|spreadsheet|\{\}/i;
const NOT_FILES =
  /think|answer|respon|generat|question|query|search|reset|clear|delet|remov|retriev|fetch|scrap|crawl|download|\b(?:web\w*|urls?|links?)\b/i;

function isAboutFiles(label: string): boolean {
  if (NOT_FILES.test(label)) return false;
  return FILE_WORK.test(label) || (WORK.test(label) && FILES.test(label));
}

/** Places where files are taken from the user, in the interface itself. */
export function uploadersIn(facts: Facts): readonly Widget[] {
  return facts.interfaces.of('uploader').filter((widget) => !isOutput(widget));
}

/** `gr.File(interactive=False)` hands a file out. */
function isOutput({ call }: Widget): boolean {
  return (
    call?.call.arguments.some(
      ({ name, value }) => name === 'interactive' && value.kind === 'literal' && value.value === false,
    ) ?? false
  );
}

/** The first indicator that stands around the work on an uploaded file; null where there is none. */
export function uploadProgress(facts: Facts): Place | null {
  for (const work of workOf(facts)) {
    if (work.kind !== 'upload') continue;
    const shown = shownWhile(facts, work);
    if (shown?.how === 'indicator') return shown;
  }
  for (const uploader of uploadersIn(facts)) {
    if (uploader.file?.language !== 'python' || !uploader.call) continue;
    for (const widget of indicatorsNear(facts, uploader)) {
      const handler = handlesUpload(facts, widget, uploader);
      if (
        isAboutFiles(widget.label) ||
        handler ||
        (!NOT_FILES.test(widget.label) && worksOn(facts, widget, uploader.call))
      )
        return widget;
    }
    const place = uploader.call.call.arguments.find(({ name }) => name === 'id')?.value;
    const cover = place ? coverAfter(facts, uploader.file, place) : null;
    if (cover) return cover;
    const generator = gradioHandler(facts, uploader);
    if (generator) return generator;
  }
  return sentProgress(facts);
}

/** Indicators in the Python files of the interface; those of the uploader's own file first. */
function indicatorsNear(facts: Facts, { file }: Widget): readonly Widget[] {
  const files = facts.program
    .filesOf()
    .filter((one) => one.language === 'python' && facts.interfaces.isLive(one));
  return [...files.filter((one) => one === file), ...files.filter((one) => one !== file)].flatMap((one) =>
    indicatorsIn(facts, one),
  );
}

/** It stands in the function that the uploader calls when a file is there. */
function handlesUpload(facts: Facts, widget: Widget, { call, file }: Widget): boolean {
  if (!call || !file || !widget.call || widget.file !== file) return false;
  return call.call.arguments.some(({ name, value }) => {
    if (name !== 'on_change' && name !== 'on_upload') return false;
    const target = facts.program.resolve(value, siteOf(call));
    return (
      target.kind === 'definition' &&
      target.ref.id === widget.call?.call.definition &&
      target.ref.file === file
    );
  });
}

/** Calls inside its block, or the conditions around it, take what the uploader gave. */
function worksOn(facts: Facts, { call }: Widget, uploader: CallRef): boolean {
  if (!call) return false;
  const { program } = facts;
  const { file } = call;
  const isUpload = (one: CallRef): boolean => one === uploader;
  const starts: { value: Value; site: { file: typeof file; definition: number } }[] = [];
  const around = program.blocksAround(file, call.call.block);
  const own = file.blocks.find(
    ({ kind, test }) => kind === 'with' && test?.kind === 'call' && test.call === call.id,
  );
  const asked = new Set(
    workOf(facts).flatMap(({ kind, levels }) =>
      kind === 'model' ? levels.filter(({ as }) => as !== 'holder').map((level) => level.call.call) : [],
    ),
  );
  // A model that is asked about the file is waited for, not the file.
  for (const one of file.calls)
    if (own && one.line > own.line && one.line <= own.endLine && !asked.has(one))
      for (const { value } of one.arguments)
        starts.push({ value, site: { file, definition: one.definition } });
  for (const block of around)
    if ((block.kind === 'if' || block.kind === 'for') && block.test)
      starts.push({ value: block.test, site: siteOf(call) });
  return anyFlowsFrom(program, starts, isUpload, { most: 600 }) !== null;
}

/** Gradio: the handler of the uploader yields its steps, or is given a `gr.Progress`. */
function gradioHandler(facts: Facts, { framework, call }: Widget): Place | null {
  if (framework !== 'gradio' || !call) return null;
  const { program } = facts;
  const { file } = call;
  const held = file.assignments.find(({ value }) => value?.kind === 'call' && value.call === call.id)?.target;
  const name = held?.kind === 'name' ? held.name : null;
  for (const one of program.calls()) {
    if (!/^(?:click|upload|change|submit|then)$/.test(lastSegment(program.nameOf(one)))) continue;
    if (one.file !== file || name === null) continue;
    const used = [one.call.callee, ...one.call.arguments.map(({ value }) => value)];
    const takes = used.some((value) =>
      valuesThroughCalls(value, file).some(
        (part) => part.kind === 'name' && firstSegment(part.name) === name,
      ),
    );
    if (!takes) continue;
    for (const { value } of one.call.arguments) {
      const target = program.resolve(value, siteOf(one));
      if (target.kind !== 'definition') continue;
      const { definition } = target.ref;
      const bar = definition.parameters.some(
        (item) =>
          item.default?.kind === 'call' &&
          program.means(program.callOf(target.ref.file, item.default.call), 'ui.progress-handle'),
      );
      if (bar || definition.generator) return { path: target.ref.file.path, line: definition.line };
    }
  }
  return null;
}
