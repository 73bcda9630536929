/** Where a repository comes from, in one form and without credentials. Pure. */

/** `https://host/owner/name` for any remote that a browser could open; null for a path of a machine. */
export function publicRemote(remote: string): string | null {
  const text = remote.trim();
  if (text === '' || text.length > 500 || /[\s\u0000-\u001f\u007f]/.test(text)) return null;
  const scp = /^(?:[^@/:]+@)?([\w-]+(?:\.[\w-]+)+):\/?([^:/].*)$/.exec(text);
  if (scp !== null && !text.includes('://')) return address(scp[1] ?? '', scp[2] ?? '');
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  switch (url.protocol) {
    case 'https:':
    case 'http:':
      return address(url.host, url.pathname);
    case 'ssh:':
    case 'git:':
    case 'git+ssh:':
      return address(url.hostname, url.pathname);
    default:
      return null;
  }
}

/**
 * `owner/name` where the remote tells it, so that a report does not depend on where the copy lies; else the name of the
 * folder. `prefix` is the audited folder below it.
 */
export function nameOf(top: string, prefix: string, remote: string | null): string {
  const project = remote === null ? folderName(top) : nameOfRemote(remote);
  return prefix === '' ? project : `${project}/${prefix}`;
}

/** A bare repository is called `project.git`. */
function folderName(top: string): string {
  const name = top.split(/[\\/]/).findLast((part) => part !== '') ?? top;
  return name.replace(/(?!^)\.git$/, '');
}

/** `owner/name` of what {@link publicRemote} gave. */
export function nameOfRemote(remote: string): string {
  return new URL(remote).pathname.slice(1);
}

function address(host: string, path: string): string | null {
  const clean = path
    .replace(/[?#].*$/, '')
    .replace(/^\/+|\/+$/g, '')
    .replace(/\.git$/, '');
  return host === '' || clean === '' ? null : `https://${host.toLowerCase()}/${clean}`;
}
