import { uploadersIn, uploadProgress } from '../../facts/interfaces/upload-progress.ts';
import { defineCheck, no, yes } from '../define.ts';

export const uploadWidget = defineCheck({
  name: 'upload-widget',
  summary: 'Users can upload files in the interface; with progress, they see that a file is being worked on.',
  reads: ['code', 'pages'],
  parameters: (z) => z.strictObject({ progress: z.boolean() }),
  ask: (facts, { progress }) => {
    const [uploader] = uploadersIn(facts);
    if (!uploader) return no('a field for uploading files in the interface');
    const place = facts.evidence(uploader.path, uploader.line);
    if (!progress) return yes([place]);
    const shown = uploadProgress(facts);
    return shown
      ? yes([place, facts.evidence(shown.path, shown.line)])
      : no('a progress bar, spinner or status while an uploaded file is worked on', [place]);
  },
});
