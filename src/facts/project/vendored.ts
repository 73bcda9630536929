/** Other people's code that was copied into the repository. */

import { baseName, folderOf } from '../../reading/text-file.ts';
import { foldersOn } from './artifacts.ts';

const VENDOR_FOLDER = /^(?:vendors?|_vendor|third[-_]?party|bower_components)$/i;
const MINIFIED = /\.min\.(?:js|mjs|css)$/i;

/** Libraries that are downloaded into a project's static files. */
const LIBRARIES =
  'jquery|bootstrap|d3|chart|vue|react|react-dom|angular|lodash|underscore|moment|axios|popper|fontawesome|font-awesome|tailwind|htmx|alpine|three|leaflet|select2|datatables|swiper|marked|highlight|prism|codemirror|ace|tinymce|ckeditor|sweetalert2?|toastr|handlebars|backbone|knockout|modernizr|normalize|animate|swagger-ui|redoc|plotly|echarts|socket\\.io|dompurify|katex|mermaid|pdf|plyr|owl\\.carousel|aos';
/** A library's name with a version or a flavour, as its own builds are called. */
const LIBRARY_BUILD = new RegExp(
  `^(?:${LIBRARIES})(?:[-.](?:v?\\d+|bundle|slim|umd|esm|global|prod|standalone|worker|all))+\\.(?:js|mjs|css)$`,
  'i',
);
const LIBRARY_FILE = new RegExp(`^(?:${LIBRARIES})(?:[-.]\\w+)?\\.(?:js|mjs|css)$`, 'i');
const LIBRARY_FOLDER = /^(?:libs?|plugins|external)$/i;

const LICENCE = /^(?:licen[cs]e|copying)(?:\.\w+)?$/i;
const METADATA = /^(?:setup\.py|setup\.cfg|pyproject\.toml|package\.json|PKG-INFO)$/;
/** Where the parts of one's own project lie, each perhaps with a licence of its own. */
const OWN_PARTS =
  /^(?:packages|apps|services|libs?|modules|projects|backend|frontend|api|server|client|web|ui|src|app|cli|core|sdk)$/i;

/** Tells vendored paths among all paths of a repository. */
export function vendoredFolders(paths: readonly string[]): (path: string) => boolean {
  const copies = copiedLibraries(paths);
  return (path) => {
    const name = baseName(path);
    if (MINIFIED.test(name) || LIBRARY_BUILD.test(name)) return true;
    const folders = foldersOn(path);
    if (folders.some((folder) => VENDOR_FOLDER.test(folder.name) || copies.has(folder.folder))) return true;
    return LIBRARY_FILE.test(name) && folders.some((folder) => LIBRARY_FOLDER.test(folder.name));
  };
}

/**
 * Folders that hold a library's whole repository: licence, package metadata and a package named like the folder, in a
 * project that has metadata of its own. Parts of a monorepo look alike, so their usual places are spared.
 */
function copiedLibraries(paths: readonly string[]): ReadonlySet<string> {
  const known = new Set(paths);
  const rootHasMetadata = paths.some((path) => METADATA.test(path) || /^requirements[\w-]*\.txt$/.test(path));
  if (!rootHasMetadata) return new Set();
  const withMetadata = new Set(paths.filter((path) => METADATA.test(baseName(path))).map(folderOf));
  const licensed = paths.filter((path) => LICENCE.test(baseName(path))).map(folderOf);
  return new Set(
    licensed.filter((folder) => {
      if (folder === '' || !withMetadata.has(folder)) return false;
      if (folder.split('/').some((part) => OWN_PARTS.test(part))) return false;
      const name = baseName(folder).replaceAll('-', '_');
      return [`${folder}/${name}/__init__.py`, `${folder}/src/${name}/__init__.py`].some((path) =>
        known.has(path),
      );
    }),
  );
}
