/** Files of knowledge on disk: the built-in ones of a program that runs from its source. */
import { readdir, readFile } from 'node:fs/promises';
import { type KnowledgeFile, loadMeanings, loadRoles } from '../knowledge/load.ts';
import type { Knowledge } from '../program/knowledge.ts';

const ROLES = 'roles.yml';

/** The roles that there are. Throws as {@link sourceKnowledge} does. */
export async function sourceRoles(folder: URL): Promise<Knowledge['roles']> {
  return loadRoles(await read(folder, ROLES));
}

/** Reads and validates every file of a folder. Throws a UserError with the places of its mistakes. */
export async function sourceKnowledge(folder: URL): Promise<Knowledge> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.yml')).sort();
  const roles = await sourceRoles(folder);
  const fields = names.filter((name) => name !== ROLES);
  const meanings = await Promise.all(
    fields.map(async (name) => loadMeanings(await read(folder, name), roles)),
  );
  return { roles, meanings: meanings.flat() };
}

async function read(folder: URL, name: string): Promise<KnowledgeFile> {
  return { path: `knowledge/${name}`, text: await readFile(new URL(name, folder), 'utf8') };
}
