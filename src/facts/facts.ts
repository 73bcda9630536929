/** All that is known of a repository before anything is judged. */
import type { Evidence, Note } from '../model.ts';
import type { History } from '../repository/repository.ts';
import type { Command } from './code/commands.ts';
import type { Interfaces } from './code/interfaces.ts';
import type { ModelCall } from './code/language-models.ts';
import type { Serving } from './code/learning/serving.ts';
import type { Training } from './code/learning/training.ts';
import type { Message } from './code/messages.ts';
import type { Program } from './code/program.ts';
import type { QuestionAnswering } from './code/question-answering.ts';
import type { Route } from './code/routes.ts';
import type { StoreAccess } from './code/storage.ts';
import type { Upload } from './code/uploads.ts';
import type { VectorStores } from './code/vector-stores.ts';
import type { Containers } from './containers.ts';
import type { CoverageFacts } from './coverage.ts';
import type { Dependencies } from './dependencies.ts';
import type { Deployment } from './deployment.ts';
import type { Documentation } from './documentation.ts';
import type { EnvironmentFacts } from './environment.ts';
import type { Pipelines } from './pipelines.ts';
import type { RepositoryFile } from './roles.ts';
import type { Schemas } from './schemas.ts';
import type { Mask } from './secrets/mask.ts';
import type { Secret } from './secrets.ts';

export interface Facts {
  /** Every file of the repository with its role, vendored and generated ones included. */
  readonly files: readonly RepositoryFile[];
  /** Whatever lies in the repository, also what the project wants left out: nothing of it is absent. */
  readonly present: readonly string[];
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
  readonly deployment: Deployment;
  readonly documentation: Documentation;
  readonly coverage: CoverageFacts;
  readonly environment: EnvironmentFacts;
  readonly schemas: Schemas;
  /** Committed ones; what they are and where, never the secret itself. */
  readonly secrets: readonly Secret[];
  /** Takes secrets out of a text that is to be shown. */
  readonly mask: Mask;
  readonly history: History | null;
  /** The trimmed text of a line, for evidence: at most 200 characters, secrets masked. '' where it was not read. */
  line(path: string, line: number): string;
  /** Evidence with the line's own text. */
  evidence(path: string, line: number, endLine?: number): Evidence;
  /** Text of a non-code file that was read (configuration, schema, README), by path. */
  text(path: string): string | undefined;
  readonly notes: readonly Note[];
}
