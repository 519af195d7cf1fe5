"""
Take the picture of the page that the README shows.

    PYTHONPATH=tests:tools python -m page.take_picture output/network.html page.png "#type=ros"

The last argument is what follows the address of the page: what is chosen, in which language.
"""

import sys
from pathlib import Path

from find_chromium import find_chromium
from page.watched import FLAGS
from playwright.sync_api import sync_playwright


def take_picture(page: Path, picture: Path, hash: str = "") -> None:
    """Open a page as on a desk of 1280 by 800, and save what is in sight."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=list(FLAGS))
        view = browser.new_page(viewport={"width": 1280, "height": 800}, device_scale_factor=2)
        view.goto(f"{page.resolve().as_uri()}{hash}")
        view.wait_for_timeout(500)
        view.screenshot(path=picture)
        browser.close()


if __name__ == "__main__":
    take_picture(Path(sys.argv[1]), Path(sys.argv[2]), *sys.argv[3:])
