/** The check whose parameters the `claim` of a requirement is. */
export const CLAIM_CHECK = 'readme-says';
