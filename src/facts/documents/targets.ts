/** Where relative links and pictures of a document lead. */
import { folderOf, resolvePath } from '../../reading/text-file.ts';

/** Finds the committed file that an address in a document means; null for other sites and for files that are not there. */
export function targetsIn(paths: readonly string[]): (documentPath: string, url: string) => string | null {
  const known = new Set(paths);
  return (documentPath, url) => {
    const bare = decoded(url.split(/[?#]/)[0] ?? '').replace(/\\/g, '/');
    if (bare === '') return null;
    // GitHub's own address of a file: any branch of any repository whose path is one of ours.
    const hosted =
      /^https?:\/\/(?:github\.com\/[^/]+\/[^/]+\/(?:blob|raw|tree)|raw\.githubusercontent\.com\/[^/]+\/[^/]+)\/(.+)$/.exec(
        bare,
      );
    if (hosted !== null) {
      const parts = (hosted[1] ?? '').split('/');
      // The branch's own name may have slashes.
      for (let skip = 1; skip < Math.min(parts.length, 5); skip += 1) {
        const path = parts.slice(skip).join('/');
        if (known.has(path)) return path;
      }
      return null;
    }
    if (/^[a-z][a-z0-9+.-]*:/i.test(bare)) return null;
    const path = bare.startsWith('/') ? bare.replace(/^\/+/, '') : resolvePath(folderOf(documentPath), bare);
    return path !== null && known.has(path) ? path : null;
  };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
