export function rewritten(text: string): string;
