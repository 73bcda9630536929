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
import { construct } from './construct.ts';
import { container } from './container.ts';
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
import { declared } from './declared.ts';
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
import { modelUse } from './model-use.ts';
import { modelVersions } from './model-versions.ts';
import { option } from './option.ts';
import { original } from './original.ts';
import { pipelineDeploys } from './pipeline-deploys.ts';
import { pipelineTests } from './pipeline-tests.ts';
import { pipelineWork } from './pipeline-work.ts';
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
import { servedRoutes } from './served-routes.ts';
import { sharedAnswers } from './shared-answers.ts';
import { socket } from './socket.ts';
import { sqlStatement } from './sql-statement.ts';
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
import { usedName } from './used-name.ts';
import { validatedWrites } from './validated-writes.ts';
import { vectorDatabase } from './vector-database.ts';
import { vectorStore } from './vector-store.ts';
import { vectorUse } from './vector-use.ts';

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
  rateLimiter,
  readme,
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
