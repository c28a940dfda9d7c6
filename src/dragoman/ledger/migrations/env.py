"""What Alembic runs: the steps, on the connection and in the transaction that it is given."""

from alembic import context

from dragoman.ledger.migrate import REVISION_TABLE
from dragoman.ledger.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    version_table=REVISION_TABLE,
    transactional_ddl=False,
)
context.run_migrations()
