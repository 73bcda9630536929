/** What a user may choose about the assistant: its model, or other parameters. */
import type { Facts } from '../../facts.ts';
import type { CodeFile, Value } from '../file.ts';
import { origins } from '../flow.ts';
import type { CallRef } from '../program.ts';
import { siteOf } from '../routes/calls.ts';
import { valuesThroughCalls, valuesWithin } from '../values.ts';
import { calledName } from './screen.ts';
import { type Place, stateKey } from './shown-state.ts';
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
export const MODEL_NAME =
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

/** Somebody reads what was chosen. */
function isUsed(facts: Facts, { call, element, framework, path }: Widget): boolean {
  if (element)
    return usedFromPage(
      facts,
      element.attributes.get('id') ?? element.attributes.get('name') ?? '',
      [...element.attributes].find(([name]) => /^(?:v-model|bind:value)/.test(name))?.[1] ?? '',
      path,
    );
  if (!call) return false;
  return framework === 'jsx' ? usedFromElement(facts, call) : usedInPython(facts, call);
}

function usedInPython(facts: Facts, call: CallRef): boolean {
  const { file } = call;
  const given = call.call.arguments.find(({ name }) => name === 'key' || name === 'id')?.value;
  if (call.call.arguments.some(({ name }) => /^on_(?:change|click|select)$/.test(name ?? ''))) return true;
  const key = given?.kind === 'literal' ? String(given.value) : null;
  if (
    key !== null &&
    facts.program.filesOf().some((one) => one.language === 'python' && readsKey(one, key, call))
  )
    return true;
  const holders = file.assignments.filter(
    ({ value }) =>
      value !== null && valuesWithin(value).some((part) => part.kind === 'call' && part.call === call.id),
  );
  if (holders.length === 0) {
    // Written straight into what uses it: an argument, a list of `additional_inputs`.
    return file.calls.some(
      (one, id) =>
        id !== call.id &&
        one.arguments.some(({ value }) =>
          valuesWithin(value).some((part) => part.kind === 'call' && part.call === call.id),
        ),
    );
  }
  return holders.some(({ target, line }) => {
    const name = stateKey(target);
    if (target.kind === 'index' || (target.kind === 'name' && target.name.includes('.')))
      return facts.program.filesOf().some((one) => one.language === 'python' && readsKey(one, name, call));
    return (
      reads(file, name, line, call) ||
      file.statements.some(
        ({ kind, value }) => kind === 'return' && value !== null && mentions(value, file, name),
      )
    );
  });
}

function reads(file: CodeFile, name: string, line: number, call: CallRef): boolean {
  return (
    file.calls.some(
      (one, id) => id !== call.id && one.arguments.some(({ value }) => mentions(value, file, name)),
    ) ||
    file.calls.some((one) => one.callee.kind === 'name' && one.callee.name.startsWith(`${name}.`)) ||
    file.assignments.some(
      (one) => one.line !== line && one.value !== null && mentions(one.value, file, name),
    ) ||
    file.blocks.some(({ test }) => test !== null && mentions(test, file, name))
  );
}

function readsKey(file: CodeFile, key: string, call: CallRef): boolean {
  const isRead = (value: Value): boolean =>
    valuesWithin(value).some(
      (part) =>
        ((part.kind === 'name' && /session_state\.|^self\./.test(part.name)) || part.kind === 'index') &&
        stateKey(part) === key,
    );
  return (
    file.calls.some(
      (one, id) =>
        (file !== call.file || id !== call.id) &&
        one.arguments.some(
          ({ value }) =>
            isRead(value) ||
            (value.kind === 'literal' &&
              value.value === key &&
              /\.get$/.test(one.callee.kind === 'name' ? one.callee.name : '')),
        ),
    ) ||
    file.assignments.some(({ value }) => value !== null && isRead(value)) ||
    file.statements.some(({ value }) => value !== null && isRead(value)) ||
    file.blocks.some(({ test }) => test !== null && isRead(test))
  );
}

function mentions(value: Value, file: CodeFile, name: string): boolean {
  return valuesThroughCalls(value, file).some(
    (part) => part.kind === 'name' && part.name.split('.')[0] === name,
  );
}

/** What is sent along with a request: `{ message, model }`, `form.append('model', model)`, `?model=`. */
const SENT =
  /^(?:model|model_?name|model_?id|llm|llm_?model|provider|selected_?model|ai_?model|chat_?model|engine|temperature|top_?p|top_?k|max_?tokens|system_?prompt|system_?message|persona|tone|style)$/i;

function usedFromElement(facts: Facts, call: CallRef): boolean {
  // A component of one's own is only as good as what it hands on; some handler must change something.
  const changes = call.call.arguments.some(({ name }) => /^on(?:Value)?[A-Z]\w*|^set[A-Z]/.test(name ?? ''));
  return changes && sendsChoice(facts);
}

function usedFromPage(facts: Facts, id: string, model: string, path: string): boolean {
  if (model !== '') return sendsChoice(facts);
  if (id === '') return false;
  // A form sends its fields by itself; a script takes them by their id.
  const byScript = facts.program
    .filesOf()
    .some(
      (file) =>
        file.language !== 'python' &&
        file.calls.some((one) =>
          one.arguments.some(
            ({ value }) =>
              value.kind === 'literal' &&
              typeof value.value === 'string' &&
              value.value.replace(/^#/, '') === id,
          ),
        ),
    );
  const byForm =
    facts.interfaces.of('form').some((form) => form.path === path) &&
    facts.routes.some(({ body }) => body.some(({ name }) => name === id));
  return byScript || byForm;
}

const sending = new WeakMap<Facts, boolean>();

function sendsChoice(facts: Facts): boolean {
  const known = sending.get(facts);
  if (known !== undefined) return known;
  const sends = facts.program
    .filesOf()
    .some(
      (file) =>
        file.language !== 'python' &&
        isOfInterface(facts, file) &&
        file.calls.some(
          (call) =>
            call.form !== 'jsx' &&
            !/^(?:useState|createContext)$/.test(calledName(call)) &&
            call.arguments.some(({ value }) =>
              valuesThroughCalls(value, file).some(
                (part) =>
                  (part.kind === 'dict' &&
                    part.entries.some(
                      ({ key, value: sent }) =>
                        key?.kind === 'literal' && SENT.test(String(key.value)) && sent.kind !== 'literal',
                    )) ||
                  (part.kind === 'template' &&
                    part.parts.some(
                      (piece) =>
                        typeof piece === 'string' && /[?&](?:model|provider|llm)\w{0,6}=$/i.test(piece),
                    )) ||
                  (part.kind === 'literal' &&
                    call.arguments.length > 1 &&
                    /append|set/.test(calledName(call)) &&
                    SENT.test(String(part.value))),
              ),
            ),
        ),
    );
  sending.set(facts, sends);
  return sends;
}
