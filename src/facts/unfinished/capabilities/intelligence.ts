/** What READMEs of machine learning and language model projects promise. */
import { PROMISES } from './asked.ts';
import { type Capability, named } from './capability.ts';

export const AI_CAPABILITIES: readonly Capability[] = [
  PROMISES.streaming,
  {
    promise: /\b(?:text-to-speech|speech-to-text|voice (?:input|output))\b/i,
    shown: named(/speech|voice|audio|whisper|tts/i),
  },
  {
    promise: /\bmodel versioning\b|\bversion(?:ing)?,? (?:and|list|delete|rollback)\b/i,
    shown: named(/version|mlflow/i),
  },
  {
    promise: /\b(?:data|model|concept) drift\b|\bdrift (?:detection|monitoring)\b/i,
    // Terraform knows a drift of its own.
    shown: named(/drift|evidently|psi\b|ks_2samp|\.tf$/i),
  },
  { promise: /\ba\/b test/i, shown: named(/ab_?test|variant|experiment|canary|shadow|split/i) },
  { promise: /\bshap\b|\bexplainab/i, shown: named(/shap|lime|explain|importance|coef/i) },
  {
    promise: /\bhyper-?parameter (?:tuning|optimi[sz]ation|search)\b/i,
    shown: named(/grid|optuna|random(?:ized)?_?search|tun(?:e|ing)|hyperopt|param_|trial/i),
  },
  { promise: /\bcross-?validation\b/i, shown: named(/cross_?val|k_?fold|stratified|\bcv\b|grid_?search/i) },
  { promise: /\bbatch (?:prediction|inference|scoring)s?\b/i, shown: named(/batch|bulk|many|csv/i) },
  {
    promise: /\b(?:auto(?:matic|mated)?|scheduled)[- ](?:model )?retrain/i,
    shown: named(/re_?train|schedul/i),
  },
  {
    promise: /\bhybrid (?:search|retrieval)\b/i,
    shown: named(/hybrid|bm25|sparse|rrf|ensemble|fusion|tsvector|keyword|full_?text/i),
  },
  { promise: /\bre-?rank(?:ing|er|ed|s)?\b/i, shown: named(/re_?-?rank|cross_?-?encoder|cohere|mmr/i) },
  { promise: /\bbm25\b/i, shown: named(/bm25|okapi|sparse|full_?text|elastic|opensearch|weaviate/i) },
  {
    promise: /\bocr\b/i,
    shown: named(
      /ocr|tesseract|textract|vision|document_?(?:intelligence|ai)|unstructured|docling|llama_?parse|marker/i,
    ),
  },
  { promise: /\bragas\b/i, shown: named(/ragas/i) },
  {
    promise: /\b(?:cost|token usage) (?:tracking|estimation|monitoring)\b/i,
    shown: named(/cost|token|usage|price|pricing/i),
  },
  {
    promise: /\bthumbs[- ]up\b|\b(?:user|answer) (?:feedback|ratings?)\b/i,
    shown: named(/feedback|thumb|rating|vote/i),
  },
  {
    promise: /\b(?:conversation|chat) (?:history|memory)\b|\bconversational memory\b/i,
    shown: named(/history|memory|conversation|session|thread|message|checkpoint/i),
  },
  {
    promise: /\.?\bdocx\b/i,
    shown: named(
      /docx|\bdoc\b|unstructured|word|markitdown|docling|tika|mammoth|simple_?directory|llama_?parse|office/i,
    ),
  },
  {
    promise: /\b(?:pptx|powerpoint)\b/i,
    shown: named(
      /ppt|powerpoint|unstructured|markitdown|docling|tika|simple_?directory|llama_?parse|office/i,
    ),
  },
  {
    promise: /\b(?:xlsx|excel) (?:files?|support|upload|import|export)/i,
    shown: named(/xls|excel|sheet|unstructured|markitdown|docling|tika|office/i),
  },
];
