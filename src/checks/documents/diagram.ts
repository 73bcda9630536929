import type { Evidence } from '../../model.ts';
import { defineCheck, found } from '../define.ts';

const SUBJECTS = ['architecture', 'structure', 'data-model'] as const;

export const diagram = defineCheck({
  name: 'diagram',
  summary: 'A document or a committed file draws one of the subjects (image, Mermaid, PlantUML, ASCII).',
  reads: ['documents'],
  parameters: (z) => z.strictObject({ of: z.array(z.enum(SUBJECTS)).min(1) }),
  ask: (facts, { of }) => {
    const wanted = of as readonly string[];
    const evidence: Evidence[] = facts.documentation.documents.flatMap((document) =>
      document.diagrams
        .filter((item) => wanted.includes(item.what))
        .map((item) => facts.evidence(document.path, item.line)),
    );
    for (const file of facts.documentation.diagramFiles)
      if (wanted.includes(file.what))
        evidence.push(
          file.kind === 'text'
            ? facts.evidence(file.path, file.line)
            : { path: file.path, line: file.line, text: `${file.kind} diagram` },
        );
    return found(
      evidence.slice(0, 3),
      `a diagram of the ${of.join(' or ')} in the README, docs or as a file`,
    );
  },
});
