/** What a user may choose about the assistant: its model, or other parameters. */

import { origins } from '../../program/flow/flow.ts';
import { siteOf } from '../../program/link/calls.ts';
import { valuesThroughCalls } from '../../program/link/values.ts';
import type { CallRef } from '../../program/program.ts';
import type { Facts } from '../facts.ts';
import { isUsed, sendsChoice } from './chosen.ts';
import { calledName } from './screen.ts';
import type { Place } from './shown-state.ts';
import { isOfInterface } from './territory.ts';
import { actionsOf, listAround } from './threads-script.ts';
import type { Widget } from './widget.ts';

export interface Choice extends Place {
  readonly of: 'model' | 'parameter';
}

const MODEL_WORD =
  /(?:^|[^a-z])(?:ai[ _-]?)?(?:models?|llms?|provider|modell|modelo|modèle|engine)(?:$|[^a-z])|[a-z](?:Model|LLM|Provider)(?:$|[^a-z])/i;
const NOT_A_MODEL = /embed|regress|classif|forest|data model|car model|whisper|voice|upload/i;
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
  return [...found, ...byButtons(facts)];
}

/** A list of models whose items can be clicked: `models.map((m) => <button onClick={() => setModel(m.id)}>)`. */
function byButtons(facts: Facts): readonly Choice[] {
  if (!sendsChoice(facts)) return [];
  return facts.program.filesOf().flatMap((file) => {
    if (file.language === 'python' || !isOfInterface(facts, file) || !facts.interfaces.isLive(file))
      return [];
    return file.calls.flatMap((call): readonly Choice[] => {
      const handler =
        call.form === 'jsx'
          ? call.arguments.find(({ name }) => /^on(?:Click|Select|Press)$/.test(name ?? ''))?.value
          : undefined;
      if (!handler) return [];
      const list = listAround(file, call);
      const sets = actionsOf(file, handler).some((words) =>
        /(?:set|on|change|select|choose|pick|switch|update)_?\w{0,12}(?:Model|LLM|Provider)/i.test(
          words.split(' ')[0] ?? '',
        ),
      );
      return list !== '' && sets && !NOT_A_MODEL.test(list)
        ? [{ of: 'model', path: file.path, line: call.line }]
        : [];
    });
  });
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
