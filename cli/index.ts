import { assessCommand } from './assess.ts';
import { auditCommand } from './audit.ts';
import { backfillCommand } from './backfill.ts';
import { backupCommand } from './backup.ts';
import { bounceCommand } from './bounce.ts';
import type { Command } from './command.ts';
import { doctorCommand } from './doctor.ts';
import { exportCommand } from './export.ts';
import { fetchCommand } from './fetch.ts';
import { helpCommand } from './help.ts';
import { importCommand } from './import.ts';
import { ingestCommand } from './ingest.ts';
import { jobCommand } from './job.ts';
import { readCommand } from './read.ts';
import { rebuildCommand } from './rebuild.ts';
import { restoreCommand } from './restore.ts';
import { textCommand } from './text.ts';
import { userCommand } from './user.ts';

const working: Command[] = [
  readCommand,
  assessCommand,
  textCommand,
  fetchCommand,
  backfillCommand,
  ingestCommand,
  importCommand,
  exportCommand,
  rebuildCommand,
  jobCommand,
  backupCommand,
  restoreCommand,
  userCommand,
  bounceCommand,
  auditCommand,
  doctorCommand,
];

/** Every command, in the order in which `help` lists them. */
export const commands: readonly Command[] = [...working, helpCommand(working)];
