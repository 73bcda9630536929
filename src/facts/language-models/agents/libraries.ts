/** Libraries of agents: what makes one, what lets several work together, what plans by itself. One more is one more line. */

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/** Calls that make an agent. */
export const MAKES_AGENT: readonly string[] = words(`
  crewai.Agent crewai.agent.Agent crewai.*.Agent
  autogen.AssistantAgent autogen.ConversableAgent autogen.*.ConversableAgent autogen.agentchat.* pyautogen.*Agent
  autogen_agentchat.agents.*Agent autogen_ext.agents.*
  agents.Agent agents.agent.Agent openai_agents.Agent @openai/agents.Agent @openai/agents.Agent.create
  langgraph.prebuilt.create_react_agent langgraph.prebuilt.*.create_react_agent @langchain/langgraph*.createReactAgent
  langchain.agents.create_*agent* langchain.agents.initialize_agent langchain.agents.AgentExecutor* langchain*.create_agent
  langchain.createAgent langchain/agents.create*Agent* langchain_experimental.*create_*_agent langchain_classic.agents.*
  deepagents.create_deep_agent deepagents.*
  llama_index.*FunctionAgent llama_index.*ReActAgent* llama_index.*FunctionCallingAgent* llama_index.*OpenAIAgent* llama_index.*FunctionAgentWorker*
  smolagents.CodeAgent smolagents.ToolCallingAgent smolagents.ManagedAgent smolagents.*Agent
  pydantic_ai.Agent pydantic_ai.*.Agent google.adk.agents.*Agent google.adk.*.LlmAgent google.adk.Agent
  agno.agent.Agent agno.*.Agent phi.agent.Agent phi.assistant.Assistant semantic_kernel.agents.*Agent
  strands.Agent swarm.Agent haystack.components.agents.Agent langroid.ChatAgent camel.agents.*Agent metagpt.roles.*
  dspy.ReAct beeai_framework.*Agent agent_framework.*Agent* @mastra/core*.Agent @voltagent/core.Agent
  ai.Agent ai.ToolLoopAgent ai.Experimental_Agent bee-agent-framework*.*Agent praisonaiagents.Agent controlflow.Agent
  marvin.Agent atomic_agents.*Agent* griptape.structures.Agent letta*.agents.create openai*.assistants.create
`);

/** Calls that let several agents work together, with the argument that lists them; '' where the call alone says it. */
export const TEAMS: readonly (readonly [pattern: string, argument: string])[] = [
  ['crewai.Crew', 'agents'],
  ['crewai.*.Crew', 'agents'],
  ['autogen.GroupChat', 'agents'],
  ['autogen.*.GroupChat', 'agents'],
  ['pyautogen.GroupChat', 'agents'],
  ['autogen_agentchat.teams.*', 'participants'],
  ['autogen_agentchat.teams.*GraphFlow', 'participants'],
  ['llama_index.*AgentWorkflow', 'agents'],
  ['langgraph_supervisor.create_supervisor', 'agents'],
  ['@langchain/langgraph-supervisor.createSupervisor', 'agents'],
  ['langgraph_swarm.create_swarm', 'agents'],
  ['@langchain/langgraph-swarm.createSwarm', 'agents'],
  ['google.adk.agents.SequentialAgent', 'sub_agents'],
  ['google.adk.agents.ParallelAgent', 'sub_agents'],
  ['google.adk.agents.LoopAgent', 'sub_agents'],
  ['google.adk.agents.*', 'sub_agents'],
  ['agno.team.*Team', 'members'],
  ['agno.*.Team', 'members'],
  ['phi.agent.Agent', 'team'],
  ['agno.agent.Agent', 'team'],
  ['smolagents.*Agent', 'managed_agents'],
  ['agents.Agent', 'handoffs'],
  ['@openai/agents.Agent*', 'handoffs'],
  ['swarm.Agent', 'functions'],
  ['semantic_kernel.agents.*GroupChat*', 'agents'],
  ['semantic_kernel.agents.*Orchestration', 'members'],
  ['camel.societies.*', ''],
  ['metagpt.team.Team', ''],
  ['metagpt.*.Team', ''],
  ['deepagents.create_deep_agent', 'subagents'],
  ['strands.multiagent.*', ''],
  ['agent_framework.*Builder', ''],
  ['agents.Agent.as_tool', ''],
  ['@openai/agents.Agent.asTool', ''],
  ['@mastra/core*.createWorkflow', ''],
  ['@mastra/core*.AgentNetwork', 'agents'],
  ['@mastra/core*.Agent', 'agents'],
  ['@voltagent/core.Agent', 'subAgents'],
  ['praisonaiagents.PraisonAIAgents', 'agents'],
  ['praisonaiagents.Agents', 'agents'],
];

/** Calls after which a model plans and hands out the steps by itself; a `name=value` must stand in the call. */
export const PLANS_ITSELF: readonly (readonly [pattern: string, argument: string | null])[] = [
  ['crewai.Crew', 'planning'],
  ['crewai.*.Crew', 'planning'],
  ['crewai.Crew', 'manager_llm'],
  ['crewai.Crew', 'manager_agent'],
  ['autogen_agentchat.teams.MagenticOneGroupChat', null],
  ['autogen_ext.teams.magentic_one.*', null],
  ['semantic_kernel.*MagenticOrchestration', null],
  ['*SubQuestionQueryEngine*', null],
  ['langchain_experimental.plan_and_execute.*', null],
  ['deepagents.create_deep_agent', null],
  ['@langchain/*.PlanAndExecuteAgentExecutor*', null],
  ['smolagents.*Agent', 'planning_interval'],
];

/** Adding a node to a graph of agents. */
export const ADDS_NODE: readonly string[] = words(`
  langgraph*.add_node langgraph*.add_sequence @langchain/langgraph*.addNode ?.add_node ?.addNode
  pydantic_graph.*add* burr.core.*with_actions
`);

/** Tools that an agent or a model is given. */
export const TAKES_TOOLS: readonly string[] = words(`
  *.bind_tools *.bindTools *.bind_functions langgraph.prebuilt.ToolNode @langchain/langgraph*.ToolNode
`);
/** Calls that ask the world: search engines, pages, papers. */
export const SEARCHES =
  /tavily|serp|duckduckgo|ddgs|arxiv|wikipedia|exa_?py|brave|google_?search|firecrawl|scrape|crawl|web_?search|search_?web|pubmed|semantic_?scholar|perplexity|retriev|similarity_search|call_tool|callTool|fetch$|requests\.get|httpx\.|aiohttp/i;
