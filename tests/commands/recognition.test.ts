import { describe, expect, it } from 'vitest';
import { REPORT } from '../cli/contract.ts';
import { DEPLOYED_RAG } from '../cli/deployed-rag.ts';
import { cli, repository } from '../cli/run.ts';

describe('an audit that names no milestone', () => {
  it('takes no web application for a task manager, whatever its README and its scripts say', () => {
    const { code, stderr, stdout } = cli([
      repository({
        'README.md': '# Tasks\n\nA terminal for your to do list: tasks, in the browser.\n',
        'package.json': '{ "dependencies": { "express": "5.0.0", "commander": "14.0.0" } }',
        'tasks.js':
          "import express from 'express';\nconst app = express();\napp.get('/tasks', (req, res) => res.json([]));\napp.listen(3000);\n",
        'scripts/mark.js':
          "import { program } from 'commander';\nprogram.command('mark').action(() => {});\nprogram.parse();\n",
      }),
    ]);
    expect([code, stdout]).toEqual([3, '']);
    expect(stderr).toContain("it looks most like 'cli-task-manager'");
    expect(stderr).toContain('whose main job is not there: Add, list, complete and delete');
  });

  it('tells several milestones of a repository that is several', () => {
    const run = cli([repository(DEPLOYED_RAG), '--format', 'json']);
    const { recognition, milestones } = REPORT.parse(JSON.parse(run.stdout));
    expect(recognition?.also).toEqual(['rag-system']);
    expect(milestones.map(({ id }) => id)).toEqual(['production-deployment', 'rag-system', 'portfolio']);
  });
});
