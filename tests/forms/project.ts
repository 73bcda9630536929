/** A tiny repository, parsed. */
import type { Files, Project } from './form.ts';
import { parsePython } from './python/parse.ts';
import { scriptModule } from './typescript/module.ts';

export async function projectOf(files: Files): Promise<Project> {
  const paths = Object.keys(files);
  const python = paths.filter((path) => path.endsWith('.py'));
  return {
    files,
    python: await Promise.all(python.map((path) => parsePython(path, files[path] ?? ''))),
    scripts: paths
      .filter((path) => /\.[cm]?[jt]sx?$/.test(path))
      .map((path) => scriptModule(path, files[path] ?? '')),
  };
}
