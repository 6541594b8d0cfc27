const LONGEST = 200;

/** Takes what was typed into a search field; gives it without the space around it, or undefined when nothing is left. */
export function typedText(typed: string | null): string | undefined {
  return typed?.trim().slice(0, LONGEST) || undefined;
}
