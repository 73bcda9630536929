import { defineConfig } from 'vitest/config';
import { leftOutReporter } from './tests/left-out.ts';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    setupFiles: ['tests/seed.ts'],
    globalSetup: ['tests/browser/setup.ts'],
    reporters: ['default', leftOutReporter],
    // No folder: what a test finds out is not what an earlier run found out.
    env: { XDG_CACHE_HOME: '/dev/null' },
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
