/** What is known, as pages of text. */
import { badOption } from '../../errors.ts';
import type { ArgumentPlace, Knowledge, Meaning } from '../../program/knowledge.ts';
import { visible } from '../../reporters/visible.ts';

/** Every role with its sentence, by field. */
export function roleList({ roles }: Knowledge): string {
  const width = Math.max(...Object.keys(roles).map((role) => role.length));
  let field = '';
  return Object.entries(roles)
    .map(([role, { means }]) => {
      const [own = ''] = role.split('.');
      const gap = field === '' || own === field ? '' : '\n';
      field = own;
      return `${gap}${role.padEnd(width)}  ${means}\n`;
    })
    .join('');
}

/** What has a role, or all that is known of a library. Throws a UserError where nothing is. */
export function knowledgePage(name: string, { roles, meanings }: Knowledge): string {
  const role = Object.hasOwn(roles, name) ? roles[name] : undefined;
  if (role) {
    const rows = meanings.filter((one) => one.role === name);
    return `${name}: ${role.means}\n${placesOf(role.takes)}\n${rows.map(linesOf).join('')}`;
  }
  const rows = meanings.filter(({ names }) => names.some((one) => isOf(one, name)));
  if (rows.length === 0) throw badOption('knowledge', visible(name), namesLike(name, meanings, roles));
  const found = [...new Set(rows.map((one) => one.role))];
  return found
    .map((one) => {
      const lines = rows.filter((row) => row.role === one).map(linesOf);
      return `${one}: ${roles[one]?.means ?? ''}\n${lines.join('')}`;
    })
    .join('\n');
}

/** `redis` names `redis.Redis.get`, `ioredis` does not; `@scope/package` and stars at an end are told by their words. */
function isOf(pattern: string, name: string): boolean {
  return pattern === name || pattern.split(/[./*]+/).includes(name) || pattern.startsWith(`${name}.`);
}

function linesOf({ use, names, takes, about, own }: Meaning): string {
  const more = [
    ...(use === 'call' ? [] : [use]),
    ...Object.entries(about).map(([key, value]) => `${key}: ${value}`),
    ...(own ? ["the project's own"] : []),
  ];
  const told = more.length > 0 ? `  (${more.join(', ')})` : '';
  return `${names.map((name) => `  ${visible(name)}${told}\n`).join('')}${placesOf(takes)}`;
}

function placesOf(takes: Readonly<Record<string, readonly ArgumentPlace[]>>): string {
  return Object.entries(takes)
    .filter(([, places]) => places.length > 0)
    .map(([purpose, places]) => `    ${purpose}: ${places.map(placeWord).join(' or ')}\n`)
    .join('');
}

function placeWord(place: ArgumentPlace): string {
  return typeof place === 'number' ? `argument ${place + 1}` : `${place}=`;
}

/** What somebody may have meant. */
function namesLike(
  name: string,
  meanings: readonly Meaning[],
  roles: Knowledge['roles'],
): readonly string[] | string {
  const known = [
    ...Object.keys(roles),
    ...meanings.flatMap(({ names }) => names.map((one) => one.split('.')[0] ?? '')),
  ];
  const near = [...new Set(known)]
    .filter((one) => one.length > 2 && (one.includes(name) || name.includes(one)))
    .slice(0, 8);
  return near.length > 0 ? near : 'a role or a library that is known; without a name all roles are listed';
}
