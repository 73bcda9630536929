import { describe, expect, it } from 'vitest';
import { readFacts } from '../../src/facts/read.ts';
import { recognise } from '../../src/milestones/recognise.ts';
import type { Recognition } from '../../src/model/repository.ts';
import type { Milestone, MilestoneReport, Verdict } from '../../src/model.ts';
import { repositoryOf } from '../../src/repository/memory.ts';
import { scoreOf } from '../../src/score.ts';
import { reading } from '../support/program.ts';

/** How the main requirement was judged, and so many of four others are met. */
type Done = readonly [main: Verdict, others: number];

const OTHERS = ['one', 'two', 'three', 'four'];

function milestone(id: string): Milestone {
  const requirements = ['job', ...OTHERS].map((name) => ({
    id: name,
    title: `The ${name}`,
    weight: 'high' as const,
    main: name === 'job',
    effort: 'small' as const,
    met: { check: 'never', parameters: {} },
    partial: null,
    says: null,
    claim: null,
    after: [],
    stack: null,
    drawn: null,
    uncertain: [],
    spoken: [],
    why: '',
    fix: '',
    learn: [],
  }));
  return { id, title: id, phase: 1, summary: '', requirements };
}

function reportOf({ id, title, requirements }: Milestone, [main, others]: Done): MilestoneReport {
  const judged = requirements.map((one, index) => ({
    ...one,
    verdict: one.main ? main : index <= others ? ('met' as const) : ('missing' as const),
    confidence: 'high' as const,
    claimed: false,
    claim: null,
    unkept: false,
    evidence: [],
    counterEvidence: [],
    lookedFor: null,
    reason: null,
    because: null,
    waiver: null,
  }));
  return { id, title, score: scoreOf(judged, null), requirements: judged };
}

/** What a folder of that name is, with so much of each milestone done. */
async function recognised(
  name: string,
  files: Readonly<Record<string, string>>,
  done: Readonly<Record<string, Done>>,
): Promise<Recognition> {
  const facts = await readFacts(repositoryOf({ files }), reading);
  return recognise(facts, name, Object.keys(done).map(milestone), (one) =>
    reportOf(one, done[one.id] ?? ['missing', 0]),
  );
}

const CHAT = {
  'app.py':
    'import chromadb\nimport openai\nimport streamlit as st\nst.selectbox("m", [])\nst.chat_message("user")\n',
  'README.md': '# RAG chatbot\n',
};

describe('recognition', () => {
  it('is never what its main job is not there for, whatever it looks like and scores', async () => {
    const looks = { 'README.md': '# todo\n\nTasks in the terminal.\n', 'a.py': 'import click\n' };
    const { milestone, candidates } = await recognised('todo-cli', looks, {
      'cli-task-manager': ['missing', 4],
    });
    expect(milestone).toBeNull();
    expect(candidates[0]).toMatchObject({ id: 'cli-task-manager', share: 0, open: { id: 'job' } });
    const begun = await recognised('todo-cli', looks, { 'cli-task-manager': ['partial', 0] });
    expect(begun.milestone).toBe('cli-task-manager');
  });

  it('does not take what cannot be told for missing', async () => {
    const looks = { 'README.md': '# todo\n\nTasks in the terminal.\n', 'a.py': 'import click\n' };
    const found = await recognised('todo-cli', looks, { 'cli-task-manager': ['unverifiable', 0] });
    expect(found.milestone).toBe('cli-task-manager');
  });

  it('guesses none from code in a language that is not read, unless what was read shows a part', async () => {
    const looks = { 'README.md': '# todo\n\nTasks in the terminal.\n', 'main.go': 'package main\n' };
    const dark = await recognised('todo-cli', looks, { 'cli-task-manager': ['unverifiable', 0] });
    expect(dark.milestone).toBeNull();
    expect(dark.candidates[0]).toMatchObject({ open: { id: 'job', unread: true } });
    const shown = await recognised('todo-cli', looks, { 'cli-task-manager': ['unverifiable', 2] });
    expect(shown.milestone).toBe('cli-task-manager');
  });

  it('is several where a good part of each is there', async () => {
    const { milestone, also } = await recognised('rag-chatbot', CHAT, {
      'rag-system': ['met', 3],
      'full-stack-ai-app': ['met', 2],
      'production-deployment': ['missing', 4],
    });
    expect([milestone, ...also]).toEqual(['rag-system', 'full-stack-ai-app']);
  });

  it('follows what is done where the looks are much alike', async () => {
    const { milestone, also } = await recognised('rag-chatbot', CHAT, {
      'rag-system': ['met', 0],
      'full-stack-ai-app': ['met', 4],
    });
    expect([milestone, ...also]).toEqual(['full-stack-ai-app']);
  });

  it('cannot tell where two are as near, and too little of either is there to be both', async () => {
    const { milestone, also, confidence, candidates } = await recognised('rag-chatbot', CHAT, {
      'rag-system': ['partial', 0],
      'full-stack-ai-app': ['partial', 0],
    });
    expect([milestone, also]).toEqual([null, []]);
    expect(confidence).toBeLessThan(0.06);
    const nearest = candidates.slice(0, 2).map(({ id }) => id);
    expect(nearest.sort()).toEqual(['full-stack-ai-app', 'rag-system']);
  });

  it('shows shares of a whole, the best first, and the score as each', async () => {
    const { candidates } = await recognised('rag-chatbot', CHAT, {
      'rag-system': ['met', 3],
      'full-stack-ai-app': ['met', 2],
    });
    const shares = candidates.map((one) => one.share);
    expect(shares).toEqual(shares.toSorted((a, b) => b - a));
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 1);
    expect(candidates[0]?.as).toMatchObject({ title: 'rag-system', score: { low: 0.8 } });
  });

  it.each([
    ['nothing at all', { 'a.py': 'x = 1\n' }],
    ['a single hint', { 'a.py': 'import argparse\n' }],
    ['what two milestones share', { 'a.py': 'import openai\n' }],
  ])('cannot tell from %s where little is done', async (_, files) => {
    const found = await recognised('project', files, {
      'cli-task-manager': ['met', 0],
      'rag-system': ['met', 0],
    });
    expect([found.milestone, found.candidates]).toEqual([null, []]);
  });

  it('takes a hint where the main job and much of the rest is done, and all code is read', async () => {
    const hint = { 'a.py': 'import openai\n' };
    const one = await recognised('project', hint, {
      'rag-system': ['met', 3],
      'realtime-chat': ['missing', 4],
    });
    expect([one.milestone, one.candidates.length]).toEqual(['rag-system', 1]);
    const dark = { ...hint, 'main.go': 'package main\n\nfunc main() {}\n' };
    const unread = await recognised('project', dark, { 'rag-system': ['met', 3] });
    expect(unread.milestone).toBeNull();
  });
});
