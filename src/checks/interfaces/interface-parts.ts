import type { Upload } from '../../facts/data/uploads/uploads.ts';
import type { Facts } from '../../facts/facts.ts';
import type { Widget, WidgetKind } from '../../facts/interfaces/interfaces.ts';
import { valuesWithin } from '../../program/link/values.ts';
import { defineCheck, foundOr } from '../define.ts';

const PARTS = {
  upload: ['uploader'],
  question: ['chat-input', 'text-input'],
} as const satisfies Record<string, readonly WidgetKind[]>;
type Part = keyof typeof PARTS;
/** Text fields that ask for something else than a question. */
const OTHER_FIELDS =
  /pass(?:word|wort)|e-?mail|user ?name|api[ _-]?key|token|login|sign|search|\burl\b|link|host|phone|title|^name$|first name|last name|senha|contrase/i;
/** What a question is called. */
const QUESTION =
  /ask|question|query|prompt|message|chat|pergunt|pregunt|frage|tanya|type|what|how|talk|say|answer/i;

/** A page whose file does not parse cannot start. */
function runs({ file }: Widget): boolean {
  return file === null || file.language !== 'python' || file.errors.length === 0;
}

function isPart(part: Part, widget: Widget): boolean {
  if (!(PARTS[part] as readonly WidgetKind[]).includes(widget.kind)) return false;
  if (part !== 'question' || widget.kind === 'chat-input') return true;
  return QUESTION.test(widget.label) || !OTHER_FIELDS.test(widget.label);
}

const ACCEPTS = /^(?:type|types|file_?types|accept|accepted_?files?|accepted_?file_?types)$/i;
const DOCUMENTS = /pdf|txt|text|\bmd\b|markdown|docx?|html|\*/i;

/** An uploader that lets in tables or pictures only is for something else. */
function takesDocuments({ call }: Widget): boolean {
  if (!call) return true;
  const accepted = call.call.arguments
    .filter(({ name }) => name !== null && ACCEPTS.test(name))
    .flatMap(({ value }) => valuesWithin(value))
    .flatMap((value) => (value.kind === 'literal' && typeof value.value === 'string' ? [value.value] : []))
    .filter((text) => text !== 'file');
  return accepted.length === 0 || accepted.some((text) => DOCUMENTS.test(text));
}

/** Of what is let in, something is a document. */
function takesAny({ asked, file }: Upload): boolean {
  const runs = file.language !== 'python' || file.errors.length === 0;
  return (
    runs && (asked.length === 0 || asked.some(({ kind }) => !/^(?:csv|xlsx|parquet|image|audio)$/.test(kind)))
  );
}

function widgetsOf(facts: Facts, part: Part): readonly Widget[] {
  return facts.interfaces.widgets.filter(
    (widget) => isPart(part, widget) && (part !== 'upload' || takesDocuments(widget)),
  );
}

const PARTS_IN_WORDS = { upload: 'an upload', question: 'a field for questions' } as const;

export const interfaceParts = defineCheck({
  name: 'interface-parts',
  summary:
    'A user interface has the parts: an upload of documents, a field for questions. With `running: false`, a page that cannot start counts too.',
  reads: ['code', 'pages'],
  parameters: (z) =>
    z.strictObject({
      parts: z.array(z.enum(['upload', 'question'])).min(1),
      atLeast: z.int().min(1),
      running: z.boolean().default(true),
    }),
  ask: (facts, { parts, atLeast, running }) => {
    const shown = parts.flatMap((part) => {
      const widgets = widgetsOf(facts, part).filter((widget) => !running || runs(widget));
      const best = widgets.find((widget) => widget.kind !== 'text-input') ?? widgets[0];
      if (best) return [{ part, at: facts.evidence(best.path, best.line) }];
      const attached =
        part === 'upload' ? facts.uploads.find((one) => one.via === 'interface' && takesAny(one)) : undefined;
      return attached ? [{ part, at: facts.evidence(attached.file.path, attached.line) }] : [];
    });
    return foundOr(
      shown.length >= atLeast ? shown.map(({ at }) => at) : [],
      `a user interface with ${parts.map((part) => PARTS_IN_WORDS[part]).join(atLeast === parts.length ? ' and ' : ' or ')}`,
      [
        {
          kind: 'lacks',
          has: shown.map(({ part, at }) => ({ what: PARTS_IN_WORDS[part], at })),
          lacks: parts
            .filter((part) => !shown.some((one) => one.part === part))
            .map((part) => `${PARTS_IN_WORDS[part]} in the interface`),
        },
      ],
    );
  },
});
