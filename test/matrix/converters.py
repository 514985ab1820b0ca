"""Converts pages as Python programs do: a line of JSON `[form, html]` in, the text as a line of JSON out."""

import json
import sys
from functools import cache


@cache  # several forms look at each page, and none changes it
def soup(html):
    from bs4 import BeautifulSoup

    return BeautifulSoup(html, "html.parser")


def markdown(baseurl="https://huggingface.co", **options):
    def convert(html):
        import html2text

        made = html2text.HTML2Text(baseurl=baseurl)
        for name, value in options.items():
            setattr(made, name, value)
        return made.handle(html)

    return convert


FORMS = {
    "get_text": lambda html: soup(html).get_text(),
    "get_text, newline": lambda html: soup(html).get_text("\n"),
    "get_text, newline, strip": lambda html: soup(html).get_text("\n", strip=True),
    "get_text, space": lambda html: soup(html).get_text(" "),
    "get_text, space, strip": lambda html: soup(html).get_text(" ", strip=True),
    "get_text, cards": lambda html: "\n\n".join(
        card.get_text("\n", strip=True) for card in soup(html).find_all("article")
    ),
    "html2text": markdown(),
    "html2text, unwrapped": markdown(body_width=0),
    "html2text, wrapped at 80": markdown(body_width=80),
    "html2text, without links": markdown(ignore_links=True, ignore_images=True),
    "html2text, without links, unwrapped": markdown(ignore_links=True, ignore_images=True, body_width=0),
    "html2text, links protected": markdown(baseurl="", protect_links=True, wrap_links=False),
    "html2text, links below": markdown(inline_links=False),
}

for line in sys.stdin:
    form, html = json.loads(line)
    print(json.dumps(FORMS[form](html)), flush=True)
