"""text-dedup (Python): its own command with its own words, 5-grams; the pairs of the clusters that it makes."""

import pickle
import shutil
import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path

from articles import read_articles, write_pairs

ids, _, threshold, target = read_articles()
folder = Path(tempfile.mkdtemp(dir=Path(target).parent))
subprocess.run(
    [sys.executable, "-m", "text_dedup.minhash", "--path", "json", "--data_files", sys.argv[1], "--split", "train"]
    + ["--cache_dir", str(folder / "cache"), "--output", str(folder / "out"), "--debug"]
    + ["--column", "text", "--ngram", "5", "--num_perm", "128", "--threshold", str(threshold)],
    check=True,
    stdout=subprocess.DEVNULL,
)
with open(folder / "out" / "uf.pkl", "rb") as dump:
    found = pickle.load(dump)
clusters = defaultdict(list)
for i in list(found.parent):
    clusters[found.find(i)].append(i)
write_pairs(target, ids, (clusters.get(found.find(i), []) if i in found.parent else [] for i in range(len(ids))))
shutil.rmtree(folder)
