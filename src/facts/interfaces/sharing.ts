/** How an answer or a conversation leaves the interface: as a file, by a link, by copying. */

import type { Argument, CodeFile, Value } from '../../program/file.ts';
import { type Origin, origins, originsOf } from '../../program/flow/flow.ts';
import { regionFrom, writtenIn } from '../../program/life/region.ts';
import { siteOf } from '../../program/link/calls.ts';
import { valuesThroughCalls } from '../../program/link/values.ts';
import type { CallRef } from '../../program/program.ts';
import type { Facts } from '../facts.ts';
import { eventsIn } from './events.ts';
import { askingElements } from './page-addresses.ts';
import { calledName, familyOf, wordsIn } from './screen.ts';
import { type Place, stateKey } from './shown-state.ts';
import { isOfInterface } from './territory.ts';
import { statesOfTurns } from './turns.ts';
import type { Widget } from './widget.ts';
import { workOf } from './work.ts';

export interface Shared extends Place {
  readonly by: 'file' | 'link' | 'copy';
}

/** What a conversation or an answer is called. */
const SPOKEN =
  /messages?\b|chat|conversation|histor|transcript|answer|response|summar|report|insight|analysis|\bresult|output|generated|thread|itinerary|letter|resume|cover|quiz|notes|translat|\breply|markdown/i;
/** What else may be downloaded. */
const OTHER =
  /source|document_?(?:url|path)|original|template|sample|upload|csv_?template|dataset|cleaned|invoice|avatar|log(?:s|file)?\b|analytics|file_path|pdf_?url/i;
const SHARE_PATH = /\/(?:share[ds]?|public|export)(?:\/|\?|$|\{)/i;

/** All ways, the better ones first. */
export function sharingIn(facts: Facts): readonly Shared[] {
  const found: Shared[] = [];
  for (const widget of facts.interfaces.widgets) {
    if (widget.file?.notebook) continue;
    const shared = byWidget(facts, widget);
    if (shared !== null) found.push({ by: shared, path: widget.path, line: widget.line });
  }
  for (const file of facts.program.filesOf()) {
    if (file.language === 'python' || !isOfInterface(facts, file) || !facts.interfaces.isLive(file)) continue;
    for (const line of filesMade(facts, file)) found.push({ by: 'file', path: file.path, line });
  }
  for (const file of facts.program.filesOf())
    if (!file.notebook && facts.interfaces.isLive(file)) found.push(...filledWithTurns(facts, file));
  for (const { via, address, call } of workOf(facts))
    if (
      via === 'request' &&
      SHARE_PATH.test(address.replace(/^https?:\/\/[^/]*/, '')) &&
      !OTHER.test(address)
    )
      found.push({
        by: /export/i.test(address) ? 'file' : 'link',
        path: call.file.path,
        line: call.call.line,
      });
  found.push(...sharedByPages(facts));
  const order = { link: 0, file: 1, copy: 2 };
  return found.sort((a, b) => order[a.by] - order[b.by]);
}

/** Forms, links and buttons of pages that ask a route made for it: `hx-post="/threads/7/share"`, `href="/chats/7/export"`. */
function sharedByPages(facts: Facts): readonly Shared[] {
  return askingElements(facts).flatMap(({ element, route, path, line }): readonly Shared[] => {
    const isOfOne = route.method !== 'GET' || /[{<:*]/.test(route.path);
    if (!SHARE_PATH.test(route.path) || OTHER.test(route.path)) return [];
    const isExport = /export/i.test(route.path);
    const isSpoken = SPOKEN.test(route.path) || SPOKEN.test(element.text);
    if (!(isExport ? isSpoken : isOfOne)) return [];
    return [{ by: isExport ? 'file' : 'link', path, line }];
  });
}

/** Gradio: a handler that reads who said what fills a component which hands out a file. */
function filledWithTurns(facts: Facts, file: CodeFile): readonly Shared[] {
  const { program } = facts;
  return eventsIn(program, file).flatMap(({ call, handler, outputs }): readonly Shared[] => {
    const handsOut = outputs.some((output) => {
      const component = program.resolve(output, siteOf(call));
      return component.kind === 'external' && program.means(component.name, 'ui.hands-out');
    });
    const reads = regionFrom(program, { file: handler.file, definition: handler.id }).places.some((site) =>
      writtenIn(site).some(({ value }) => readsTurns(value, site.file)),
    );
    return handsOut && reads ? [{ by: 'file', path: file.path, line: call.call.line }] : [];
  });
}

function byWidget(facts: Facts, widget: Widget): Shared['by'] | null {
  const { kind, call, framework } = widget;
  if (kind === 'copy') return copiesLink(widget) ? 'link' : 'copy';
  if (kind === 'share') return framework === 'jsx' ? null : 'link';
  if (kind === 'download' && call) return handsOutAnswer(facts, widget, call) ? 'file' : null;
  if (kind === 'download' && framework === 'markup')
    return SPOKEN.test(widget.label) && !OTHER.test(widget.label) ? 'file' : null;
  return null;
}

/** `navigator.clipboard.writeText(`${origin}/share/${id}`)`. */
function copiesLink({ call }: Widget): boolean {
  if (!call) return false;
  const text = call.call.arguments
    .map(({ value }) => `${wordsIn(value, call.file)} ${namesOf(value, call.file)}`)
    .join(' ');
  return SHARE_PATH.test(text) || /share_?(?:url|link)/i.test(text);
}

function namesOf(value: Value, file: CodeFile): string {
  return valuesThroughCalls(value, file)
    .flatMap((part) => (part.kind === 'name' ? [part.name] : part.kind === 'index' ? [stateKey(part)] : []))
    .join(' ');
}

/** What is handed out was made of the conversation, an answer, or what a model said. */
function handsOutAnswer(facts: Facts, { label, framework }: Widget, call: CallRef): boolean {
  const { program } = facts;
  const models = new Set(facts.models.map((model) => model.call));
  const data = call.call.arguments.filter(
    ({ name }) => name === null || /^(?:data|value|href|content|children)$/.test(name),
  );
  let spoken = false;
  let other = OTHER.test(label);
  for (const { value } of data) {
    for (const origin of origins(program, value, siteOf(call), { most: 200 })) {
      const { value: made, site } = origin;
      if (made.kind === 'call' && models.has(program.callOf(site.file, made.call))) return true;
      if (made.kind === 'name' || made.kind === 'index') {
        const name = stateKey(made);
        if (SPOKEN.test(name)) spoken = true;
        else if (OTHER.test(name)) other = true;
      }
    }
  }
  if (SPOKEN.test(label) && !OTHER.test(label)) return true;
  if (data.some(({ value }) => readsTurns(value, call.file))) return true;
  return spoken && !(other && framework === 'jsx');
}

/** It says who said what: `f"{turn['role']}: {turn['text']}"`. */
function readsTurns(value: Value, file: CodeFile): boolean {
  return valuesThroughCalls(value, file).some(
    (part) =>
      ((part.kind === 'name' || part.kind === 'member') && /\.role$/.test(`.${part.name}`)) ||
      (part.kind === 'index' && part.index.some((key) => key.kind === 'literal' && key.value === 'role')),
  );
}

/** A `Blob` that is made of messages and saved, a PDF of them, the page as it is printed. */
function filesMade(facts: Facts, file: CodeFile): readonly number[] {
  const saves = file.calls.some(
    (call) =>
      /^(?:createObjectURL|saveAs|save|writeFile)$/.test(calledName(call)) ||
      (call.callee.kind === 'name' && /\.click$/.test(call.callee.name)),
  );
  if (!saves) return [];
  return file.calls.flatMap((call, id): readonly number[] => {
    const ref = facts.program.callOf(file, id);
    const name = calledName(call);
    if (PIECES.has(name)) return isSpoken(facts, ref, call.arguments.slice(0, 1)) ? [call.line] : [];
    if (name !== 'save' || !/pdf|doc/i.test(call.callee.kind === 'name' ? call.callee.name : '')) return [];
    // What a drawing was made of was handed over before, or is the page as it stands.
    const { own } = familyOf(file, call.definition);
    const drawn = file.calls.filter((one) => own.has(one.definition)).flatMap((one) => one.arguments);
    const owner = facts.program.definitionOf(siteOf(ref))?.definition.name ?? '';
    return isSpoken(facts, ref, drawn) || (SPOKEN.test(owner) && !OTHER.test(owner)) ? [call.line] : [];
  });
}

/** What a conversation is kept as, where nobody is seen to add to it. */
const KEPT: ReadonlySet<string> = new Set(
  `chat chats conversation conversations thread threads message messages dialog dialogue turns transcript history
   chatHistory chat_history`
    .trim()
    .split(/\s+/),
);
const KEPT_ENDS: readonly string[] = ['Messages', 'Conversation', 'Transcript', 'Thread', 'Chat', 'History'];
/** What is made to be saved. */
const PIECES: ReadonlySet<string> = new Set(['Blob', 'File', 'saveAs', 'createObjectURL']);

function isKept(name: string): boolean {
  return KEPT.has(name) || KEPT_ENDS.some((end) => name.endsWith(end));
}

/** Made of the turns of a conversation, or of what a model answered. */
function isSpoken(facts: Facts, call: CallRef, given: readonly Argument[]): boolean {
  const { program } = facts;
  const asked = new Set(workOf(facts).flatMap((work) => (work.kind === 'model' ? [work.call] : [])));
  const turns = statesOfTurns(facts);
  const site = siteOf(call);
  // What a backend answered is made of all that it was sent.
  const end = ({ value, site: at }: Origin): boolean =>
    value.kind === 'call' && program.means(program.callOf(at.file, value.call), 'http.ask');
  const starts = given.map(({ value }) => ({ value, site }));
  return (
    given.some(({ value }) => readsTurns(value, call.file)) ||
    originsOf(program, starts, { most: 300, byKey: true, end }).some(({ value, site: at }) => {
      if (value.kind === 'call') return asked.has(program.callOf(at.file, value.call));
      if (value.kind !== 'name' && value.kind !== 'index' && value.kind !== 'member') return false;
      const name = stateKey(value);
      return turns.has(name) || isKept(name);
    })
  );
}
