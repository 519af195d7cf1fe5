"""A whole page of HTML in a frame, as a cell of a notebook shows it."""

from base64 import b64encode
from html import escape


def frame_page(page: str, title: str) -> str:
    """
    Put a page in a frame, as HTML for a cell of a notebook.

    It stands there as a `data:` address and not as `srcdoc`: there a click in the page could not
    change its address, and there its script could reach the notebook around it.
    """
    encoded = b64encode(page.encode()).decode("ascii")
    return (
        f'<iframe src="data:text/html;charset=utf-8;base64,{encoded}" '
        f'title="{escape(title)}" width="100%" height="640"></iframe>'
    )
