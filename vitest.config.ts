import { defineConfig } from 'vitest/config';
import { leftOutReporter } from './tests/left-out.ts';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    setupFiles: ['tests/seed.ts'],
    globalSetup: ['tests/browser/setup.ts'],
    reporters: ['default', leftOutReporter],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
