/** A module that is loaded when it is first asked for; to import one that is loaded costs 17 µs each time otherwise. */
export function lazily<Module>(load: () => Promise<Module>): () => Promise<Module> {
  let loading: Promise<Module> | undefined;
  return () => {
    loading ??= load();
    return loading;
  };
}
