/**
 * What a milestone looks like from outside. A new signal is one line: the milestone it speaks for, its weight (from 1, a
 * hint, to 6, says so itself), and one thing to look at. A word counts once, wherever it is said.
 */
import { ASSISTANTS, MODELS, VECTORS } from './signals/assistants.ts';
import { PROGRAMS } from './signals/programs.ts';
import type { Signal } from './signals/signal.ts';

export type { Signal } from './signals/signal.ts';

export const SIGNALS: readonly Signal[] = [...PROGRAMS, ...ASSISTANTS];

/** What the milestones that {@link ASSISTANTS} speak of are built on. */
export const LANGUAGE_MODELS = MODELS;
export const VECTOR_STORES = VECTORS;
export const NEED_A_MODEL: ReadonlySet<string> = new Set(ASSISTANTS.map((one) => one.milestone));
