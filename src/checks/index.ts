/** The table of checks. A new one is one line here. */
import { annotatedFunctions } from './annotated-functions.ts';
import { apiDocumentation } from './api-documentation.ts';
import { cleanTree } from './clean-tree.ts';
import { commandVerbs } from './command-verbs.ts';
import { commits } from './commits.ts';
import { complete } from './complete.ts';
import { confidenceScore } from './confidence-score.ts';
import { coverage } from './coverage.ts';
import { dataStore } from './data-store.ts';
import { database } from './database.ts';
import type { Check } from './define.ts';
import { demo } from './demo.ts';
import { deployment } from './deployment.ts';
import { diagram } from './diagram.ts';
import { dockerized } from './dockerized.ts';
import { errorAnswers } from './error-answers.ts';
import { exceptionHandling } from './exception-handling.ts';
import { guardedWrites } from './guarded-writes.ts';
import { ignoreFile } from './ignore-file.ts';
import { inputAnswers } from './input-answers.ts';
import { jsonFile } from './json-file.ts';
import { logger } from './logger.ts';
import { modelFile } from './model-file.ts';
import { modelMeasures } from './model-measures.ts';
import { modelRelation } from './model-relation.ts';
import { modelVersions } from './model-versions.ts';
import { original } from './original.ts';
import { predictionErrors } from './prediction-errors.ts';
import { predictionInput } from './prediction-input.ts';
import { predictionRecord } from './prediction-record.ts';
import { predictionRoute } from './prediction-route.ts';
import { publicUrl } from './public-url.ts';
import { rateLimiter } from './rate-limiter.ts';
import { readme } from './readme.ts';
import { recordType } from './record-type.ts';
import { registration } from './registration.ts';
import { resourceRoutes } from './resource-routes.ts';
import { retraining } from './retraining.ts';
import { savedState } from './saved-state.ts';
import { tests } from './tests.ts';
import { tokenAuth } from './token-auth.ts';
import { trainedModel } from './trained-model.ts';
import { validatedWrites } from './validated-writes.ts';

const ALL = [
  annotatedFunctions,
  apiDocumentation,
  cleanTree,
  commandVerbs,
  commits,
  complete,
  confidenceScore,
  coverage,
  database,
  dataStore,
  demo,
  deployment,
  diagram,
  dockerized,
  errorAnswers,
  exceptionHandling,
  guardedWrites,
  ignoreFile,
  inputAnswers,
  jsonFile,
  logger,
  modelFile,
  modelMeasures,
  modelRelation,
  modelVersions,
  original,
  predictionErrors,
  predictionInput,
  predictionRecord,
  predictionRoute,
  publicUrl,
  rateLimiter,
  readme,
  recordType,
  registration,
  resourceRoutes,
  retraining,
  savedState,
  tests,
  tokenAuth,
  trainedModel,
  validatedWrites,
] as const;

/** Checks by name. Their parameters were validated by their own schema before {@link Check.ask} sees them. */
export const CHECKS: ReadonlyMap<string, Check> = new Map(ALL.map((check) => [check.name, check as Check]));
