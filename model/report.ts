/** One pair in full, what changed in a period or selection, the authorities' board, every deal as a table. */
export const REPORT_KINDS = ['dossier', 'briefing', 'board', 'register'] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

export const REPORT_FORMATS = ['docx', 'pdf', 'xlsx', 'csv', 'json', 'md', 'ftm'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** How often a report comes by mail. */
export const REPORT_CADENCES = ['daily', 'weekly', 'monthly'] as const;
export type ReportCadence = (typeof REPORT_CADENCES)[number];
