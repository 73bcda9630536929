/**
 * The WebAssembly that parses Python. Its C code frees what it has stacked by calling itself for each entry, and has 64 KB
 * for that: thousands of strings that do not end would write over its memory, and every later file be read wrongly.
 */
import { Language, type ParseOptions, Parser, type Tree } from 'web-tree-sitter';

/** The bytes of `web-tree-sitter.wasm` and of `tree-sitter-python.wasm`. */
export interface PythonWasm {
  readonly runtime: Uint8Array;
  readonly grammar: Uint8Array;
}

export interface Runtime {
  readonly language: Language;
  /** null where `options` ended it, or where it went deeper than there is room. */
  parse(text: string, options: ParseOptions): Tree | null;
}

/** More than the engine's own stack has frames for, so that the engine ends what goes too deep, before memory is hurt. */
const STACK_BYTES = 4 * 1024 * 1024;
/** What the allocator notes behind the last block. */
const NOTES_BYTES = 64;

/** The part of the standard that is used: the types for Node leave it out, and a browser's bring the whole page along. */
declare const WebAssembly: {
  compile(bytes: Uint8Array): Promise<object>;
  readonly Instance: new (module: object, imports: Imports) => { readonly exports: unknown };
  readonly RuntimeError: new () => Error;
};

interface Imports {
  readonly env: { readonly memory: { readonly buffer: ArrayBuffer } };
}

/** What we use of the names that the runtime exports. */
interface Exports {
  readonly malloc: (bytes: number) => number;
  readonly _emscripten_stack_restore: (top: number) => void;
}

let running: Promise<Runtime> | undefined;

/**
 * Starts the WebAssembly and loads the grammar, once per process: two that start it at the same time would tread on each
 * other, and every further start would keep memory.
 */
export function startRuntime(wasm: PythonWasm): Promise<Runtime> {
  running ??= start(wasm);
  return running;
}

async function start(wasm: PythonWasm): Promise<Runtime> {
  const compiled = await WebAssembly.compile(wasm.runtime);
  let started: (Exports & Imports['env']) | undefined;
  const options: object = {
    instantiateWasm(imports: Imports, done: (instance: object, module: object) => void) {
      const instance = new WebAssembly.Instance(compiled, imports);
      started = { ...(instance.exports as Exports), memory: imports.env.memory };
      done(instance, compiled);
    },
    // It prints what it throws.
    printErr: () => undefined,
  };
  await Parser.init(options);
  if (started === undefined) throw new Error('the parser of Python was started by somebody else');
  const language = await Language.load(wasm.grammar);
  const parser = new Parser().setLanguage(language);
  const startAnew = withRoom(started);
  // Whatever ends a parse from outside leaves its memory half done.
  let whole = true;
  return {
    language,
    parse(text, parsing) {
      try {
        if (!whole) startAnew();
        whole = false;
        const tree = parser.parse(text, null, parsing);
        if (tree === null) parser.reset();
        whole = true;
        return tree;
      } catch (error) {
        if (error instanceof RangeError || error instanceof WebAssembly.RuntimeError) return null;
        throw error;
      }
    },
  };
}

/** Gives the C code a larger stack; what is answered makes its memory what it was then, whatever was half done. */
function withRoom({
  malloc,
  _emscripten_stack_restore: moveStack,
  memory,
}: Exports & Imports['env']): () => void {
  const block = malloc(STACK_BYTES);
  const end = block + STACK_BYTES;
  // Stacks grow downwards, and begin at a multiple of sixteen.
  const top = end & ~15;
  const before = new Uint8Array(memory.buffer.slice(0, block));
  const behind = new Uint8Array(memory.buffer.slice(end, end + NOTES_BYTES));
  moveStack(top);
  return () => {
    const bytes = new Uint8Array(memory.buffer);
    bytes.set(before, 0);
    bytes.set(behind, end);
    moveStack(top);
  };
}
