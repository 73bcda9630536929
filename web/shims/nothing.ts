/** In a browser there is no disk: what asks for one is never called. */
const missing = (): never => {
  throw new Error('there is no disk in a browser');
};

export const readFileSync = missing;
export const readdir = missing;
export const readFile = missing;
export const stat = missing;
export default {};
