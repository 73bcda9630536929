/** All that is known of a repository before anything is judged. */
import type { Measurement } from '../model/measured.ts';
import type { Evidence, Frame, Note } from '../model.ts';
import type { AbsentModule } from '../program/life/absent-modules.ts';
import type { Stop } from '../program/life/stops.ts';
import type { Program } from '../program/program.ts';
import type { History } from '../repository/repository.ts';
import type { Command } from './cli/commands/commands.ts';
import type { Message } from './cli/messages.ts';
import type { StoreAccess } from './data/storage/storage.ts';
import type { Upload } from './data/uploads/uploads.ts';
import type { Documentation } from './documents/documentation.ts';
import type { Interfaces } from './interfaces/interfaces.ts';
import type { ModelCall } from './language-models/models/language-models.ts';
import type { QuestionAnswering } from './language-models/question-answering.ts';
import type { VectorStores } from './language-models/vector-stores/vector-stores.ts';
import type { Serving } from './learning/serving.ts';
import type { Training } from './learning/training.ts';
import type { Containers } from './operations/containers/containers.ts';
import type { CoverageFacts } from './operations/coverage/coverage.ts';
import type { Deployment } from './operations/deployment/deployment.ts';
import type { Pipelines } from './operations/pipelines/pipelines.ts';
import type { Mask } from './operations/secrets/mask.ts';
import type { Secret } from './operations/secrets/secrets.ts';
import type { EnvironmentFacts } from './operations/settings/environment.ts';
import type { Tasks } from './operations/tasks/tasks.ts';
import type { Dependencies } from './project/dependencies/dependencies.ts';
import type { RepositoryFile } from './project/roles.ts';
import type { Schemas } from './project/schemas/schemas.ts';
import type { Spoken } from './project/spoken.ts';
import type { Unread } from './unread.ts';
import type { Route } from './web/routes/routes.ts';

export interface Facts {
  /** Every file of the repository with its role, vendored and generated ones included. */
  readonly files: readonly RepositoryFile[];
  /** Whatever lies in the repository, also what the project wants left out: nothing of it is absent. */
  readonly present: readonly string[];
  /** Imports of the program's own modules that are not there. Looked for when first asked. */
  readonly absentModules: readonly AbsentModule[];
  /** Files that stop where they are loaded, for something outside the code that is not there. Looked for when first asked. */
  readonly lostStarts: readonly Stop[];
  /** Imports of packages that nothing in the project installs. Looked for when first asked. */
  readonly undeclaredImports: readonly Stop[];
  readonly program: Program;
  readonly routes: readonly Route[];
  readonly commands: readonly Command[];
  /** Prints, log calls, raised errors and exits. */
  readonly messages: readonly Message[];
  /** Reads and writes of files and databases. */
  readonly storage: readonly StoreAccess[];
  /** Where the program takes a file from its user, and what reads it. */
  readonly uploads: readonly Upload[];
  /** Calls that run a model: chat, embedding, reranking. */
  readonly models: readonly ModelCall[];
  /** Stores of vectors, and what is put into them and asked of them. */
  readonly vectors: VectorStores;
  /** What users see and touch. Read when first asked for. */
  readonly interfaces: Interfaces;
  /** Where a model is fitted to data, notebooks included. */
  readonly trainings: readonly Training[];
  /** Where a trained model is run for users. */
  readonly servings: readonly Serving[];
  /** How the program answers questions, where it does by a model. */
  readonly answering: QuestionAnswering;
  readonly dependencies: Dependencies;
  readonly containers: Containers;
  readonly pipelines: Pipelines;
  /** Commands that the project gives names to. */
  readonly tasks: Tasks;
  readonly deployment: Deployment;
  readonly documentation: Documentation;
  readonly coverage: CoverageFacts;
  readonly environment: EnvironmentFacts;
  readonly schemas: Schemas;
  /** Committed ones; what they are and where, never the secret itself. */
  readonly secrets: readonly Secret[];
  /** Takes secrets out of a text that is to be shown. */
  readonly mask: Mask;
  /** Words, wherever they stand: they show nothing, and leave a doubt. Looked for when first asked. */
  readonly spoken: Spoken;
  readonly history: History | null;
  /** What was measured beside the files, by whoever has a machine and a network. Empty unless it was asked for. */
  readonly measured: readonly Measurement[];
  /** What the milestone that it is judged as is about, where it does not do it; null where it does, or nobody knows. */
  readonly missingJob: string | null;
  /** The trimmed text of a line, for evidence: at most 200 characters, secrets masked. '' where it was not read. */
  line(path: string, line: number): string;
  /** The line with its neighbours, secrets masked; null where they were not read. */
  frame(path: string, line: number): Frame | null;
  /** Evidence with the line's own text. */
  evidence(path: string, line: number, endLine?: number): Evidence;
  /** Text of a non-code file that was read (configuration, schema, README), by path. */
  text(path: string): string | undefined;
  /** Why the code at a place must fail on a fresh checkout, as far as the repository's own files show; null where it runs. */
  stopOf(path: string, line: number): Stop | null;
  /** What was not read, and what it could hold. */
  readonly unread: readonly Unread[];
  readonly notes: readonly Note[];
}

/**
 * The same facts with what was found out beside the files. Most are only read when they are asked for: a copy would read
 * them all, so what is asked for is looked up in the facts themselves.
 */
export function factsWith(facts: Facts, beside: Partial<Pick<Facts, 'measured' | 'missingJob'>>): Facts {
  return Object.create(facts, Object.getOwnPropertyDescriptors(beside));
}
