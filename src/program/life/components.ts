/** Components that nothing imports: where a framework puts all of a folder at hand, what a page draws by its name takes part. */
import { baseName, type TextFile } from '../../reading/text-file.ts';
import type { CodeFile } from '../file.ts';

const CONFIGURATION = /(?:^|\/)nuxt\.config\.[cm]?[jt]s$/;
/** The plugin of build tools that does the same for Vue. */
const PLUGIN = 'unplugin-vue-components';
const FOLDER = /^(?:app\/|src\/)?components\/(.+)\.(?:vue|[jt]sx)$/;
/** Nuxt draws these around its pages, or runs them before, by their place. */
const AROUND = /^(?:app\/)?(?:layouts|middleware|plugins)\//;
const TAGS = /<([A-Za-z][\w-]{1,80})/g;

/** Files that are drawn by their names, or stand around the pages, in projects that put components at hand. */
export function atHand(files: readonly CodeFile[], pages: readonly TextFile[]): ReadonlySet<CodeFile> {
  const found = new Set<CodeFile>();
  for (const { path, imports } of files) {
    const isNuxt = CONFIGURATION.test(path);
    if (!isNuxt && !imports.some(({ module }) => module.startsWith(PLUGIN))) continue;
    const root = path.slice(0, path.length - baseName(path).length);
    const drawn = tagsIn(pages.filter((page) => page.path.startsWith(root)));
    for (const file of files) {
      if (!file.path.startsWith(root)) continue;
      const place = file.path.slice(root.length);
      const inside = FOLDER.exec(place)?.[1];
      if (inside ? namesOf(inside).some((name) => drawn.has(name)) : isNuxt && AROUND.test(place))
        found.add(file);
    }
  }
  return found;
}

/** Tags of pages, without what tells their spellings apart: `<chat-list>` and `<ChatList>` are one. */
function tagsIn(pages: readonly TextFile[]): ReadonlySet<string> {
  const tags = new Set<string>();
  for (const { text } of pages) for (const [, tag] of text.matchAll(TAGS)) tags.add(plain(tag ?? ''));
  return tags;
}

/** `chat/list/item.vue` is `<ChatListItem>`; a name that begins as its folder does says that once; some are set up to go by the file alone. */
function namesOf(inside: string): readonly string[] {
  const parts = inside.split('/').map(plain);
  const last = parts.at(-1) === 'index' ? parts.slice(0, -1) : parts;
  const whole = last.reduce((name, part) => (part.startsWith(name) ? part : name + part), '');
  return [whole, last.at(-1) ?? ''];
}

function plain(name: string): string {
  return name.replace(/\W/g, '').toLowerCase();
}
