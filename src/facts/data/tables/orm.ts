/** Classes whose objects an ORM keeps. */
import type { DefinitionRef, Program } from '../../../program/program.ts';

/** Bases of classes that an ORM keeps in a table. */
const TABLES =
  /^(?:sqlmodel\.SQLModel|django\.db\.models\.Model|models\.Model|tortoise\.models\.Model|tortoise\.Model|peewee\.Model|flask_sqlalchemy\..*Model|db\.Model|beanie\.Document|.*\.(?:declarative_base|DeclarativeBase))$/;

/** A class whose objects an ORM keeps in a table. */
export function isTable(ref: DefinitionRef, program: Program): boolean {
  const { file, definition } = ref;
  if (definition.kind !== 'class' || definition.fields.length < 2 || file.language !== 'python') return false;
  const named = definition.fields.some(({ name }) => name === '__tablename__');
  return named || program.ancestors(ref).some((base) => TABLES.test(base));
}
