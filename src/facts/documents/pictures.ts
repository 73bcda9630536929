/** What a picture shows, by its own name first and by the heading above it second. */
import { baseName } from '../../reading/text-file.ts';
import type { DiagramSubject, Purpose } from './document.ts';
import { mentions, normalise, wordList } from './vocabulary.ts';

const BADGE_HOSTS =
  /(?:^|\.)(?:shields\.io|badge\.fury\.io|badgen\.net|codecov\.io|coveralls\.io|travis-ci\.(?:org|com)|circleci\.com|readthedocs\.(?:org|io)|snyk\.io|sonarcloud\.io|pepy\.tech|skillicons\.dev|contrib\.rocks|github-readme-stats\.vercel\.app|capsule-render\.vercel\.app|readme-typing-svg\.(?:herokuapp\.com|demolab\.com)|komarev\.com|visitor-badge\.\w+|hits\.seeyoufarm\.com|star-history\.com|codacy\.com|codeclimate\.com|deepsource\.io|forthebadge\.com|zenodo\.org|mybinder\.org|colab\.research\.google\.com|cdn\.jsdelivr\.net|simpleicons\.org|iconscout\.com|devicon\.dev|ko-fi\.com|buymeacoffee\.com)$/i;
const BADGE_PATHS =
  /(?:badge|shield|button)[\w-]*\.(?:svg|png)|\/badges?\/|\/actions\/workflows\/.*badge|deploy-button|\/button\.(?:svg|png)|deploy-to-[\w-]+\.(?:svg|png)|vercel\.com\/button/i;
const RASTER = /\.(?:png|jpe?g|webp|bmp|avif)(?:$|[?#])/i;

const ORNAMENT = wordList(`
    logo*, icon*, favicon*, banner*, cover, avatar*, header, hero, brand*, badge, thumbnail, author,
    profile, sponsor*, star history, signature, 로고
  `);
const STRUCTURE = wordList(`
    directory*, folder*, file structure, project structure, tree, estructura de carpetas,
    estrutura de pastas, 目录, 폴더
  `);
const DATA_MODEL = wordList(`
    erd, er, er diagram, e r, entity relation*, schema, db, database, data model, class diagram,
    uml class, modelo de datos, modelo de dados, mer, der, esquema, tables, 데이터베이스, 数据库
  `);
const ARCHITECTURE = wordList(`
    architect*, arch, diagram*, system design, design, flow, flows, flowchart, flow chart, workflow,
    data flow, dataflow, dfd, pipeline*, infra*, topology, component*, sequence, uml, c 4, use case,
    overview, phase, how it works, graph, arquitect*, arquitet*, diagrama*, flujo, fluxo, architektur,
    schema d architecture, arsitektur, alur, 아키텍처, 구성도, 흐름도, 架构, 流程图, 系统设计, 構成図
  `);
export const SCREEN = wordList(`
    screen*, ui, interface*, result*, demo*, output*, preview, home*, page, dashboard*, login, chat,
    app, landing, signup, swagger, docs, example, sample, captura*, tela*, pantalla*, capture*, response*, view, list,
    menu, upload, form, terminal, cli, usage, web, window, mobile, interfaz, 화면, 스크린샷, 截图, 界面, 画面
  `);
/** What a program showed: a file of that name is no drawing, whatever its caption says. */
const SHOWN = wordList(`screen*, captura*, result*, output*, response*`);
/** Plots of data and of training show no program. */
export const PLOT = wordList(
  `confusion matrix, roc, loss, accuracy, feature importance, heatmap, correlation, histogram, distribution, plot*, curve*, shap,
   matriz de confus*, matrice de confusion, konfusionsmatrix, importancia d*, learning curve`,
);
/** What a sentence announces as a drawing of the parts, together with a word that points at it. */
const DRAWN = wordList(`architect*, arquitect*, arquitet*, architektur*, diagram*, flowchart`);
const POINTS = wordList(`
    image, picture, figure, diagram*, illustrat*, below, following, shown, depict*, imagen, imagem, abaixo, siguiente, figura, unten
  `);
/** Pictures of a service around the program, not of the program. */
const ELSEWHERE = [
  'dockerhub',
  'docker hub',
  'github actions',
  'kaggle',
  'certificate',
  'postman collection',
  'aws console',
  'gcp console',
  'cloud console',
  'management console',
  'azure portal',
  'cloudwatch',
];

/** A picture that reports a status or names a technology. */
export function isBadge(url: string): boolean {
  const host = /^https?:\/\/([^/:?#]+)/i.exec(url)?.[1] ?? '';
  return BADGE_HOSTS.test(host) || BADGE_PATHS.test(url.slice(0, 500));
}

/** What a picture shows; `other` for logos, badges and what cannot be told. */
export function subjectOfPicture(
  alt: string,
  url: string,
  heading: string,
  purposes: readonly Purpose[],
  announced = '',
): DiagramSubject {
  if (isBadge(url)) return 'other';
  const file = url.startsWith('data:') ? '' : fileName(url);
  const own = normalise(`${alt} ${HASHED.test(file) ? '' : file}`);
  const folder = url.includes('://') ? '' : url.slice(0, url.lastIndexOf('/') + 1);
  const named = namedSubject(own);
  const filed = mentions(normalise(folder), ['screen*', 'captura*']) !== null;
  if (filed && mentions(own, ['architect*', 'arquitect*', 'arquitet*', 'diagram*', 'erd']) === null)
    return mentions(own, ELSEWHERE) === null ? 'screenshot' : 'other';
  if (
    named === 'architecture' &&
    mentions(normalise(file), SHOWN) !== null &&
    namedSubject(normalise(file)) === 'screenshot'
  )
    return 'screenshot';
  if (named !== null) return named;
  const spoken = normalise(announced);
  if (mentions(spoken, PLOT) !== null && mentions(spoken, POINTS) !== null) return 'other';
  if (mentions(spoken, DRAWN) !== null && mentions(spoken, POINTS) !== null) return 'architecture';
  const around = normalise(`${folder} ${heading}`);
  if (mentions(around, ELSEWHERE) !== null) return 'other';
  if (purposes.includes('structure')) return 'structure';
  if (purposes.includes('data-model')) return 'data-model';
  if (mentions(around, ['screen*']) !== null) return 'screenshot';
  if (
    purposes.includes('architecture') ||
    mentions(around, ['architect*', 'diagram*', 'arquitect*', 'arquitet*']) !== null
  )
    return 'architecture';
  // A committed or uploaded raster picture in a README mostly shows the program.
  if (RASTER.test(url) || HASHED.test(file)) return 'screenshot';
  return 'other';
}

/** Names that GitHub or a cloud gave. */
const HASHED = /^[0-9a-f-]{20,}(?:\.\w+)?$|^\d{6,}-[0-9a-f-]{20,}/i;

function namedSubject(own: string): DiagramSubject | null {
  if (mentions(own, ELSEWHERE) !== null || mentions(own, PLOT) !== null) return 'other';
  if (mentions(own, STRUCTURE) !== null) return 'structure';
  if (mentions(own, ['screenshot*', 'screen shot*', 'screencap*']) !== null) return 'screenshot';
  if (
    mentions(own, ['architect*', 'arquitect*', 'arquitet*', 'diagram*', 'flowchart', '架构', '아키텍처']) !==
    null
  )
    return mentions(own, ['erd', 'er', 'entity*', 'database', 'schema', 'class']) === null ||
      mentions(own, ['architect*', 'arquitect*', 'arquitet*']) !== null
      ? 'architecture'
      : 'data-model';
  if (mentions(own, DATA_MODEL) !== null) return 'data-model';
  if (mentions(own, ORNAMENT) !== null) return 'other';
  if (mentions(own, SCREEN) !== null && mentions(own, ['pipeline*', 'flow', 'workflow']) === null)
    return 'screenshot';
  if (mentions(own, ARCHITECTURE) !== null) return 'architecture';
  return mentions(own, SCREEN) !== null ? 'screenshot' : null;
}

/** The file name of an address, decoded where it can be. */
export function fileName(url: string): string {
  const name = baseName(url.split(/[?#]/)[0] ?? '');
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
