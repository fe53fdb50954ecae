import type { Completable, CompletableOption, Value } from './completable.ts';

/** A script for each shell that completes the command's options, their values, commands and files. */
export const COMPLETIONS: Readonly<Record<'bash' | 'zsh' | 'fish', (of: Completable) => string>> = { bash, zsh, fish };

/** For bash from 3.2 on, as macOS has it; needs no bash-completion. */
function bash({ name, options, commands }: Completable): string {
  const flagged = (kind: string) => options.filter(({ value }) => value.kind === kind);
  const cases = options.flatMap(({ flags, value }) => {
    if (value.kind !== 'word' && value.kind !== 'list') return [];
    return [`    ${flags.join('|')}) _${name}_${value.kind} ${quoted(value.words.join(' '))} "$cur"; return ;;`];
  });
  const patterns = (some: readonly CompletableOption[]) => some.flatMap(({ flags }) => flags).join('|');
  const follow = commands.filter(({ words }) => words.length > 0);
  return `# Completion of ${name} for bash: source it, as in  eval "$(${name} completion bash)"
_${name}_word() {
  local word
  while IFS= read -r word; do COMPREPLY+=("$word"); done < <(compgen -W "$1" -- "$2")
}
# A list with commas: what stands before the last of them stays.
_${name}_list() {
  local head=''
  [[ $2 == *,* ]] && head=\${2%,*},
  local word
  while IFS= read -r word; do COMPREPLY+=("$head$word"); done < <(compgen -W "$1" -- "\${2##*,}")
  compopt -o nospace 2>/dev/null
}
_${name}_file() {
  local file
  while IFS= read -r file; do COMPREPLY+=("$file"); done < <(compgen -f -- "$1")
  compopt -o filenames 2>/dev/null
}
_${name}() {
  local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD-1]}
  # --option=value comes as three words
  if [[ $cur == = ]]; then cur=''; elif [[ $prev == = ]]; then prev=\${COMP_WORDS[COMP_CWORD-2]}; fi
  COMPREPLY=()
  case $prev in
${cases.join('\n')}
    ${patterns(flagged('file'))}) _${name}_file "$cur"; return ;;
    ${patterns(flagged('any'))}) return ;;
  esac
  [[ $cur == -* ]] || case \${COMP_WORDS[1]} in
${follow.map((command) => `    ${command.name}) _${name}_word ${quoted(command.words.join(' '))} "$cur"; return ;;`).join('\n')}
  esac
  if [[ $cur == -* ]]; then
    local flags=${quoted(options.flatMap(({ flags }) => flags).join(' '))}
    case \${COMP_WORDS[1]} in
${commands.map((command) => `      ${command.name}) flags=${quoted(command.flags.join(' '))} ;;`).join('\n')}
    esac
    _${name}_word "$flags" "$cur"
    return
  fi
  [[ $COMP_CWORD == 1 ]] && _${name}_word ${quoted(commands.map((command) => command.name).join(' '))} "$cur"
  _${name}_file "$cur"
}
complete -F _${name} ${name}
`;
}

/** Sourced, or kept as the file `_dedupe` in a folder of `$fpath`. */
function zsh({ name, options, commands }: Completable): string {
  const specs = options.map(({ flags, description, value }) => {
    const told = zshText(description);
    return flags.map((flag) => `    ${quoted(`*${flag}[${told}]${zshValue(value)}`)}`).join(' \\\n');
  });
  const words = commands.map((command) => quoted(`${command.name}:${command.description}`));
  const follow = commands.filter((command) => command.words.length > 0);
  return `#compdef ${name}
# Completion of ${name} for zsh: source it after compinit, or keep it as _${name} in a folder of $fpath
_${name}() {
  local curcontext=$curcontext state line
  local -a commands=(${words.join(' ')})
  _arguments -C \\
${specs.join(' \\\n')} \\
    '1: :->first' '*: :->rest' && return
  case $state in
    first)
      _alternative 'commands:command:{_describe command commands}' 'files:file:_files'
      ;;
    rest)
      case $words[2] in
${follow.map((command) => `        ${command.name}) compadd ${command.words.join(' ')} ;;`).join('\n')}
        *) _files ;;
      esac
      ;;
  esac
}
if [[ $funcstack[1] == _${name} ]]; then _${name} "$@"; else compdef _${name} ${name}; fi
`;
}

/** Sourced, or kept as `dedupe.fish` in fish's completions folder. */
function fish({ name, options, commands }: Completable): string {
  const lines = options.map(({ flags, description, value }) => {
    const names = flags.map((flag) => (flag.startsWith('--') ? `-l ${flag.slice(2)}` : `-s ${flag.slice(1)}`));
    return `complete -c ${name} ${names.join(' ')}${fishValue(value)} -d ${quoted(description)}`;
  });
  for (const command of commands) {
    lines.push(
      `complete -c ${name} -n __fish_use_subcommand -a ${command.name} -d ${quoted(command.description)}`,
      ...(command.words.length > 0
        ? [
            `complete -c ${name} -n '__fish_seen_subcommand_from ${command.name}' -f -a ${quoted(command.words.join(' '))}`,
          ]
        : []),
    );
  }
  return [`# Completion of ${name} for fish: ${name} completion fish | source`, ...lines, ''].join('\n');
}

function zshValue(value: Value): string {
  switch (value.kind) {
    case 'none':
      return '';
    case 'any':
      return ':value: ';
    case 'file':
      return ':file:_files';
    case 'word':
      return `:value:(${value.words.join(' ')})`;
    case 'list':
      return `:list:_sequence compadd - ${value.words.join(' ')}`;
  }
}

function fishValue(value: Value): string {
  switch (value.kind) {
    case 'none':
      return '';
    case 'any':
      return ' -x';
    case 'file':
      return ' -r -F';
    case 'word':
      return ` -x -a ${quoted(value.words.join(' '))}`;
    case 'list':
      return ` -x -a ${quoted(`(__fish_complete_list , "printf '%s\\n' ${value.words.join(' ')}")`)}`;
  }
}

/** A quote inside quotes: theirs end, it stands in double ones, they begin anew. All three shells read it so. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", `'"'"'`)}'`;
}

/** In a spec of zsh brackets and colons have a meaning. */
function zshText(text: string): string {
  return text.replace(/[[\]:\\]/g, '\\$&');
}
