/** From a repository to all that is known of it, in one pass over its files. Judges nothing. */
import type { Evidence, Note } from '../model.ts';
import type { Repository } from '../repository/repository.ts';
import { absentModules } from './code/absent-modules.ts';
import { readCommands } from './code/commands.ts';
import { readInterfaces } from './code/interfaces.ts';
import { readModelCalls } from './code/language-models.ts';
import { readServings } from './code/learning/serving.ts';
import { readTrainings } from './code/learning/training.ts';
import { linkProgram } from './code/link.ts';
import { readMessages } from './code/messages.ts';
import { readQuestionAnswering } from './code/question-answering.ts';
import { readRoutes } from './code/routes.ts';
import { readStorage } from './code/storage.ts';
import { readUploads } from './code/uploads.ts';
import { readVectorStores } from './code/vector-stores.ts';
import { readContainers } from './containers.ts';
import { readCoverage } from './coverage.ts';
import { readDependencies } from './dependencies.ts';
import { readDeployment } from './deployment.ts';
import { readDocumentation } from './documentation.ts';
import { readEnvironment } from './environment.ts';
import type { Facts } from './facts.ts';
import { sourceLines } from './lines.ts';
import { once } from './once.ts';
import { pagesOf } from './pages.ts';
import { readPipelines } from './pipelines.ts';
import { classify } from './roles.ts';
import { readSchemas } from './schemas.ts';
import { readSecrets } from './secrets.ts';
import { type Grammars, readSources, type SourceMemory } from './sources.ts';
import type { ReadError } from './text-file.ts';

export type { Grammars, SourceMemory } from './sources.ts';

/**
 * Reads the facts. Never throws for what the files hold: what cannot be read is a note. With a memory, files that have
 * not changed since it was filled are not parsed again.
 */
export async function readFacts(
  repository: Repository,
  grammars: Grammars,
  memory?: SourceMemory,
): Promise<Facts> {
  const files = classify(repository.entries);
  const paths = files.map((file) => file.path);
  const present = [...paths, ...(repository.omitted ?? [])];
  const lines = sourceLines();
  const { code, texts, notes } = await readSources(repository, files, grammars, lines, memory);
  const program = linkProgram(code);
  const byPath = new Map(texts.map((file) => [file.path, file.text]));
  const dependencies = await readDependencies(texts);
  const containers = await readContainers(texts);
  const deployment = await readDeployment(texts, paths);
  const coverage = await readCoverage(texts, paths);
  const documentation = await readDocumentation(texts, [...paths, ...(repository.absent ?? [])]);
  const broken = [...dependencies.errors, ...containers.errors, ...coverage.errors];
  const secrets = await readSecrets(files, lines.text, program);
  const line = (path: string, number: number): string => lines.line(path, number, secrets.mask);
  const evidence = (path: string, number: number, endLine?: number): Evidence => ({
    path,
    line: number,
    ...(endLine === undefined ? {} : { endLine }),
    text: line(path, number),
  });
  const routes = readRoutes(program);
  const models = once(() => readModelCalls(program));
  const vectors = once(() => readVectorStores(program));
  const trainings = once(() => readTrainings(program));
  const servings = once(() => readServings(program, routes, trainings()));
  const uploads = once(() => readUploads(program, routes));
  const interfaces = once(() =>
    readInterfaces(
      program,
      pagesOf(texts, files),
      absentModules(
        program,
        present,
        dependencies.list.map(({ name }) => name),
      ),
    ),
  );
  const answering = readQuestionAnswering({ program, routes, interfaces, models, vectors });
  return {
    files,
    present,
    program,
    routes,
    commands: readCommands(program),
    messages: readMessages(program),
    storage: readStorage(program),
    get uploads() {
      return uploads();
    },
    get models() {
      return models();
    },
    get vectors() {
      return vectors();
    },
    get interfaces() {
      return interfaces();
    },
    get trainings() {
      return trainings();
    },
    get servings() {
      return servings();
    },
    answering,
    dependencies,
    containers,
    pipelines: await readPipelines(texts),
    deployment,
    documentation,
    coverage,
    environment: readEnvironment(texts),
    schemas: readSchemas(texts),
    secrets: secrets.list,
    mask: secrets.mask,
    history: repository.history,
    line,
    evidence,
    text: (path) => byPath.get(path),
    notes: [
      ...repository.notes,
      ...notes,
      ...broken.map(noteOf),
      ...deployment.notes,
      ...documentation.notes,
    ],
  };
}

function noteOf({ path, line, reason }: ReadError): Note {
  return { path, line, text: `not understood here: ${reason}` };
}
