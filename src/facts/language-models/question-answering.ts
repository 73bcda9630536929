/** How the program answers questions: from the text it splits to the answer it measures. Each part is read when asked for. */

import type { Program } from '../../program/program.ts';
import { once } from '../../reading/once.ts';
import type { Interfaces } from '../interfaces/interfaces.ts';
import type { Route } from '../web/routes/routes.ts';
import { type Chunking, readChunking } from './chunking/chunking.ts';
import { type Citation, readCitations } from './citations.ts';
import { composedAnswers } from './composed.ts';
import { type Remembered, readConversation } from './conversation/conversation.ts';
import { readReloaded } from './conversation/reloaded.ts';
import { type Measurement, readEvaluation } from './evaluation/evaluation.ts';
import { type Answering, readModelAnswers } from './model-answers.ts';
import type { ModelCall } from './models/language-models.ts';
import { readUsage, type UsageSign } from './usage/usage.ts';
import type { VectorStores } from './vector-stores/vector-stores.ts';

export interface QuestionAnswering {
  /** Where a model's answer reaches someone. */
  readonly answers: readonly Answering[];
  /** What answers say of their sources, identified ones first. */
  readonly citations: readonly Citation[];
  /** How text is split, careful ways first. */
  readonly chunking: readonly Chunking[];
  /** Earlier turns that reach a model, those in a store first. */
  readonly conversation: readonly Remembered[];
  /** Conversations that are read back from a store by user or session. */
  readonly reloaded: readonly Remembered[];
  /** Conversations that are read back from a store, also from one that all users share. */
  readonly readBack: readonly Remembered[];
  /** Tokens counted, priced, traced, limited. */
  readonly usage: readonly UsageSign[];
  /** What measures the answers. */
  readonly evaluation: readonly Measurement[];
}

/** What is read elsewhere, lazily. */
export interface AnsweringSource {
  readonly program: Program;
  readonly routes: readonly Route[];
  readonly interfaces: () => Interfaces;
  readonly models: () => readonly ModelCall[];
  readonly vectors: () => VectorStores;
}

export function readQuestionAnswering(source: AnsweringSource): QuestionAnswering {
  const { program, routes, interfaces, models, vectors } = source;
  const answers = once(() => readModelAnswers(program, routes, interfaces(), models()));
  const answered = once(() => {
    const asks = models().some(({ purpose }) => purpose === 'chat');
    return asks ? answers() : composedAnswers(program, routes);
  });
  const citations = once(() => readCitations(program, answered(), models(), vectors()));
  const chunking = once(() => readChunking(program, models(), vectors()));
  const conversation = once(() => readConversation(program, answers(), routes));
  const reloaded = once(() => readReloaded(program, models(), 'owned'));
  const readBack = once(() => readReloaded(program, models(), 'any'));
  const usage = once(() => readUsage(program, routes));
  const evaluation = once(() => readEvaluation(program, routes, interfaces()));
  return {
    get answers() {
      return answers();
    },
    get citations() {
      return citations();
    },
    get chunking() {
      return chunking();
    },
    get conversation() {
      return conversation();
    },
    get reloaded() {
      return reloaded();
    },
    get readBack() {
      return readBack();
    },
    get usage() {
      return usage();
    },
    get evaluation() {
      return evaluation();
    },
  };
}
