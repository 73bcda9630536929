/** Libraries of agents: what makes one, what lets several work together, what plans by itself. One more is one more line. */

/** Calls that ask the world: search engines, pages, papers. */
export const SEARCHES =
  /tavily|serp|duckduckgo|ddgs|arxiv|wikipedia|exa_?py|brave|google_?search|firecrawl|scrape|crawl|web_?search|search_?web|pubmed|semantic_?scholar|perplexity|retriev|similarity_search|call_tool|callTool|fetch$|requests\.get|httpx\.|aiohttp/i;
