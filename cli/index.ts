import { assessCommand } from './assess.ts';
import type { Command } from './command.ts';
import { helpCommand } from './help.ts';
import { readCommand } from './read.ts';
import { textCommand } from './text.ts';

const working: Command[] = [readCommand, assessCommand, textCommand];

/** Every command, in the order in which `help` lists them. */
export const commands: readonly Command[] = [...working, helpCommand(working)];
