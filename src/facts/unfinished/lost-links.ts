/** Links of the pages that a program serves to addresses that it does not answer. */
import { isMarkup } from '../../reading/markup.ts';
import type { Facts } from '../facts.ts';
import { answers, segmentsOf } from '../interfaces/client-calls.ts';
import { elementsOf } from '../interfaces/markup.ts';
import type { Unfinished } from './unfinished.ts';

/** An address of this program that is written out; a file is served, not answered. */
const ADDRESS = /^\/[\w/-]*(?=$|[?#])/;
/** Pages that frameworks and servers add. */
const GIVEN = /^\/(?:docs|redoc|static|media|uploads|admin|accounts|auth|metrics|graphql|swagger|api-docs)\b/;

/** Each address once, in pages of which another link is answered: the rest of a site may be served by others. */
export function lostLinks({ files, routes, text }: Facts): readonly Unfinished[] {
  const offered = routes.filter(({ mounted }) => mounted).map(({ path }) => segmentsOf(path));
  if (offered.length === 0) return [];
  const isAnswered = (address: string): boolean => {
    const asked = segmentsOf(address);
    return offered.some((route) => (asked.length === 0 ? route.length === 0 : answers(route, asked)));
  };
  const isFile = (address: string): boolean =>
    files.some(({ path }) => path.includes(`${address.slice(1)}.`) || path.includes(`${address.slice(1)}/`));
  const found = new Map<string, Unfinished>();
  for (const { path, role } of files) {
    if (role !== 'application' || !isMarkup(path)) continue;
    const links = elementsOf(text(path) ?? '').flatMap(({ tag, attributes, line }) => {
      const address = tag === 'a' ? ADDRESS.exec(attributes.get('href') ?? '')?.[0] : undefined;
      return address === undefined || GIVEN.test(address) ? [] : [{ address, line }];
    });
    if (!links.some(({ address }) => isAnswered(address))) continue;
    for (const { address, line } of links)
      if (!found.has(address) && !isAnswered(address) && !isFile(address))
        found.set(address, { path, line, what: `links to ${address}, which nothing answers` });
  }
  return [...found.values()];
}
