/** What a user may choose about the assistant: its model, or other parameters. */

import type { CodeFile, Value } from '../../program/file.ts';
import { origins, originsOf } from '../../program/flow/flow.ts';
import { siteOf } from '../../program/link/calls.ts';
import { lastSegment, valuesThroughCalls } from '../../program/link/values.ts';
import type { CallRef } from '../../program/program.ts';
import type { Facts } from '../facts.ts';
import { isUsed } from './chosen.ts';
import { pickedFor } from './picked.ts';
import { calledName } from './screen.ts';
import { sentAs } from './sent.ts';
import type { Place } from './shown-state.ts';
import type { Widget } from './widget.ts';

export interface Choice extends Place {
  readonly of: 'model' | 'parameter';
}

const MODEL_WORD =
  /(?:^|[^a-z])(?:ai[ _-]?)?(?:models?|llms?|provider|modell|modelo|modèle|engine)(?:$|[^a-z])|[a-z](?:Model|LLM|Provider)(?:$|[^a-z])/i;
const NOT_A_MODEL = /embed|regress|classif|forest|data model|car model|whisper|voice|upload/i;
/** Under what name a request says which model is to answer. */
const MODEL_KEY =
  /^(?:\w{0,20}_)?(?:models?|llm|provider)(?:_?(?:name|id|key|type))?$|[a-z](?:Models?|LLM|Provider)(?:Id|Name)?$|^(?:model|provider)(?:Id|Name)$/i;
/** Names of models that chat. */
const MODEL_NAME =
  /\bgpt-?[345o]|\bo[134](?:-mini|-preview)?\b|claude|\bllama|mistral|mixtral|gemini|deepseek|\bqwen|\bphi-?\d|gemma|command-r|\bgrok|palm-2|vicuna|falcon-|zephyr/i;
const PARAMETER =
  /temperature|top[ _-]?[pk]\b|max(?:imum)?[ _-]?(?:new[ _-]?|output[ _-]?)?(?:tokens|length)|maxTokens|topP|topK|penalty|system[ _-]?(?:prompt|message|instruction)|systemPrompt|custom[ _-]?(?:prompt|instruction)|persona|\btone\b|creativity|response[ _-]?(?:style|length)|answer[ _-]?(?:style|length)|extra[ _-]?context|chunk[ _-]?(?:size|overlap)|number of (?:results|sources|documents|chunks)|retriev\w{0,6} (?:k|count)|num_results|verbosity|similarity[ _-]?threshold/i;

/** What is offered and used. */
export function choicesIn(facts: Facts): readonly Choice[] {
  const found: Choice[] = [];
  for (const widget of facts.interfaces.widgets) {
    if (widget.file?.notebook) continue;
    const of = choiceOf(facts, widget);
    if (of !== null && isUsed(facts, widget)) found.push({ of, path: widget.path, line: widget.line });
  }
  const picked = (of: Choice['of'], isAsked: (key: string) => boolean): readonly Choice[] =>
    pickedFor(facts, sentAs(facts, isAsked)).map((place) => ({ of, ...place }));
  const taken = takenAsModel(facts);
  return [
    ...found,
    ...picked('model', (key) => (MODEL_KEY.test(key) && !NOT_A_MODEL.test(key)) || taken.has(key)),
    ...picked('parameter', (key) => PARAMETER.test(key)),
  ];
}

/** Under which names the server's own routes take the model that they call. */
function takenAsModel({ program, models }: Facts): ReadonlySet<string> {
  const values = models.flatMap(({ model, purpose, call }) =>
    model && purpose === 'chat' ? [{ value: model, site: siteOf(call) }] : [],
  );
  const made = originsOf(program, values, { most: 200, byKey: true });
  return new Set(made.flatMap(({ value, site, keys = [] }) => [...keys, ...keysRead(value, site.file)]));
}

/** `body.model`, `body["model"]`, `body.get("model")`, a parameter of its own. */
function keysRead(value: Value, file: CodeFile): readonly string[] {
  if (value.kind === 'name') return [lastSegment(value.name)];
  const call = value.kind === 'call' ? file.calls[value.call] : undefined;
  const read = call && calledName(call) === 'get' ? call.arguments.map((one) => one.value) : [];
  return [...read, ...(value.kind === 'index' ? value.index : [])].flatMap((key) =>
    key.kind === 'literal' && typeof key.value === 'string' ? [key.value] : [],
  );
}

function choiceOf(facts: Facts, widget: Widget): Choice['of'] | null {
  const { kind, call, element } = widget;
  if (!/^(?:select|slider|text-input|toggle|chat-input)$/.test(kind)) return null;
  const words = call
    ? wordsOfCall(facts, widget, call)
    : `${widget.label} ${[...(element?.attributes ?? [])].map(([name, value]) => (/^(?:class|style)$/.test(name) ? '' : value)).join(' ')}`;
  if (
    kind === 'select' &&
    !NOT_A_MODEL.test(widget.label.slice(0, 60)) &&
    (MODEL_WORD.test(words) || MODEL_NAME.test(words))
  )
    return 'model';
  if (
    kind === 'text-input' &&
    /\bmodel (?:name|id)\b|^model\b/i.test(widget.label) &&
    !NOT_A_MODEL.test(widget.label)
  )
    return 'model';
  return PARAMETER.test(words) ? 'parameter' : null;
}

/** Label, options, and the names of state that a field shows and sets. */
function wordsOfCall(facts: Facts, { label, framework, kind }: Widget, call: CallRef): string {
  const { file } = call;
  const names: string[] = [label];
  for (const { name, value } of call.call.arguments) {
    if (
      framework === 'jsx' &&
      name !== null &&
      !/^(?:value|defaultValue|selected\w*|on(?:Value)?Change|onSelect\w*|onChange|name|id|label|aria-label|options|items|models?|placeholder|children|checked)$/.test(
        name,
      )
    )
      continue;
    if (framework === 'jsx' && name !== null && /model|llm/i.test(name)) names.push(name);
    for (const part of valuesThroughCalls(value, file)) {
      if (part.kind === 'name' && !/^(?:st|gr|cl|ui)$/.test(part.name))
        names.push(part.name.replace(/^.*session_state\./, ''));
      if (part.kind === 'literal' && typeof part.value === 'string') names.push(part.value.slice(0, 60));
    }
    if (framework !== 'jsx' && kind === 'select' && name !== 'help')
      for (const origin of origins(facts.program, value, siteOf(call), { most: 60 }))
        if (origin.value.kind === 'literal' && typeof origin.value.value === 'string')
          names.push(origin.value.value.slice(0, 40));
  }
  if (
    framework === 'jsx' &&
    /(?:Model|LLM|Provider)(?:Select|Selector|Picker|Dropdown|Switcher)/.test(calledName(call.call))
  )
    names.push('model');
  return names.join(' ').slice(0, 2000);
}
