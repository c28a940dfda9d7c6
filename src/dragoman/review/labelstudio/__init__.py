"""Label Studio: statements as tasks with predictions, and annotations of them as judgements.

One task is one statement: the passage, the words with what they are (`part`), who takes part in which role (relations
from the trigger), and choices for the rest. The annotator's verdict is a choice too, so that nothing is accepted by
being sent off unread.
"""
