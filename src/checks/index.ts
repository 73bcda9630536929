/** The table of checks. A new one is one line here. */
import { agentTeamwork } from './agent-teamwork.ts';
import { agents } from './agents.ts';
import { annotatedFunctions } from './annotated-functions.ts';
import { answerEvaluation } from './answer-evaluation.ts';
import { answeringRoute } from './answering-route.ts';
import { apiDocumentation } from './api-documentation.ts';
import { assistantSettings } from './assistant-settings.ts';
import { calls } from './calls.ts';
import { chunking } from './chunking.ts';
import { citations } from './citations.ts';
import { cleanTree } from './clean-tree.ts';
import { commandVerbs } from './command-verbs.ts';
import { commits } from './commits.ts';
import { committedSecret } from './committed-secret.ts';
import { complete } from './complete.ts';
import { confidenceScore } from './confidence-score.ts';
import { conversationMemory } from './conversation-memory.ts';
import { conversations } from './conversations.ts';
import { costView } from './cost-view.ts';
import { coverage } from './coverage.ts';
import { csvInput } from './csv-input.ts';
import { dataCharts } from './data-charts.ts';
import { dataCleaning } from './data-cleaning.ts';
import { dataErrors } from './data-errors.ts';
import { dataInsights } from './data-insights.ts';
import { dataQuestions } from './data-questions.ts';
import { dataStatistics } from './data-statistics.ts';
import { dataStore } from './data-store.ts';
import { database } from './database.ts';
import type { Check } from './define.ts';
import { demo } from './demo.ts';
import { dependency } from './dependency.ts';
import { deployment } from './deployment.ts';
import { diagram } from './diagram.ts';
import { dockerized } from './dockerized.ts';
import { documentUpload } from './document-upload.ts';
import { embeddings } from './embeddings.ts';
import { environmentDocumented } from './environment-documented.ts';
import { environmentIgnored } from './environment-ignored.ts';
import { environmentSettings } from './environment-settings.ts';
import { errorAnswers } from './error-answers.ts';
import { errorTracking } from './error-tracking.ts';
import { exceptionHandling } from './exception-handling.ts';
import { failureMessages } from './failure-messages.ts';
import { files } from './files.ts';
import { guardedAnswers } from './guarded-answers.ts';
import { guardedWrites } from './guarded-writes.ts';
import { healthRoute } from './health-route.ts';
import { ignoreFile } from './ignore-file.ts';
import { inputAnswers } from './input-answers.ts';
import { interfaceParts } from './interface-parts.ts';
import { jsonFile } from './json-file.ts';
import { laidOutInterface } from './laid-out-interface.ts';
import { largeData } from './large-data.ts';
import { loadingIndicator } from './loading-indicator.ts';
import { logger } from './logger.ts';
import { managedPostgres } from './managed-postgres.ts';
import { metadataFilter } from './metadata-filter.ts';
import { modelFile } from './model-file.ts';
import { modelMeasures } from './model-measures.ts';
import { modelRelation } from './model-relation.ts';
import { modelVersions } from './model-versions.ts';
import { original } from './original.ts';
import { pipelineDeploys } from './pipeline-deploys.ts';
import { pipelineTests } from './pipeline-tests.ts';
import { predictionErrors } from './prediction-errors.ts';
import { predictionInput } from './prediction-input.ts';
import { predictionRecord } from './prediction-record.ts';
import { predictionRoute } from './prediction-route.ts';
import { processedRows } from './processed-rows.ts';
import { publicUrl } from './public-url.ts';
import { rateLimiter } from './rate-limiter.ts';
import { readme } from './readme.ts';
import { recordType } from './record-type.ts';
import { registration } from './registration.ts';
import { resourceRoutes } from './resource-routes.ts';
import { retraining } from './retraining.ts';
import { retrievedContext } from './retrieved-context.ts';
import { savedState } from './saved-state.ts';
import { securedDomain } from './secured-domain.ts';
import { sharedAnswers } from './shared-answers.ts';
import { socket } from './socket.ts';
import { storedRowsCheck } from './stored-rows.ts';
import { streamedAnswers } from './streamed-answers.ts';
import { structuredLogging } from './structured-logs.ts';
import { tableInput } from './table-input.ts';
import { taskDecomposition } from './task-decomposition.ts';
import { tests } from './tests.ts';
import { text } from './text.ts';
import { tokenAuth } from './token-auth.ts';
import { trainedModel } from './trained-model.ts';
import { uploadWidget } from './upload-widget.ts';
import { usageCosts } from './usage-costs.ts';
import { usageDisplay } from './usage-display.ts';
import { validatedWrites } from './validated-writes.ts';
import { vectorDatabase } from './vector-database.ts';
import { vectorStore } from './vector-store.ts';

const ALL = [
  agentTeamwork,
  agents,
  annotatedFunctions,
  guardedAnswers,
  retrievedContext,
  socket,
  answerEvaluation,
  answeringRoute,
  chunking,
  citations,
  conversationMemory,
  documentUpload,
  embeddings,
  interfaceParts,
  metadataFilter,
  streamedAnswers,
  usageCosts,
  vectorStore,
  apiDocumentation,
  assistantSettings,
  calls,
  cleanTree,
  commandVerbs,
  commits,
  committedSecret,
  complete,
  confidenceScore,
  conversations,
  costView,
  coverage,
  dataCharts,
  dataInsights,
  dataQuestions,
  csvInput,
  database,
  dataCleaning,
  dataErrors,
  dataStatistics,
  dataStore,
  database,
  demo,
  dependency,
  deployment,
  diagram,
  dockerized,
  environmentDocumented,
  environmentIgnored,
  environmentSettings,
  errorAnswers,
  errorTracking,
  exceptionHandling,
  failureMessages,
  files,
  guardedWrites,
  healthRoute,
  ignoreFile,
  inputAnswers,
  jsonFile,
  laidOutInterface,
  loadingIndicator,
  largeData,
  logger,
  managedPostgres,
  modelFile,
  modelMeasures,
  modelRelation,
  modelVersions,
  original,
  pipelineDeploys,
  pipelineTests,
  predictionErrors,
  predictionInput,
  predictionRecord,
  predictionRoute,
  processedRows,
  publicUrl,
  rateLimiter,
  readme,
  recordType,
  registration,
  resourceRoutes,
  retraining,
  savedState,
  securedDomain,
  sharedAnswers,
  structuredLogging,
  tableInput,
  taskDecomposition,
  storedRowsCheck,
  tests,
  text,
  tokenAuth,
  trainedModel,
  uploadWidget,
  usageDisplay,
  validatedWrites,
  vectorDatabase,
] as const;

/** Checks by name. Their parameters were validated by their own schema before {@link Check.ask} sees them. */
export const CHECKS: ReadonlyMap<string, Check> = new Map(ALL.map((check) => [check.name, check as Check]));
