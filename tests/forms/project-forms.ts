/** The whole project moves. */
import type { Files, Form } from './form.ts';

/** What must lie at the root of a repository: it means another thing elsewhere. */
const ROOTED =
  /^(?:\.git|\.circleci|\.gitlab-ci|azure-pipelines|render\.ya?ml|fly\.toml|vercel\.json|netlify\.toml|app\.json|Procfile|LICENSE|\.milestone)|(?:^|\/)docs?\//;

export const subfolder: Form = {
  name: 'subfolder',
  summary: 'The whole project lies in one folder of the repository.',
  language: 'any',
  moves: true,
  rewrite: ({ files }): Files | null => {
    const paths = Object.keys(files);
    // A folder with nothing but documents is no project.
    if (paths.every((path) => /\.(?:md|rst|txt)$/.test(path)) || paths.some((path) => ROOTED.test(path)))
      return null;
    return Object.fromEntries(Object.entries(files).map(([path, text]) => [`project/${path}`, text]));
  },
};
