/** What `--format` offers, and what each is for in a few words; `cli/reporters.ts` has the functions. */
export const FORMATS = {
  terminal: 'for people: each cluster with its evidence (default)',
  json: 'for programs: all of it, one document',
  jsonl: 'for programs: a match a line',
  csv: 'for spreadsheets: a match a row',
  html: 'for people: a page to explore it in a browser',
  markdown: 'for a comment on a pull request',
  sarif: 'for code scanning: GitHub, Azure DevOps, editors',
  junit: 'for test reports: Jenkins, GitLab, CircleCI',
  github: 'for GitHub Actions: annotations in the log',
  gitlab: 'for GitLab: a code quality report',
} as const;

export type FormatName = keyof typeof FORMATS;
