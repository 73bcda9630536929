import type { Facts } from '../../facts/facts.ts';
import { type Image, imagesOf, type Part } from '../../facts/operations/images/images.ts';
import { pagesOf } from '../../facts/operations/images/pages.ts';
import type { Evidence } from '../../model.ts';
import { defineCheck, no, yes } from '../define.ts';

const PARTS = ['backend', 'frontend'] as const;

function has(image: Image, ...parts: readonly Part[]): boolean {
  return image.processes.some(({ part }) => parts.includes(part));
}

/** It starts the part, and for a frontend nothing of the backend beside it. */
function startsAlone(image: Image, part: (typeof PARTS)[number]): boolean {
  return image.broken === null && has(image, part) && (part === 'backend' || !has(image, 'backend'));
}

function evidenceOf(facts: Facts, image: Image, parts: readonly Part[]): readonly Evidence[] {
  const started = image.processes.find(({ part }) => parts.includes(part));
  const places = [
    { path: image.path, line: image.line },
    ...(started === undefined ? [] : [{ path: started.path, line: started.line }]),
  ];
  const seen = new Set<string>();
  return places.flatMap(({ path, line }) => {
    const key = `${path}:${line}`;
    if (seen.has(key)) return [];
    seen.add(key);
    return [facts.evidence(path, line)];
  });
}

export const dockerized = defineCheck({
  name: 'dockerized',
  summary: 'A Dockerfile, or a compose service that is built, starts this part of the program.',
  reads: ['configuration'],
  parameters: (z) =>
    z.strictObject({
      part: z.enum(PARTS),
      image: z
        .enum(['own', 'any'])
        .describe(
          'own: an image that starts it (a frontend: without the backend). any: also an image of the whole program in one process, one that serves its pages, or one that cannot start',
        ),
    }),
  ask: (facts, { part, image }) => {
    const images = imagesOf(facts);
    const broken = images.filter((one) => one.broken !== null && has(one, part, 'whole'));
    const counter = broken.flatMap(({ broken: why }) =>
      why === null ? [] : [{ path: why.path, line: why.line, text: why.what }],
    );
    const own = images.filter((one) => startsAlone(one, part));
    const lookedFor = `a Dockerfile or a built compose service that starts the ${part}`;
    if (image === 'own')
      return own.length > 0
        ? yes(own.slice(0, 3).flatMap((one) => evidenceOf(facts, one, [part])))
        : no(lookedFor, counter);
    const shared = images.filter((one) => has(one, part, 'whole'));
    const found = [...own, ...shared].slice(0, 3).flatMap((one) => evidenceOf(facts, one, [part, 'whole']));
    if (found.length > 0) return yes(found, counter);
    const serving = images.find((one) => has(one, 'backend'));
    const pages = part === 'frontend' && serving !== undefined ? pagesOf(facts, serving) : [];
    return serving !== undefined && pages.length > 0
      ? yes([...evidenceOf(facts, serving, ['backend']), ...pages.slice(0, 2)])
      : no(lookedFor, counter);
  },
});
