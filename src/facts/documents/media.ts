/** Videos, recordings, GIFs and screenshots of the program: linked, embedded or committed. */
import { baseName } from '../../reading/text-file.ts';
import type { Document } from './document.ts';
import { fileName, isBadge, PLOT, SCREEN, subjectOfPicture } from './pictures.ts';
import { mentions, normalise, wordList } from './vocabulary.ts';

export interface Media {
  readonly kind: 'video' | 'gif' | 'recording' | 'screenshot';
  readonly url: string;
  readonly path: string;
  readonly line: number;
}

const MAX_MEDIA = 200;
const VIDEO_FILE = /\.(?:mp4|mov|webm|m4v|avi|mkv)(?:$|[?#])/i;
const PICTURE_FILE = /\.(?:png|jpe?g|webp)$/i;
const GIF_FILE = /\.gif(?:$|[?#])/i;
const RECORDING_FILE = /\.cast(?:$|[?#])/i;
/** Sites that hold recordings made to show something: no further words needed. */
const SHOWING =
  /^https?:\/\/(?:www\.)?(?:loom\.com\/(?:share|embed)\/|share\.vidyard\.com\/|screenrec\.com\/share|streamable\.com\/\w|jumpshare\.com\/|vento\.so\/|tella\.tv\/|www\.veed\.io\/view|youtube\.com\/shorts\/)/i;
const RECORDINGS = /^https?:\/\/(?:www\.)?(?:asciinema\.org\/a\/|terminalizer\.com\/view\/)/i;
/** Sites that hold any video, a tutorial as well. */
const VIDEO_SITE =
  /^https?:\/\/(?:www\.|m\.)?(?:youtube\.com\/(?:watch|embed|live)|youtu\.be\/|vimeo\.com\/(?:video\/)?\d|player\.vimeo\.com|drive\.google\.com\/(?:file|drive|open)|(?:www\.)?dropbox\.com\/|1drv\.ms\/|bilibili\.com\/video|linkedin\.com\/(?:posts|feed)|onedrive\.live\.com)/i;
/** A video dropped into a GitHub editor: a bare address on a line of its own. */
const UPLOADED =
  /^https?:\/\/(?:github\.com\/(?:user-attachments\/assets|[^/]+\/[^/]+\/assets)\/|user-images\.githubusercontent\.com\/.*\.(?:mp4|mov|webm))/i;
const THUMBNAIL =
  /(?:img\.youtube\.com|i\.ytimg\.com|img\.youtu\.be|cdn\.loom\.com|asciinema\.org\/a\/[^/]+\.(?:svg|png))/i;

/** A session that was broadcast: what it shows is told by its words, and "watch live" is none of them. */
const BROADCAST = /^https?:\/\/(?:www\.|m\.)?youtube\.com\/live\//i;

const SHOWN = wordList(`
    demo*, walkthrough, walk through, preview, showcase, screencast, in action, demostracion, demonstracao,
    apresentacao, vorfuhrung, 시연, 데모, 演示, デモ
  `);
const DEMO = [
  ...SHOWN,
  ...wordList(`
    video*, watch, presentation, recording, explanation, pitch, presentacion, 영상, 발표, 视频, 動画
  `),
];
const OTHERS = wordList(`
    tutorial*, course, curso, inspired, inspiration, credit*, reference*, referencia*, based on,
    resource*, learn, playlist, channel, subscribe, follow, freecodecamp, acknowledg*, article, dataset,
    강의, 教程
  `);
/** A session about something: none of this program, unless its own link says that it shows it. */
const SESSIONS = wordList(`
    talk, talks, keynote*, conference*, meetup*, webinar*, lecture*, pycon*, djangocon*, fosdem, vortrag,
    conferencia*, charla, palestra, lezing
  `);
/** "Talk to your documents" is what such a program does. */
const TALKING = wordList(`talk to, talk with, talks to, talks with`);
const MOVING_PLOT = [...PLOT, 'visualization*', 'visualisation*', 'reports', 'figures'];
const DECORATION = wordList(`
    loading, loader, spinner, coding, typing, wave, hello, welcome, hi, logo, banner, header, divider,
    line, cat, meme, icon*
  `);
const DECORATION_HOSTS = /^https?:\/\/(?:[\w-]+\.)*(?:giphy\.com|tenor\.com|camo\.githubusercontent\.com)\//i;
/** Folders whose pictures are there to be shown. */
const SHOWN_FOLDER =
  /(?:^|\/)(?:docs?|demos?|screenshots?|screens|results?|media|captures?|capturas|prints|recordings?|videos?|gifs?)\//i;
const SCREEN_FOLDER =
  /(?:^|\/)(?:screenshots?|screens|results?|captures?|capturas|prints)\/[^/]+\.(?:png|jpe?g|webp)$/i;
/** What the name of a picture ends with where it shows the program's own screen, however it is numbered. */
const SCREENS = wordList(`
    screen, screens, ui, gui, webui, interface, dashboard, preview, swagger, demo, homepage, home page,
    landing page, chat page, login page, terminal, captura, tela, pantalla
  `);
const PRINTED = wordList(
  'screenshot*, screen shot*, output of the code, output of code, output of the app, demo output, app output',
);
const SCREENSHOT = wordList('screenshot*, screen shot*');

/** Folders of what users of the program sent to it: a picture there that no document shows is theirs. */
const RECEIVED_FOLDER = /(?:^|\/)(?:uploads?|uploaded(?:[-_]files)?|user[-_]?(?:files|media|content))\//i;

/** Media of the documents, then those that are committed and linked nowhere. */
export function mediaOf(
  documents: readonly Document[],
  paths: readonly string[],
  shown: readonly string[],
): readonly Media[] {
  const media: Media[] = [];
  const linked = new Set<string>();
  for (const document of documents) {
    const purposes = new Map(document.sections.map((section) => [section.heading, section.purposes]));
    for (const image of document.images) {
      if (!image.exists || isBadge(image.url)) continue;
      if (image.target !== null) linked.add(image.target);
      const subject = subjectOfPicture(
        image.alt,
        image.url,
        image.section,
        purposes.get(image.section) ?? [],
        image.announced,
      );
      const words = normalise(`${image.alt} ${fileName(image.url)}`);
      const place = { url: image.url, path: document.path, line: image.line };
      if (VIDEO_FILE.test(image.url)) media.push({ kind: 'video', ...place });
      else if (GIF_FILE.test(image.url)) {
        // The flow of a system drawn as a GIF is a diagram; a picture that waves is none.
        const named =
          mentions(words, ['diagram*', 'architect*', 'arquitet*', 'arquitect*', 'fluxo', 'flujo']) !== null ||
          isPlot(`${image.alt} ${image.url} ${image.section}`, words);
        if (!named && mentions(words, DECORATION) === null && !DECORATION_HOSTS.test(image.url))
          media.push({ kind: 'gif', ...place });
      } else if (subject === 'screenshot') media.push({ kind: 'screenshot', ...place });
    }
    for (const link of document.links) {
      // A player that is embedded stands for itself.
      const text = link.text === '' && !link.image ? link.url : link.text;
      const kind = linkedVideo(link.url, link.section, text, () => lineText(document, link.line));
      if (kind === null) continue;
      const target = link.url.includes('://') ? null : fileNameIn(paths, link.url);
      if (!link.url.includes('://') && target === null) continue;
      if (target !== null) linked.add(target);
      media.push({ kind, url: link.url, path: document.path, line: link.line });
    }
  }
  const screens = screensAmong(shown);
  for (const path of shown) {
    if (linked.has(path) || RECEIVED_FOLDER.test(path)) continue;
    const words = normalise(baseName(path));
    const meant = SHOWN_FOLDER.test(path) || mentions(words, DEMO) !== null || !path.includes('/');
    const ornament = mentions(words, [...DECORATION, 'diagram*', 'architect*']) !== null;
    // What moves and is linked nowhere is found by nobody: no more than a picture of the screen.
    const moving =
      RECORDING_FILE.test(path) ||
      (VIDEO_FILE.test(path) && meant) ||
      (GIF_FILE.test(path) && meant && !ornament && !isPlot(path, words));
    if (moving || SCREEN_FOLDER.test(path) || isScreen(path) || isPrinted(path, words) || screens.has(path))
      media.push({ kind: 'screenshot', url: path, path, line: 1 });
  }
  return media.slice(0, MAX_MEDIA);
}

/** A page that a browser printed, and that is named after what it shows of the program. */
function isPrinted(path: string, words: string): boolean {
  return /^(?:docs?\/)?[^/]+\.pdf$/i.test(path) && mentions(words, PRINTED) !== null;
}

/** A plot that moves is one of data, unless its own words say that it shows the program. */
function isPlot(around: string, words: string): boolean {
  return mentions(normalise(around), MOVING_PLOT) !== null && mentions(words, DEMO) === null;
}

/** Named as a picture of the program's own screen, wherever it lies. */
function isScreen(path: string): boolean {
  const picture = baseName(path);
  if (!isOfProgram(picture)) return false;
  const words = normalise(picture.replace(/\.\w+$/, '')).replace(
    /(?: \d+| (?:image|img|pic|picture))+ $/,
    ' ',
  );
  return mentions(words, SCREENSHOT) !== null || SCREENS.some((one) => words.endsWith(` ${one} `));
}

/** Pictures in a folder of their own, two or more of which are named after screens of a program. */
function screensAmong(paths: readonly string[]): ReadonlySet<string> {
  const named = paths.filter((path) => {
    const picture = baseName(path);
    return (
      /^(?:docs?\/)?(?:images?|imgs?|pictures?|media)\/[^/]+$/i.test(path) &&
      isOfProgram(picture) &&
      mentions(normalise(picture), SCREEN) !== null
    );
  });
  return new Set(named.length > 1 ? named : []);
}

/** Nothing in the name of a picture says that it shows something else than the program. */
function isOfProgram(picture: string): boolean {
  return PICTURE_FILE.test(picture) && subjectOfPicture('', picture, '', []) === 'screenshot';
}

function linkedVideo(url: string, section: string, own: string, around: () => string): Media['kind'] | null {
  if (RECORDINGS.test(url) || RECORDING_FILE.test(url)) return 'recording';
  if (SHOWING.test(url)) return 'video';
  if (UPLOADED.test(url)) return own === url || /\.(?:mp4|mov|webm)$/i.test(url) ? 'video' : null;
  if (!VIDEO_FILE.test(url) && !GIF_FILE.test(url) && !VIDEO_SITE.test(url)) return null;
  const label = normalise(own);
  const words = normalise(`${own} ${section} ${around()}`);
  if (VIDEO_FILE.test(url)) return mentions(words, OTHERS) === null ? 'video' : null;
  if (GIF_FILE.test(url)) return mentions(words, DEMO) !== null ? 'gif' : null;
  const session = mentions(words, SESSIONS) !== null && mentions(words, TALKING) === null;
  if (session && mentions(label, SHOWN) === null) return null;
  if (BROADCAST.test(url) && mentions(label, SHOWN) === null) return null;
  if (
    mentions(label, OTHERS) !== null ||
    (mentions(words, OTHERS) !== null && mentions(label, DEMO) === null)
  )
    return null;
  return mentions(words, DEMO) !== null || THUMBNAIL.test(own) ? 'video' : null;
}

function lineText(document: Document, line: number): string {
  const paragraph = document.paragraphs.findLast((part) => part.line <= line);
  const item = document.listItems.findLast((part) => part.line <= line);
  const nearest = (item?.line ?? 0) > (paragraph?.line ?? 0) ? item : paragraph;
  // Further up it speaks of something else.
  return nearest !== undefined && line - nearest.line < 4 ? nearest.text.slice(0, 300) : '';
}

function fileNameIn(paths: readonly string[], url: string): string | null {
  const name = fileName(url);
  return paths.find((path) => baseName(path) === name) ?? null;
}
