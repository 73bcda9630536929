import type { Facts } from '../../facts/facts.ts';
import type { Answering } from '../../facts/language-models/model-answers.ts';
import type { Evidence } from '../../model.ts';
import { originsOf } from '../../program/flow/flow.ts';
import { calleeParts, siteOf } from '../../program/link/calls.ts';
import { defineCheck, found } from '../define.ts';

/** What is asked of the vector store on the way to an answer, or flows into its model. */
function retrieval(facts: Facts, { models, region }: Answering): readonly Evidence[] {
  const { program } = facts;
  const asked = new Set(
    facts.vectors.calls.filter(({ does }) => does === 'query' || does === 'retriever').map((one) => one.call),
  );
  const near = region.calls.find((call) => asked.has(call));
  if (near) return [facts.evidence(near.file.path, near.call.line)];
  const starts = models.flatMap(({ call, inputs }) => {
    const receiver = calleeParts(call.call.callee)?.of;
    return [...(receiver ? [receiver] : []), ...inputs].map((value) => ({ value, site: siteOf(call) }));
  });
  for (const { value, site } of originsOf(program, starts, { most: 6000 })) {
    if (value.kind !== 'call') continue;
    const call = program.callOf(site.file, value.call);
    if (asked.has(call)) return [facts.evidence(call.file.path, call.call.line)];
  }
  return [];
}

/** A document's text that goes into the prompt as it is. */
function pasted(facts: Facts, { region }: Answering): readonly Evidence[] {
  const upload = facts.uploads.find(
    (one) => one.read.length + one.readsAny.length + one.readsText.length > 0,
  );
  const reads = region.calls.find((call) =>
    /(?:PdfReader|pdfplumber\.open|fitz\.open|pymupdf\.open|\.read_text|pdf-parse\w*|PyPDFLoader|TextLoader)$/.test(
      facts.program.nameOf(call),
    ),
  );
  if (reads) return [facts.evidence(reads.file.path, reads.call.line)];
  return upload ? [facts.evidence(upload.file.path, upload.line)] : [];
}

export const retrievedContext = defineCheck({
  name: 'retrieved-context',
  summary:
    'What the program knows reaches the model: retrieved by embeddings (`retrieval`), or also as whole documents (`any`).',
  reads: ['code'],
  parameters: (z) => z.strictObject({ by: z.enum(['retrieval', 'any']) }),
  ask: (facts, { by }) => {
    const found1 = facts.answering.answers.flatMap((answer) => retrieval(facts, answer)).slice(0, 2);
    const rest =
      by === 'any' && found1.length === 0
        ? facts.answering.answers.flatMap((answer) => pasted(facts, answer))
        : [];
    return found(
      [...found1, ...rest].slice(0, 2),
      by === 'retrieval'
        ? 'a query of a vector store whose result goes to the model'
        : 'documents whose text goes to the model',
    );
  },
});
