/** Where repositories are read from. The build writes these addresses into the page and into its policy. */
export interface Hosts {
  /** Pages: `https://github.com`. */
  readonly server: string;
  /** Answers about repositories: `https://api.github.com`. */
  readonly api: string;
  /** Public files by commit and path; asking for them costs nothing of the API's limit. */
  readonly raw: string;
}

export const GITHUB: Hosts = {
  server: 'https://github.com',
  api: 'https://api.github.com',
  raw: 'https://raw.githubusercontent.com',
};
