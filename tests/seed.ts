/** Property tests draw the same inputs on every run, so that a gate answers the same for the same commit; SEED draws others. */
import fc from 'fast-check';

fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(process.env.SEED ?? 20_261_126) });
