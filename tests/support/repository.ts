export { repositoryOf } from '../../src/repository/memory.ts';
