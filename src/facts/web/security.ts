/** Words by which guards are known where nothing else tells. */

/** Words in the name of something that lets only known users pass. */
export const GUARD_WORDS =
  /auth(?!or(?!i[sz]))|current_?user|currentUser|log(ged)?_?in|jwt|token|permission|is_?admin|require_?(user|login|auth)|verify_?(user|token|access)|protect|session_?user|ensure_?(user|login)|active_?user|get_?user\b|deserialize_?user|IsAuthenticated|guard|api_?key/i;
/** Guards by name that let everybody pass. */
export const OPEN_GUARDS =
  /AllowAny|optional|get_db|session_?local|rate_?limit|throttl|csrf|cors|helmet|validate(?!_?(token|user|jwt))|logger|logging/i;
