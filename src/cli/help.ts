import { FORMATS } from '../config/formats.ts';

const FORMAT_LINES = Object.entries(FORMATS).map(([name, purpose]) => `  ${name.padEnd(10)}${purpose}`);

const FORMATS_HELP = `
Formats, to stdout or, as name:file, to a file:
${FORMAT_LINES.join('\n')}
`;

export const SCAN_HELP: string = `${FORMATS_HELP}
Examples:
  dedupe articles                     report the duplicates in a folder
  dedupe 'news/**/*.md' archive.jsonl a glob, and a file with an article a line
  dedupe -f terminal -f json:out.json a report to read and one for programs
  dedupe --check --threshold 0.6 .    for CI: fail on near-copies from 0.6
  dedupe --check --changed-since main look only at what this branch changed
  dedupe new.md --against archive     is the new article there already?
  git ls-files -z '*.md' | dedupe --files-from -
  dedupe compare a.txt b.txt          one pair: what they share, or why no match

Exit codes: 0 it ran, 1 it found something under --check, 2 it could not run.
A folder that is called like a command is written ./compare. What the config
file switches on, as check: true, --no-check switches off for one run.`;

export const COMPARE_HELP: string = `${FORMATS_HELP}
Examples:
  dedupe compare old.md new.md
  curl -s https://example.org/story | dedupe compare - story.txt
  dedupe compare --explain a.txt b.txt    and what spoke for and against
  dedupe compare <(pandoc -t plain a.docx) b.txt
  dedupe compare news.jsonl#1 news.jsonl#2

The two are judged by themselves: a scan also sets aside the lines that recur
across its folder, so that its scores may differ a little.

Exit codes: 0 it ran, 1 the two match under --check, 2 it could not run.`;

export const INIT_HELP = `
Examples:
  dedupe init                  every setting with what it means, commented out
  dedupe --print-config        what is then in force, and where it came from

It overwrites nothing. A config is dedupe.config.json, .yaml or .mjs, or the key
"dedupe" of package.json, searched for from the working directory upward to the
top of the repository.

Exit codes: 0 it wrote the file, 2 it could not.`;

export const COMPLETION_HELP = `
Examples:
  eval "$(dedupe completion bash)"          in ~/.bashrc
  source <(dedupe completion zsh)           in ~/.zshrc, after compinit
  dedupe completion fish > ~/.config/fish/completions/dedupe.fish

Exit codes: 0 it printed the script, 2 it could not.`;
