import type { Parties } from '../cases/parties.ts';
import { partyName } from '../cases/watched.ts';

/** Who is who in the caption of an American case. */

const PROCEEDING =
  /,?\s*\b(in the matter of|in re|ftc v\.?|federal trade commission v\.?|(u\.?\s?s\.?a?\.?|united states)( of america)?(,? (and|et) (plaintiff states|al\.?[^v]*?))?,? v\.?s?\.?|v\.)(?=\s|,|$)/gi;
const FORMS = /,?\s+(inc|corp|co|llc|l\.l\.c|ltd|lp|l\.p|plc|n\.v|s\.a|holdings? corp|et al)\b\.?/gi;

/**
 * Takes the caption of a merger case ("Nvidia/Arm, In the Matter of"; "U.S. v. UnitedHealth Group Inc. and Change
 * Healthcare Inc."); gives the acquirer and the target, who are named first and last, or null when it names only one.
 */
export function partiesOfCaption(caption: string): Parties | null {
  const names = caption
    .slice(0, 400)
    .replace(/\([^)]*\)/g, ' ')
    .replace(PROCEEDING, ' ')
    .replace(FORMS, (form) => (form.trim().startsWith('et') ? '' : form))
    .split(/\s*\/\s*|\s*;\s*|,?\s+and\s+|,\s+(?=\p{Lu})(?!(?:Inc|Corp|Co|LLC|L\.L\.C|Ltd|LP|L\.P|PLC|N\.V|S\.A|Jr)\b)/u)
    .map((name) => name.replace(/^[\s,]+|[\s,]+$/g, ''))
    .filter((name) => name && !/^(et al\.?|others|the|ftc|plaintiff states?|state of .*)$/i.test(name));
  const [first, last] = [names[0], names.at(-1)];
  if (!first || !last || names.length < 2) return null;
  return { acquirer: partyName(first), target: partyName(last) };
}
