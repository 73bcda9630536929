/** Loaded before the built program: notes every module that it loads, in the file that LOADED names. */
import { appendFileSync } from 'node:fs';
import { registerHooks } from 'node:module';

registerHooks({
  load(url, context, next) {
    appendFileSync(process.env.LOADED ?? '', `${url}\n`);
    return next(url, context);
  },
});
