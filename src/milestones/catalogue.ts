/** Every milestone of the roadmap, with rules or still without. Extend it together with requirements and signals. */

export interface CatalogueEntry {
  readonly id: string;
  readonly title: string;
}

export const CATALOGUE: readonly CatalogueEntry[] = [
  { id: 'cli-task-manager', title: 'CLI Task Manager' },
  { id: 'blog-api', title: 'Blog API with Auth' },
  { id: 'data-pipeline', title: 'Data Processing Pipeline' },
  { id: 'ml-api', title: 'ML-Powered API' },
  { id: 'rag-system', title: 'Production RAG System' },
  { id: 'full-stack-ai-app', title: 'Full-Stack AI App' },
  { id: 'production-deployment', title: 'Production-Ready Deployment' },
  { id: 'data-analysis-tool', title: 'AI-Powered Data Analysis' },
  { id: 'research-assistant', title: 'Multi-Agent Research Assistant' },
  { id: 'realtime-chat', title: 'Real-Time AI Chat' },
];

/** The rules that every project owes; always judged after its milestone. */
export const PORTFOLIO = 'portfolio';
