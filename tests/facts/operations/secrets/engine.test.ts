import { rules } from '@secretlint/secretlint-rule-preset-recommend';
import { describe, expect, it } from 'vitest';
import { engineIn, KNOWN, LEFT_OUT } from '../../../../src/facts/operations/secrets/engine.ts';
import { formsIn } from '../../../../src/facts/operations/secrets/forms.ts';
import { AWS, key, privateKey } from './made.ts';

it('asks every rule of the preset, or says that it does not', () => {
  const ids = rules.map((rule) => rule.meta.id.replace('@secretlint/secretlint-rule-', ''));
  expect([...KNOWN, ...LEFT_OUT].sort()).toEqual(ids.sort());
});

describe('the marker of a rule lets its secrets through', () => {
  it.each([
    ['aws', `AWS_SECRET_ACCESS_KEY="${key('', 40)}"`, 'AWS key'],
    ['privatekey', privateKey('EC PRIVATE'), 'private key'],
    ['npm', key('npm_', 36), 'npm token'],
    ['slack', `${key('xoxb-', 12)}-${key('', 24)}`, 'Slack token'],
    ['sendgrid', `SG.${key('', 22)}.${key('', 43)}`, 'SendGrid key'],
    ['shopify', key('shpat_', 32), 'Shopify key'],
    ['stripe', key('sk_live_', 24), 'Stripe key'],
    ['gitlab', key('glpat-', 20), 'GitLab token'],
    ['openai', `sk-${key('', 20)}T3BlbkFJ${key('', 20)}`, 'OpenAI key'],
    ['anthropic', `${key('sk-ant-api03-', 93)}AA`, 'Anthropic key'],
    ['groq', key('gsk_', 52), 'Groq key'],
    ['linear', key('lin_api_', 40), 'Linear key'],
    ['docker', key('dckr_pat_', 27), 'Docker token'],
    ['figma', key('figd_', 40), 'Figma token'],
    ['vercel', key('vcp_', 40), 'Vercel token'],
  ])('%s', async (_, text, what) => {
    expect((await engineIn('a.txt', `x ${text} y\n`)).map((one) => one.what)).toContain(what);
  });
});

describe('our own forms know', () => {
  it.each([
    ['AWS access key', AWS],
    ['GitHub token', key('ghp_', 36)],
    ['Google key', key('AIza', 35)],
    ['Google OAuth secret', key('GOCSPX-', 28)],
    ['Hugging Face token', key('hf_', 34)],
    ['Pinecone key', key('pcsk_', 60)],
    ['Tavily key', key('tvly-', 32)],
    ['PyPI token', key('pypi-AgE', 60)],
    ['Telegram bot token', `739184620:AA${key('', 33)}`],
    ['Stripe webhook secret', key('whsec_', 32)],
    ['OpenRouter key', `sk-or-v1-${'3f9a1c7e5b2d8046'.repeat(4)}`],
  ])('a %s', (what, text) => {
    expect(formsIn(`x = "${text}"`).map((one) => one.what)).toEqual([what]);
  });
});

it.each([
  ['openings of keys', '-----BEGIN PRIVATE KEY-----\n'.repeat(30_000)],
  ['addresses', 'postgres://a:'.repeat(60_000)],
  ['tokens of three parts', 'eyJabc.'.repeat(120_000)],
  ['installation tokens', 'ghs_1_aaaaaaaaaaaaaaaaaaaaaaa.'.repeat(30_000)],
])('a text full of %s takes no time', async (_, text) => {
  const start = performance.now();
  formsIn(text);
  await engineIn('a.txt', text);
  expect(performance.now() - start).toBeLessThan(2_500);
});
