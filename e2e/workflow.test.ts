import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

type Step = { uses?: string; run?: string; name?: string };
type Workflow = { on: { push: { branches: string[] } }; jobs: Record<string, { needs?: string; if?: string; steps: Step[] }> };

const text = readFileSync(join(import.meta.dirname, '../.github/workflows/deploy.yml'), 'utf8');
const workflow = parse(text) as Workflow;
const { scripts } = JSON.parse(readFileSync(join(import.meta.dirname, '../package.json'), 'utf8')) as { scripts: Record<string, string> };

describe('the deployment workflow', () => {
  it('tests every push, and deploys staging and main as the guide draws it', () => {
    expect(workflow.on.push.branches).toEqual(['main', 'staging']);
    expect(Object.keys(workflow.jobs)).toEqual(['test', 'deploy-staging', 'deploy-production']);
    for (const name of ['deploy-staging', 'deploy-production']) {
      const commands = workflow.jobs[name]!.steps.map((step) => step.run ?? '').join('\n');
      expect(workflow.jobs[name]!.needs).toBe('test');
      for (const command of ['build:functions', 'supabase link', 'supabase db push', 'supabase functions deploy --no-verify-jwt']) expect(commands).toContain(command);
      expect(commands.indexOf('build:functions')).toBeLessThan(commands.indexOf('functions deploy'));
    }
  });

  it('runs only scripts that there are, and hands no secret to a command line', () => {
    const steps = Object.values(workflow.jobs).flatMap((job) => job.steps);
    for (const { run } of steps) {
      for (const [, script] of (run ?? '').matchAll(/npm run ([a-z:-]+)/g)) expect(Object.keys(scripts)).toContain(script);
      expect(run ?? '').not.toContain('${{');
    }
    for (const { uses } of steps) if (uses?.startsWith('actions/')) expect(Number(/@v(\d+)$/.exec(uses)?.[1])).toBeGreaterThanOrEqual(5);
  });
});
