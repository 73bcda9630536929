/** What a call that runs a model is told: what to read, which model to run, and whether to answer piece by piece. */
import type { Value } from '../../../program/file.ts';
import { argument, siteOf } from '../../../program/link/calls.ts';
import { handedOnBy } from '../../../program/link/handed-on.ts';
import { entryAt } from '../../../program/link/values.ts';
import type { CallRef, Program, Site } from '../../../program/program.ts';

const INPUTS = new Set(
  `messages message prompt prompts input inputs contents content question query text texts documents docs history
   chat_history chatHistory system system_prompt systemPrompt instructions instruction context body data json params
   state user_prompt message_history msg preamble sentences`
    .trim()
    .split(/\s+/),
);
const MODELS = ['model', 'model_name', 'modelName', 'model_id', 'modelId', 'deployment_name', 'engine'];
const STREAMS = ['stream', 'streaming', 'stream_options'];

/** What the model reads, which it is, and whether it answers piece by piece. */
export function readArguments(program: Program, call: CallRef, streams: boolean) {
  const site = siteOf(call);
  const inputs: Value[] = [];
  for (const { name, value } of call.call.arguments) {
    if (name === null ? value.kind !== 'dict' : INPUTS.has(name)) inputs.push(value);
    if (name !== null || value.kind !== 'dict') continue;
    const entries = value.entries.filter(
      ({ key }) => key?.kind === 'literal' && INPUTS.has(String(key.value)),
    );
    // LangChain's `{"question": …}` names its inputs as it likes.
    inputs.push(...(entries.length > 0 ? entries.map((entry) => entry.value) : [value]));
  }
  // Google's configuration of a call holds what the model is told.
  for (const name of ['system_instruction', 'systemInstruction']) {
    const told = deepArgument(program, call, name);
    if (told) inputs.push(told);
  }
  const model = MODELS.map((name) => argument(call, name)).find((value) => value !== null) ?? null;
  return {
    streams:
      streams ||
      STREAMS.some((name) => isOn(program, deepArgument(program, call, name), site)) ||
      handedOnBy(program, call).some((caller) =>
        STREAMS.some((name) => isOn(program, argument(caller, name), siteOf(caller))),
      ),
    inputs,
    model,
    within: program.definitionOf(site),
  };
}

/** `stream=True`, also in what is sent as `json={…}` or `body: JSON.stringify({…})`. */
function deepArgument(program: Program, call: CallRef, name: string): Value | null {
  const direct = argument(call, name);
  if (direct) return direct;
  for (const item of call.call.arguments) {
    const nested = item.value.kind === 'dict' ? item.value.entries.map((entry) => entry.value) : [item.value];
    for (const part of nested) {
      const target = part.kind === 'name' ? program.resolve(part, siteOf(call)) : null;
      const value = target?.kind === 'value' ? target.value : part;
      const found =
        value.kind === 'call'
          ? argument({ ...call, call: call.file.calls[value.call] ?? call.call }, name)
          : (entryAt(value, name) ?? null);
      if (found) return found;
    }
  }
  return null;
}

/** True, or handed in and true at one of the callers. */
export function isOn(program: Program, value: Value | null, site: Site): boolean {
  if (!value) return false;
  if (value.kind === 'dict') return true;
  if (program.constant(value, site) === true) return true;
  const owner = value.kind === 'name' ? program.definitionOf(site) : null;
  if (!owner || value.kind !== 'name') return false;
  const position = owner.definition.parameters.findIndex((item) => item.name === value.name);
  const parameter = owner.definition.parameters[position];
  if (!parameter) return false;
  if (parameter.default && program.constant(parameter.default, site) === true) return true;
  return program.callers(owner).some((caller) => {
    const given = argument(caller, value.name);
    return given !== null && program.constant(given, siteOf(caller)) === true;
  });
}
