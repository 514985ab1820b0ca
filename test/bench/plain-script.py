"""What somebody would write for one afternoon: knows the plain shape of the sample only, and checks nothing."""
import csv
import json
import re
import sys

AUTHORS = re.compile(r"\s*•\s*(\d+) authors?$")
DAY = re.compile(r"([A-Z][a-z]{2}) (\d{1,2})(?:, (\d{4}))?(?: (\d+))?$")
MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
COLUMNS = ["title", "abstract", "authorCount", "organization", "published", "comments"]


def papers(lines):
    block = []
    for line in lines:
        line = line.rstrip("\n")
        if not line:
            continue
        day = DAY.match(line)
        if not (day and len(block) > 3 and block[-1] == "·"):
            block.append(line)
            continue
        authors = AUTHORS.match(block[-2])
        month = MONTHS.index(day[1]) + 1
        yield {
            "title": block[-4],
            "abstract": block[-3],
            "authorCount": int(authors[1]) if authors else None,
            "organization": None if authors else block[-2].split(" ", 1)[-1],
            "published": f"{int(day[3] or 2026):04}-{month:02}-{int(day[2]):02}",
            "comments": int(day[4]) if day[4] else None,
        }
        block = []


with open(sys.argv[2], encoding="utf-8") as dump:
    if sys.argv[1] == "csv":
        out = csv.DictWriter(sys.stdout, COLUMNS)
        out.writeheader()
        out.writerows(papers(dump))
    else:
        for paper in papers(dump):
            print(json.dumps(paper, ensure_ascii=False))
