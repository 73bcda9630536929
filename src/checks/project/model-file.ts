import { MODEL_FILES } from '../../facts/project/kinds.ts';
import { siteOf, textOf } from '../../program/link/calls.ts';
import { defineCheck, found } from '../define.ts';

export const modelFile = defineCheck({
  name: 'model-file',
  summary: 'The program loads a ready model that lies in the repository, or a published one.',
  reads: ['code', 'listing'],
  parameters: (z) => z.strictObject({}),
  ask: (facts) => {
    const { program } = facts;
    const files = facts.files.filter((file) => file.size > 0 && MODEL_FILES.test(file.path));
    const loads = program.callsAs('model.load');
    const fetched = loads.filter((call) => program.means(call, 'model.fetch'));
    // `loadLayersModel('file://model/model.json')`: any file that is loaded as a model is one.
    const named = loads.filter((call) =>
      call.call.arguments.some(({ value }) => {
        const path = textOf(program, value, siteOf(call)).replace(/^file:\/\/|^(\.{0,2}\/)+/g, '');
        return /\.\w+$/.test(path) && facts.files.some((file) => `/${file.path}`.endsWith(`/${path}`));
      }),
    );
    const used = files.length > 0 ? loads : [...fetched, ...named];
    return found(
      used.slice(0, 2).map((call) => facts.evidence(call.file.path, call.call.line)),
      'a trained model file in the repository that the program loads',
    );
  },
});
