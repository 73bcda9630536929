/** From a repository to all that is known of it, in one pass over its files. Judges nothing. */

import type { Evidence, Note } from '../model.ts';
import type { Knowledge } from '../program/knowledge.ts';
import { absentModules } from '../program/life/absent-modules.ts';
import { livenessOf } from '../program/life/live.ts';
import { stopsOf } from '../program/life/stops.ts';
import { linkProgram } from '../program/link/link.ts';
import { once } from '../reading/once.ts';
import type { ReadError } from '../reading/text-file.ts';
import type { NotListed, Repository } from '../repository/repository.ts';
import { readCommands } from './cli/commands/commands.ts';
import { readMessages } from './cli/messages.ts';
import { absentStores } from './data/absent-folder.ts';
import { readStorage } from './data/storage/storage.ts';
import { readUploads } from './data/uploads/uploads.ts';
import { readDocumentation } from './documents/documentation.ts';
import type { Facts } from './facts.ts';
import { readInterfaces } from './interfaces/interfaces.ts';
import { readModelCalls } from './language-models/models/language-models.ts';
import { readQuestionAnswering } from './language-models/question-answering.ts';
import { readVectorStores } from './language-models/vector-stores/vector-stores.ts';
import { readServings } from './learning/serving.ts';
import { readTrainings } from './learning/training.ts';
import { sourceLines } from './lines.ts';
import { fewNotes } from './notes.ts';
import { readContainers } from './operations/containers/containers.ts';
import { readCoverage } from './operations/coverage/coverage.ts';
import { readDeployment } from './operations/deployment/deployment.ts';
import { breakageOf } from './operations/images/breakage.ts';
import { readPipelines } from './operations/pipelines/pipelines.ts';
import { readSecrets } from './operations/secrets/secrets.ts';
import { readEnvironment } from './operations/settings/environment.ts';
import { readTasks } from './operations/tasks/tasks.ts';
import { absentPaths } from './project/absent-paths.ts';
import { readDependencies } from './project/dependencies/dependencies.ts';
import { goneNames } from './project/packages/gone-names.ts';
import { packageTable } from './project/packages/table.ts';
import { undeclaredImports } from './project/packages/undeclared.ts';
import { undeclaredPackages } from './project/packages/undeclared-scripts.ts';
import { pagesOf } from './project/pages.ts';
import { classify } from './project/roles.ts';
import { readSchemas } from './project/schemas/schemas.ts';
import { spokenIn } from './project/spoken.ts';
import { unfoundModules } from './project/unfound-modules.ts';
import { type Grammars, readSources, type SourceMemory } from './sources.ts';
import { type Unread, unlisted, unreadFile, unreadHistory } from './unread.ts';
import { readRoutes } from './web/routes/routes.ts';

export type { SourceMemory } from './sources.ts';

/** What code is read with: lies beside the program, and is handed in. */
export interface Reading {
  readonly grammars: Grammars;
  readonly knowledge: Knowledge;
}

/**
 * Reads the facts. Never throws for what the files hold: what cannot be read is a note. With a memory, files that have
 * not changed since it was filled are not parsed again.
 */
export async function readFacts(
  repository: Repository,
  { grammars, knowledge }: Reading,
  memory?: SourceMemory,
): Promise<Facts> {
  const files = classify(repository.entries);
  const paths = files.map((file) => file.path);
  const present = [...paths, ...(repository.omitted ?? [])];
  const lines = sourceLines();
  const { code, texts, notes, unread } = await readSources(repository, files, grammars, lines, memory);
  const program = linkProgram(code, knowledge);
  const byPath = new Map(texts.map((file) => [file.path, file.text]));
  const dependencies = await readDependencies(texts);
  const containers = await readContainers(texts);
  const tasks = await readTasks(
    texts,
    files.map(({ path }) => path),
  );
  const deployment = await readDeployment(texts, paths, tasks, dependencies.scripts);
  const coverage = await readCoverage(texts, files);
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
  const packages = once(() => packageTable(knowledge.meanings));
  const absent = once(() =>
    absentModules(
      program,
      present,
      dependencies.list.map(({ name }) => name),
      (module) => packages().behind(module).length > 0,
    ),
  );
  const undeclared = once(() => [
    ...undeclaredImports({ program, dependencies, containers, texts, present, packages: packages() }),
    ...undeclaredPackages({ program, dependencies, texts, present }),
  ]);
  // An image that cannot be built makes nothing.
  const sound = once(() => {
    const lost = facts.containers.dockerfiles.filter((one) => breakageOf(facts, one) !== null);
    return texts.filter(({ path }) => !lost.some((one) => one.path === path));
  });
  const lost = once(() => [
    ...unfoundModules({ program, documents: documentation.documents, texts, present }),
    ...absentPaths({ program, texts: sound(), present }),
    ...absentStores({ program, texts: sound(), present }, facts.storage),
    ...goneNames(program, dependencies, packages()),
  ]);
  const stops = once(() => stopsOf(program, absent(), lost()));
  const pages = pagesOf(texts, files);
  const liveness = once(() => livenessOf(program, pages, stops().files));
  // A module of its own that TypeScript does not find may be made by a build, or named by an alias.
  const sure = once(() => {
    const files = [...stops().files].filter(
      ([file, stop]) => file.language === 'python' || lost().includes(stop),
    );
    return livenessOf(program, pages, new Map(files));
  });
  const doubted = once(() => {
    const files = undeclared().flatMap((stop) => {
      const file = program.file(stop.path);
      return file ? [[file, stop] as const] : [];
    });
    return livenessOf(program, pages, new Map(files));
  });
  const spoken = once(() => spokenIn(files, lines.text));
  const routes = readRoutes(program);
  const models = once(() => readModelCalls(program));
  const vectors = once(() => readVectorStores(program));
  const trainings = once(() => readTrainings(program));
  const servings = once(() => readServings(program, routes, trainings()));
  const uploads = once(() => readUploads(program, routes));
  const interfaces = once(() => readInterfaces(program, pages, liveness()));
  const answering = readQuestionAnswering({ program, routes, interfaces, models, vectors });
  const facts: Facts = {
    files,
    present,
    get absentModules() {
      return absent();
    },
    get lostStarts() {
      return lost();
    },
    get undeclaredImports() {
      return undeclared();
    },
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
    pipelines: await readPipelines(texts, tasks),
    tasks,
    deployment,
    documentation,
    coverage,
    environment: await readEnvironment(texts),
    schemas: readSchemas(texts),
    secrets: secrets.list,
    mask: secrets.mask,
    get spoken() {
      return spoken();
    },
    history: repository.history,
    measured: [],
    missingJob: null,
    line,
    frame: (path, number) => lines.frame(path, number, secrets.mask),
    evidence,
    text: (path) => byPath.get(path),
    stopOf(path, number) {
      const file = program.file(path);
      if (!file || file.notebook) return null;
      const within = file.language === 'python' ? stops().within(path, number) : null;
      return sure().stopOf(file) ?? within ?? doubted().stopOf(file);
    },
    unread: [...(repository.unread ?? []).flatMap(unreadEntry), ...unread],
    // What a bound cuts shows while the facts are asked.
    get notes() {
      return [
        ...repository.notes,
        ...notes,
        ...fewNotes(broken.map(noteOf), 'lines were not understood'),
        ...fewNotes(deployment.notes, 'notes on deployments'),
        ...fewNotes(coverage.notes, 'notes on coverage'),
        ...fewNotes(documentation.notes, 'notes on the documentation'),
        ...program.cuts().map((text): Note => ({ path: null, line: null, text })),
      ];
    },
  };
  return facts;
}

/** What the listing left out, as far as it could hold something. */
function unreadEntry({ path, reason }: NotListed): readonly Unread[] {
  if (path === null) return [unlisted(reason)];
  if (path === '.git') return [unreadHistory(reason)];
  const [file] = classify([{ path, size: 0, id: null, link: false, tracked: true }]);
  const unread = file ? unreadFile(file, reason) : null;
  return unread ? [unread] : [];
}

function noteOf({ path, line, reason }: ReadError): Note {
  return { path, line, text: `not understood here: ${reason}` };
}
