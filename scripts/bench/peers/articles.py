"""What the peers' programs have in common: reading the articles, cutting words, writing the pairs found."""

import json
import sys

SHINGLE = 5


def read_articles():
    """The JSONL file that the command line names, its threshold, and the file for the pairs."""
    source, threshold, target = sys.argv[1:]
    ids, texts = [], []
    with open(source, encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            ids.append(record["id"])
            texts.append(record["text"])
    return ids, texts, float(threshold), target


def shingles(text):
    """The 5 words in a row that white space parts, in lower case: these libraries leave it to their users."""
    words = text.lower().split()
    size = min(SHINGLE, len(words))
    return [" ".join(words[i : i + size]) for i in range(len(words) - size + 1)]


def write_pairs(target, ids, partners):
    """`partners` gives for each article the indexes of those that it was found with, itself perhaps among them."""
    with open(target, "w", encoding="utf-8") as out:
        for i, others in enumerate(partners):
            for j in others:
                if i < j:
                    out.write(f"{ids[i]}\t{ids[j]}\n")
