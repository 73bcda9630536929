/** Models that can be trained, and what trains them: tables that a newcomer extends with one line. */

/** What a model learns to tell: a class, a number, or something else (clusters, neighbours, anomalies). */
export type Task = 'classification' | 'regression' | 'other';

/** Methods that fit a model to data. */
export const FITS = new Set([
  'fit',
  'partial_fit',
  'fit_generator',
  'train',
  'trainAsync',
  'fitDataset',
  'train_model',
]);

/** Words of losses and objectives that tell classes apart. */
export const CLASS_LOSSES =
  /cross_?entropy|crossentropyloss|bce|nllloss|^binary|^multi(?::soft|class|nomial)|softmax|^sigmoid$|logloss/i;
