export function recipe(page: string, name: string): string;
