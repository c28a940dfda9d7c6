"""Runs a command with the address of a Ray cluster of two nodes, of one processor each, as its last word.

To be started in a network namespace with nothing but loopback: Ray would else take the machine's own address.
"""

from __future__ import annotations

import subprocess
import sys

from ray.cluster_utils import Cluster


def main() -> int:
    """The exit code of the command."""
    made = Cluster(initialize_head=True, head_node_args={"num_cpus": 1})
    made.add_node(num_cpus=1)
    made.wait_for_nodes()
    try:
        return subprocess.run([*sys.argv[1:], made.address], timeout=300, check=False).returncode
    finally:
        made.shutdown()


if __name__ == "__main__":
    sys.exit(main())
