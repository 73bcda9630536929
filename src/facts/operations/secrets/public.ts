/** Keys that a web page must carry: whoever made them meant them to be seen. */

/** What stands near a Google key that belongs to Firebase or to a map in the browser. */
const FIREBASE = /authDomain|firebaseConfig|firebaseapp\.com|messagingSenderId|maps\.googleapis\.com/;
/** Prefixes of what a browser may hold: Stripe, Clerk, Supabase, Mapbox, PostHog. */
const PUBLISHABLE = /^(?:pk_(?:live|test)_|sb_publishable_|pk\.eyJ|phc_|pub[-_])/;
/** Where Sentry is sent errors: it can be written to and not read, and stands in every page that reports any. */
const SENTRY = /^https:\/\/[\da-f]{32}@[\w.-]+\/\d+$/i;
/** Names of settings that say so. */
const PUBLIC_NAME = /publishable|public|anon(?:ymous)?_?key|site_?key|client_?id|measurement/i;

/** `name` is the setting that holds it, or ''. `text` is the whole file. */
export function isPublicByDesign(value: string, name: string, text: string): boolean {
  if (PUBLISHABLE.test(value) || SENTRY.test(value)) return true;
  if (value.startsWith('AIza')) return FIREBASE.test(text);
  const role = roleOf(value);
  if (role !== null) return role !== 'service_role';
  return PUBLIC_NAME.test(name) && !/private|secret/i.test(name);
}

/** The role that a Supabase key is for, read out of its payload; null for anything else. */
function roleOf(value: string): string | null {
  const payload = /^eyJ[\w-]{5,200}\.(eyJ[\w-]{5,1000})\.[\w-]{10,200}$/.exec(value)?.[1];
  if (payload === undefined) return null;
  try {
    const said: unknown = JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/')));
    const known = typeof said === 'object' && said !== null && 'role' in said && 'ref' in said;
    return known ? String(said.role) : null;
  } catch {
    return null;
  }
}
