/** Kinds of deal, as in the annotation guide. In `cloud`, the acquirer is the supplier and the target the customer. */
export const DEAL_KINDS = ['investment', 'acquisition', 'acquihire', 'cloud', 'partnership'] as const;
export type DealKind = (typeof DEAL_KINDS)[number];

export const CERTAINTIES = ['done', 'reported', 'ended'] as const;
export type Certainty = (typeof CERTAINTIES)[number];

/** Layers of the AI stack (handbook 1); a rival is a firm in the same layer. */
export const LAYERS = ['chip', 'infrastructure', 'data', 'model', 'application', 'robotics', 'distribution'] as const;
export type Layer = (typeof LAYERS)[number];

/** Terms of a deal that the screens look at. One word a term, so that rules, pages and exports agree. */
export const TERMS = [
  'exclusive-provider',
  'primary-provider',
  'preferred-provider',
  'first-refusal',
  'several-providers',
  'credits',
  'tied-legs',
  'supplier-gives-equity',
  'capacity-backstop',
  'financing-vehicle',
  'allocation-preference',
  'marketplace-listing',
  'board-seat',
  'board-observer',
  'veto',
  'consultation',
  'information-rights',
  'revenue-share',
  'no-governance-rights',
  'non-voting',
  'convertible',
  'warrants',
  'stake',
  'licence',
  'hiring-waiver',
  'founder-joins',
  'person-joins',
  'staff-share',
  'staff-count',
  'target-continues',
  'target-closes',
  'product-closed',
] as const;
export type Term = (typeof TERMS)[number];
