/**
 * The parser's tree as light plain objects. Crossing into WebAssembly is what costs, so a file's tree is walked once
 * with a cursor, and only named nodes and the few tokens that mean something are kept.
 */
import type { Language, Tree } from 'web-tree-sitter';
import { type Cut, cutter, MOST_VALUES, TOO_MANY_VALUES } from '../bounds.ts';
import type { Lines } from '../lines.ts';

export interface Syntax {
  /** The grammar's name of the node; for a kept token its text. */
  readonly type: string;
  /** The part it plays in its parent, where the grammar names it. */
  readonly field: string | null;
  /** Offsets into the text that was parsed. */
  readonly start: number;
  readonly end: number;
  /** Counted from 1, or where {@link Lines} says. */
  readonly line: number;
  readonly children: readonly Syntax[];
}

export interface SyntaxTree {
  readonly root: Syntax;
  readonly comments: readonly Syntax[];
  readonly errors: readonly { readonly line: number; readonly reason: string }[];
  readonly cuts: readonly Cut[];
}

/** Levels that are followed; what is nested deeper is dropped, with an error. */
const MAX_DEPTH = 400;
const MAX_ERRORS = 20;

/** Nodes whose text says all. */
const LEAVES = new Set(
  `identifier integer float true false none ellipsis string_start string_content string_end pass_statement
   break_statement continue_statement comment dotted_name relative_import wildcard_import splat_pattern splat_type`
    .trim()
    .split(/\s+/),
);
/** Nodes that say nothing here. */
const IGNORED = new Set([
  'line_continuation',
  'type_conversion',
  'keyword_separator',
  'positional_separator',
]);
/** Nodes whose tokens (operators, the colons of a slice) are kept among their children. */
const WITH_TOKENS = new Set([
  'binary_operator',
  'boolean_operator',
  'comparison_operator',
  'unary_operator',
  'slice',
]);
/** Nodes that have nothing but unnamed parts: the field of their children need not be asked for. */
const WITHOUT_FIELDS = new Set(
  `module block expression_statement argument_list parameters list tuple set dictionary expression_list return_statement
   parenthesized_expression type comparison_operator binary_operator boolean_operator conditional_expression string
   decorator delete_statement pattern_list await not_operator unary_operator`
    .trim()
    .split(/\s+/),
);

/** Nodes whose parts are statements. */
const OF_STATEMENTS = new Set(['module', 'block', 'ERROR']);

const ERROR_TYPE = 65_535;
const DROP = 0;
const LEAF = 1;
const BRANCH = 2;
const COMMENT = 3;
const STRING = 4;

/** What to do with each kind of node, by the grammar's number for it. */
interface Grammar {
  readonly names: readonly string[];
  readonly fields: readonly (string | null)[];
  readonly kinds: Uint8Array;
  readonly tokens: Uint8Array;
  readonly fielded: Uint8Array;
}

export function grammarOf(language: Language): Grammar {
  const count = language.types.length;
  const kinds = new Uint8Array(count);
  const tokens = new Uint8Array(count);
  const fielded = new Uint8Array(count);
  language.types.forEach((name, id) => {
    if (!language.nodeTypeIsNamed(id) || IGNORED.has(name)) return;
    if (name === 'comment') kinds[id] = COMMENT;
    else if (name === 'string') kinds[id] = STRING;
    else kinds[id] = LEAVES.has(name) ? LEAF : BRANCH;
    tokens[id] = WITH_TOKENS.has(name) ? 1 : 0;
    fielded[id] = WITHOUT_FIELDS.has(name) ? 0 : 1;
  });
  return { names: language.types, fields: language.fields, kinds, tokens, fielded };
}

interface Draft extends Syntax {
  children: readonly Syntax[];
}

/** The node whose children are walked. */
interface Parent {
  readonly node: Draft;
  /** Where its children begin among those that wait for their parents to end. */
  readonly from: number;
  readonly tokens: boolean;
  readonly fielded: boolean;
  /** Children that it may have. */
  readonly most: number;
}

const NO_CHILDREN: readonly Syntax[] = [];

/** Copies a tree. A loop with its own stack: nesting is the file's to choose. The tree may be deleted afterwards. */
export function syntaxOf(tree: Tree, text: string, grammar: Grammar, lines: Lines): SyntaxTree {
  const { names, fields, kinds, tokens, fielded } = grammar;
  const comments: Syntax[] = [];
  const errors: { line: number; reason: string }[] = [];
  const report = (line: number, reason: string) => {
    if (errors.length < MAX_ERRORS && errors.at(-1)?.line !== line) errors.push({ line, reason });
  };
  const { cuts, cut } = cutter();
  const broken = tree.rootNode.hasError;
  const rowAt = lines.forward();
  const root: Draft = {
    type: 'module',
    field: null,
    start: 0,
    end: text.length,
    line: lines.at(0),
    children: NO_CHILDREN,
  };
  const cursor = tree.walk();
  const stack: Parent[] = [];
  /** Nodes whose parents are not through: a list that grows has room for more, and most have few children. */
  const waiting: Syntax[] = [];
  let parent: Parent = {
    node: root,
    from: 0,
    tokens: false,
    fielded: false,
    most: Number.POSITIVE_INFINITY,
  };
  let more = cursor.gotoFirstChild();
  while (more) {
    const id = cursor.nodeTypeId;
    const kind = id === ERROR_TYPE ? BRANCH : (kinds[id] ?? DROP);
    let entered = false;
    if (kind !== DROP || parent.tokens || broken) {
      const start = cursor.startIndex;
      const line = rowAt(start);
      if (broken && id === ERROR_TYPE) report(line, 'syntax error');
      else if (broken && cursor.nodeIsMissing)
        report(line, `syntax error: ${names[id] ?? 'something'} expected`);
      if (waiting.length - parent.from >= parent.most) cut(line, TOO_MANY_VALUES);
      else if (kind !== DROP || parent.tokens) {
        const fieldId = parent.fielded ? cursor.currentFieldId : 0;
        const branches = kind === BRANCH || (kind === STRING && isInterpolated(text, start));
        const node: Draft = {
          type: id === ERROR_TYPE ? 'ERROR' : (names[id] ?? ''),
          field: fieldId === 0 ? null : (fields[fieldId] ?? null),
          start,
          end: cursor.endIndex,
          line,
          children: NO_CHILDREN,
        };
        (kind === COMMENT ? comments : waiting).push(node);
        if (branches && stack.length >= MAX_DEPTH) report(line, `nested deeper than ${MAX_DEPTH} levels`);
        else if (branches && cursor.gotoFirstChild()) {
          entered = true;
          stack.push(parent);
          parent = {
            node,
            from: waiting.length,
            tokens: tokens[id] === 1,
            fielded: fielded[id] !== 0,
            most: OF_STATEMENTS.has(node.type) ? Number.POSITIVE_INFINITY : MOST_VALUES,
          };
        }
      }
    }
    while (!entered && !cursor.gotoNextSibling()) {
      parent.node.children = waiting.slice(parent.from);
      waiting.length = parent.from;
      const outer = stack.pop();
      if (!outer) {
        more = false;
        break;
      }
      cursor.gotoParent();
      parent = outer;
    }
  }
  cursor.delete();
  if (broken && errors.length === 0) report(root.line, 'syntax error');
  return { root, comments, errors, cuts };
}

/** Whether the string that starts here is an f- or t-string: only those have parts worth looking at. */
function isInterpolated(text: string, start: number): boolean {
  for (let at = start; at < start + 3; at++) {
    const letter = text[at];
    if (letter === 'f' || letter === 'F' || letter === 't' || letter === 'T') return true;
    if (letter === '"' || letter === "'") return false;
  }
  return false;
}

/** The first child that plays the part. */
export function child(node: Syntax, field: string): Syntax | undefined {
  return node.children.find((each) => each.field === field);
}

export function childrenIn(node: Syntax, field: string): readonly Syntax[] {
  return node.children.filter((each) => each.field === field);
}

export function childOfType(node: Syntax, type: string): Syntax | undefined {
  return node.children.find((each) => each.type === type);
}
