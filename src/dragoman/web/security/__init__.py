"""What stands between the app and whoever asks: where it may be asked from, who asks, what they may do.

`guard` puts it around an application. Everything is closed that is not opened here: a page needs a reader, a change a
reviewer and the token of a page of ours. docs/web-security.md tells what it holds against.
"""

from dragoman.web.security.door import Door
from dragoman.web.security.guarding import guard
from dragoman.web.security.rights import Admin, Reader, Reviewer
from dragoman.web.security.visitors import Visitor

__all__ = ["Admin", "Door", "Reader", "Reviewer", "Visitor", "guard"]
