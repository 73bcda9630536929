/** The table of checks. A new one is one line here. */

import { commandVerbs } from './cli/command-verbs.ts';
import { exceptionHandling } from './cli/exception-handling.ts';
import { inputAnswers } from './cli/input-answers.ts';
import { option } from './cli/option.ts';
import { csvInput } from './data/csv-input.ts';
import { dataCleaning } from './data/data-cleaning.ts';
import { dataErrors } from './data/data-errors.ts';
import { dataStatistics } from './data/data-statistics.ts';
import { dataStore } from './data/data-store.ts';
import { database } from './data/database.ts';
import { documentUpload } from './data/document-upload.ts';
import { jsonFile } from './data/json-file.ts';
import { largeData } from './data/large-data.ts';
import { modelRelation } from './data/model-relation.ts';
import { processedRows } from './data/processed-rows.ts';
import { savedState } from './data/saved-state.ts';
import { storedRowsCheck } from './data/stored-rows.ts';
import { tableInput } from './data/table-input.ts';
import type { Check } from './define.ts';
import { demo } from './documents/demo.ts';
import { diagram } from './documents/diagram.ts';
import { original } from './documents/original.ts';
import { publicUrl } from './documents/public-url.ts';
import { published } from './documents/published.ts';
import { readme } from './documents/readme.ts';
import { readmeSays } from './documents/readme-says.ts';
import { text } from './documents/text.ts';
import { assistantSettings } from './interfaces/assistant-settings.ts';
import { conversations } from './interfaces/conversations.ts';
import { failureMessages } from './interfaces/failure-messages.ts';
import { interfaceParts } from './interfaces/interface-parts.ts';
import { laidOutInterface } from './interfaces/laid-out-interface.ts';
import { loadingIndicator } from './interfaces/loading-indicator.ts';
import { uploadWidget } from './interfaces/upload-widget.ts';
import { usageDisplay } from './interfaces/usage-display.ts';
import { agentTeamwork } from './language-models/agent-teamwork.ts';
import { agents } from './language-models/agents.ts';
import { answerEvaluation } from './language-models/answer-evaluation.ts';
import { chunking } from './language-models/chunking.ts';
import { citations } from './language-models/citations.ts';
import { conversationMemory } from './language-models/conversation-memory.ts';
import { costView } from './language-models/cost-view.ts';
import { dataCharts } from './language-models/data-charts.ts';
import { dataInsights } from './language-models/data-insights.ts';
import { dataQuestions } from './language-models/data-questions.ts';
import { embeddings } from './language-models/embeddings.ts';
import { metadataFilter } from './language-models/metadata-filter.ts';
import { modelUse } from './language-models/model-use.ts';
import { retrievedContext } from './language-models/retrieved-context.ts';
import { taskDecomposition } from './language-models/task-decomposition.ts';
import { usageCosts } from './language-models/usage-costs.ts';
import { vectorDatabase } from './language-models/vector-database.ts';
import { vectorStore } from './language-models/vector-store.ts';
import { vectorUse } from './language-models/vector-use.ts';
import { confidenceScore } from './learning/confidence-score.ts';
import { modelMeasures } from './learning/model-measures.ts';
import { modelVersions } from './learning/model-versions.ts';
import { predictionErrors } from './learning/prediction-errors.ts';
import { predictionInput } from './learning/prediction-input.ts';
import { predictionRecord } from './learning/prediction-record.ts';
import { predictionRoute } from './learning/prediction-route.ts';
import { retraining } from './learning/retraining.ts';
import { trainedModel } from './learning/trained-model.ts';
import { committedSecret } from './operations/committed-secret.ts';
import { container } from './operations/container.ts';
import { coverage } from './operations/coverage.ts';
import { deployment } from './operations/deployment.ts';
import { dockerized } from './operations/dockerized.ts';
import { environmentDocumented } from './operations/environment-documented.ts';
import { environmentIgnored } from './operations/environment-ignored.ts';
import { environmentSettings } from './operations/environment-settings.ts';
import { errorTracking } from './operations/error-tracking.ts';
import { failingPipeline } from './operations/failing-pipeline.ts';
import { healthRoute } from './operations/health-route.ts';
import { logger } from './operations/logger.ts';
import { managedPostgres } from './operations/managed-postgres.ts';
import { pipelineDeploys } from './operations/pipeline-deploys.ts';
import { pipelineTests } from './operations/pipeline-tests.ts';
import { pipelineWork } from './operations/pipeline-work.ts';
import { securedDomain } from './operations/secured-domain.ts';
import { structuredLogging } from './operations/structured-logs.ts';
import { calls } from './program/calls.ts';
import { usedName } from './program/used-name.ts';
import { annotatedFunctions } from './project/annotated-functions.ts';
import { cleanTree } from './project/clean-tree.ts';
import { commits } from './project/commits.ts';
import { construct } from './project/construct.ts';
import { declared } from './project/declared.ts';
import { dependency } from './project/dependency.ts';
import { files } from './project/files.ts';
import { ignoreFile } from './project/ignore-file.ts';
import { modelFile } from './project/model-file.ts';
import { recordType } from './project/record-type.ts';
import { sqlStatement } from './project/sql-statement.ts';
import { tests } from './project/tests.ts';
import { complete } from './unfinished/complete.ts';
import { answeringRoute } from './web/answering-route.ts';
import { apiDocumentation } from './web/api-documentation.ts';
import { errorAnswers } from './web/error-answers.ts';
import { guardedAnswers } from './web/guarded-answers.ts';
import { guardedWrites } from './web/guarded-writes.ts';
import { rateLimiter } from './web/rate-limiter.ts';
import { registration } from './web/registration.ts';
import { resourceRoutes } from './web/resource-routes.ts';
import { servedRoutes } from './web/served-routes.ts';
import { sharedAnswers } from './web/shared-answers.ts';
import { socket } from './web/socket.ts';
import { streamedAnswers } from './web/streamed-answers.ts';
import { tokenAuth } from './web/token-auth.ts';
import { validatedWrites } from './web/validated-writes.ts';

const ALL = [
  agentTeamwork,
  agents,
  annotatedFunctions,
  answerEvaluation,
  answeringRoute,
  apiDocumentation,
  assistantSettings,
  calls,
  chunking,
  citations,
  cleanTree,
  commandVerbs,
  commits,
  committedSecret,
  complete,
  confidenceScore,
  construct,
  container,
  conversationMemory,
  conversations,
  costView,
  coverage,
  csvInput,
  dataCharts,
  dataCleaning,
  dataErrors,
  dataInsights,
  dataQuestions,
  dataStatistics,
  dataStore,
  database,
  declared,
  demo,
  dependency,
  deployment,
  diagram,
  dockerized,
  documentUpload,
  embeddings,
  environmentDocumented,
  environmentIgnored,
  environmentSettings,
  errorAnswers,
  errorTracking,
  exceptionHandling,
  failureMessages,
  files,
  guardedAnswers,
  guardedWrites,
  failingPipeline,
  healthRoute,
  ignoreFile,
  inputAnswers,
  interfaceParts,
  jsonFile,
  laidOutInterface,
  largeData,
  loadingIndicator,
  logger,
  managedPostgres,
  metadataFilter,
  modelFile,
  modelMeasures,
  modelRelation,
  modelUse,
  modelVersions,
  option,
  original,
  pipelineDeploys,
  pipelineTests,
  pipelineWork,
  predictionErrors,
  predictionInput,
  predictionRecord,
  predictionRoute,
  processedRows,
  publicUrl,
  published,
  rateLimiter,
  readme,
  readmeSays,
  recordType,
  registration,
  resourceRoutes,
  retraining,
  retrievedContext,
  savedState,
  securedDomain,
  servedRoutes,
  sharedAnswers,
  socket,
  sqlStatement,
  storedRowsCheck,
  streamedAnswers,
  structuredLogging,
  tableInput,
  taskDecomposition,
  tests,
  text,
  tokenAuth,
  trainedModel,
  uploadWidget,
  usageCosts,
  usageDisplay,
  usedName,
  validatedWrites,
  vectorDatabase,
  vectorStore,
  vectorUse,
] as const;

/** Checks by name. Their parameters were validated by their own schema before {@link Check.ask} sees them. */
export const CHECKS: ReadonlyMap<string, Check> = new Map(ALL.map((check) => [check.name, check as Check]));
