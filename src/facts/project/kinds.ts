/** What sort of thing a file is, told by its name. Tables: a new extension is one word in one line. */
import { isMarkup } from '../../reading/markup.ts';
import { FOREIGN_ENDINGS } from './foreign.ts';

export type FileKind =
  | 'code'
  | 'notebook'
  | 'documentation'
  | 'configuration'
  | 'page'
  | 'style'
  | 'data'
  | 'image'
  | 'video'
  | 'binary'
  | 'other';

/** Extensions, lower case without the dot. */
const EXTENSIONS: readonly (readonly [FileKind, string])[] = [
  ['code', 'py pyw pyi ts tsx mts cts js jsx mjs cjs vue svelte'],
  ['code', FOREIGN_ENDINGS.join(' ')],
  ['notebook', 'ipynb'],
  // Templates that have another shape than markup: see reading/markup.ts for those that do.
  ['page', 'pug jade haml slim'],
  ['style', 'css scss sass less styl pcss'],
  ['documentation', 'md mdx markdown rst adoc txt mmd puml drawio excalidraw'],
  ['configuration', 'toml yaml yml ini cfg conf properties tf tfvars hcl bicep prisma graphql lock env'],
  ['configuration', 'sh bash zsh fish ps1 bat cmd sql service xml dockerfile dockerignore nix'],
  ['data', 'csv tsv psv xls xlsx ods parquet feather arrow avro orc jsonl ndjson geojson pdf doc docx pptx'],
  ['data', 'db db3 sqlite sqlite3 duckdb mdb rdb'],
  ['data', 'pkl pickle joblib h5 hdf5 keras npy npz pt pth onnx safetensors gguf faiss model'],
  ['image', 'png jpg jpeg gif webp svg ico bmp tif tiff avif'],
  ['video', 'mp4 mov webm avi mkv m4v'],
  ['binary', 'pyc pyo pyd so dll dylib exe class jar war o a obj lib wasm'],
  ['binary', 'zip tar gz tgz bz2 xz 7z rar whl egg woff woff2 ttf otf eot mp3 wav ogg flac bin dat pack'],
];

const BY_EXTENSION: ReadonlyMap<string, FileKind> = new Map(
  EXTENSIONS.flatMap(([kind, words]) => words.split(' ').map((word) => [word, kind] as const)),
);

/** Whole names and families of names that say more than the extension does. The first that matches decides. */
const NAMES: readonly (readonly [RegExp, FileKind])[] = [
  [/^\.(?:ds_store|coverage)$/i, 'binary'],
  [/^(?:requirements|constraints|runtime|packages|apt)[\w.-]*\.(?:txt|in)$/i, 'configuration'],
  [/^(?:robots|llms)\.txt$/i, 'configuration'],
  [/^(?:docker|container)file(?:\..+)?$|\.dockerfile$/i, 'configuration'],
  [
    /^(?:makefile|procfile|jenkinsfile|pipfile|vagrantfile|caddyfile|justfile|brewfile|gemfile|tiltfile)$/i,
    'configuration',
  ],
  [/^\.env(?:\..+)?$|^env\.(?:example|sample|template)$/i, 'configuration'],
  [
    /^(?:readme|licen[cs]e|copying|changelog|changes|history|contributing|authors|notice|security)(?:\.(?:md|txt|rst|adoc))?$/i,
    'documentation',
  ],
  [/(?:^|[.-])(?:openapi|swagger|postman)[\w.-]*\.json$|\.postman_collection\.json$/i, 'configuration'],
  [
    /^(?:package|package-lock|npm-shrinkwrap|composer|deno|nx|turbo|lerna|rush|biome|components|manifest)\.jsonc?$/i,
    'configuration',
  ],
  [
    /^(?:vercel|now|netlify|firebase|railway|render|fly|app|host|local\.settings|function|appspec|task-definition|cdk|serverless|staticwebapp\.config|apprunner|wrangler|nodemon|pyrightconfig|ormconfig|nest-cli|angular|capacitor\.config|devcontainer|renovate|settings|launch|extensions|config|langgraph|coverage|coverage-summary)\.jsonc?$/i,
    'configuration',
  ],
  [/^(?:ts|js)config[\w.-]*\.json$|[.-]config\.jsonc?$|rc\.json$/i, 'configuration'],
  [/^\.[\w-]+\.json$|dashboards?\.json$/i, 'configuration'],
  [/^\.[\w-]+(?:rc|ignore|attributes|config|version)(?:\..+)?$/i, 'configuration'],
];

/** Folders whose JSON is configuration: dashboards, pipelines, infrastructure. */
const CONFIGURATION_FOLDER =
  /(?:^|\/)(?:\.[\w-]+|config|configs|configuration|settings|deploy|deployment|deployments|infra|infrastructure|monitoring|grafana|dashboards?|k8s|provisioning|terraform|aws|azure)\//i;

/** What is appended to the name of a file that is meant to be copied. */
const TEMPLATE = /(?<=[\w-]\.\w+)\.(?:example|sample|template|dist)$/i;

/** Trained models. */
export const MODEL_FILES =
  /\.(?:pkl|pickle|joblib|h5|hdf5|keras|onnx|pt|pth|ckpt|cbm|ubj|bst|pmml|tflite|safetensors|sav|skops|mlmodel|dill)$|(?:^|\/)saved_model\.pb$/i;

/** The kind of a file. JSON is data unless its name or its folder says that it configures something. */
export function kindOf(path: string): FileKind {
  const name = path
    .slice(path.lastIndexOf('/') + 1)
    .slice(-200)
    .replace(TEMPLATE, '');
  for (const [pattern, kind] of NAMES) {
    if (pattern.test(name)) return kind;
  }
  if (isMarkup(name)) return 'page';
  const dot = name.lastIndexOf('.');
  if (dot < 0) return 'other';
  const extension = name.slice(dot + 1).toLowerCase();
  if (/^json[c5]?$/.test(extension)) return CONFIGURATION_FOLDER.test(path) ? 'configuration' : 'data';
  if (dot === 0 && !BY_EXTENSION.has(extension)) return 'configuration';
  return BY_EXTENSION.get(extension) ?? 'other';
}
